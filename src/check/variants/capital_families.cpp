#include "check/variants/capital_families.h"

#include "check/rules/capitalisation/title_case.h"

namespace soat::check {

namespace {

void add(const text::Analysis& analysis, const CapitalPlace& place, CapitalFamily& family) {
  const CapitalName& name = *place.name;
  const WrittenCapitals written = written_capitals(analysis, place.token, name.length);
  const std::uint32_t letters = name.cased & written.letters;
  if (written.whole != 0 || (written.upper & 1U) == 0) return;
  const bool by_norm = (written.upper & letters) == (name.upper & letters);
  const std::uint32_t start = analysis.tokens[place.token].start;
  const std::u16string wording =
      analysis.text.substr(start, analysis.tokens[place.token + name.length - 1U].end - start);
  (by_norm ? family.by_norm : family.otherwise)[wording].push_back(place);
}

}  // namespace

std::map<std::uint16_t, CapitalFamily> find_capital_families(std::span<const text::Analysis> paragraphs,
                                                             const CapitalTable& table) {
  std::map<std::uint16_t, CapitalFamily> families;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    const text::Analysis& analysis = paragraphs[p];
    if (capitals_of(analysis) != ParagraphCapitals::sentences) continue;
    for (std::uint32_t i = 0; i + 1 < analysis.tokens.size(); ++i) {
      const CapitalName* name = table.find(analysis, i);
      if (name == nullptr) continue;
      add(analysis, {p, i, name}, families[name->line]);
      i += name->length - 1U;
    }
  }
  return families;
}

}  // namespace soat::check
