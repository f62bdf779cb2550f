#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "reference/known_sources.h"
#include "texts/rules/citation.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::TokenKind;

constexpr std::size_t longest_line = 8;  // tokens; what is longer tells more than an address

// A paragraph that is nothing but a web address, or "Nguồn:" and one: a source that tells neither author nor title nor
// date. Suggests the source in a line where the user's library has the address.
class UrlAsSource final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info<"citation.url-as-source">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    if (analysis.tokens.empty() || analysis.tokens.size() > longest_line) return;
    const text::Token* address = nullptr;
    std::size_t words = 0;
    for (const auto& token : analysis.tokens) {
      if (token.kind == TokenKind::url) {
        if (!address) address = &token;
      } else if (token.kind != TokenKind::punctuation && token.kind != TokenKind::symbol) {
        ++words;
      }
    }
    if (!address) return;
    const auto view_of = [&](std::size_t i) {
      return i < analysis.tokens.size() ? analysis.view(analysis.tokens[i]) : std::u16string_view();
    };
    const bool announced = view_of(0) == u"Nguồn" || view_of(0) == u"nguồn" || view_of(0) == u"NGUỒN" ||
                           view_of(0) == u"Link" || (view_of(1) == u"Nguồn" || view_of(1) == u"nguồn");
    if (!(words == 0 || (announced && words <= 3))) return;
    std::vector<std::u16string> suggestions;
    if (view.sources) {
      if (const std::u16string* line = view.sources->line_for_address(analysis.view(*address)))
        suggestions.push_back(*line);
    }
    report(sink, info(), {paragraph, address->start, address->end}, 0.8F, texts::finding_citation_url_as_source,
           std::move(suggestions));
  }
};

}  // namespace

std::unique_ptr<Rule> make_citation_url_as_source(const RuleData&) {
  return std::make_unique<UrlAsSource>();
}

}  // namespace soat::check
