#include "check/rules/capitalisation/capital_table.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/hash.h"
#include "text/letter_case.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_name = 32;    // tokens: as many as a mask has bits
constexpr std::size_t most_phrases = 4096;  // that one line may stand for
constexpr std::uint32_t hashed = 0x80000000U;

constexpr std::array<std::pair<std::string_view, CapitalKind>, 7> kinds = {{{"sure", CapitalKind::sure},
                                                                            {"law", CapitalKind::law},
                                                                            {"head", CapitalKind::head},
                                                                            {"body", CapitalKind::body},
                                                                            {"varies", CapitalKind::varies},
                                                                            {"place", CapitalKind::place},
                                                                            {"word", CapitalKind::word}}};

bool is_dash(char16_t unit) {
  return unit == u'-' || unit == u'–' || unit == u'—';
}

// Equal for tokens that are the same word whatever their capitals: a syllable's code, else a hash of the letters.
std::uint32_t key_of(const Analysis& analysis, const Token& token) {
  if (token.syllable) return text::fold_i_y(token.syllable).code();
  if (token.length() == 1 && is_dash(analysis.text[token.start])) return hashed | u'-';
  text::Fnv1a hash;
  for (const char16_t unit : analysis.view(token)) hash.add(text::to_lower(unit));
  return hashed | static_cast<std::uint32_t>(hash.folded());
}

bool begins_with_capital(const Analysis& analysis, const Token& token) {
  const char16_t first = analysis.text[token.start];
  return text::to_lower(first) != first;
}

bool has_case(const Analysis& analysis, const Token& token) {
  const char16_t first = analysis.text[token.start];
  return text::to_lower(first) != first || text::to_upper(first) != first;
}

std::optional<CapitalKind> kind_named(std::string_view name) {
  const auto found = std::ranges::find(kinds, name, &std::pair<std::string_view, CapitalKind>::first);
  if (found == kinds.end()) return std::nullopt;
  return found->second;
}

// Writes out the choices of a line: "[A|B] C" is "A C" and "B C". Empty when brackets do not match or it stands for too
// many.
std::vector<std::string> phrases_of(std::string_view line) {
  std::vector<std::string> phrases = {""};
  while (!line.empty()) {
    const std::size_t open = std::min(line.find('['), line.size());
    for (std::string& phrase : phrases) phrase += line.substr(0, open);
    if (open == line.size()) break;
    const std::size_t close = line.find(']', open);
    if (close == std::string_view::npos) return {};
    std::vector<std::string> longer;
    std::string_view choices = line.substr(open + 1, close - open - 1);
    for (;;) {
      const std::size_t bar = std::min(choices.find('|'), choices.size());
      for (const std::string& phrase : phrases) longer.push_back(phrase + std::string(choices.substr(0, bar)));
      if (longer.size() > most_phrases) return {};
      if (bar == choices.size()) break;
      choices.remove_prefix(bar + 1);
    }
    phrases = std::move(longer);
    line.remove_prefix(close + 1);
  }
  return phrases;
}

}  // namespace

CapitalTable CapitalTable::load(const std::filesystem::path& file) {
  CapitalTable table;
  table.name_of_.push_back(none);
  text::TableReader lines(file, "capitals");
  std::uint16_t number = 0;
  while (lines.next(2, 2)) {
    ++number;
    const std::optional<CapitalKind> kind = kind_named(lines[0]);
    if (!kind) lines.fail(texts::error_row_name_kind);
    const std::vector<std::string> phrases = phrases_of(lines[1]);
    if (phrases.empty()) lines.fail(texts::error_row_bracket);
    for (const std::string& phrase : phrases) {
      if (!table.add(phrase, *kind, number)) lines.fail(texts::error_row_bad_name);
    }
  }
  if (table.names_.empty()) lines.fail(texts::error_row_no_names);
  return table;
}

bool CapitalTable::add(std::string_view phrase, CapitalKind kind, std::uint16_t line) {
  std::u16string plain;
  std::vector<std::pair<std::size_t, char16_t>> marks;  // where in plain ~ and ! stood
  for (const char16_t unit : text::to_utf16(phrase)) {
    if (unit == u'~' || unit == u'!') {
      marks.emplace_back(plain.size(), unit);
    } else {
      plain += unit;
    }
  }
  Analysis analysis;
  text::analyse(plain, analysis);
  if (analysis.text != plain || analysis.tokens.empty() || analysis.tokens.size() > longest_name) return false;
  CapitalName name{kind, static_cast<std::uint8_t>(analysis.tokens.size()), line, 0, 0, 0};
  std::uint32_t node = 0;
  for (std::size_t k = 0; k < analysis.tokens.size(); ++k) {
    const Token& token = analysis.tokens[k];
    const std::uint32_t bit = 1U << k;
    const auto marked = [&](char16_t mark) {
      return std::ranges::find(marks, std::pair<std::size_t, char16_t>(token.start, mark)) != marks.end();
    };
    if (begins_with_capital(analysis, token)) name.upper |= bit;
    if (has_case(analysis, token) && !marked(u'~')) name.cased |= bit;
    if (marked(u'!')) name.anchor |= bit;
    const std::uint32_t key = key_of(analysis, token);
    if (k == 0) starts_.set(slot_of(key));
    const auto [at, added] =
        branch_.try_emplace(static_cast<std::uint64_t>(node) << 32 | key, static_cast<std::uint32_t>(name_of_.size()));
    if (added) name_of_.push_back(none);
    node = at->second;
  }
  if (name_of_[node] == none) {
    name_of_[node] = static_cast<std::uint32_t>(names_.size());
    names_.push_back(name);
    return true;
  }
  // A name that is listed twice: where the two differ, either is right.
  CapitalName& known = names_[name_of_[node]];
  known.cased &= name.cased & ~(known.upper ^ name.upper);
  return true;
}

std::size_t CapitalTable::slot_of(std::uint32_t key) {
  return (key & hashed) == 0 ? key : text::code_limit + key % 4096;
}

std::uint32_t CapitalTable::child(std::uint32_t node, std::uint32_t key) const {
  const auto found = branch_.find(static_cast<std::uint64_t>(node) << 32 | key);
  return found == branch_.end() ? none : found->second;
}

const CapitalName* CapitalTable::find(const Analysis& analysis, std::size_t first) const {
  const std::vector<Token>& tokens = analysis.tokens;
  if (tokens[first].kind != TokenKind::word || !starts_.test(slot_of(key_of(analysis, tokens[first])))) return nullptr;
  const CapitalName* longest = nullptr;
  std::uint32_t node = 0;
  for (std::size_t i = first; i < tokens.size() && i - first < longest_name; ++i) {
    const Token& token = tokens[i];
    if (token.kind == TokenKind::placeholder || (i > first && token.kind == TokenKind::word && !token.space_before))
      break;
    node = child(node, key_of(analysis, token));
    if (node == none) break;
    if (name_of_[node] != none) longest = &names_[name_of_[node]];
  }
  return longest;
}

WrittenCapitals written_capitals(const Analysis& analysis, std::size_t first, std::size_t length) {
  WrittenCapitals written;
  for (std::size_t k = 0; k < length; ++k) {
    const Token& token = analysis.tokens[first + k];
    const std::uint32_t bit = 1U << k;
    if (begins_with_capital(analysis, token)) written.upper |= bit;
    if (has_case(analysis, token)) written.letters |= bit;
    if (token.letter_case == LetterCase::upper && token.length() > 1) written.whole |= bit;
    if (token.length() == 1) written.single |= bit;
  }
  return written;
}

std::u16string with_capitals(const Analysis& analysis, std::size_t first, const CapitalName& name) {
  const std::uint32_t start = analysis.tokens[first].start;
  std::u16string out = analysis.text.substr(start, analysis.tokens[first + name.length - 1].end - start);
  for (std::size_t k = 0; k < name.length; ++k) {
    const Token& token = analysis.tokens[first + k];
    if (token.kind != TokenKind::word && !token.syllable) continue;
    const bool either = (name.cased >> k & 1U) == 0;
    for (std::uint32_t at = token.start; at < token.end; ++at) {
      char16_t& unit = out[at - start];
      if (at > token.start) {
        unit = text::to_lower(unit);
      } else if (!either) {
        unit = (name.upper >> k & 1U) != 0 ? text::to_upper(unit) : text::to_lower(unit);
      }
    }
  }
  return out;
}

}  // namespace soat::check
