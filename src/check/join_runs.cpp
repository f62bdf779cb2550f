#include "check/join_runs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

namespace soat::check {
namespace {

std::pair<std::uint32_t, std::uint32_t> start_of(const Finding& finding) {
  return {finding.paragraph, finding.start};
}

// Where the place of a finding ends; an empty range claims one unit.
std::pair<std::uint32_t, std::uint32_t> end_of(const Finding& finding) {
  return {finding.paragraph, std::max(finding.end, finding.start + 1)};
}

// Precondition: next begins behind the end of run, in the same paragraph.
void append(Finding& run, Finding&& next, std::u16string_view original) {
  std::u16string& all = run.suggestions.edit().front();
  all += original.substr(run.end, next.start - run.end);
  all += next.suggestions.front();
  run.end = next.end;
}

}  // namespace

bool is_about_storage(const Finding& finding) {
  return finding.category() == Category::encoding && finding.severity == Severity::info &&
         finding.suggestions.size() == 1;
}

void join_runs(std::vector<Finding>& findings, std::span<const text::Analysis> paragraphs) {
  const auto storage = std::stable_partition(findings.begin(), findings.end(),
                                             [](const Finding& finding) { return !is_about_storage(finding); });
  if (storage == findings.end()) return;
  // The others, which do not overlap each other, and the words about storage are gone through side by side.
  std::vector<Finding> runs;
  auto other = findings.begin();  // the first that ends behind the start of the word
  auto other_of_run = other;
  for (auto word = storage; word != findings.end(); ++word) {
    while (other != storage && end_of(*other) <= start_of(*word)) ++other;
    if (other != storage && start_of(*other) < end_of(*word)) continue;
    if (!runs.empty() && other == other_of_run && runs.back().paragraph == word->paragraph) {
      append(runs.back(), std::move(*word), paragraphs[word->paragraph].original);
    } else {
      runs.push_back(std::move(*word));
    }
    other_of_run = other;
  }
  findings.erase(storage, findings.end());
  const auto middle = static_cast<std::ptrdiff_t>(findings.size());
  std::move(runs.begin(), runs.end(), std::back_inserter(findings));
  std::inplace_merge(findings.begin(), findings.begin() + middle, findings.end(),
                     [](const Finding& a, const Finding& b) { return start_of(a) < start_of(b); });
}

}  // namespace soat::check
