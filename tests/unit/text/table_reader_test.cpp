#include "text/table_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/test_folder.h"
#include "text/checksum.h"
#include "text/error.h"

namespace soat::text {
namespace {

class TableFile : public testing::Test {
 protected:
  // What reading all of a file says; empty when it succeeds.
  std::string problem(const std::string& bytes) const {
    try {
      TableReader table(folder_.write("words.txt", bytes), "words", 2);
      while (table.next(1, 3)) continue;
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }
  std::string name() const { return (folder_ / "words.txt").string(); }

  test::TestFolder folder_;
};

TEST_F(TableFile, GivesTheCellsOfRows) {
  write_table(folder_ / "words.txt", "words", 2, "# a comment\n\nmột\thai\nba\n\tbốn\t1.5\n");
  TableReader table(folder_ / "words.txt", "words", 2);
  using Cells = std::vector<std::string_view>;
  ASSERT_TRUE(table.next());
  EXPECT_EQ(Cells(table.row().begin(), table.row().end()), (Cells{"một", "hai"}));
  ASSERT_TRUE(table.next());
  EXPECT_EQ(Cells(table.row().begin(), table.row().end()), Cells{"ba"});
  EXPECT_EQ(table[1], "");
  ASSERT_TRUE(table.next());
  EXPECT_EQ(Cells(table.row().begin(), table.row().end()), (Cells{"", "bốn", "1.5"}));
  EXPECT_EQ(table.number(2), 1.5F);
  EXPECT_THROW(table.number(1), Error);
  EXPECT_THROW(table.number(7), Error);
  EXPECT_FALSE(table.next());
}

TEST_F(TableFile, NamesFileAndLineOfWhatIsNotUnderstood) {
  EXPECT_EQ(problem(sealed_table("words", 2, "a\nb\tc\td\te\n")),
            name() + ":4: has more columns than it should; correct it or install the data again");
}

TEST_F(TableFile, RefusesAnotherTableAndAnotherVersion) {
  EXPECT_NE(
      problem(sealed_table("slips", 2, "a\n")).find("words.txt:1: is no table that begins with \"#soat words 2\""),
      std::string::npos);
  EXPECT_NE(problem(sealed_table("words", 1, "a\n")).find("words.txt:1: is of another version"), std::string::npos);
  EXPECT_NE(problem(sealed_table("words", 22, "a\n")).find("words.txt:1: is of another version"), std::string::npos);
  EXPECT_NE(problem("").find("words.txt:1: is cut short"), std::string::npos);
  EXPECT_NE(problem("#soat words 2\n").find("words.txt:2: is cut short"), std::string::npos);
}

TEST_F(TableFile, RefusesWhatIsNotAsItWasSealed) {
  const std::string sound = sealed_table("words", 2, "# comment\nmột\thai\nba\n");
  ASSERT_EQ(problem(sound), "");
  for (std::size_t at = 0; at < sound.size(); ++at) {
    EXPECT_NE(problem(sound.substr(0, at)).find(name() + ":"), std::string::npos) << at;
    for (const int flip : {1, 32, 128}) {
      std::string changed = sound;
      changed[at] = static_cast<char>(changed[at] ^ flip);
      EXPECT_NE(problem(changed).find(name() + ":"), std::string::npos) << at << ' ' << flip;
    }
  }
  EXPECT_EQ(problem(sound + "bốn\n"),
            name() +
                ":2: is cut short or was changed since this checksum was written; install the data again, or run "
                "tools/seal-table on the file if you changed it on purpose");
}

TEST_F(TableFile, NamesTheDamagedLineWhereItShows) {
  std::string changed = sealed_table("words", 2, "a\nb\tc\td\n");
  changed.insert(changed.size() - 1, "\te");
  EXPECT_NE(problem(changed).find("words.txt:4: has more columns"), std::string::npos);
  EXPECT_NE(problem(changed).find("tools/seal-table"), std::string::npos);
}

TEST_F(TableFile, SaysWhyAFileCannotBeRead) {
  EXPECT_THROW(TableReader(folder_ / "none", "words"), Error);
  EXPECT_THROW(TableReader(folder_.path(), "words"), Error);
}

TEST(Split, GivesEmptyPartsToo) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(split("a|b||c", '|'), (Parts{"a", "b", "", "c"}));
  EXPECT_EQ(split("", '|'), Parts{""});
}

TEST(NumberIn, TakesWholeWordsOnly) {
  EXPECT_EQ(number_in("-1.5e2"), -150.0F);
  for (const char* word : {"", "x", "1x", " 1", "nan", "inf", "1e9"}) EXPECT_FALSE(number_in(word)) << word;
}

}  // namespace
}  // namespace soat::text
