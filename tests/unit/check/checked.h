#pragma once

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/checker.h"
#include "text/utf.h"

// The shipped checker, for tests of rules.
namespace soat::check {

inline const Checker& shipped_checker() {
  static const std::shared_ptr<const Checker> checker =
      Checker::load({std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi", {}, {}});
  return *checker;
}

// The findings of one rule in a text whose paragraphs are separated by line feeds.
inline std::vector<Finding> findings_of(std::string_view rule, std::u16string_view text,
                                        Profile profile = Profile::normal) {
  std::vector<std::u16string_view> paragraphs;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(u'\n', start), text.size());
    paragraphs.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  std::vector<Finding> findings = shipped_checker().check(paragraphs, {profile, {}});
  std::erase_if(findings, [rule](const Finding& finding) { return finding.rule->id != rule; });
  return findings;
}

// "nguời→người đuợc→được": what the rule finds in one paragraph, each with its first suggestion.
inline std::string found(std::string_view rule, std::u16string_view paragraph, Profile profile = Profile::normal) {
  std::string out;
  for (const Finding& finding : findings_of(rule, paragraph, profile)) {
    if (!out.empty()) out += "; ";
    text::append_utf8(paragraph.substr(finding.start, finding.end - finding.start), out);
    if (!finding.suggestions.empty()) out += "→" + text::to_utf8(finding.suggestions.front());
  }
  return out;
}

}  // namespace soat::check
