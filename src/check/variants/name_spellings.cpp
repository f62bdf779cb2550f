#include "check/variants/name_spellings.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "lexicon/lexicon.h"
#include "text/hash.h"
#include "text/letter_case.h"
#include "text/letters.h"
#include "text/syllable.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Letter;
using text::LetterCase;
using text::Token;
using text::TokenKind;

// Two neighbouring words of a name, and where they stand.
struct Occurrence {
  std::uint64_t key = 0;   // equal for spellings that may be of one name
  std::uint64_t form = 0;  // equal for one spelling
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
};

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

bool is_part(const Token& token) {
  return token.kind == TokenKind::word && token.length() > 1 &&
         (token.letter_case == LetterCase::capitalised || token.letter_case == LetterCase::upper);
}

void collect(const Analysis& analysis, std::uint32_t paragraph, std::vector<Occurrence>& occurrences) {
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

bool is_in_use(const lexicon::Lexicon& lexicon, const Token& token) {
  return token.syllable && lexicon.attested(token.syllable);
}

// Whether two words that are equal without marks can be spellings of one: where both are syllables in use the marks
// tell them apart.
bool same_word(const lexicon::Lexicon& lexicon, const Analysis& left, const Token& a, const Analysis& right,
               const Token& b) {
  if (a.syllable && b.syllable && text::fold_i_y(a.syllable) == text::fold_i_y(b.syllable)) return true;
  const bool in_use = is_in_use(lexicon, a) && is_in_use(lexicon, b);
  if (!in_use) return true;
  return text::to_lower(left.view(a)) == text::to_lower(right.view(b));
}

bool same_name(std::span<const Analysis> paragraphs, const lexicon::Lexicon& lexicon, const Occurrence& a,
               const Occurrence& b) {
  const Analysis& left = paragraphs[a.paragraph];
  const Analysis& right = paragraphs[b.paragraph];
  for (std::uint32_t k = 0; k < 2; ++k) {
    if (!same_word(lexicon, left, left.tokens[a.token + k], right, right.tokens[b.token + k])) return false;
  }
  return true;
}

// Spellings that may be of one name: the most frequent, and those of the others that are the same name.
NameSpellings spellings_of(std::span<const Analysis> paragraphs, const lexicon::Lexicon& lexicon,
                           std::span<const Occurrence> all) {
  std::vector<std::span<const Occurrence>> forms;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    while (end < all.size() && all[end].form == all[i].form) ++end;
    forms.push_back(all.subspan(i, end - i));
    i = end;
  }
  std::ranges::sort(forms, [](std::span<const Occurrence> a, std::span<const Occurrence> b) {
    if (a.size() != b.size()) return a.size() > b.size();
    return std::tie(a[0].paragraph, a[0].token) < std::tie(b[0].paragraph, b[0].token);
  });
  NameSpellings spellings;
  for (const std::span<const Occurrence> form : forms) {
    if (!same_name(paragraphs, lexicon, forms[0][0], form[0])) continue;
    std::vector<NamePlace>& places = spellings.emplace_back();
    for (const Occurrence& occurrence : form) places.push_back({occurrence.paragraph, occurrence.token});
  }
  return spellings;
}

}  // namespace

std::vector<NameSpellings> find_name_spellings(std::span<const Analysis> paragraphs, const lexicon::Lexicon& lexicon) {
  std::vector<Occurrence> occurrences;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) collect(paragraphs[p], p, occurrences);
  std::ranges::sort(occurrences, [](const Occurrence& a, const Occurrence& b) {
    return std::tie(a.key, a.form, a.paragraph, a.token) < std::tie(b.key, b.form, b.paragraph, b.token);
  });
  std::vector<NameSpellings> names;
  for (auto first = occurrences.begin(); first != occurrences.end();) {
    const auto end = std::find_if(first, occurrences.end(), [&](const Occurrence& o) { return o.key != first->key; });
    if (first->form != (end - 1)->form) {
      NameSpellings spellings = spellings_of(paragraphs, lexicon, {first, end});
      if (spellings.size() > 1) names.push_back(std::move(spellings));
    }
    first = end;
  }
  return names;
}

std::u16string spelt_as(const Analysis& model, std::uint32_t model_token, const Analysis& there, std::uint32_t token) {
  std::u16string name;
  for (std::uint32_t k = 0; k < 2; ++k) {
    if (k > 0) name += u' ';
    name +=
        text::apply_case(text::to_lower(model.view(model.tokens[model_token + k])), there.tokens[token].letter_case);
  }
  return name;
}

}  // namespace soat::check
