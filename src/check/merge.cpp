#include "check/merge.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "check/join_runs.h"
#include "check/rules/table.h"

namespace soat::check {
namespace {

// An empty range (something missing between two words) claims the place of one unit.
bool overlap(const Finding& a, const Finding& b) {
  return a.start < std::max(b.end, b.start + 1) && b.start < std::max(a.end, a.start + 1);
}

// A phrase says more than a word in it, when it is surer: the word may even be spelt right. Two words that should be
// one say more than that one of them is no word, when they are about as sure.
constexpr float about_as_sure = 0.2F;

bool explains(const Finding& phrase, const Finding& word) {
  if (word.category() != Category::spelling || phrase.start > word.start || phrase.end < word.end) return false;
  if (phrase.end - phrase.start <= word.end - word.start) return false;
  return (phrase.category() == Category::garble && phrase.confidence >= word.confidence) ||
         (phrase.category() == Category::spelling && phrase.confidence > word.confidence - about_as_sure);
}

// How a text is set (marks, capitals, style) never hides that a word of it is wrong.
bool is_form(const Finding& finding) {
  return finding.category() == Category::punctuation || finding.category() == Category::capitalisation ||
         finding.category() == Category::style;
}
bool is_wording(const Finding& finding) {
  return finding.category() == Category::spelling || finding.category() == Category::garble;
}

// The entries of rules lie in one table, in the order in which they win a tie.
bool comes_first(const Finding& a, const Finding& b) {
  return std::tie(a.paragraph, a.start, a.end, a.rule) < std::tie(b.paragraph, b.start, b.end, b.rule);
}

// A word that is likely one slip away from what was meant is hardly another word in its place.
bool is_slip_of(const Finding& word, const Finding& phrase) {
  constexpr float likely = 0.6F;
  return word.category() == Category::spelling && phrase.rule == &rule_info<"garble.context-fill">() &&
         word.start == phrase.start && word.end == phrase.end && word.confidence >= likely;
}

// What the user's office has said goes before whatever a rule holds.
bool is_of_house(const Finding& finding) {
  return finding.rule == &rule_info<"style.house-list">();
}

bool wins(const Finding& a, const Finding& b) {
  if (is_of_house(a) != is_of_house(b)) return is_of_house(a);
  if (is_slip_of(a, b)) return true;
  if (is_slip_of(b, a)) return false;
  if (explains(a, b)) return true;
  if (explains(b, a)) return false;
  if (is_wording(a) && is_form(b)) return true;
  if (is_form(a) && is_wording(b)) return false;
  return a.confidence > b.confidence;
}

}  // namespace

void merge(std::vector<Finding>& findings) {
  // Decomposed letters are read as they are meant: what is found in them is settled first (see join_runs()).
  // A document that has none is spared the memory for a second list.
  auto apart = findings.begin();
  if (std::any_of(findings.begin(), findings.end(), is_about_storage))
    apart = std::stable_partition(findings.begin(), findings.end(), is_about_storage);
  std::stable_sort(apart, findings.end(), comes_first);
  const std::size_t begin = static_cast<std::size_t>(apart - findings.begin());
  std::size_t kept = begin;
  for (std::size_t i = begin; i < findings.size(); ++i) {
    Finding& next = findings[i];
    // What is kept does not overlap itself, so only its tail can reach next; next stays when it wins against all it
    // overlaps.
    std::size_t first = kept;
    bool stays = true;
    while (first > begin && findings[first - 1].paragraph == next.paragraph && overlap(findings[first - 1], next)) {
      --first;
      stays = stays && wins(next, findings[first]);
    }
    if (!stays) continue;
    if (first != i) findings[first] = std::move(next);
    kept = first + 1;
  }
  findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(kept), findings.end());
  if (begin > 0) std::stable_sort(findings.begin(), findings.end(), comes_first);
}

}  // namespace soat::check
