#include "document/archive_copy.h"

#include "archive_builder.h"
#include "document/archive.h"
#include "expect.h"

namespace soat::document {
namespace {

std::string part_of(const std::string& bytes, const std::string& part) {
  std::string out;
  Archive(bytes, "a.zip").read(part, 1 << 20, [&](std::string_view piece) { out += piece; });
  return out;
}

TEST(ArchiveCopy, ReplacesOnePartAndLeavesTheRestInPlace) {
  const std::string bytes = make_archive({{"một", "1"}, {"hai", "2"}, {"ba", "3"}});
  const std::string copy = copy_archive(bytes, "a.zip", {{"hai", "mới"}});
  EXPECT_EQ(Archive(copy, "a.zip").names(), (std::vector<std::string>{"một", "hai", "ba"}));
  EXPECT_EQ(part_of(copy, "hai"), "mới");
  EXPECT_EQ(part_of(copy, "ba"), "3");
}

TEST(ArchiveCopy, AddsWhatIsNotThere) {
  const std::string copy = copy_archive(make_archive({{"một", "1"}}), "a.zip", {{"hai", std::string(100000, 'x')}});
  EXPECT_EQ(part_of(copy, "một"), "1");
  EXPECT_EQ(part_of(copy, "hai").size(), 100000U);
}

TEST(ArchiveCopy, NothingReplacedIsTheSame) {
  const std::string bytes = make_archive({{"một", "1"}});
  EXPECT_EQ(part_of(copy_archive(bytes, "a.zip", {}), "một"), "1");
}

TEST(ArchiveCopy, EmptyPartsAreParts) {
  const std::string copy = copy_archive(make_archive({{"một", "1"}}), "a.zip", {{"một", ""}});
  EXPECT_TRUE(Archive(copy, "a.zip").has("một"));
  EXPECT_EQ(part_of(copy, "một"), "");
}

TEST(ArchiveCopy, RefusesWhatIsNoArchive) {
  for (const char* bytes : {"PK", "không phải"})
    EXPECT_NE(fault([&] { copy_archive(bytes, "a.zip", {{"một", "1"}}); }).find("a.zip"), std::string::npos);
}

}  // namespace
}  // namespace soat::document
