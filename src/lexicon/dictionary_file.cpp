#include "lexicon/dictionary_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <string>
#include <utility>

#include "text/checksum.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/error.h"

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
  const auto fail = [&, whole = text](std::size_t line, text::MessageId<0> reason) {
    text::data_fault(file_name, line, reason, !is_sealed(whole));
  };
  if (const auto bad = text::find_invalid_utf8(text)) {
    fail(1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n')),
         texts::error_row_not_utf8);
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::size_t count = 0;
  std::string_view head = cut_line(text);
  if (!read_number(cut(head, '\t'), count)) fail(1, texts::error_row_no_count);
  if (count > text.size()) fail(1, texts::error_row_other_count);
  std::vector<DictionaryEntry> entries;
  entries.reserve(count);
  for (std::size_t line_number = 2; !text.empty(); ++line_number) {
    std::string_view rest = cut_line(text);
    if (rest.empty()) continue;
    std::string_view spelling = cut(rest, '\t');
    DictionaryEntry entry;
    entry.line = line_number;
    entry.word = cut(spelling, '/');
    if (entry.word.empty()) fail(line_number, texts::error_row_no_entry_word);
    if (entry.word.size() > longest_word) fail(line_number, texts::error_row_long_word);
    while (!rest.empty()) {
      const std::string_view field = cut(rest, ' ');
      if (field.starts_with("po:")) {
        const auto kind =
            std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.first == field.substr(3); });
        if (kind == kinds.end()) fail(line_number, texts::error_row_word_kind);
        entry.kind = kind->second;
      } else if (field.starts_with("fr:")) {
        std::size_t frequency = 0;
        if (!read_number(field.substr(3), frequency) || frequency > highest_frequency) {
          fail(line_number, texts::error_row_frequency);
        }
        entry.frequency = static_cast<std::uint8_t>(frequency);
      }
    }
    entries.push_back(entry);
  }
  if (entries.size() != count) fail(1, texts::error_row_other_count);
  return entries;
}

bool is_sealed(std::string_view text) {
  constexpr std::string_view mark = "\tsoat:words-1 checksum:";
  const std::string_view head = cut_line(text);
  const auto digits = text::checksum_digits(text::checksum(text));
  const std::size_t at = head.find('\t');
  return at != std::string_view::npos && head.substr(at).starts_with(mark) &&
         head.substr(at + mark.size()) == std::string_view(digits.data(), digits.size());
}

}  // namespace soat::lexicon
