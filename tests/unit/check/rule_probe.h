#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "check/checker.h"
#include "check/finding_collector.h"
#include "check/rule.h"
#include "check/rule_data.h"
#include "check/rule_info.h"
#include "check/rule_weights.h"
#include "check/rule_words.h"
#include "check/rules/capitalisation/capital_table.h"
#include "check/rules/garble/doubling_table.h"
#include "check/rules/spelling/confusable_table.h"
#include "check/syllable_candidates.h"
#include "lexicon/lexicon.h"
#include "text/analysis.h"
#include "text/utf.h"

// Rules over the project's own data, for tests.
namespace soat::check {

// The shipped checker: all rules, with the language model.
inline const Checker& shipped_checker() {
  static const std::shared_ptr<const Checker> checker =
      Checker::load({std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi", {}, {}});
  return *checker;
}

// The paragraphs of a text, which line feeds separate.
inline std::vector<std::u16string_view> lines_of(std::u16string_view text) {
  std::vector<std::u16string_view> paragraphs;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(u'\n', start), text.size());
    paragraphs.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return paragraphs;
}

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

using Nothing = std::vector<Seen>;

// One kind of finding. alone: what its rule finds without the language model and without the other rules, whatever its
// confidence in profile strict; where another kind's rule finds it, as shipped. shipped: what is left of it among the
// findings of all rules, with the model.
class RuleProbe {
 public:
  enum class Run : std::uint8_t { alone, shipped };

  explicit RuleProbe(std::string_view id, const reference::KnownSources* sources = nullptr, Scope scope = Scope::whole,
                     Run run = Run::alone)
      : info_(*find_rule(id)), sources_(sources), scope_(scope) {
    if (run == Run::alone && info_.make != nullptr) rule_ = info_.make(data());
  }

  std::vector<Seen> operator()(std::initializer_list<std::u16string_view> paragraphs) const {
    const std::vector<std::u16string_view> texts(paragraphs);
    std::vector<Seen> seen;
    for (const Finding& finding : findings(texts, Profile::strict)) {
      const std::u16string_view text = texts[finding.paragraph].substr(finding.start, finding.end - finding.start);
      seen.push_back({finding.paragraph, text::to_utf8(text),
                      finding.suggestions.empty() ? "" : text::to_utf8(finding.suggestions.front())});
    }
    return seen;
  }

  std::vector<Seen> operator()(std::u16string_view paragraph) const { return (*this)({paragraph}); }

  std::vector<Finding> findings(const std::vector<std::u16string_view>& texts, Profile profile) const {
    std::vector<Finding> found =
        rule_ ? findings_alone(texts, profile) : shipped_checker().check(texts, {profile, {}, scope_});
    std::erase_if(found, [&](const Finding& finding) { return finding.rule != &info_; });
    return found;
  }

 private:
  std::vector<Finding> findings_alone(const std::vector<std::u16string_view>& texts, Profile profile) const {
    const std::vector<text::LegacyStretch> legacy = text::find_legacy(texts);
    std::vector<text::Analysis> analyses(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) text::analyse(texts[i], analyses[i]);
    const DocumentView view{analyses, profile, scope_, sources_, legacy, texts};
    FindingCollector collector(view);
    for (std::uint32_t p = 0; p < analyses.size(); ++p) rule_->check_paragraph(view, p, collector);
    rule_->check_document(view, collector);
    return std::move(collector.findings());
  }

  static const RuleData& data() {
    static const auto lexicon = lexicon::Lexicon::load({SOAT_SOURCE_DIR "/dictionaries/vi", {}, {}});
    static const SyllableCandidates candidates(*lexicon);
    static std::vector<Error> problems;
    static const std::filesystem::path folder = SOAT_SOURCE_DIR "/dictionaries/vi";
    static const RuleWeights weights = RuleWeights::load(folder / "rule-weights.txt");
    static const RuleData data{
        *lexicon,
        candidates,
        folder,
        nullptr,
        problems,
        {},
        {},
        std::make_shared<const RuleWords>(RuleWords::load(folder / "rule-words.txt")),
        std::make_shared<const ConfusableTable>(ConfusableTable::load(folder / "confusables.txt")),
        std::make_shared<const DoublingTable>(DoublingTable::load(folder / "doubling.txt")),
        &weights,
        std::make_shared<const CapitalTable>(CapitalTable::load(folder / "capitals-varying.txt"))};
    return data;
  }

  const RuleInfo& info_;
  std::unique_ptr<Rule> rule_;  // none: all rules run
  const reference::KnownSources* sources_;
  Scope scope_;
};

// The findings of one kind in a text as the shipped checker has them.
inline std::vector<Finding> findings_of(std::string_view id, std::u16string_view text,
                                        Profile profile = Profile::normal) {
  return RuleProbe(id, nullptr, Scope::whole, RuleProbe::Run::shipped).findings(lines_of(text), profile);
}

// "nguời→người; đuợc→được": the same in one paragraph, each with its first suggestion.
inline std::string found(std::string_view id, std::u16string_view paragraph, Profile profile = Profile::normal) {
  std::string out;
  for (const Finding& finding : findings_of(id, paragraph, profile)) {
    if (!out.empty()) out += "; ";
    text::append_utf8(paragraph.substr(finding.start, finding.end - finding.start), out);
    if (!finding.suggestions.empty()) out += "→" + text::to_utf8(finding.suggestions.front());
  }
  return out;
}

}  // namespace soat::check
