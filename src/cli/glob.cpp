#include "cli/glob.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "text/ascii.h"

namespace soat::cli {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_graphic(char c) {
  return c > ' ' && c < '\x7F';
}

using Class = std::pair<std::string_view, bool (*)(char)>;
constexpr std::array<Class, 12> classes = {{
    {"alnum", [](char c) { return text::is_ascii_letter(c) || is_digit(c); }},
    {"alpha", [](char c) { return text::is_ascii_letter(c); }},
    {"blank", [](char c) { return c == ' ' || c == '\t'; }},
    {"cntrl", [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }},
    {"digit", is_digit},
    {"graph", is_graphic},
    {"lower", is_lower},
    {"print", [](char c) { return is_graphic(c) || c == ' '; }},
    {"punct", [](char c) { return is_graphic(c) && !text::is_ascii_letter(c) && !is_digit(c); }},
    {"space", [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }},
    {"upper", is_upper},
    {"xdigit", [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }},
}};

// One of the things that a pattern is made of: any bytes, or one byte.
struct Element {
  std::size_t size = 0;  // in the pattern
  bool is_star = false;
  bool fits = false;  // the byte that was asked about
};

// What a "[" begins, if it has an end, and whether a byte is in the set.
std::optional<Element> read_set(std::string_view pattern, char byte) {
  std::size_t at = 1;
  const bool is_negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  if (is_negated) ++at;
  bool is_in = false;
  for (const std::size_t first = at; at < pattern.size(); ++at) {
    if (pattern[at] == ']' && at > first) return Element{at + 1, false, is_in != is_negated};
    if (pattern.substr(at).starts_with("[:")) {
      const std::size_t end = pattern.find(":]", at + 2);
      const std::string_view name = end == std::string_view::npos ? "" : pattern.substr(at + 2, end - at - 2);
      const auto* const known = std::ranges::find(classes, name, &Class::first);
      if (known != classes.end()) {
        is_in = is_in || known->second(byte);
        at = end + 1;
        continue;
      }
    }
    if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
    const auto from = static_cast<unsigned char>(pattern[at]);
    auto to = from;
    if (at + 2 < pattern.size() && pattern[at + 1] == '-' && pattern[at + 2] != ']') {
      at += 2;
      if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
      to = static_cast<unsigned char>(pattern[at]);
    }
    const auto asked = static_cast<unsigned char>(byte);
    is_in = is_in || (asked >= from && asked <= to);
  }
  return std::nullopt;
}

// What a pattern begins with, for a byte.
Element read_element(std::string_view pattern, char byte) {
  if (pattern[0] == '*') return {1, true, false};
  if (pattern[0] == '?') return {1, false, true};
  if (pattern[0] == '[') {
    if (const auto set = read_set(pattern, byte)) return *set;
  }
  if (pattern[0] == '\\') return {2, false, pattern.size() > 1 && pattern[1] == byte};
  return {1, false, pattern[0] == byte};
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view name) {
  std::size_t in_pattern = 0;
  std::size_t in_name = 0;
  // Behind the last star, and what it stands for so far: what fails later is tried with a byte more there.
  std::optional<std::pair<std::size_t, std::size_t>> star;
  while (in_name < name.size()) {
    const Element element =
        in_pattern < pattern.size() ? read_element(pattern.substr(in_pattern), name[in_name]) : Element{};
    if (element.is_star) {
      in_pattern += element.size;
      star = {in_pattern, in_name};
    } else if (element.fits) {
      in_pattern += element.size;
      ++in_name;
    } else if (star) {
      in_pattern = star->first;
      in_name = ++star->second;
    } else {
      return false;
    }
  }
  return std::ranges::all_of(pattern.substr(in_pattern), [](char c) { return c == '*'; });
}

}  // namespace soat::cli
