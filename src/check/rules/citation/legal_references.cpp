#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules/characters.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "reference/known_sources.h"
#include "reference/legal_reference.h"
#include "texts/rules/citation.h"

namespace soat::check {
namespace {

using reference::LegalReference;

// Kinds of Party documents in symbols: 35/NQ-TW is 35-NQ/TW.
std::u16string party_symbol(const std::u16string& symbol) {
  const auto slash = symbol.find(u'/');
  if (slash == std::u16string::npos || !symbol.ends_with(u"-TW") ||
      symbol.find(u'/', slash + 1) != std::u16string::npos)
    return {};
  const std::u16string kind = symbol.substr(slash + 1, symbol.size() - slash - 4);
  if (kind.empty() || kind.find(u'-') != std::u16string::npos) return {};
  for (std::size_t i = 0; i < slash; ++i) {
    if (!is_digit(symbol[i])) return {};
  }
  return symbol.substr(0, slash) + u"-" + kind + u"/TW";
}

// The stroke that some keyboards lose: /ND-CP, /QD-TTg.
std::u16string with_stroke(std::u16string symbol) {
  for (const auto& [wrong, right] : {std::pair<std::u16string_view, std::u16string_view>{u"/ND-", u"/NĐ-"},
                                     {u"/QD-", u"/QĐ-"},
                                     {u"-QD/", u"-QĐ/"}}) {
    const auto at = symbol.find(wrong);
    if (at != std::u16string::npos) symbol.replace(at, wrong.size(), right);
  }
  return symbol;
}

// The date with the zeros that the decree wants.
std::u16string with_zeros(std::u16string_view date, const reference::PartialDate& value) {
  std::u16string result;
  int number = 0;
  for (std::size_t i = 0; i < date.size();) {
    if (!is_digit(date[i])) {
      result += date[i++];
      continue;
    }
    std::size_t end = i;
    while (end < date.size() && is_digit(date[end])) ++end;
    ++number;
    const bool alone = end - i == 1;
    if (alone && ((number == 1 && value.day < 10) || (number == 2 && value.month < 3))) result += u'0';
    result.append(date.substr(i, end - i));
    i = end;
  }
  return result;
}

struct Mention {
  Place place;
  bool full = false;
};

// More than kind and symbol.
bool is_full(const reference::LegalReference& found) {
  return found.issued.day > 0 && (!found.authority.empty() || (!found.title.empty() && !found.named));
}

// References to legal documents, read once for two kinds of findings.
//
// citation.legal-first-mention: a document is named by its symbol alone the first time and in full (date, issuer or
// subject) only later; the first mention is the place for it (Decree 30/2020/NĐ-CP, Appendix I, II.6.b). Also where no
// full mention follows but the user's library knows the document.
//
// citation.legal-form: the symbol is written otherwise than Decree 30/2020/NĐ-CP (Appendix I, II.3) and, for the
// Party's, Guideline 36-HD/VPTW prescribe: with blanks or wrong dashes, without the stroke of Đ, "35/NQ-TW" for
// "35-NQ/TW"; in profile strict also a date of issue without the zero before days under 10 and months 1 and 2.
class LegalReferences final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info<"citation.legal-first-mention">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::map<std::u16string, Mention> first;
    std::map<std::u16string, std::u16string> full;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const std::u16string& text = view.paragraphs[p].text;
      if (text.find(u'/') == std::u16string::npos) continue;  // no symbol, no work
      for (const LegalReference& found : reference::find_legal_references(text)) {
        check_number(text, found, p, sink);
        if (found.issued.day > 0) check_date(text, found, p, sink);
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

 private:
  static const RuleInfo& form() { return rule_info<"citation.legal-form">(); }

  void check_number(const std::u16string& text, const LegalReference& found, std::uint32_t paragraph,
                    FindingSink& sink) const {
    if (found.number_end == found.number_start) return;
    const std::u16string_view written =
        std::u16string_view(text).substr(found.number_start, found.number_end - found.number_start);
    std::u16string right = with_stroke(found.number);
    if (const std::u16string party = party_symbol(right); !party.empty()) right = party;
    if (written == right) return;
    const Place place{paragraph, static_cast<std::uint32_t>(found.number_start),
                      static_cast<std::uint32_t>(found.number_end)};
    report(sink, form(), place, 0.85F, {texts::finding_citation_legal_form_symbol, right}, {right});
  }

  void check_date(const std::u16string& text, const LegalReference& found, std::uint32_t paragraph,
                  FindingSink& sink) const {
    const std::u16string_view written =
        std::u16string_view(text).substr(found.date_start, found.date_end - found.date_start);
    const std::u16string right = with_zeros(written, found.issued);
    if (right == written) return;
    const Place place{paragraph, static_cast<std::uint32_t>(found.date_start),
                      static_cast<std::uint32_t>(found.date_end)};
    report(sink, form(), place, Severity::info, 0.6F, texts::finding_citation_legal_form_date, {right});
  }
};

}  // namespace

std::unique_ptr<Rule> make_citation_legal_references(const RuleData&) {
  return std::make_unique<LegalReferences>();
}

}  // namespace soat::check
