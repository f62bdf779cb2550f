#include "document/hidden_text.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/utf.h"

namespace soat::document {

std::vector<std::vector<Hidden>> by_line(const std::vector<Hidden>& hidden, const std::vector<std::size_t>& starts) {
  std::vector<std::vector<Hidden>> lines(starts.empty() ? 0 : starts.size() - 1);
  for (const Hidden& one : hidden) {
    auto line =
        static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), one.start) - starts.begin()) - 1;
    std::u16string_view shown = one.shown;
    for (; line < lines.size() && starts[line] < one.end; ++line) {
      const std::size_t from = std::max(one.start, starts[line]) - starts[line];
      const std::size_t to = std::min(one.end, starts[line + 1] - 1) - starts[line];
      if (from < to) lines[line].push_back({from, to, shown});
      shown = {};
    }
  }
  return lines;
}

void add_note(std::u16string_view comment, std::size_t line, bool is_alone, std::vector<Note>& notes) {
  if (comment.starts_with(u"soat-ignore")) notes.push_back({is_alone ? line + 1 : line, text::to_utf8(comment)});
}

void append_line(std::u16string_view line, const std::vector<Hidden>& hidden, Document& document) {
  std::u16string read;
  std::vector<Document::Run> runs;
  std::size_t at = 0;
  const auto keep_to = [&](std::size_t end) {
    if (end <= at) return;
    runs.push_back({read.size(), at, end - at});
    read += line.substr(at, end - at);
  };
  for (const Hidden& one : hidden) {
    keep_to(one.start);
    read += one.shown;
    at = std::max(at, one.end);
  }
  keep_to(line.size());
  document.append(read, line, std::move(runs));
}

}  // namespace soat::document
