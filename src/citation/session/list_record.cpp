#include "citation/session/list_record.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <set>

#include "citation/session/entry_words.h"
#include "text/char_class.h"
#include "text/hash.h"

namespace soat::citation::session {

namespace {

using Words = std::vector<std::u16string_view>;

struct Known {
  std::size_t length = 0;
  std::uint32_t sum = 0;
  auto operator<=>(const Known&) const = default;
};

Known known(std::u16string_view line) {
  return {line.size(), static_cast<std::uint32_t>(text::Fnv1a().add_all(line).folded())};
}

// "length.sum", the latter in hexadecimal digits; nothing where it is not of that form.
std::optional<Known> read_known(std::string_view text) {
  Known read;
  const char* const end = text.data() + text.size();
  const auto [dot, failed] = std::from_chars(text.data(), end, read.length);
  if (failed != std::errc() || dot == end || *dot != '.') return std::nullopt;
  const auto [behind, wrong] = std::from_chars(dot + 1, end, read.sum, 16);
  return wrong == std::errc() && behind == end ? std::optional(read) : std::nullopt;
}

std::set<Known> read_record(std::string_view record) {
  std::set<Known> lines;
  while (!record.empty()) {
    const std::size_t blank = std::min(record.find(' '), record.size());
    if (const auto line = read_known(record.substr(0, blank))) lines.insert(*line);
    record.remove_prefix(std::min(blank + 1, record.size()));
  }
  return lines;
}

Words words_of(std::u16string_view text) {
  const text::CharTable& table = text::CharTable::get();
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && table.is_word_unit(text[end])) ++end;
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool is_blank(std::u16string_view text) {
  const text::CharTable& table = text::CharTable::get();
  return std::ranges::all_of(text, [&](char16_t unit) { return table.class_of(unit) == text::CharClass::space; });
}

// The lines of a list, old and new, by which its text is known.
class ListText {
 public:
  ListText(const std::vector<ListLine>& lines, const ListMemory& memory)
      : known_(read_record(memory.record)), works_(memory.works) {
    for (const std::u16string& text : memory.texts) known_.insert(known(text));
    for (const ListLine& line : lines) {
      known_.insert(known(line.plain));
      const Words words = words_of(line.plain);
      words_.emplace_back(words.begin(), words.end());
    }
    for (const Known& line : known_) lengths_.insert(line.length);
  }

  // Whether nothing is lost if a text gives way to the list: a line of it, or most of a line, which has been shortened
  // or is written otherwise by another program.
  bool says(std::u16string_view text) const {
    if (is_blank(text) || known_.contains(known(text))) return true;
    const Words words = words_of(text);
    return std::ranges::any_of(words_, [&](const std::set<std::u16string_view>& line) {
      return words.size() * 2 >= line.size() &&
             std::ranges::all_of(words, [&](std::u16string_view word) { return line.contains(word); });
    });
  }

  // Up to where a text is a line of the list; the longest one.
  std::size_t line_at_start(std::u16string_view text) {
    for (auto length = lengths_.upper_bound(text.size()); length != lengths_.begin();) {
      --length;
      if (known_.contains(known(text.substr(0, *length)))) return *length;
    }
    if (!entries_) entries_.emplace(works_);  // takes some time with hundreds of works, and is seldom needed
    return entries_->entry_at_start(text);
  }

 private:
  std::set<Known> known_;
  std::set<std::size_t> lengths_;
  std::vector<std::set<std::u16string_view>> words_;  // of each line that the list is to have
  const std::vector<ItemData>& works_;
  std::optional<EntryWords> entries_;  // of the works
};

}  // namespace

std::string list_record(const std::vector<ListLine>& lines) {
  std::string record;
  for (const ListLine& line : lines) {
    const Known one = known(line.plain);
    char sum[8];
    const auto end = std::to_chars(sum, sum + sizeof sum, one.sum, 16).ptr;
    if (!record.empty()) record += ' ';
    record += std::to_string(one.length) + '.' + std::string(sum, end);
  }
  return record;
}

std::vector<std::size_t> users_text(const std::vector<ListLine>& lines, const ListMemory& memory,
                                    const std::vector<std::u16string>& paragraphs) {
  std::vector<std::size_t> starts;
  ListText list(lines, memory);
  for (const std::u16string_view paragraph : paragraphs) {
    std::size_t at = 0;
    while (at < paragraph.size() && !list.says(paragraph.substr(at))) {
      const std::size_t line = list.line_at_start(paragraph.substr(at));
      if (line == 0) break;
      at += line;
    }
    starts.push_back(list.says(paragraph.substr(at)) ? paragraph.size() : at);
  }
  return starts;
}

}  // namespace soat::citation::session
