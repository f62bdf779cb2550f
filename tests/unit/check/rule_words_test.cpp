#include "check/rule_words.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "support/test_folder.h"
#include "text/error.h"
#include "text/table_reader.h"

namespace soat::check {
namespace {

using test::TestFolder;
using List = RuleWords::List;

const std::filesystem::path shipped = SOAT_SOURCE_DIR "/dictionaries/vi/rule-words.txt";

// The rows of the shipped file.
std::string rows() {
  std::ifstream file(shipped);
  std::string out;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') out += line + "\n";
  }
  return out;
}

class RuleWordsFile : public testing::Test {
 protected:
  // What is said of a file with these rows; empty when it can be used.
  std::string fault(const std::string& rows) {
    text::write_table(folder_ / "rule-words.txt", "rule-words", 1, rows);
    try {
      RuleWords::load(folder_ / "rule-words.txt");
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }

  TestFolder folder_;
};

TEST(RuleWords, HoldsTheShippedLists) {
  const RuleWords words = RuleWords::load(shipped);
  EXPECT_TRUE(words[List::stamp].has(u"gmt"));
  EXPECT_TRUE(words[List::stamp].has_in_lower(u"Thứ"));
  EXPECT_FALSE(words[List::stamp].has(u"Thứ"));
  EXPECT_TRUE(words[List::body].has(u"Đội"));
  EXPECT_TRUE(words[List::unit_of_place].has(u"tỉnh"));
  EXPECT_TRUE(words[List::place].has(u"sông"));
  EXPECT_EQ(words[List::cardinal].index_of(u"ba"), 2U);
  EXPECT_EQ(words[List::cardinal].index_of(u"Ba"), words[List::cardinal].size());
  EXPECT_TRUE(words[List::lunar].has(u"âm lịch"));
  EXPECT_FALSE(words[List::small].has(u""));
}

TEST_F(RuleWordsFile, NamesTheListThatIsMissingUnknownOrThereTwice) {
  const std::string all = rows();
  EXPECT_EQ(fault(all), "");
  EXPECT_NE(fault(all.substr(all.find('\n') + 1)).find("says nothing of \"stamp\""), std::string::npos);
  EXPECT_NE(fault(all + "stampp\ta\n").find("has a class that is not known"), std::string::npos);
  EXPECT_NE(fault(all + "talk\ttôi\n").find("says the same twice"), std::string::npos);
  EXPECT_NE(fault("talk\ttôi||ta\n").find(":3: has no word"), std::string::npos) << fault("talk\ttôi||ta\n");
}

}  // namespace
}  // namespace soat::check
