#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/word_letters.h"
#include "lexicon/lexicon.h"
#include "text/hash.h"
#include "text/letter_case.h"
#include "text/letters.h"
#include "text/syllable.h"
#include "texts/rules/style.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Letter;
using text::LetterCase;
using text::Syllable;
using text::Token;
using text::TokenKind;

// Two neighbouring words of a name, and where they stand.
struct Occurrence {
  std::uint64_t key = 0;   // equal for spellings that may be of one name
  std::uint64_t form = 0;  // equal for one spelling
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
};

constexpr float unmarked_confidence = 0.5F;

// A letter without its marks; i for y.
char16_t bare(char16_t unit) {
  const text::LetterInfo info = text::letter_info(unit);
  if (info.letter == Letter::none) return text::to_lower(unit);
  const Letter letter = text::base_letter(info.letter);
  return text::letter_unit(letter == Letter::y ? Letter::i : letter);
}

void mix_key(text::Fnv1a& hash, std::u16string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char16_t unit = bare(word[i]);
    hash.add(unit == u'k' && i + 1 == word.size() ? u'c' : unit);
  }
  hash.add(u' ');
}

void mix_form(text::Fnv1a& hash, const Token& token, std::u16string_view word) {
  if (token.syllable) {
    hash.add(0x10000U + token.syllable.code());
  } else {
    for (const char16_t unit : word) hash.add(text::to_lower(unit));
    hash.add(u' ');
  }
}

// One name spelt in two ways in a document (Đắk Lắk and Đắc Lắc, Hoa Kỳ and Hoa Kì). Tells of the rarer spelling. Where
// the tone mark stands (Thuỵ, Thụy) is a matter of style.tone, and names that differ in marks that Vietnamese tells
// words apart by (Hùng, Hưng) are two.
class Name final : public Rule {
 public:
  explicit Name(const RuleData& data) : lexicon_(data.lexicon) {}

  const RuleInfo& info() const override { return rule_info<"style.name">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::vector<Occurrence> occurrences;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) collect(view.paragraphs[p], p, occurrences);
    std::ranges::sort(occurrences, [](const Occurrence& a, const Occurrence& b) {
      return std::tie(a.key, a.form, a.paragraph, a.token) < std::tie(b.key, b.form, b.paragraph, b.token);
    });
    for (auto first = occurrences.begin(); first != occurrences.end();) {
      const auto end = std::find_if(first, occurrences.end(), [&](const Occurrence& o) { return o.key != first->key; });
      if (first->form != (end - 1)->form) judge(view, {first, end}, sink);
      first = end;
    }
  }

 private:
  static bool is_part(const Token& token) {
    return token.kind == TokenKind::word && token.length() > 1 &&
           (token.letter_case == LetterCase::capitalised || token.letter_case == LetterCase::upper);
  }

  static void collect(const Analysis& analysis, std::uint32_t paragraph, std::vector<Occurrence>& occurrences) {
    for (std::uint32_t t = 1; t < analysis.tokens.size(); ++t) {
      const Token& first = analysis.tokens[t - 1];
      const Token& second = analysis.tokens[t];
      if (!is_part(second) || !is_part(first) || second.start != first.end + 1 || second.sentence_start) continue;
      if (first.letter_case != second.letter_case) continue;
      text::Fnv1a key, form;
      for (const Token* token : {&first, &second}) {
        mix_key(key, analysis.view(*token));
        mix_form(form, *token, analysis.view(*token));
      }
      occurrences.push_back({key.value(), form.value(), paragraph, t - 1});
    }
  }

  // Spellings that may be of one name: the most frequent is right, the others are told of if they are the same name.
  void judge(const DocumentView& view, std::span<const Occurrence> all, FindingSink& sink) const {
    std::vector<std::span<const Occurrence>> forms;
    for (std::size_t i = 0; i < all.size();) {
      std::size_t end = i;
      while (end < all.size() && all[end].form == all[i].form) ++end;
      forms.push_back(all.subspan(i, end - i));
      i = end;
    }
    // Of two that are as frequent the one that comes first in the text is taken for right.
    const auto is_better = [](std::span<const Occurrence> a, std::span<const Occurrence> b) {
      if (a.size() != b.size()) return a.size() > b.size();
      return std::tie(a[0].paragraph, a[0].token) < std::tie(b[0].paragraph, b[0].token);
    };
    std::ranges::sort(forms, is_better);
    for (std::size_t i = 1; i < forms.size(); ++i) {
      if (!same_name(view, forms[0][0], forms[i][0])) continue;
      float confidence = confidence_of(forms[0].size(), forms[i].size());
      // Without any mark it may be the name's form in another language (Viet Nam).
      if (!is_marked(view, forms[i][0])) confidence = std::min(confidence, unmarked_confidence);
      for (const Occurrence& occurrence : forms[i]) tell(view, occurrence, forms[0][0], confidence, sink);
    }
  }

  static bool is_marked(const DocumentView& view, const Occurrence& occurrence) {
    const Analysis& analysis = view.paragraphs[occurrence.paragraph];
    return has_marks(analysis.view(analysis.tokens[occurrence.token])) ||
           has_marks(analysis.view(analysis.tokens[occurrence.token + 1]));
  }

  static float confidence_of(std::size_t usual, std::size_t rare) {
    if (usual >= 3 * rare) return 0.8F;
    return usual > rare ? 0.65F : 0.5F;
  }

  bool same_name(const DocumentView& view, const Occurrence& a, const Occurrence& b) const {
    const Analysis& left = view.paragraphs[a.paragraph];
    const Analysis& right = view.paragraphs[b.paragraph];
    for (std::uint32_t k = 0; k < 2; ++k) {
      if (!same_word(left, left.tokens[a.token + k], right, right.tokens[b.token + k])) return false;
    }
    return true;
  }

  // Whether two words that are equal without marks can be spellings of one: where both are syllables in use the marks
  // tell them apart.
  bool same_word(const Analysis& left, const Token& a, const Analysis& right, const Token& b) const {
    if (a.syllable && b.syllable && text::fold_i_y(a.syllable) == text::fold_i_y(b.syllable)) return true;
    const bool in_use = is_in_use(a) && is_in_use(b);
    if (!in_use) return true;
    return text::to_lower(left.view(a)) == text::to_lower(right.view(b));
  }

  bool is_in_use(const Token& token) const { return token.syllable && lexicon_.attested(token.syllable); }

  void tell(const DocumentView& view, const Occurrence& occurrence, const Occurrence& usual, float confidence,
            FindingSink& sink) const {
    const Analysis& analysis = view.paragraphs[occurrence.paragraph];
    const Token& first = analysis.tokens[occurrence.token];
    const Token& second = analysis.tokens[occurrence.token + 1];
    std::u16string name;
    const Analysis& model = view.paragraphs[usual.paragraph];
    for (std::uint32_t k = 0; k < 2; ++k) {
      if (k > 0) name += u' ';
      name += text::apply_case(text::to_lower(model.view(model.tokens[usual.token + k])), first.letter_case);
    }
    const std::u16string written = analysis.text.substr(first.start, second.end - first.start);
    const text::Message message(texts::finding_style_name, written, name);
    report(sink, info(), {occurrence.paragraph, first.start, second.end}, confidence, message, {std::move(name)});
  }

  const lexicon::Lexicon& lexicon_;
};

}  // namespace

std::unique_ptr<Rule> make_style_name(const RuleData& data) {
  return std::make_unique<Name>(data);
}

}  // namespace soat::check
