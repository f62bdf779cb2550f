#include "check/finding_collector.h"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

namespace soat::check {
namespace {

bool is_address(text::TokenKind kind) {
  return kind == text::TokenKind::url || kind == text::TokenKind::email || kind == text::TokenKind::path;
}

// Whether a change of [start, end) of the original would cut into an address, or lie in it.
bool cuts_address(const text::Analysis& analysis, std::uint32_t start, std::uint32_t end) {
  // The address that reaches over an offset, as a range of the original; empty when none does.
  const auto address_over = [&](std::uint32_t at) -> std::pair<std::uint32_t, std::uint32_t> {
    const auto token = std::partition_point(
        analysis.tokens.begin(), analysis.tokens.end(),
        [&](const text::Token& each) { return analysis.original_span(each.start, each.end).second <= at; });
    if (token == analysis.tokens.end() || !is_address(token->kind)) return {at, at};
    return analysis.original_span(token->start, token->end);
  };
  const auto [first, first_end] = address_over(start);
  if (first < start || (first == start && start < end && end <= first_end)) return true;
  return address_over(end).first < end;
}

}  // namespace

void FindingCollector::keep(Finding&& finding) {
  if (finding.category() != Category::citation &&
      cuts_address(view_.paragraphs[finding.paragraph], finding.start, finding.end))
    return;
  wordings_.share(finding);
  findings_.push_back(std::move(finding));
}

void FindingCollector::add(Finding&& finding) {
  if (finding.confidence < view_.threshold(*finding.rule)) return;
  assert(finding.paragraph < view_.paragraphs.size());
  const text::Analysis& analysis = view_.paragraphs[finding.paragraph];
  assert(finding.start <= finding.end && finding.end <= analysis.text.size());
  std::tie(finding.start, finding.end) = analysis.original_span(finding.start, finding.end);
  keep(std::move(finding));
}

void FindingCollector::add_original(Finding&& finding) {
  if (finding.confidence < view_.threshold(*finding.rule)) return;
  assert(finding.paragraph < view_.paragraphs.size());
  assert(finding.start <= finding.end && finding.end <= view_.paragraphs[finding.paragraph].original.size());
  keep(std::move(finding));
}

void FindingCollector::silence(std::uint32_t paragraph, std::uint32_t start, std::uint32_t end, const RuleInfo& rule,
                               Silence what) {
  assert(start <= end && end <= view_.paragraphs[paragraph].original.size());
  silenced_.add(paragraph, start, end, rule, what);
}

void FindingCollector::leave_out_silenced() {
  silenced_.finish();
  std::erase_if(findings_, [&](const Finding& finding) { return silenced_.covers(finding); });
}

void FindingCollector::assess(std::uint32_t paragraph, float probability) {
  assert(paragraph < view_.paragraphs.size());
  probabilities_.resize(view_.paragraphs.size());
  probabilities_[paragraph] = probability;
}

}  // namespace soat::check
