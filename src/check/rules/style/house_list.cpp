#include "check/house_list.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/letter_case.h"
#include "texts/rules/style.h"

namespace soat::check {
namespace {

constexpr float confidence = 0.95F;

// A suggestion in the case of what stands there: of a phrase that was given without capitals, a capital at its start or
// capitals throughout.
std::u16string in_case_of(std::u16string_view written, const HouseList::Entry& entry, std::u16string suggestion) {
  if (written == entry.phrase || text::to_lower(suggestion) != suggestion) return suggestion;
  if (text::letter_case(written) == text::LetterCase::upper) return text::to_upper(suggestion);
  if (text::to_lower(written.front()) != written.front()) suggestion.front() = text::to_upper(suggestion.front());
  return suggestion;
}

// Words and phrases of the list that an office has given: what it wants written otherwise is told, and nothing else of
// what it knows to be right.
class HouseStyle final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info<"style.house-list">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    if (view.house == nullptr) return;
    const text::Analysis& analysis = view.paragraphs[paragraph];
    std::vector<HouseList::Range> wanted;
    for (const HouseList::Match& match : view.house->find(analysis.text, &wanted)) {
      if (match.entry->kind == HouseList::Kind::never) {
        say_nothing_of({match.start, match.end}, analysis, paragraph, sink);
      } else {
        tell(analysis, paragraph, match, sink);
      }
    }
    for (const HouseList::Range& range : wanted) say_nothing_of(range, analysis, paragraph, sink);
  }

 private:
  // No other rule knows better.
  void say_nothing_of(const HouseList::Range& range, const text::Analysis& analysis, std::uint32_t paragraph,
                      FindingSink& sink) const {
    const auto [start, end] = analysis.original_span(range.first, range.second);
    sink.silence(paragraph, start, end, info(), Silence::everything);
  }

  void tell(const text::Analysis& analysis, std::uint32_t paragraph, const HouseList::Match& match,
            FindingSink& sink) const {
    const std::u16string_view written = std::u16string_view(analysis.text).substr(match.start, match.end - match.start);
    std::vector<std::u16string> suggestions;
    for (const std::u16string& suggestion : match.entry->suggestions)
      suggestions.push_back(in_case_of(written, *match.entry, suggestion));
    const text::Message said = suggestions.empty()
                                   ? text::Message(texts::finding_style_house_list_avoid, written)
                                   : text::Message(texts::finding_style_house_list, written, suggestions.front());
    const Place place{paragraph, match.start, match.end};
    if (match.entry->reason.empty()) {
      report(sink, info(), place, confidence, said, std::move(suggestions));
    } else {
      report(sink, info(), place, confidence, {texts::finding_style_house_list_because, said, match.entry->reason},
             std::move(suggestions));
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_style_house_list(const RuleData&) {
  return std::make_unique<HouseStyle>();
}

}  // namespace soat::check
