#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/rules/capitalisation/capital_table.h"
#include "check/rules/capitalisation/title_case.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "texts/rules/capitalisation.h"

namespace soat::check {
namespace {

using text::Analysis;

constexpr float confidence = 0.62F;

struct Occurrence {
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
  const CapitalName* name = nullptr;
};

// How the names of one line of the table are written.
struct Family {
  std::size_t by_norm = 0;
  std::size_t otherwise = 0;
  std::map<std::u16string, Occurrence> first_by_norm;  // by wording in small letters
  std::map<std::u16string, Occurrence> first_otherwise;
};

// Offices, bodies and titles of which usage knows several capitals (Phó Chủ tịch, Phó chủ tịch), where one document has
// more than one; each wording is told of once, at its first place. The table is capitals-varying.txt.
class Varies final : public Rule {
 public:
  explicit Varies(CapitalTable table) : table_(std::move(table)) {}

  const RuleInfo& info() const override { return rule_info<"capitalisation.varies">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::map<std::uint16_t, Family> families;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const Analysis& analysis = view.paragraphs[p];
      if (capitals_of(analysis) != ParagraphCapitals::sentences) continue;
      for (std::uint32_t i = 0; i + 1 < analysis.tokens.size(); ++i) {
        const CapitalName* name = table_.find(analysis, i);
        if (name == nullptr) continue;
        count(analysis, {p, i, name}, families[name->line]);
        i += name->length - 1U;
      }
    }
    for (const auto& [line, family] : families) {
      // Where a text does both as often, the norm's is the better.
      if (family.by_norm == 0 || family.otherwise == 0 || family.by_norm < family.otherwise) continue;
      for (const auto& [wording, place] : family.first_otherwise) tell(view, place, family, sink);
    }
  }

 private:
  // Neither small letters throughout, which are generic, nor the capital of a sentence say which way is meant.
  static void count(const Analysis& analysis, const Occurrence& place, Family& family) {
    const CapitalName& name = *place.name;
    const WrittenCapitals written = written_capitals(analysis, place.token, name.length);
    const std::uint32_t letters = name.cased & written.letters;
    if (written.whole != 0 || (written.upper & 1U) == 0) return;
    const bool by_norm = (written.upper & letters) == (name.upper & letters);
    ++(by_norm ? family.by_norm : family.otherwise);
    const std::uint32_t start = analysis.tokens[place.token].start;
    std::u16string wording = analysis.text.substr(start, analysis.tokens[place.token + name.length - 1U].end - start);
    (by_norm ? family.first_by_norm : family.first_otherwise).emplace(std::move(wording), place);
  }

  void tell(const DocumentView& view, const Occurrence& place, const Family& family, FindingSink& sink) const {
    const Analysis& analysis = view.paragraphs[place.paragraph];
    std::u16string right = with_capitals(analysis, place.token, *place.name);
    const std::u16string& example = family.first_by_norm.begin()->first;
    const text::Message message(texts::finding_capitalisation_varies, example);
    const std::uint32_t start = analysis.tokens[place.token].start;
    report(sink, info(), {place.paragraph, start, analysis.tokens[place.token + place.name->length - 1U].end},
           confidence, message, {std::move(right)});
  }

  CapitalTable table_;
};

}  // namespace

std::unique_ptr<Rule> make_capitalisation_varies(const RuleData& data) {
  return make_or_tell(
      data, [&] { return std::make_unique<Varies>(CapitalTable::load(data.folder / "capitals-varying.txt")); });
}

}  // namespace soat::check
