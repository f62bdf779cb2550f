#include "lexicon/dictionary_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <string>
#include <utility>

#include "text/error.h"
#include "text/utf.h"

namespace soat::lexicon {
namespace {

constexpr std::uint8_t highest_frequency = 31;
constexpr std::size_t longest_word = 200;  // bytes; Hunspell's own limit is of that order

constexpr auto kinds = std::to_array<std::pair<std::string_view, WordKind>>({
    {"syllable", WordKind::syllable},
    {"foreign", WordKind::foreign},
    {"name", WordKind::name},
    {"loan", WordKind::loan},
    {"abbreviation", WordKind::abbreviation},
});

[[noreturn]] void fail(std::string_view file_name, std::size_t line, std::string_view reason) {
  throw Error(std::string(file_name) + ", line " + std::to_string(line) + ": " + std::string(reason) +
              "; install the word list again");
}

// Cuts the text up to the separator (or all of it) from the front.
std::string_view cut(std::string_view& text, char separator) {
  const std::size_t end = text.find(separator);
  const std::string_view head = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return head;
}

std::string_view cut_line(std::string_view& text) {
  std::string_view line = cut(text, '\n');
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool read_number(std::string_view text, std::size_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::vector<DictionaryEntry> parse_dictionary(std::string_view text, std::string_view file_name) {
  if (const auto bad = text::find_invalid_utf8(text)) {
    fail(file_name,
         1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n')),
         "not UTF-8");
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::size_t count = 0;
  if (!read_number(cut_line(text), count)) fail(file_name, 1, "the number of entries is missing");
  if (count > text.size()) fail(file_name, 1, "more entries are announced than there are");
  std::vector<DictionaryEntry> entries;
  entries.reserve(count);
  for (std::size_t line_number = 2; !text.empty(); ++line_number) {
    std::string_view rest = cut_line(text);
    if (rest.empty()) continue;
    std::string_view head = cut(rest, '\t');
    DictionaryEntry entry;
    entry.word = cut(head, '/');
    if (entry.word.empty()) fail(file_name, line_number, "an entry without a word");
    if (entry.word.size() > longest_word) fail(file_name, line_number, "a word longer than 200 bytes");
    while (!rest.empty()) {
      const std::string_view field = cut(rest, ' ');
      if (field.starts_with("po:")) {
        const auto kind =
            std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.first == field.substr(3); });
        if (kind == kinds.end()) fail(file_name, line_number, "an unknown kind of word");
        entry.kind = kind->second;
      } else if (field.starts_with("fr:")) {
        std::size_t frequency = 0;
        if (!read_number(field.substr(3), frequency) || frequency > highest_frequency) {
          fail(file_name, line_number, "a frequency class that is no number from 0 to 31");
        }
        entry.frequency = static_cast<std::uint8_t>(frequency);
      }
    }
    entries.push_back(entry);
  }
  if (entries.size() < count) fail(file_name, 1, "more entries are announced than there are");
  return entries;
}

}  // namespace soat::lexicon
