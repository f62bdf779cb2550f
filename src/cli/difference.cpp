#include "cli/difference.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "report/names.h"
#include "text/utf.h"

namespace soat::cli {
namespace {

// With the line feed that ends each; only the last can lack it.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

void append_header(std::string& out, const std::string& name) {
  const std::string line = report::one_line(name);
  // A name ends before a tab; without one, before its first blank.
  const std::string end = line.find(' ') == std::string::npos ? "\n" : "\t\n";
  out += "--- " + line + end + "+++ " + line + end;
}

// first: from 0.
void append_range(std::string& out, std::size_t first, std::size_t count) {
  // An empty range is named by the line before it.
  out += std::to_string(count > 0 ? first + 1 : first);
  if (count != 1) out += "," + std::to_string(count);
}

void append_lines(std::string& out, char sign, std::span<const std::string_view> lines) {
  for (const std::string_view line : lines) {
    out += sign;
    out += line;
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }
}

void append_hunk(std::string& out, std::size_t first, std::span<const std::string_view> before,
                 std::span<const std::string_view> after) {
  out += "@@ -";
  append_range(out, first, before.size());
  out += " +";
  append_range(out, first, after.size());
  out += " @@\n";
  append_lines(out, '-', before);
  append_lines(out, '+', after);
}

}  // namespace

std::string difference(const std::string& name, std::string_view before, std::string_view after) {
  std::string out;
  if (before == after) return out;
  append_header(out, name);
  const std::vector<std::string_view> old_lines = lines_of(before);
  const std::vector<std::string_view> new_lines = lines_of(after);
  const std::span<const std::string_view> left(old_lines);
  const std::span<const std::string_view> right(new_lines);
  if (left.size() == right.size()) {
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (left[i] != right[i]) append_hunk(out, i, left.subspan(i, 1), right.subspan(i, 1));
    }
    return out;
  }
  // Line ends were put in or taken out: all from the first line that differs to the last.
  const std::size_t least = std::min(left.size(), right.size());
  std::size_t head = 0;
  while (head < least && left[head] == right[head]) ++head;
  std::size_t tail = 0;
  while (tail < least - head && left[left.size() - 1 - tail] == right[right.size() - 1 - tail]) ++tail;
  append_hunk(out, head, left.subspan(head, left.size() - head - tail),
              right.subspan(head, right.size() - head - tail));
  return out;
}

std::string difference(const std::string& name, std::span<const std::u16string> before,
                       std::span<const std::u16string> after) {
  std::string out;
  for (std::size_t i = 0; i < before.size() && i < after.size(); ++i) {
    if (before[i] == after[i]) continue;
    if (out.empty()) append_header(out, name);
    const std::string old_line = text::to_utf8(before[i]) + "\n";
    const std::string new_line = text::to_utf8(after[i]) + "\n";
    append_hunk(out, i, std::to_array<std::string_view>({old_line}), std::to_array<std::string_view>({new_line}));
  }
  return out;
}

}  // namespace soat::cli
