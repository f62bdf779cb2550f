#include <algorithm>
#include <bitset>
#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "model/language_model.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/error.h"
#include "texts/rules/garble.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Syllable;
using text::Token;

constexpr std::size_t shortest = 4;  // syllables of a title; what is left of a shorter one says too little
// Nats by which the title must be likelier than what is left of it, for the word that is missing.
constexpr float least_gain = 5;
// Logarithm of the probability of the word behind the gap, from which on it is never said there, and the length of the
// longest n-gram that may be known to end in it.
constexpr float strange = -6;
constexpr unsigned known_order = 2;

using Title = std::vector<Syllable>;

struct WrittenTitle {
  Title syllables;
  std::vector<std::u16string> words;
};

std::vector<WrittenTitle> read_titles(const std::filesystem::path& path) {
  std::vector<WrittenTitle> titles;
  text::TableReader table(path, "titles");
  while (table.next(1, 1)) {
    WrittenTitle title;
    for (const std::string_view word : text::split(table[0], ' ')) {
      title.words.push_back(text::to_utf16(word));
      title.syllables.push_back(text::parse(title.words.back()));
      if (!title.syllables.back()) table.fail(texts::error_row_no_syllable_word);
      title.syllables.back() = text::fold_i_y(title.syllables.back());
    }
    if (title.words.size() < shortest) table.fail(texts::error_row_short);
    titles.push_back(std::move(title));
  }
  return titles;
}

// A word is missing in a title or the name of a body that is always written in the same words (Phó Bí Thường trực for
// Phó Bí thư Thường trực). titles.txt holds the titles; what the language model knows to be said without the word too
// (Ủy ban tỉnh) is left alone. Needs the language model; without it there is no rule.
class TitleRule final : public Rule {
 public:
  TitleRule(const std::vector<WrittenTitle>& titles, const model::LanguageModel& words) {
    std::set<Title> all;
    for (const WrittenTitle& title : titles) all.insert(title.syllables);
    for (const WrittenTitle& title : titles) {
      for (std::size_t missing = 1; missing + 1 < title.words.size(); ++missing) {
        const Syllable word = title.syllables[missing];
        // Of two alike in a row either may be missing.
        if (word == title.syllables[missing - 1]) continue;
        Title left = title.syllables;
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(missing));
        if (all.contains(left) || !is_broken(left, missing, word, words)) continue;
        const std::uint16_t start = left.front().code();
        starts_.set(start);
        broken_[start].push_back({std::move(left), missing, title.words[missing]});
      }
    }
  }

  const RuleInfo& info() const override { return rule_info<"garble.title">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
      if (!tokens[i].syllable) continue;
      const std::uint16_t start = text::fold_i_y(tokens[i].syllable).code();
      if (!starts_.test(start)) continue;
      const Broken* longest = nullptr;
      for (const Broken& broken : broken_.at(start)) {
        if (stands_at(analysis, i, broken.left) && (longest == nullptr || broken.left.size() > longest->left.size())) {
          longest = &broken;
        }
      }
      if (longest == nullptr) continue;
      tell(analysis, paragraph, i, *longest, sink);
      i += longest->left.size() - 1;
    }
  }

 private:
  // What is left of a title without one of its words.
  struct Broken {
    Title left;
    std::size_t missing = 0;  // index in the title
    std::u16string word;
  };

  // Whether what is left is never said and the word mends it.
  static bool is_broken(const Title& left, std::size_t missing, Syllable word, const model::LanguageModel& words) {
    model::State state = words.no_context();
    for (std::size_t i = 0; i < missing; ++i) words.score(state, words.find(left[i]), state);
    const model::Score met = words.score(state, words.find(left[missing]));
    if (met.order > known_order || met.log_probability > strange) return false;
    model::State with = state;
    float mended = words.score(state, words.find(word), with).log_probability;
    mended += words.score(with, words.find(left[missing])).log_probability;
    return mended > met.log_probability + least_gain;
  }

  static bool stands_at(const Analysis& analysis, std::size_t first, const Title& title) {
    const std::vector<Token>& tokens = analysis.tokens;
    if (first + title.size() > tokens.size()) return false;
    for (std::size_t k = 0; k < title.size(); ++k) {
      const Token& token = tokens[first + k];
      if (!token.syllable || text::fold_i_y(token.syllable) != title[k]) return false;
      if (k > 0 && (token.sentence_start || token.start != tokens[first + k - 1].end + 1)) return false;
    }
    return true;
  }

  void tell(const Analysis& analysis, std::uint32_t paragraph, std::size_t first, const Broken& broken,
            FindingSink& sink) const {
    const Token& begin = analysis.tokens[first];
    const Token& before = analysis.tokens[first + broken.missing - 1];
    const Token& after = analysis.tokens[first + broken.missing];
    const Token& end = analysis.tokens[first + broken.left.size() - 1];
    const bool upper = before.letter_case == LetterCase::upper && after.letter_case == LetterCase::upper;
    std::u16string whole = analysis.text.substr(begin.start, before.end - begin.start);
    whole += u' ';
    whole += upper ? text::to_upper(broken.word) : broken.word;
    whole += u' ';
    whole += analysis.text.substr(after.start, end.end - after.start);
    const text::Message message(texts::finding_garble_title, whole);
    report(sink, info(), {paragraph, begin.start, end.end}, 0.9F, message, {std::move(whole)});
  }

  std::bitset<text::code_limit> starts_;
  std::unordered_map<std::uint16_t, std::vector<Broken>> broken_;  // by first syllable
};

}  // namespace

std::unique_ptr<Rule> make_garble_title(const RuleData& data) {
  if (data.model == nullptr) return nullptr;
  return make_or_tell(
      data, [&] { return std::make_unique<TitleRule>(read_titles(data.folder / "titles.txt"), *data.model); });
}

}  // namespace soat::check
