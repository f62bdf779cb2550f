#pragma once

#include <initializer_list>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding_collector.h"
#include "check/rule.h"
#include "check/rule_data.h"
#include "check/rules/table.h"
#include "check/syllable_candidates.h"
#include "lexicon/lexicon.h"
#include "text/analysis.h"
#include "text/utf.h"

namespace soat::check {

// What a test looks at in a finding, in UTF-8: the paragraph, what stands there in the text as handed in, and the first
// suggestion.
struct Seen {
  std::uint32_t paragraph = 0;
  std::string text;
  std::string suggestion;

  friend bool operator==(const Seen&, const Seen&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Seen& seen) {
    return out << seen.paragraph << " “" << seen.text << "” → “" << seen.suggestion << "”";
  }
};

// One rule over the project's own data.
class RuleProbe {
 public:
  explicit RuleProbe(RuleFactory* make, const reference::KnownSources* sources = nullptr, Scope scope = Scope::whole)
      : rule_(make(data())), sources_(sources), scope_(scope) {}

  // Everything the rule finds in a document, whatever its confidence.
  std::vector<Seen> operator()(std::initializer_list<std::u16string_view> paragraphs) const {
    const std::vector<std::u16string_view> texts(paragraphs);
    const std::vector<text::LegacyStretch> legacy = text::find_legacy(texts);
    std::vector<text::Analysis> analyses(paragraphs.size());
    std::size_t i = 0;
    for (const std::u16string_view paragraph : paragraphs) text::analyse(paragraph, analyses[i++]);
    const DocumentView view{analyses, Profile::strict, scope_, sources_, legacy, texts};
    FindingCollector collector(view);
    for (std::uint32_t p = 0; p < analyses.size(); ++p) rule_->check_paragraph(view, p, collector);
    rule_->check_document(view, collector);
    std::vector<Seen> seen;
    for (const Finding& finding : collector.findings()) {
      const std::u16string_view original = analyses[finding.paragraph].original;
      seen.push_back({finding.paragraph, text::to_utf8(original.substr(finding.start, finding.end - finding.start)),
                      finding.suggestions.empty() ? "" : text::to_utf8(finding.suggestions.front())});
    }
    return seen;
  }

  std::vector<Seen> operator()(std::u16string_view paragraph) const { return (*this)({paragraph}); }

 private:
  static const RuleData& data() {
    static const auto lexicon = lexicon::Lexicon::load({SOAT_SOURCE_DIR "/dictionaries/vi", {}, {}});
    static const SyllableCandidates candidates(*lexicon);
    static std::vector<std::string> problems;
    static const RuleData data{*lexicon, candidates, SOAT_SOURCE_DIR "/dictionaries/vi", nullptr, problems};
    return data;
  }

  std::unique_ptr<Rule> rule_;
  const reference::KnownSources* sources_;
  Scope scope_;
};

using Nothing = std::vector<Seen>;

}  // namespace soat::check
