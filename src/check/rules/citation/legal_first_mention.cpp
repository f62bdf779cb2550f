#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "reference/known_sources.h"
#include "reference/legal_reference.h"
#include "texts/texts.h"

namespace soat::check {
namespace {

struct Mention {
  Place place;
  bool full = false;
};

// More than kind and symbol.
bool is_full(const reference::LegalReference& found) {
  return found.issued.day > 0 && (!found.authority.empty() || (!found.title.empty() && !found.named));
}

// A document is named by its symbol alone the first time and in full (date, issuer or subject) only later; the first
// mention is the place for it (Decree 30/2020/NĐ-CP, Appendix I, II.6.b). Also where no full mention follows but the
// user's library knows the document. Sees whole documents only.
class FirstMention final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info("citation.legal-first-mention"); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::map<std::u16string, Mention> first;
    std::map<std::u16string, std::u16string> full;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const std::u16string& text = view.paragraphs[p].text;
      if (text.find(u'/') == std::u16string::npos) continue;
      for (const auto& found : reference::find_legal_references(text)) {
        // A law with a name is known by it.
        if (found.number.find(u'/') == std::u16string::npos || found.named) continue;
        const Place place{p, static_cast<std::uint32_t>(found.start), static_cast<std::uint32_t>(found.end)};
        first.try_emplace(found.number, Mention{place, is_full(found)});
        if (is_full(found)) full.try_emplace(found.number, text.substr(found.start, found.end - found.start));
      }
    }
    for (const auto& [number, mention] : first) {
      const auto later = full.find(number);
      if (mention.full) continue;
      // Whether a fragment holds the first mention cannot be known.
      const std::u16string* known =
          view.sources && view.scope == Scope::whole ? view.sources->name_for_symbol(number) : nullptr;
      std::vector<std::u16string> names;
      if (later != full.end()) names.push_back(later->second);
      if (known && (names.empty() || names.front() != *known)) names.push_back(*known);
      if (names.empty()) continue;
      report(sink, info(), mention.place, 0.7F, texts::finding_citation_legal_first_mention, std::move(names));
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_citation_legal_first_mention(const RuleData&) {
  return std::make_unique<FirstMention>();
}

}  // namespace soat::check
