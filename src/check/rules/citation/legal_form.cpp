#include <string>
#include <string_view>

#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "reference/legal_reference.h"
#include "texts/texts.h"

namespace soat::check {
namespace {

using reference::LegalReference;

bool digit(char16_t unit) {
  return unit >= u'0' && unit <= u'9';
}

// Kinds of Party documents in symbols: 35/NQ-TW is 35-NQ/TW.
std::u16string party_symbol(const std::u16string& symbol) {
  const auto slash = symbol.find(u'/');
  if (slash == std::u16string::npos || !symbol.ends_with(u"-TW") ||
      symbol.find(u'/', slash + 1) != std::u16string::npos)
    return {};
  const std::u16string kind = symbol.substr(slash + 1, symbol.size() - slash - 4);
  if (kind.empty() || kind.find(u'-') != std::u16string::npos) return {};
  for (std::size_t i = 0; i < slash; ++i) {
    if (!digit(symbol[i])) return {};
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
    if (!digit(date[i])) {
      result += date[i++];
      continue;
    }
    std::size_t end = i;
    while (end < date.size() && digit(date[end])) ++end;
    ++number;
    const bool alone = end - i == 1;
    if (alone && ((number == 1 && value.day < 10) || (number == 2 && value.month < 3))) result += u'0';
    result.append(date.substr(i, end - i));
    i = end;
  }
  return result;
}

// The symbol of a legal document written otherwise than Decree 30/2020/NĐ-CP (Appendix I, II.3) and, for the Party's,
// Guideline 36-HD/VPTW prescribe: with blanks or wrong dashes, without the stroke of Đ, "35/NQ-TW" for "35-NQ/TW"; in
// profile strict also a date of issue without the zero before days under 10 and months 1 and 2.
class LegalForm final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info("citation.legal-form"); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const std::u16string& text = view.paragraphs[paragraph].text;
    if (text.find(u'/') == std::u16string::npos) return;  // no symbol, no work
    for (const reference::LegalReference& found : reference::find_legal_references(text)) {
      check_number(text, found, paragraph, sink);
      if (found.issued.day > 0) check_date(text, found, paragraph, sink);
    }
  }

 private:
  void check_number(const std::u16string& text, const reference::LegalReference& found, std::uint32_t paragraph,
                    FindingSink& sink) const {
    if (found.number_end == found.number_start) return;
    const std::u16string_view written =
        std::u16string_view(text).substr(found.number_start, found.number_end - found.number_start);
    std::u16string right = with_stroke(found.number);
    if (const std::u16string party = party_symbol(right); !party.empty()) right = party;
    if (written == right) return;
    const Place place{paragraph, static_cast<std::uint32_t>(found.number_start),
                      static_cast<std::uint32_t>(found.number_end)};
    report(sink, info(), place, 0.85F, {texts::finding_citation_legal_form_symbol, right}, {right});
  }

  void check_date(const std::u16string& text, const reference::LegalReference& found, std::uint32_t paragraph,
                  FindingSink& sink) const {
    const std::u16string_view written =
        std::u16string_view(text).substr(found.date_start, found.date_end - found.date_start);
    const std::u16string right = with_zeros(written, found.issued);
    if (right == written) return;
    const Place place{paragraph, static_cast<std::uint32_t>(found.date_start),
                      static_cast<std::uint32_t>(found.date_end)};
    report(sink, info(), place, Severity::info, 0.6F, texts::finding_citation_legal_form_date, {right});
  }
};

}  // namespace

std::unique_ptr<Rule> make_citation_legal_form(const RuleData&) {
  return std::make_unique<LegalForm>();
}

}  // namespace soat::check
