#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rule_weights.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/suggestion_ranker.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/rules/garble.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Syllable;
using text::Token;

// Words of quantity that stand directly before the noun, and one that may not follow them.
struct Pair {
  std::u16string before;  // of one to three syllables
  std::u16string after;
  float confidence;
};

// function-words.txt, whose head explains its rows.
struct Table {
  std::vector<Pair> pairs;
  std::vector<Syllable> negations;  // before the first of a pair they make another word: không những … mà còn
};

Table read_table(const std::filesystem::path& file) {
  Table out;
  text::TableReader table(file, "function-words");
  while (table.next(2, 4)) {
    if (table[0] == "pair" && table.row().size() == 4) {
      out.pairs.push_back({text::to_utf16(table[1]), text::to_utf16(table[2]), table.number(3)});
    } else if (table[0] == "negation" && table.row().size() == 2) {
      for (const std::string_view word : text::split(table[1], '|'))
        out.negations.push_back(text::parse(text::to_utf16(word)));
    } else {
      table.fail();
    }
  }
  return out;
}

// Two words of quantity for one noun (một số những, các những, mỗi các), of which a grammar of Vietnamese allows one
// (Nguyễn Tài Cẩn, "Từ loại danh từ trong tiếng Việt hiện đại", 1975: one plural word before the noun).
class FunctionWords final : public Rule {
 public:
  FunctionWords(Table table, const RuleData& data)
      : ranker_(data.ranker), table_(std::move(table)), clearly_(data.weights->of("garble.function-words")["clearly"]) {
    for (const Pair& pair : table_.pairs) {
      Known known{{}, text::parse(pair.after), &pair};
      for (std::size_t at = 0; at <= pair.before.size();) {
        const std::size_t end = std::min(pair.before.find(u' ', at), pair.before.size());
        known.before.push_back(text::parse(pair.before.substr(at, end - at)));
        at = end + 1;
      }
      afters_.set(known.after.code());
      known_.push_back(std::move(known));
    }
  }

  const RuleInfo& info() const override { return rule_info<"garble.function-words">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
      if (!tokens[i].syllable || !afters_.test(tokens[i].syllable.code())) continue;
      if (tokens[i].letter_case != LetterCase::lower) continue;
      const Known* longest = nullptr;
      for (const Known& known : known_) {
        if (known.after != tokens[i].syllable || !stands_before(tokens, i, known.before)) continue;
        if (longest == nullptr || known.before.size() > longest->before.size()) longest = &known;
      }
      if (longest == nullptr || is_other_word(tokens, i - longest->before.size())) continue;
      // A noun must follow: before a mark or a name the words are spoken of, or something is left out.
      if (!tokens[i + 1].syllable || tokens[i + 1].letter_case != LetterCase::lower) continue;
      tell(analysis, paragraph, i - longest->before.size(), i, *longest, sink);
    }
  }

 private:
  struct Known {
    std::vector<Syllable> before;
    Syllable after;
    const Pair* pair = nullptr;
  };

  static bool stands_before(const std::vector<Token>& tokens, std::size_t index, const std::vector<Syllable>& words) {
    if (words.size() > index) return false;
    for (std::size_t k = 0; k < words.size(); ++k) {
      const Token& token = tokens[index - words.size() + k];
      if (token.syllable != words[k] || tokens[index - words.size() + k + 1].start != token.end + 1) return false;
      // The first may start a sentence; a capital elsewhere is a name's.
      if (token.letter_case != LetterCase::lower && !(k == 0 && token.sentence_start)) return false;
    }
    return true;
  }

  bool is_other_word(const std::vector<Token>& tokens, std::size_t first) const {
    if (first == 0) return false;
    return std::ranges::find(table_.negations, tokens[first - 1].syllable) != table_.negations.end();
  }

  void tell(const Analysis& analysis, std::uint32_t paragraph, std::size_t first, std::size_t last, const Known& known,
            FindingSink& sink) const {
    const Token& begin = analysis.tokens[first];
    const Token& end = analysis.tokens[last];
    std::vector<std::u16string> suggestions = {known.pair->before, known.pair->after};
    if (ranker_ != nullptr) {
      std::array<float, 2> scores{};
      ranker_->score(analysis, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last + 1), suggestions,
                     scores);
      // The model knows only that what is shorter is likelier; the longer one must lose clearly.
      if (scores[1] > scores[0] + clearly_) std::swap(suggestions[0], suggestions[1]);
    }
    for (std::u16string& suggestion : suggestions) suggestion = text::apply_case(suggestion, begin.letter_case);
    const std::u16string both = analysis.text.substr(begin.start, end.end - begin.start);
    report(sink, info(), {paragraph, begin.start, end.end}, known.pair->confidence,
           {texts::finding_garble_function_words, both}, std::move(suggestions));
  }

  const SuggestionRanker* ranker_;
  Table table_;
  std::vector<Known> known_;
  std::bitset<text::code_limit> afters_;
  float clearly_;
};

}  // namespace

std::unique_ptr<Rule> make_garble_function_words(const RuleData& data) {
  return make_with_weights(
      data, [&] { return std::make_unique<FunctionWords>(read_table(data.folder / "function-words.txt"), data); });
}

}  // namespace soat::check
