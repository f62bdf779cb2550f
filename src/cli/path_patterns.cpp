#include "cli/path_patterns.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "cli/glob.h"

namespace soat::cli {
namespace {

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (end > at) out.emplace_back(path.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// Whether the segments of a path are those of a pattern: which of its beginnings match is known for one segment more at
// a time, so that many "**" cost no more than their number.
bool matches(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  std::vector<bool> row(path.size() + 1, false);
  row[0] = true;
  for (const std::string& segment : pattern) {
    std::vector<bool> next(path.size() + 1, false);
    for (std::size_t i = 0; i <= path.size(); ++i) {
      if (segment == "**") {
        next[i] = row[i] || (i > 0 && next[i - 1]);
      } else if (i > 0 && row[i - 1]) {
        next[i] = matches_glob(segment, path[i - 1]);
      }
    }
    row = std::move(next);
  }
  return row.back();
}

}  // namespace

void PathPatterns::add(std::string_view line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == '\n' || line.back() == ' ')) line.remove_suffix(1);
  if (line.empty() || line.front() == '#') return;
  Pattern pattern;
  if (line.front() == '!') {
    pattern.is_negated = true;
    line.remove_prefix(1);
  } else if (line.starts_with("\\#") || line.starts_with("\\!")) {
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    pattern.is_for_folders = true;
    line.remove_suffix(1);
  }
  pattern.segments = split(line);
  if (pattern.segments.empty()) return;
  // All that is in a folder, not the folder itself, so that what a later line takes in again is reached.
  if (pattern.segments.size() > 1 && pattern.segments.back() == "**") pattern.segments.emplace_back("*");
  if (line.find('/') == std::string_view::npos) pattern.segments.insert(pattern.segments.begin(), "**");
  patterns_.push_back(std::move(pattern));
}

void PathPatterns::add_lines(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    add(text.substr(at, end - at));
    at = end + 1;
  }
}

PathPatterns::Verdict PathPatterns::judge(std::string_view path, bool is_folder) const {
  const std::vector<std::string> segments = split(path);
  for (auto at = patterns_.rbegin(); at != patterns_.rend(); ++at) {
    if (at->is_for_folders && !is_folder) continue;
    if (matches(at->segments, segments)) return at->is_negated ? Verdict::included : Verdict::excluded;
  }
  return Verdict::none;
}

}  // namespace soat::cli
