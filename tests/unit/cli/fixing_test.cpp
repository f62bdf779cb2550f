#include "cli/fixing.h"

#include <gtest/gtest.h>

namespace soat::cli {
namespace {

const Checking& checking() {
  static Context context = [] {
    Context made;
    made.data = SOAT_SOURCE_DIR "/dictionaries/vi";
    return made;
  }();
  static const Checking made = [] {
    CheckingArguments arguments;
    arguments.no_config = true;
    return Checking(arguments, context);
  }();
  return made;
}

FixedDocument fixed(const std::string& bytes, double sure = 0.9) {
  return fix(bytes, "a.txt", "", document::Format::text, checking(), sure, {}, text::Language::vi);
}

TEST(Fix, PutsRightWhatIsSure) {
  const FixedDocument document = fixed("𠮷 Nhiều nguời đã đến.\nMọi việc đều ổn.\n");
  EXPECT_EQ(document.bytes, "𠮷 Nhiều người đã đến.\nMọi việc đều ổn.\n");
  ASSERT_EQ(document.fixed.size(), 1U);
  EXPECT_EQ(document.fixed[0].before, u"nguời");
  EXPECT_EQ(document.fixed[0].after, u"người");
  EXPECT_EQ(document.fixed[0].column, 8U);  // code points: 𠮷 is one
  EXPECT_EQ(document.left, 0U);
}

TEST(Fix, LeavesWhatIsNotSureEnough) {
  const std::string text = "Nhiều nguời đã đến.\n";
  EXPECT_EQ(fixed(text, 1.01).bytes, text);
  EXPECT_TRUE(fixed(text, 1.01).fixed.empty());
}

TEST(Fix, TakesWhatIsAsSureAsAskedFor) {
  const std::string text = "Bài viết này rất xúc tích.\n";
  ASSERT_EQ(checking().check(document::parse(text, "a.txt", document::Format::text), "").findings.at(0).confidence,
            0.95F);
  EXPECT_EQ(fixed(text, 0.95).bytes, "Bài viết này rất súc tích.\n");
  EXPECT_EQ(fixed(text, 0.951).bytes, text);
}

TEST(Fix, OfAnEmptyFileChangesNothing) {
  EXPECT_EQ(fixed("").bytes, "");
  EXPECT_EQ(fixed("\n\n").bytes, "\n\n");
}

TEST(Fix, TwiceIsOnce) {
  const std::string once = fixed("Nhiều nguời đã đuợc đến nghành này.\n").bytes;
  EXPECT_EQ(fixed(once).bytes, once);
}

}  // namespace
}  // namespace soat::cli
