#include "check/garble/substitution_table.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/table_file.h"
#include "support/test_folder.h"
#include "text/error.h"
#include "text/syllable.h"
#include "text/utf.h"

namespace soat::check::garble {
namespace {

using Kind = SubstitutionTable::Kind;

const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";

class SubstitutionFile : public testing::Test {
 protected:
  static const model::LanguageModel& model() {
    static const auto model = model::LanguageModel::open(data / "soat.model");
    return *model;
  }

  static std::vector<model::WordId> numbers(const std::string& form) {
    std::vector<model::WordId> result;
    std::u16string rest = text::to_utf16(form) + u' ';
    for (std::size_t end; (end = rest.find(u' ')) != std::u16string::npos; rest.erase(0, end + 1)) {
      const std::u16string word = rest.substr(0, end);
      const text::Syllable syllable = text::parse(word);
      result.push_back(syllable ? model().find(syllable) : model().find(word));
    }
    return result;
  }

  static std::vector<std::string> spelt(std::span<const SubstitutionTable::Counterpart> forms) {
    std::vector<std::string> result;
    for (const auto& form : forms) {
      std::string text;
      for (const model::WordId word : form.view())
        text += (text.empty() ? "" : " ") + std::string(model().spelling(word));
      result.push_back(text);
    }
    return result;
  }

  std::shared_ptr<const SubstitutionTable> load(const std::string& content) const {
    return SubstitutionTable::load(test::write_table(folder_, "substitutions.txt", "substitutions", content), model());
  }

  static std::vector<std::string> originals(const SubstitutionTable& table, const std::string& written) {
    return spelt(table.originals(numbers(written)));
  }
  static std::vector<std::string> substitutes(const SubstitutionTable& table, const std::string& original) {
    return spelt(table.substitutes(numbers(original)));
  }

  // What loading says; empty when it succeeds.
  std::string problem(const std::string& content) const {
    try {
      load(content);
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }

  test::TestFolder folder_;
};

using Forms = std::vector<std::string>;

TEST_F(SubstitutionFile, SynonymsStandForEachOther) {
  const auto table = load("# a comment\nnhanh chóng|mau lẹ|gấp rút\n");
  EXPECT_EQ(originals(*table, "mau lẹ"), (Forms{"nhanh chóng", "gấp rút"}));
  EXPECT_EQ(substitutes(*table, "mau lẹ"), (Forms{"nhanh chóng", "gấp rút"}));
  EXPECT_EQ(table->originals(numbers("mau lẹ"))[0].kind, Kind::synonym);
}

TEST_F(SubstitutionFile, SensesGoOneWay) {
  const auto table = load("xã\tlàng|làng mạc\nhuyện\tlàng\n");
  EXPECT_EQ(originals(*table, "làng"), (Forms{"xã", "huyện"}));
  EXPECT_EQ(originals(*table, "xã"), Forms{});
  EXPECT_EQ(substitutes(*table, "xã"), (Forms{"làng", "làng mạc"}));
  EXPECT_EQ(substitutes(*table, "làng"), Forms{});
  EXPECT_EQ(table->originals(numbers("làng mạc"))[0].kind, Kind::sense);
}

TEST_F(SubstitutionFile, KnowsForeignWordsAndSeveralLengths) {
  const auto table = load("báo cáo|report\nhệ thống|mạng lưới hệ thống\n");
  EXPECT_EQ(originals(*table, "report"), Forms{"báo cáo"});
  EXPECT_EQ(originals(*table, "mạng lưới hệ thống"), Forms{"hệ thống"});
  EXPECT_EQ(originals(*table, "mạng lưới"), Forms{});
  EXPECT_EQ(originals(*table, "các mạng lưới hệ thống"), Forms{});
}

TEST_F(SubstitutionFile, TellsHowFarToLook) {
  const auto table = load("hệ thống\tmạng lưới hệ thống|mạng\n");
  EXPECT_EQ(table->longest_written(numbers("mạng")[0]), 4U);
  EXPECT_EQ(table->longest_written(numbers("hệ")[0]), 0U);
  EXPECT_EQ(table->longest_written(0xFFFF), 0U);
}

TEST_F(SubstitutionFile, CountsAPairOnce) {
  const auto table = load("nhanh chóng|mau lẹ\nmau lẹ|nhanh chóng|nhanh chóng\nquản lý|quản lí\n");
  EXPECT_EQ(substitutes(*table, "nhanh chóng"), Forms{"mau lẹ"});
  EXPECT_EQ(substitutes(*table, "quản lý"), Forms{});
}

TEST_F(SubstitutionFile, LeavesOutWhatTheModelDoesNotKnow) {
  const auto table = load("nhanh chóng|qwxzvf|mau lẹ|mau qwxzvf\n");
  EXPECT_EQ(substitutes(*table, "nhanh chóng"), Forms{"mau lẹ"});
  EXPECT_EQ(originals(*table, "qwxzvf"), Forms{});
}

TEST_F(SubstitutionFile, NamesTheLineItCannotUnderstand) {
  const std::string path = (folder_ / "substitutions.txt").string();
  EXPECT_EQ(problem("a|b\nnhanh chóng\n"), path + ":4: has only one form; correct it or install the data again");
  EXPECT_NE(problem("# x\nnhanh chóng|\n").find(":4: has a form that is not of words"), std::string::npos);
  EXPECT_NE(problem("nhanh  chóng|mau lẹ\n").find(":3: has a form that is not"), std::string::npos);
  EXPECT_NE(problem("Nhanh|mau\n").find(":3: has a form that is not"), std::string::npos);
  EXPECT_NE(problem("nhanh\t\n").find(":3: has a form that is not"), std::string::npos);
  EXPECT_NE(problem("nhanh\tmau\tlẹ\n").find(":3: has more columns"), std::string::npos);
  EXPECT_NE(problem("nhanh|mau 2\n").find(":3: has a form that is not"), std::string::npos);
  EXPECT_NE(problem("nhanh|m\xE1u\n").find(":3: has a form that is not"), std::string::npos);
  EXPECT_NE(problem("nhanh|một hai ba bốn năm\n").find(":3: has a form of more than four"), std::string::npos);
  EXPECT_NE(problem("nhanh|mau").find(":3: is cut short"), std::string::npos);
  EXPECT_THROW(SubstitutionTable::load(folder_ / "nowhere.txt", model()), Error);
}

TEST_F(SubstitutionFile, NoWordIsNoPartOfAForm) {
  const auto table = load("xã\tlàng\n");
  std::vector<model::WordId> words = numbers("làng");
  EXPECT_EQ(table->originals(words).size(), 1U);
  words.push_back(model::kNone);
  EXPECT_TRUE(table->originals(words).empty());
}

TEST_F(SubstitutionFile, AnEmptyTableKnowsNothing) {
  const auto table = load("");
  EXPECT_EQ(originals(*table, "làng"), Forms{});
  EXPECT_TRUE(table->originals({}).empty());
}

TEST_F(SubstitutionFile, TheShippedTableHoldsWhatTheDraftsShow) {
  const auto table = SubstitutionTable::load(data / "substitutions.txt", model());
  const auto holds = [&](const std::string& original, const std::string& written) {
    const Forms found = originals(*table, written);
    return std::find(found.begin(), found.end(), original) != found.end();
  };
  EXPECT_TRUE(holds("tư", "bốn"));
  EXPECT_TRUE(holds("xã", "làng mạc"));
  EXPECT_TRUE(holds("chính", "chủ yếu"));
  EXPECT_TRUE(holds("bí", "túng"));
  EXPECT_TRUE(holds("báo cáo", "report"));
  EXPECT_FALSE(holds("bốn", "tư"));
}

}  // namespace
}  // namespace soat::check::garble
