#include <algorithm>
#include <array>
#include <string_view>

#include "check/rules/characters.h"
#include "check/variants/parts.h"
#include "text/letter_case.h"

namespace soat::check::variants {

namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

constexpr std::size_t group = 3;  // digits

// The digits of a number from a place on, with what separates them; the sign or unit glued to it left out.
std::u16string_view number_at(const Analysis& analysis, const Token& token) {
  const std::u16string_view text = analysis.view(token);
  std::size_t end = 0;
  while (end < text.size() && (is_digit(text[end]) || ((text[end] == u'.' || text[end] == u',') &&
                                                       end + 1 < text.size() && is_digit(text[end + 1]))))
    ++end;
  return text.substr(0, end);
}

// Whether digits stand in groups of three behind the same separator.
bool is_grouped(std::u16string_view number, char16_t separator) {
  std::size_t digits = 0;
  std::size_t groups = 0;
  for (const char16_t unit : number) {
    if (is_digit(unit)) {
      ++digits;
      continue;
    }
    if (unit != separator || (groups == 0 ? digits == 0 || digits > group : digits != group)) return false;
    ++groups;
    digits = 0;
  }
  return groups > 0 && digits == group;
}

std::u16string with(std::u16string_view number, char16_t from, char16_t to) {
  std::u16string out(number);
  std::ranges::replace(out, from, to);
  return out;
}

std::u16string at(std::span<const Analysis> paragraphs, const Spot& spot) {
  return paragraphs[spot.paragraph].text.substr(spot.start, spot.end - spot.start);
}

// Behind these words and before the sign of a hundredth a number with one separator has decimals.
bool measures(const Analysis& analysis, std::size_t token, std::size_t number_end) {
  if (number_end < analysis.text.size() && analysis.text[number_end] == u'%') return true;
  if (token + 1 >= analysis.tokens.size() || analysis.tokens[token + 1].start > number_end + 1) return false;
  static constexpr std::array<std::u16string_view, 6> words = {u"%", u"triệu", u"tỷ", u"tỉ", u"nghìn", u"ngàn"};
  return std::ranges::find(words, std::u16string_view(analysis.view(analysis.tokens[token + 1]))) != words.end();
}

// Spots by separator: the full stop, then the comma.
using BySeparator = std::array<std::vector<Spot>, 2>;
constexpr std::array<char16_t, 2> separators = {u'.', u','};

void add_by_separator(VariantKind kind, std::span<const Analysis> paragraphs, const BySeparator& found,
                      std::vector<VariantGroup>& out) {
  if (found[0].empty() || found[1].empty()) return;
  out.push_back(
      make_group(kind, paragraphs, {found[0], found[1]}, [&](std::size_t way, const Spot& spot, std::size_t other) {
        return with(at(paragraphs, spot), separators[way], separators[other]);
      }));
}

}  // namespace

// Thousands with full stops or commas; decimals likewise; the sign of a hundredth with a space before it or without.
// With a single comma before three digits it is thousands only where the document has such with two.
void add_numbers(std::span<const Analysis> paragraphs, std::vector<VariantGroup>& out) {
  BySeparator thousands;
  BySeparator decimals;
  std::vector<Spot> single_commas;
  std::array<std::vector<Spot>, 2> percents;  // 5%, 5 %
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    const Analysis& analysis = paragraphs[p];
    for (std::size_t t = 0; t < analysis.tokens.size(); ++t) {
      const Token& token = analysis.tokens[t];
      if (token.kind != TokenKind::number && token.kind != TokenKind::amount) continue;
      const std::u16string_view number = number_at(analysis, token);
      if (number.empty()) continue;
      const auto end = static_cast<std::uint32_t>(token.start + number.size());
      const Spot spot{p, token.start, end};
      const auto separated =
          static_cast<std::size_t>(std::ranges::count_if(number, [](char16_t unit) { return !is_digit(unit); }));
      const bool is_sign = end < analysis.text.size() && analysis.text[end] == u'%';
      const bool is_spaced =
          end + 1 < analysis.text.size() && analysis.text[end] == u' ' && analysis.text[end + 1] == u'%';
      if (is_sign || is_spaced) percents[is_spaced ? 1 : 0].push_back({p, token.start, end + (is_spaced ? 2 : 1)});
      for (std::size_t i = 0; i < separators.size(); ++i) {
        if (is_grouped(number, separators[i])) {
          (separators[i] == u',' && separated == 1 ? single_commas : thousands[i]).push_back(spot);
        } else if (separated == 1 && number.find(separators[i]) + group >= number.size() &&
                   measures(analysis, t, end)) {
          decimals[i].push_back(spot);
        }
      }
    }
  }
  if (!thousands[1].empty()) {
    std::vector<Spot>& commas = thousands[1];
    commas.insert(commas.end(), single_commas.begin(), single_commas.end());
    std::ranges::sort(commas);
  }
  add_by_separator(VariantKind::number, paragraphs, thousands, out);
  add_by_separator(VariantKind::decimal, paragraphs, decimals, out);
  if (percents[0].empty() || percents[1].empty()) return;
  out.push_back(make_group(VariantKind::percent, paragraphs, {percents[0], percents[1]},
                           [&](std::size_t way, const Spot& spot, std::size_t other) {
                             std::u16string written = at(paragraphs, spot);
                             if (way == other) return written;
                             other == 1 ? written.insert(written.size() - 1, u" ")
                                        : written.erase(written.size() - 2, 1);
                             return written;
                           }));
}

}  // namespace soat::check::variants
