#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "check/rules/capitalisation/title_case.h"
#include "check/variants/parts.h"
#include "text/letter_case.h"
#include "text/letters.h"
#include "text/patterns.h"

namespace soat::check::variants {

namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

constexpr std::size_t shortest = 2;  // letters
constexpr std::size_t longest = 10;
constexpr std::size_t least_unexplained = 3;  // TP, GS and their like need no explanation
constexpr std::size_t most_between = 8;       // tokens between the brackets of an explanation
constexpr std::size_t most_skipped = 4;       // words of a full form that give no letter: và, của

char16_t bare_lower(char16_t unit) {
  const text::LetterInfo info = text::letter_info(unit);
  return info.letter == text::Letter::none ? text::to_lower(unit) : text::letter_unit(text::base_letter(info.letter));
}

// Capitals throughout, as an abbreviation that was made of the first letters of words.
bool is_abbreviation(const Analysis& analysis, const Token& token) {
  const std::u16string_view word = analysis.view(token);
  if (word.size() < shortest || word.size() > longest || text::is_roman_numeral(word)) return false;
  if (token.kind != TokenKind::abbreviation && (token.kind != TokenKind::word || token.syllable)) return false;
  return std::ranges::all_of(word, [](char16_t unit) { return text::to_lower(unit) != unit; });
}

// The tokens of a full form.
struct Words {
  std::size_t first = 0;
  std::size_t end = 0;
};

// What stands before `end` and begins with the letters of an abbreviation, word by word; small words may be between.
std::optional<Words> full_form_before(const Analysis& analysis, std::size_t end, std::u16string_view letters) {
  std::size_t left = letters.size();
  std::size_t skipped = 0;
  for (std::size_t i = end; i > 0 && left > 0;) {
    const Token& token = analysis.tokens[--i];
    if (token.kind != TokenKind::word && token.kind != TokenKind::hyphenated) return std::nullopt;
    if (bare_lower(analysis.text[token.start]) == bare_lower(letters[left - 1])) {
      --left;
      if (left == 0) return Words{i, end};
    } else if (token.letter_case != text::LetterCase::lower || ++skipped > most_skipped) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

// “Bảo hiểm xã hội (BHXH)”, “… (sau đây gọi tắt là BHXH)”: where such an abbreviation stands, by the bracket's token.
std::optional<std::size_t> explained_in(const Analysis& analysis, std::size_t bracket) {
  const std::vector<Token>& tokens = analysis.tokens;
  if (analysis.view(tokens[bracket]) != u"(") return std::nullopt;
  for (std::size_t i = bracket + 1; i + 1 < tokens.size() && i <= bracket + most_between; ++i) {
    if (analysis.view(tokens[i + 1]) != u")") continue;
    if (!is_abbreviation(analysis, tokens[i])) return std::nullopt;
    static constexpr std::array<std::u16string_view, 3> introducing = {u"là", u"tắt", u":"};
    if (i > bracket + 1 && std::ranges::find(introducing, analysis.view(tokens[i - 1])) == introducing.end())
      return std::nullopt;
    return i;
  }
  return std::nullopt;
}

struct Explanation {
  std::u16string letters;
  Spot form;
  Spot short_form;
};

// All that a document says of its abbreviations.
struct Collected {
  std::map<std::u16string, std::vector<Spot>> uses;  // by abbreviation, explanations among them
  std::vector<Explanation> explanations;
};

Collected collect(std::span<const Analysis> paragraphs) {
  Collected out;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    const Analysis& analysis = paragraphs[p];
    const bool in_capitals = capitals_of(analysis) == ParagraphCapitals::every_letter;
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
      const Token& token = analysis.tokens[i];
      if (!in_capitals && is_abbreviation(analysis, token))
        out.uses[std::u16string(analysis.view(token))].push_back({p, token.start, token.end});
      const auto at = explained_in(analysis, i);
      if (!at) continue;
      const Token& short_form = analysis.tokens[*at];
      const auto words = full_form_before(analysis, i, analysis.view(short_form));
      if (!words) continue;
      out.explanations.push_back({std::u16string(analysis.view(short_form)),
                                  {p, analysis.tokens[words->first].start, analysis.tokens[words->end - 1].end},
                                  {p, short_form.start, short_form.end}});
    }
  }
  return out;
}

std::u16string wording(std::span<const Analysis> paragraphs, const Spot& spot) {
  return paragraphs[spot.paragraph].text.substr(spot.start, spot.end - spot.start);
}

// One abbreviation with two full forms; capitals make no other one.
void add_full_forms(std::span<const Analysis> paragraphs, const Collected& collected, std::vector<VariantGroup>& out) {
  std::map<std::u16string, std::map<std::u16string, std::vector<Spot>>> forms;
  for (const Explanation& explanation : collected.explanations)
    forms[explanation.letters][text::to_lower(wording(paragraphs, explanation.form))].push_back(explanation.form);
  for (const auto& [letters, by_form] : forms) {
    if (by_form.size() < 2) continue;
    std::vector<std::vector<Spot>> spots;
    for (const auto& [form, places] : by_form) spots.push_back(places);
    out.push_back(make_group(VariantKind::full_form, paragraphs, spots,
                             [&](std::size_t way, const Spot& spot, std::size_t other) {
                               return wording(paragraphs, way == other ? spot : spots[other].front());
                             }));
    for (Variant& variant : out.back().variants) variant.form += u" (" + letters + u")";
  }
}

// One full form with two abbreviations: all their uses are places.
void add_short_forms(std::span<const Analysis> paragraphs, const Collected& collected, std::vector<VariantGroup>& out) {
  std::map<std::u16string, std::set<std::u16string>> letters;
  for (const Explanation& explanation : collected.explanations)
    letters[text::to_lower(wording(paragraphs, explanation.form))].insert(explanation.letters);
  for (const auto& [form, short_forms] : letters) {
    if (short_forms.size() < 2) continue;
    const std::vector<std::u16string> ways(short_forms.begin(), short_forms.end());
    std::vector<std::vector<Spot>> spots;
    for (const std::u16string& way : ways) {
      const auto uses = collected.uses.find(way);
      spots.push_back(uses == collected.uses.end() ? std::vector<Spot>() : uses->second);
    }
    out.push_back(make_group(VariantKind::short_form, paragraphs, spots,
                             [&](std::size_t, const Spot&, std::size_t other) { return ways[other]; }));
  }
}

// An abbreviation that stands before it is explained: at its first place the full form may be written with it.
void add_late(std::span<const Analysis> paragraphs, const std::u16string& letters, const std::vector<Spot>& uses,
              const Explanation& explained, std::vector<VariantGroup>& out) {
  if (uses.front() >= explained.short_form) return;
  std::vector<Spot> before;
  for (const Spot& use : uses) {
    if (use < explained.short_form) before.push_back(use);
  }
  const std::u16string full = wording(paragraphs, explained.form) + u" (" + letters + u")";
  VariantGroup group{VariantKind::late, {}};
  Variant alone{letters, {}, false};
  for (const Spot& spot : before)
    alone.places.push_back({handed_in(paragraphs, spot), {letters, spot == before.front() ? full : letters}});
  const Spot whole{explained.form.paragraph, explained.form.start, explained.short_form.end};
  group.variants.push_back(std::move(alone));
  const std::u16string there = wording(paragraphs, whole);
  group.variants.push_back({full, {{handed_in(paragraphs, whole), {there, there}}}, true});
  out.push_back(std::move(group));
}

// Runs of words whose first letters are an abbreviation of the document, by abbreviation and wording.
using FullForms = std::map<std::u16string, std::map<std::u16string, std::vector<Spot>>>;

FullForms full_forms_of(std::span<const Analysis> paragraphs, const std::set<std::u16string>& wanted) {
  std::unordered_map<std::u16string, std::u16string> by_bare;
  std::set<std::size_t> lengths;
  for (const std::u16string& letters : wanted) {
    std::u16string bare;
    for (const char16_t letter : letters) bare += bare_lower(letter);
    by_bare.emplace(std::move(bare), letters);
    lengths.insert(letters.size());
  }
  FullForms found;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    const Analysis& analysis = paragraphs[p];
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind != TokenKind::word || tokens[i].letter_case != text::LetterCase::capitalised) continue;
      std::u16string initials;
      for (std::size_t k = i; k < tokens.size() && initials.size() < longest; ++k) {
        if (tokens[k].kind != TokenKind::word || (k > i && tokens[k].start != tokens[k - 1].end + 1)) break;
        initials += bare_lower(analysis.text[tokens[k].start]);
        if (!lengths.contains(initials.size())) continue;
        const auto letters = by_bare.find(initials);
        if (letters == by_bare.end()) continue;
        const Spot spot{p, tokens[i].start, tokens[k].end};
        found[letters->second][text::to_lower(wording(paragraphs, spot))].push_back(spot);
      }
    }
  }
  return found;
}

// Abbreviations that are explained nowhere, each with the run of words that most often may be its full form, if that
// stands more than once: a single one may be chance.
void add_unexplained(std::span<const Analysis> paragraphs, const Collected& collected,
                     const std::set<std::u16string>& unexplained, std::vector<VariantGroup>& out) {
  constexpr std::size_t least_full = 2;
  const FullForms forms = full_forms_of(paragraphs, unexplained);
  for (const std::u16string& letters : unexplained) {
    const std::vector<Spot>& uses = collected.uses.at(letters);
    const std::vector<Spot>* full = nullptr;
    if (const auto found = forms.find(letters); found != forms.end()) {
      for (const auto& [form, spots] : found->second) {
        if (spots.size() >= least_full && (full == nullptr || spots.size() > full->size())) full = &spots;
      }
    }
    std::vector<std::vector<Spot>> spots = {uses};
    if (full != nullptr) spots.push_back(*full);
    out.push_back(make_group(VariantKind::unexplained, paragraphs, spots,
                             [&](std::size_t way, const Spot& spot, std::size_t other) {
                               if (way == other) return wording(paragraphs, spot);
                               return other == 0 ? letters : wording(paragraphs, full->front());
                             }));
    if (full == nullptr) out.back().variants.front().can_be_chosen = false;
  }
}

}  // namespace

void add_abbreviations(std::span<const Analysis> paragraphs, std::vector<VariantGroup>& out) {
  const Collected collected = collect(paragraphs);
  add_full_forms(paragraphs, collected, out);
  add_short_forms(paragraphs, collected, out);
  std::map<std::u16string, const Explanation*> explained;
  for (const Explanation& explanation : collected.explanations) explained.emplace(explanation.letters, &explanation);
  std::set<std::u16string> unexplained;
  for (const auto& [letters, uses] : collected.uses) {
    if (const auto found = explained.find(letters); found != explained.end()) {
      add_late(paragraphs, letters, uses, *found->second, out);
    } else if (letters.size() >= least_unexplained) {
      unexplained.insert(letters);
    }
  }
  add_unexplained(paragraphs, collected, unexplained, out);
}

}  // namespace soat::check::variants
