#include "check/rule_weights.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "check/model_ranker.h"
#include "check/ngram/word_facts.h"
#include "check/rule.h"
#include "check/rule_data.h"
#include "check/rule_info.h"
#include "check/rules/garble/doubling_table.h"
#include "check/rules/spelling/confusable_table.h"
#include "check/suggestion_ranker.h"
#include "check/syllable_candidates.h"
#include "lexicon/lexicon.h"
#include "support/test_folder.h"
#include "text/error.h"
#include "text/table_reader.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

const std::filesystem::path data = SOAT_SOURCE_DIR "/dictionaries/vi";

struct Row {
  std::string rule;
  std::string name;
  std::string line;
};

std::vector<Row> shipped_rows() {
  std::ifstream file(data / "rule-weights.txt");
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto cells = text::split(line, '\t');
    rows.push_back({std::string(cells[0]), std::string(cells[1]), line + "\n"});
  }
  return rows;
}

class RuleWeightsFile : public testing::Test {
 protected:
  RuleWeights load(const std::string& rows) {
    text::write_table(folder_ / "rule-weights.txt", "rule-weights", 1, rows);
    return RuleWeights::load(folder_ / "rule-weights.txt");
  }

  std::string fault(const std::string& rows) {
    try {
      load(rows);
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }

  test::TestFolder folder_;
};

TEST_F(RuleWeightsFile, GivesTheNumbersOfARule) {
  const RuleWeights weights = load("spelling.split\tletters\t0.5\nspelling.joined\tletters\t-2\n");
  EXPECT_EQ(weights.of("spelling.split")["letters"], 0.5F);
  EXPECT_EQ(weights.of("spelling.joined")["letters"], -2.0F);
  EXPECT_THROW(weights.of("spelling.split")["Letters"], Error);
}

TEST_F(RuleWeightsFile, RefusesRulesThatThereAreNoneOfAndNumbersThatStandTwice) {
  EXPECT_NE(fault("spelling.spilt\tletters\t0.5\n").find(":3: "), std::string::npos);
  EXPECT_NE(fault("spelling.split\tletters\t0.5\nspelling.split\tletters\t1\n").find(":4: says the same twice"),
            std::string::npos);
  EXPECT_NE(fault("spelling.split\tletters\tmuch\n").find(":3: "), std::string::npos);
}

// So the table holds nothing that no rule reads, and a rule never runs with a number missing.
TEST_F(RuleWeightsFile, HasNoNumberThatItsRuleDoesNotNeed) {
  const std::vector<Row> rows = shipped_rows();
  const auto lexicon = lexicon::Lexicon::load({data, {}, {}});
  const SyllableCandidates candidates(*lexicon);
  std::vector<Error> problems;
  const auto confusables = std::make_shared<const ConfusableTable>(ConfusableTable::load(data / "confusables.txt"));
  const auto doubling = std::make_shared<const DoublingTable>(DoublingTable::load(data / "doubling.txt"));
  const auto words = std::make_shared<const RuleWords>(RuleWords::load(data / "rule-words.txt"));
  const auto& model = shipped_checker().language_model();
  const std::unique_ptr<const SuggestionRanker> ranker = make_model_ranker(model);
  const auto facts = std::make_shared<const ngram::WordFacts>(*model);
  for (const Row& left_out : rows) {
    std::string others;
    for (const Row& row : rows) others += &row == &left_out ? "" : row.line;
    const RuleWeights weights = load(others);
    problems.clear();
    const RuleData given{*lexicon, candidates, data,        ranker.get(), problems, model,
                         facts,    words,      confusables, doubling,     &weights};
    EXPECT_EQ(find_rule(left_out.rule)->make(given), nullptr) << left_out.line;
    ASSERT_EQ(problems.size(), 1U) << left_out.line;
    const std::string said = problems[0].what();
    EXPECT_NE(said.find("rule-weights.txt"), std::string::npos) << said;
    EXPECT_NE(said.find('"' + left_out.rule + ' ' + left_out.name + '"'), std::string::npos) << said;
  }
}

}  // namespace
}  // namespace soat::check
