#include "check/finding_collector.h"

#include <cassert>
#include <tuple>
#include <utility>

#include "check/merge.h"

namespace soat::check {

void FindingCollector::add(Finding&& finding) {
  if (finding.confidence < least_confidence(view_.profile)) return;
  assert(finding.paragraph < view_.paragraphs.size());
  const text::Analysis& analysis = view_.paragraphs[finding.paragraph];
  assert(finding.start <= finding.end && finding.end <= analysis.text.size());
  std::tie(finding.start, finding.end) = analysis.original_span(finding.start, finding.end);
  findings_.push_back(std::move(finding));
}

void FindingCollector::add_original(Finding&& finding) {
  if (finding.confidence < least_confidence(view_.profile)) return;
  assert(finding.paragraph < view_.paragraphs.size());
  assert(finding.start <= finding.end && finding.end <= view_.paragraphs[finding.paragraph].original.size());
  findings_.push_back(std::move(finding));
}

void FindingCollector::assess(std::uint32_t paragraph, float probability) {
  assert(paragraph < view_.paragraphs.size());
  probabilities_.resize(view_.paragraphs.size());
  probabilities_[paragraph] = probability;
}

}  // namespace soat::check
