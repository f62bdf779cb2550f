#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/family_names.h"
#include "check/rule_weights.h"
#include "check/rule_words.h"
#include "check/rules/capitalisation/title_case.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/hash.h"
#include "text/letter_case.h"
#include "texts/rules/capitalisation.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr std::uint32_t shortest = 2;
constexpr std::uint32_t longest = 4;  // words of a name
constexpr std::uint32_t person = 3;   // words from which on a family name tells a person
// Times that the name of a place must stand with its capitals, and how much more often than without.
constexpr std::uint32_t usual = 2;
constexpr std::uint32_t more_frequent = 2;

// Confidence by what is named: numbers of rule-weights.txt.
struct Weights {
  RuleWeights::Of table;
  float person = table["person"];
  float name = table["name"];
};

bool is_syllable(const Token& token) {
  return token.kind == TokenKind::word && token.syllable;
}

// Whether a token goes on with what the one before it began: nothing but one blank between.
bool goes_on(const Analysis& analysis, std::size_t i) {
  return i > 0 && analysis.tokens[i].start == analysis.tokens[i - 1].end + 1 && is_syllable(analysis.tokens[i]);
}

std::uint64_t key_of(const Analysis& analysis, std::size_t first, std::uint32_t length) {
  text::Fnv1a key;
  key.add(length);
  for (std::uint32_t k = 0; k < length; ++k) key.add(text::fold_i_y(analysis.tokens[first + k].syllable).code());
  return key.folded();
}

struct Occurrence {
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
  std::uint32_t length = 0;
};

// A name as the document has it.
struct Known {
  std::uint32_t with_capitals = 0;
  std::uint32_t without = 0;  // some of them missing
  bool is_place = false;      // stands behind a kind of place
};

// A name that the document itself writes with capitals elsewhere (Nguyễn văn Nam, Hoằng hóa).
class Consistent final : public Rule {
 public:
  Consistent(std::shared_ptr<const RuleWords> words, RuleWeights::Of weights)
      : words_(std::move(words)), weights_{weights} {}

  const RuleInfo& info() const override { return rule_info<"capitalisation.consistent">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    check_parties(view, sink);
    std::unordered_map<std::uint64_t, Known> names;
    std::bitset<text::code_limit> starts;
    for (const Analysis& analysis : view.paragraphs) {
      if (capitals_of(analysis) == ParagraphCapitals::sentences) collect(analysis, names, starts);
    }
    if (names.empty()) return;
    std::vector<Occurrence> faults;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      if (capitals_of(view.paragraphs[p]) == ParagraphCapitals::sentences)
        look(view.paragraphs[p], p, starts, names, faults);
    }
    for (const Occurrence& fault : faults) {
      const Analysis& analysis = view.paragraphs[fault.paragraph];
      const Known& known = names.at(key_of(analysis, fault.token, fault.length));
      const bool is_person = fault.length >= person && is_family_name(analysis.tokens[fault.token].syllable);
      if (!is_person &&
          (!known.is_place || known.with_capitals < usual || known.with_capitals < more_frequent * known.without))
        continue;
      tell(analysis, fault, is_person ? weights_.person : weights_.name, sink);
    }
  }

 private:
  // “bên B” where a contract has “Bên B” elsewhere.
  void check_parties(const DocumentView& view, FindingSink& sink) const {
    std::uint32_t with_capital = 0;
    std::vector<Occurrence> small;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const std::vector<Token>& tokens = view.paragraphs[p].tokens;
      for (std::uint32_t i = 0; i + 1 < tokens.size(); ++i) {
        if (!is_party(view.paragraphs[p], i) || tokens[i].sentence_start) continue;
        if (tokens[i].letter_case == LetterCase::lower) {
          small.push_back({p, i, 1});
        } else {
          ++with_capital;
        }
      }
    }
    if (with_capital < usual || with_capital < more_frequent * small.size()) return;
    for (const Occurrence& fault : small) tell(view.paragraphs[fault.paragraph], fault, weights_.name, sink);
  }

  // Bên A, bên B: a party of a contract.
  static bool is_party(const Analysis& analysis, std::uint32_t i) {
    const Token& label = analysis.tokens[i + 1];
    const char16_t letter = analysis.text[label.start];
    return text::equals_in_lower(analysis.view(analysis.tokens[i]), u"bên") &&
           label.start == analysis.tokens[i].end + 1 && (label.length() == 1 || label.kind == TokenKind::initial) &&
           letter >= u'A' && letter <= u'D';
  }

  bool is_kind_of_place(std::u16string_view word) const {
    return (*words_)[RuleWords::List::unit_of_place].has_in_lower(word) ||
           (*words_)[RuleWords::List::place].has_in_lower(word);
  }

  // Runs of words with capitals, as long as they are; the first word of a sentence has one anyway.
  void collect(const Analysis& analysis, std::unordered_map<std::uint64_t, Known>& names,
               std::bitset<text::code_limit>& starts) const {
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 0; i < tokens.size();) {
      if (!is_syllable(tokens[i]) || tokens[i].letter_case != LetterCase::capitalised) {
        ++i;
        continue;
      }
      std::size_t end = i + 1;
      while (end < tokens.size() && goes_on(analysis, end) && tokens[end].letter_case == LetterCase::capitalised) ++end;
      const bool reliable = !tokens[i].sentence_start || (end - i >= person && is_family_name(tokens[i].syllable));
      const std::size_t first = reliable ? i : i + 1;
      if (end - first >= shortest && end - first <= longest) {
        Known& known = names[key_of(analysis, first, static_cast<std::uint32_t>(end - first))];
        ++known.with_capitals;
        known.is_place = known.is_place || (first > 0 && is_kind_of_place(analysis.view(tokens[first - 1])));
        starts.set(text::fold_i_y(tokens[first].syllable).code());
      }
      i = end;
    }
  }

  void look(const Analysis& analysis, std::uint32_t paragraph, const std::bitset<text::code_limit>& starts,
            std::unordered_map<std::uint64_t, Known>& names, std::vector<Occurrence>& faults) const {
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::uint32_t i = 0; i + 1 < tokens.size(); ++i) {
      if (!is_syllable(tokens[i]) || !starts.test(text::fold_i_y(tokens[i].syllable).code())) continue;
      std::uint32_t length = 1;
      while (length < longest && i + length < tokens.size() && goes_on(analysis, i + length)) ++length;
      for (; length >= shortest; --length) {
        if (!lacks_capitals(analysis, i, length)) continue;
        const auto found = names.find(key_of(analysis, i, length));
        if (found == names.end()) continue;
        ++found->second.without;
        faults.push_back({paragraph, i, length});
        i += length - 1;
        break;
      }
    }
  }

  // Whether words of the name lack their capital. A person's may be in small letters throughout; where the family name
  // alone is, it is another word: hồ Hoàn Kiếm. Of a place's the first must have it, behind a kind of place.
  bool lacks_capitals(const Analysis& analysis, std::uint32_t first, std::uint32_t length) const {
    std::uint32_t capitalised = 0;
    for (std::uint32_t k = 0; k < length; ++k) {
      const Token& token = analysis.tokens[first + k];
      if (token.letter_case == LetterCase::capitalised) {
        ++capitalised;
      } else if (token.letter_case != LetterCase::lower) {
        return false;
      }
    }
    const Token& head = analysis.tokens[first];
    const bool head_capitalised = head.letter_case == LetterCase::capitalised;
    if (capitalised == length) return false;
    if (length >= person && is_family_name(head.syllable)) return head_capitalised || capitalised + 1 < length;
    return head_capitalised && first > 0 && !head.sentence_start &&
           is_kind_of_place(analysis.view(analysis.tokens[first - 1]));
  }

  void tell(const Analysis& analysis, const Occurrence& fault, float confidence, FindingSink& sink) const {
    const std::uint32_t start = analysis.tokens[fault.token].start;
    const std::uint32_t end = analysis.tokens[fault.token + fault.length - 1].end;
    std::u16string name = analysis.text.substr(start, end - start);
    for (std::uint32_t k = 0; k < fault.length; ++k) {
      char16_t& first = name[analysis.tokens[fault.token + k].start - start];
      first = text::to_upper(first);
    }
    const text::Message message(texts::finding_capitalisation_consistent, name);
    report(sink, info(), {fault.paragraph, start, end}, confidence, message, {std::move(name)});
  }

  std::shared_ptr<const RuleWords> words_;
  Weights weights_;
};

}  // namespace

std::unique_ptr<Rule> make_capitalisation_consistent(const RuleData& data) {
  if (data.words == nullptr) return nullptr;
  return make_with_weights(
      data, [&] { return std::make_unique<Consistent>(data.words, data.weights->of("capitalisation.consistent")); });
}

}  // namespace soat::check
