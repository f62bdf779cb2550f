#include "document/archive.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "archive_builder.h"
#include "expect.h"

namespace soat::document {
namespace {

std::string read_part(const Archive& archive, const std::string& part, std::size_t limit = 1000) {
  std::string bytes;
  archive.read(part, limit, [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

TEST(Archive, GivesItsPartsInOrderAndWhateverTheirCase) {
  const std::string bytes = make_archive({{"mimetype", "x"}, {"Word/Document.xml", "<a/>"}});
  const Archive archive(bytes, "bài.docx");
  EXPECT_EQ(archive.names(), (std::vector<std::string>{"mimetype", "Word/Document.xml"}));
  EXPECT_TRUE(archive.has("word/document.XML"));
  EXPECT_FALSE(archive.has("word"));
  EXPECT_EQ(read_part(archive, "word/document.xml"), "<a/>");
}

TEST(Archive, AFaultNamesTheFile) {
  const std::string bytes = make_archive({{"a", "1"}});
  const Archive archive(bytes, "bài.docx");
  EXPECT_NE(fault([&] { read_part(archive, "b"); }).find("bài.docx"), std::string::npos);
  EXPECT_NE(fault([] { const Archive none("no archive", "bài.docx"); }).find("bài.docx"), std::string::npos);
  EXPECT_TRUE(Archive("", "bài.docx").names().empty()) << "nothing holds no parts";
}

TEST(Archive, APartThatSwellsIsNotUnpacked) {
  const std::string bytes = make_archive({{"a", std::string(100'000, 'a')}});
  ASSERT_LT(bytes.size(), 2000U);
  const Archive archive(bytes, "bài.docx");
  EXPECT_EQ(read_part(archive, "a", 100'000).size(), 100'000U);
  EXPECT_NE(fault([&] { read_part(archive, "a", 99'999); }), "");
}

TEST(Archive, DamageIsFoundInThePartThatHasIt) {
  std::string bytes = make_archive({{"a", std::string(3000, 'a') + "one two three"}, {"b", "intact"}});
  // Into what part a was packed as: behind its name.
  bytes[bytes.find('a', 26) + 8] ^= 0x55;
  const Archive archive(bytes, "bài.docx");
  EXPECT_EQ(read_part(archive, "b"), "intact");
  EXPECT_NE(fault([&] { read_part(archive, "a", 10'000); }), "");
}

TEST(Archive, CutShortItIsNone) {
  const std::string bytes = make_archive({{"a", "1"}, {"b", "2"}});
  EXPECT_NE(fault([&] { const Archive none(std::string_view(bytes).substr(0, bytes.size() / 2), "x"); }), "");
}

}  // namespace
}  // namespace soat::document
