#include "document/archive_copy.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "archive_builder.h"
#include "document/archive.h"
#include "expect.h"

namespace soat::document {
namespace {

std::string part_of(const std::string& bytes, const std::string& part) {
  const Archive archive(bytes, "copy");
  std::string out;
  archive.read(part, 100'000, [&](std::string_view piece) { out += piece; });
  return out;
}

TEST(ArchiveCopy, ReplacesPartsWhereTheyStand) {
  const std::string bytes = make_archive({{"mimetype", "x"}, {"content.xml", "<a/>"}, {"styles.xml", "<s/>"}});
  const std::string copy = copy_archive(bytes, "bài.odt", {{"content.xml", "<b>khác</b>"}});
  EXPECT_EQ(Archive(copy, "copy").names(), (std::vector<std::string>{"mimetype", "content.xml", "styles.xml"}));
  EXPECT_EQ(part_of(copy, "content.xml"), "<b>khác</b>");
  EXPECT_EQ(part_of(copy, "styles.xml"), "<s/>");
}

// As an office saves: the styles and the picture before the text are more than half of the file.
TEST(ArchiveCopy, LeavesTheBytesToTheirOwnerWhereMostComesBeforeTheChange) {
  std::mt19937 random(1);
  std::string picture(50'000, '\0');
  for (char& byte : picture) byte = static_cast<char>(random());
  const std::string bytes = make_archive({{"Thumbnails/thumbnail.png", picture}, {"content.xml", "<a/>"}});
  const std::string before(bytes.begin(), bytes.end());
  const std::string copy = copy_archive(bytes, "bài.odt", {{"content.xml", "<b/>"}});
  EXPECT_TRUE(bytes == before);
  EXPECT_TRUE(part_of(copy, "Thumbnails/thumbnail.png") == picture);
  EXPECT_EQ(part_of(copy, "content.xml"), "<b/>");
}

TEST(ArchiveCopy, NewPartsComeBehindTheOthers) {
  const std::string copy = copy_archive(make_archive({{"a", "1"}}), "x", {{"word/comments.xml", "<c/>"}});
  EXPECT_EQ(Archive(copy, "copy").names(), (std::vector<std::string>{"a", "word/comments.xml"}));
  EXPECT_EQ(part_of(copy, "word/comments.xml"), "<c/>");
}

TEST(ArchiveCopy, WithoutChangesHoldsTheSame) {
  const std::string copy = copy_archive(make_archive({{"a", std::string(50'000, 'a')}, {"b", ""}}), "x", {});
  EXPECT_EQ(part_of(copy, "a"), std::string(50'000, 'a'));
  EXPECT_EQ(part_of(copy, "b"), "");
}

TEST(ArchiveCopy, OfWhatIsNoArchiveIsAFaultThatNamesTheFile) {
  EXPECT_NE(fault([] { copy_archive("no archive", "bài.odt", {}); }).find("bài.odt"), std::string::npos);
}

}  // namespace
}  // namespace soat::document
