#include "review/ignored_place.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "text/char_class.h"
#include "text/checksum.h"
#include "text/hash.h"
#include "text/letter_case.h"
#include "text/table_reader.h"
#include "text/utf.h"

namespace soat::review {

namespace {

bool is_word_unit(char16_t unit) {
  return text::CharTable::get().is_word_unit(unit);
}

std::uint32_t hash_of(std::u16string_view word) {
  const auto hash = static_cast<std::uint32_t>(text::Fnv1a().add_all(text::to_lower(word)).folded());
  return hash == Neighbours::edge ? 1 : hash;
}

// How many agree from the nearest on; the paragraph's edge is the last that can.
std::size_t agreement(const std::array<std::uint32_t, Neighbours::count>& a,
                      const std::array<std::uint32_t, Neighbours::count>& b) {
  for (std::size_t i = 0; i < Neighbours::count; ++i) {
    if (a[i] != b[i]) return i;
    if (a[i] == Neighbours::edge) return i + 1;
  }
  return Neighbours::count;
}

std::u16string id_of(const check::Finding& finding) {
  return {finding.rule->id.begin(), finding.rule->id.end()};
}

// Entries are "name" or "name,before,behind", each ended by a semicolon; of neighbours "hash.hash.hash".
constexpr char entry_end = ';';
constexpr char cell_end = ',';
constexpr char number_end = '.';
constexpr int base = 16;

bool is_escaped(char c) {
  return (static_cast<unsigned char>(c) <= ' ') || c == entry_end || c == cell_end || c == '%';
}

std::string escaped(std::string_view name) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : name) {
    if (is_escaped(c)) {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte / base];
      out += digits[byte % base];
    } else {
      out += c;
    }
  }
  return out;
}

template <class Number>
std::optional<Number> number_of(std::string_view digits) {
  Number number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<std::string> unescaped(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] != '%') {
      out += name[i];
      continue;
    }
    const auto byte = number_of<std::uint8_t>(name.substr(i + 1, 2));
    if (!byte || i + 2 >= name.size()) return std::nullopt;
    out += static_cast<char>(*byte);
    i += 2;
  }
  return out;
}

void append(const std::array<std::uint32_t, Neighbours::count>& side, std::string& out) {
  std::array<char, 8> digits = {};
  for (std::size_t i = 0; i < side.size(); ++i) {
    out += i == 0 ? cell_end : number_end;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), side[i], base).ptr;
    out.append(digits.data(), end);
  }
}

bool read_side(std::string_view cell, std::array<std::uint32_t, Neighbours::count>& side) {
  const std::vector<std::string_view> numbers = text::split(cell, number_end);
  if (numbers.size() != side.size()) return false;
  for (std::size_t i = 0; i < side.size(); ++i) {
    const auto number = number_of<std::uint32_t>(numbers[i]);
    if (!number) return false;
    side[i] = *number;
  }
  return true;
}

}  // namespace

std::u16string rule_for_wording(const check::Finding& finding, std::u16string_view paragraph) {
  constexpr std::size_t longest = 80;
  const std::size_t start = std::min<std::size_t>(finding.start, paragraph.size());
  const std::size_t end = std::clamp<std::size_t>(finding.end, start, paragraph.size());
  const std::u16string_view wording = paragraph.substr(start, end - start);
  std::u16string name = id_of(finding) + u':';
  if (wording.size() <= longest) return name.append(wording);
  const auto digits = text::checksum_digits(text::Fnv1a().add_all(wording).value());
  return name.append(u"#").append(digits.begin(), digits.end());
}

std::u16string_view wording_of_rule(std::u16string_view rule) {
  const std::size_t colon = rule.find(u':');
  const std::u16string_view wording =
      colon == std::u16string_view::npos ? rule.substr(rule.size()) : rule.substr(colon + 1);
  const bool hash = wording.size() == 17 && wording.front() == u'#';
  return hash ? wording.substr(wording.size()) : wording;
}

Neighbours neighbours_of(std::u16string_view paragraph, std::size_t start, std::size_t end) {
  Neighbours out;
  std::size_t at = std::min(start, paragraph.size());
  for (std::uint32_t& word : out.before) {
    while (at > 0 && !is_word_unit(paragraph[at - 1])) --at;
    const std::size_t word_end = at;
    while (at > 0 && is_word_unit(paragraph[at - 1])) --at;
    if (at == word_end) break;
    word = hash_of(paragraph.substr(at, word_end - at));
  }
  at = std::min(end, paragraph.size());
  for (std::uint32_t& word : out.behind) {
    while (at < paragraph.size() && !is_word_unit(paragraph[at])) ++at;
    const std::size_t word_start = at;
    while (at < paragraph.size() && is_word_unit(paragraph[at])) ++at;
    if (at == word_start) break;
    word = hash_of(paragraph.substr(word_start, at - word_start));
  }
  return out;
}

bool are_of_one_place(const Neighbours& a, const Neighbours& b) {
  constexpr std::size_t enough = 4;  // of six; fewer are found beside other places in any long text
  const std::size_t before = agreement(a.before, b.before);
  const std::size_t behind = agreement(a.behind, b.behind);
  const bool both = before > 0 && behind > 0 && before + behind >= enough;
  return a == b || both || before == Neighbours::count || behind == Neighbours::count;
}

IgnoredInDocument IgnoredInDocument::read(std::string_view text) {
  IgnoredInDocument out;
  for (const std::string_view entry : text::split(text, entry_end)) {
    if (entry.empty()) continue;
    const std::vector<std::string_view> cells = text::split(entry, cell_end);
    const std::optional<std::string> name = unescaped(cells[0]);
    const std::u16string known = name ? text::to_utf16(*name) : std::u16string();
    const bool has_wording = known.find(u':') != std::u16string::npos;
    Neighbours neighbours;
    if (!known.empty() && cells.size() == 1) {
      out.rules_.insert(known);
    } else if (has_wording && cells.size() == 3 && read_side(cells[1], neighbours.before) &&
               read_side(cells[2], neighbours.behind)) {
      out.places_[known].push_back(neighbours);
    } else {
      out.strange_.emplace_back(entry);
    }
  }
  return out;
}

std::string IgnoredInDocument::text() const {
  std::string out;
  for (const std::u16string& rule : rules_) out += escaped(text::to_utf8(rule)) + entry_end;
  for (const auto& [name, places] : places_) {
    for (const Neighbours& place : places) {
      out += escaped(text::to_utf8(name));
      append(place.before, out);
      append(place.behind, out);
      out += entry_end;
    }
  }
  for (const std::string& entry : strange_) out += entry + entry_end;
  return out;
}

bool IgnoredInDocument::contains(const check::Finding& finding, std::u16string_view paragraph) const {
  if (!rules_.empty() && rules_.contains(id_of(finding))) return true;
  if (empty()) return false;
  const std::u16string name = rule_for_wording(finding, paragraph);
  if (rules_.contains(name)) return true;
  const auto known = places_.find(name);
  if (known == places_.end()) return false;
  const Neighbours here = neighbours_of(paragraph, finding.start, finding.end);
  return std::ranges::any_of(known->second, [&](const Neighbours& place) { return are_of_one_place(place, here); });
}

bool IgnoredInDocument::add_place(const check::Finding& finding, std::u16string_view paragraph) {
  std::vector<Neighbours>& places = places_[rule_for_wording(finding, paragraph)];
  const Neighbours here = neighbours_of(paragraph, finding.start, finding.end);
  if (std::ranges::find(places, here) != places.end()) return false;
  places.push_back(here);
  return true;
}

bool IgnoredInDocument::add_rule(std::string_view rule) {
  return rules_.insert(text::to_utf16(rule)).second;
}

std::vector<std::u16string> IgnoredInDocument::names() const {
  std::vector<std::u16string> out(rules_.begin(), rules_.end());
  for (const auto& [name, places] : places_) {
    if (!rules_.contains(name)) out.push_back(name);
  }
  return out;
}

bool IgnoredInDocument::remove(std::u16string_view name) {
  const bool rule = rules_.erase(std::u16string(name)) > 0;
  const bool places = places_.erase(std::u16string(name)) > 0;
  return rule || places;
}

}  // namespace soat::review
