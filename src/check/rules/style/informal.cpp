#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "check/highland_names.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/error.h"
#include "text/letter_case.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/error.h"
#include "texts/rules/style.h"

namespace soat::check {
namespace {

using text::Token;
using text::TokenKind;

constexpr std::size_t longest_word = 8;

// Words as they are shortened in messages (đc, ko), by the list informal.txt. A hint, once for each in a document;
// nothing else is said of them.
class Informal final : public Rule {
 public:
  explicit Informal(const RuleData& data) : highlands_(data.words) {
    text::TableReader table(data.folder / "informal.txt", "informal");
    while (table.next(2, 2)) {
      std::u16string written = text::to_utf16(table[0]);
      if (written.empty() || table[1].empty()) table.fail(texts::error_row_no_pair);
      if (written.size() > longest_word) table.fail(texts::error_row_long_short_form);
      meant_.emplace(std::move(written), text::to_utf16(table[1]));
    }
  }

  const RuleInfo& info() const override { return rule_info<"style.informal">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::unordered_set<std::u16string> told;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const text::Analysis& analysis = view.paragraphs[p];
      for (const Token& token : analysis.tokens) {
        // In capitals they are abbreviations of something else (ĐC: địa chỉ).
        if (token.kind != TokenKind::word || token.syllable || token.length() > longest_word) continue;
        if (token.letter_case == text::LetterCase::upper || token.letter_case == text::LetterCase::mixed) continue;
        const auto entry = meant_.find(text::to_lower(analysis.view(token)));
        if (entry == meant_.end() || highlands_.may_be(analysis, token)) continue;
        const auto [start, end] = analysis.original_span(token.start, token.end);
        sink.silence(p, start, end, info(), Silence::wording);
        if (!told.insert(entry->first).second) continue;
        std::u16string meant = text::apply_case(entry->second, token.letter_case);
        const text::Message message(texts::finding_style_informal, entry->first, meant);
        report(sink, info(), {p, token.start, token.end}, 0.9F, message, {std::move(meant)});
      }
    }
  }

 private:
  HighlandNames highlands_;
  std::unordered_map<std::u16string, std::u16string> meant_;
};

}  // namespace

std::unique_ptr<Rule> make_style_informal(const RuleData& data) {
  return make_or_tell(data, [&] { return std::make_unique<Informal>(data); });
}

}  // namespace soat::check
