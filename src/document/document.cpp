#include "document/document.h"

#include <algorithm>

namespace soat::document {
namespace {

constexpr char16_t next_line = u'\u0085';

// Whether the unit can stand before U+0085 in UTF-8 that was taken for Latin-1: it is the first byte of a character of
// two to four bytes or one of its following bytes ("ễ" is E1 BB 85).
bool begins_misread_letter(char16_t unit) {
  return (unit >= 0x80 && unit <= 0xBF && unit != next_line) || (unit >= 0xC2 && unit <= 0xF4);
}

// The length of the line end at the place; 0 when there is none.
std::size_t line_end(std::u16string_view text, std::size_t at) {
  switch (text[at]) {
    case u'\n':
    case u'\u2028':
    case u'\u2029':
      return 1;
    case u'\r':
      return at + 1 < text.size() && text[at + 1] == u'\n' ? 2 : 1;
    case next_line:
      return at > 0 && begins_misread_letter(text[at - 1]) ? 0 : 1;
    default:
      return 0;
  }
}

std::vector<std::u16string_view> views(std::u16string_view text,
                                       const std::vector<std::pair<std::size_t, std::size_t>>& ranges) {
  std::vector<std::u16string_view> all;
  all.reserve(ranges.size());
  for (const auto& [start, end] : ranges) all.push_back(text.substr(start, end - start));
  return all;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> line_ranges(std::u16string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = line_end(text, at);
    if (size > 0) ranges.emplace_back(start, at);
    at += std::max<std::size_t>(size, 1);
    if (size > 0) start = at;
  }
  if (start < text.size()) ranges.emplace_back(start, text.size());
  return ranges;
}

Document Document::from_lines(std::u16string text) {
  Document document;
  document.text_ = std::move(text);
  document.ranges_ = line_ranges(document.text_);
  return document;
}

void Document::append(std::u16string_view paragraph) {
  const std::size_t start = text_.size();
  text_ += paragraph;
  ranges_.emplace_back(start, text_.size());
}

void Document::append(std::u16string_view read, std::u16string_view original, std::vector<Run> runs) {
  append(read);
  original_ranges_.emplace_back(original_text_.size(), original_text_.size() + original.size());
  original_text_ += original;
  runs_.push_back(std::move(runs));
}

std::vector<std::u16string_view> Document::paragraphs() const {
  return views(text_, ranges_);
}

std::vector<std::u16string_view> Document::originals() const {
  return has_originals() ? views(original_text_, original_ranges_) : paragraphs();
}

std::pair<std::size_t, std::size_t> Document::original_range(std::size_t paragraph, std::size_t start,
                                                             std::size_t end) const {
  if (!has_originals()) return {start, end};
  const std::vector<Run>& runs = runs_[paragraph];
  const std::size_t size = original_ranges_[paragraph].second - original_ranges_[paragraph].first;
  // The first run that ends behind a place in what is read.
  const auto run_at = [&](std::size_t place) {
    return std::partition_point(runs.begin(), runs.end(), [&](const Run& run) { return run.read + run.size <= place; });
  };
  // A place outside all runs lies in what stands for something passed over: the range takes all of that.
  const auto start_of = [&](std::size_t place) {
    const auto run = run_at(place);
    if (run != runs.end() && run->read <= place) return run->original + place - run->read;
    return run == runs.begin() ? 0 : (run - 1)->original + (run - 1)->size;
  };
  const auto end_of = [&](std::size_t place) {
    const auto run = run_at(place - 1);
    if (run == runs.end()) return size;
    return run->read < place ? run->original + place - run->read : run->original;
  };
  const std::size_t first = start_of(start);
  return {first, end > start ? std::max(first, end_of(end)) : first};
}

}  // namespace soat::document
