#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/family_names.h"
#include "check/rules/capitalisation/capital_table.h"
#include "check/rules/capitalisation/title_case.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/error.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "texts/texts.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

// What is wrong with the capitals of a name.
enum class Fault : std::uint8_t {
  none,     // right, or nothing to be said
  partial,  // some are missing: Ban thường vụ
  small,    // all are missing: đảng cộng sản việt nam
  tail,     // the first is missing: luật Đất đai
  excess,   // there are too many: Bộ Giáo Dục và Đào Tạo
  mixed     // words in capitals beside others: HỒ CHÍ Minh
};

// Confidence in a fault of a name that is wrong wherever it stands, and of one that begins with a generic word.
constexpr float partial_confidence = 0.8F;
constexpr float tail_confidence = 0.5F;
constexpr float generic_confidence = 0.4F;
constexpr float excess_confidence = 0.65F;
constexpr float as_proclaimed_confidence = 0.5F;

// Words that make what follows generic: các sở, mỗi bộ.
constexpr auto generic_before =
    std::to_array<std::u16string_view>({u"các", u"những", u"mọi", u"mỗi", u"một", u"nhiều", u"từng", u"số", u"hai",
                                        u"ba", u"bốn", u"loại", u"kiểu", u"cấp", u"nào"});

constexpr auto kinds_of_place =
    std::to_array<std::u16string_view>({u"tỉnh", u"huyện", u"quận", u"xã", u"phường", u"phố", u"trấn", u"tp.", u"tp"});
// Streets are named in capitals throughout: đường Cách Mạng Tháng Tám.
constexpr auto streets = std::to_array<std::u16string_view>({u"đường", u"phố", u"phường"});
constexpr auto directions = std::to_array<std::u16string_view>({u"bắc", u"nam", u"đông", u"tây", u"trung"});

template <std::size_t N>
bool is_one_of(const Analysis& analysis, const Token& token, const std::array<std::u16string_view, N>& words) {
  return std::ranges::any_of(words,
                             [&](std::u16string_view word) { return equals_in_lower(analysis.view(token), word); });
}

struct Occurrence {
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
  const CapitalName* name = nullptr;
  Fault fault = Fault::none;
  float confidence = 0;
};

// Names of bodies, laws, places, persons, orders and days in other capitals than the norm's (Decree 30/2020/NĐ-CP,
// Appendix II; the table is capitals.txt): Ban thường vụ, Luật đất đai, tỉnh Quảng nam, Bộ Giáo Dục Và Đào Tạo.
class Name final : public Rule {
 public:
  explicit Name(CapitalTable table) : table_(std::move(table)) {}

  const RuleInfo& info() const override { return rule_info("capitalisation.name"); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    const bool is_act = std::ranges::any_of(view.paragraphs, [this](const Analysis& one) { return names_itself(one); });
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) check(view.paragraphs[p], p, is_act, sink);
  }

 private:
  void check(const Analysis& analysis, std::uint32_t paragraph, bool is_act, FindingSink& sink) const {
    if (analysis.tokens.size() < 2) return;
    const ParagraphCapitals capitals = capitals_of(analysis);
    if (capitals == ParagraphCapitals::none) return;
    for (std::uint32_t i = 0; i + 1 < analysis.tokens.size(); ++i) {
      const CapitalName* name = table_.find(analysis, i);
      if (name == nullptr) continue;
      Occurrence seen = judge(analysis, paragraph, i, *name, capitals);
      if (is_act && name->kind == CapitalKind::law)
        seen.confidence = std::min(seen.confidence, as_proclaimed_confidence);
      if (seen.confidence > 0) tell(analysis, seen, sink);
      i += name->length - 1U;
    }
  }

  // “Nghị định này”, “Thông tư này”: a law or what carries it out, which names other laws as they were proclaimed.
  bool names_itself(const Analysis& analysis) const {
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      if (!tokens[i].syllable || tokens[i].syllable != this_) continue;
      if (i >= 2 && is_capitalised(analysis, tokens[i - 2], u"nghị") &&
          equals_in_lower(analysis.view(tokens[i - 1]), u"định"))
        return true;
      if (i >= 2 && is_capitalised(analysis, tokens[i - 2], u"thông") &&
          equals_in_lower(analysis.view(tokens[i - 1]), u"tư"))
        return true;
      if (is_capitalised(analysis, tokens[i - 1], u"luật")) return true;
    }
    return false;
  }

  static bool is_capitalised(const Analysis& analysis, const Token& token, std::u16string_view word) {
    return token.letter_case == text::LetterCase::capitalised && equals_in_lower(analysis.view(token), word);
  }

  static Fault fault_of(const CapitalName& name, const WrittenCapitals& written) {
    const std::uint32_t letters = name.cased & written.letters;
    if (letters == 0 || (name.anchor & ~written.upper) != 0) return Fault::none;
    if (written.whole != 0) {
      // All in capitals is no fault.
      const bool all = (written.letters & ~(written.whole | (written.upper & written.single))) == 0;
      return all ? Fault::none : Fault::mixed;
    }
    const std::uint32_t missing = name.upper & letters & ~written.upper;
    const std::uint32_t excess = ~name.upper & letters & written.upper & ~1U;
    if (missing == 0) return excess == 0 ? Fault::none : Fault::excess;
    if ((written.upper & written.letters) == 0) return Fault::small;
    const bool headed = name.kind == CapitalKind::head || name.kind == CapitalKind::law;
    return missing == 1U || (headed && (missing & 1U) != 0) ? Fault::tail : Fault::partial;
  }

  Occurrence judge(const Analysis& analysis, std::uint32_t paragraph, std::uint32_t first, const CapitalName& name,
                   ParagraphCapitals capitals) const {
    Occurrence seen{paragraph, first, &name, Fault::none, 0};
    if (name.kind == CapitalKind::word && !behind_kind_of_place(analysis, first)) return seen;
    const WrittenCapitals written = written_capitals(analysis, first, name.length);
    seen.fault = fault_of(name, written);
    const bool generic = is_generic(analysis, first);
    const bool headed = name.kind == CapitalKind::head || name.kind == CapitalKind::law;
    switch (seen.fault) {
      case Fault::none:
        break;
      case Fault::partial:
        seen.confidence = headed && generic ? generic_confidence : partial_confidence;
        if (name.kind == CapitalKind::law && is_as_proclaimed(analysis, first, first + name.length))
          seen.confidence = std::min(seen.confidence, as_proclaimed_confidence);
        break;
      case Fault::small:
        if (headed || generic) break;
        seen.confidence = name.kind == CapitalKind::word ? generic_confidence : partial_confidence;
        break;
      case Fault::tail:
        if (generic || is_one_of(analysis, analysis.tokens[first], directions)) break;
        seen.confidence = tail_confidence;
        break;
      case Fault::excess:
        if (capitals == ParagraphCapitals::every_word) break;
        if (first > 0 && is_one_of(analysis, analysis.tokens[first - 1], streets)) break;
        // Vũ Quốc Hội
        if (first > 0 && is_family_name(analysis.tokens[first - 1].syllable) &&
            analysis.tokens[first - 1].letter_case == text::LetterCase::capitalised)
          break;
        seen.confidence = excess_confidence;
        break;
      case Fault::mixed:
        seen.confidence = capitals == ParagraphCapitals::every_letter ? 0 : excess_confidence;
        break;
    }
    return seen;
  }

  // “Căn cứ Luật công chứng …”, “Luật công chứng số 53/2014/QH13”, “… ngày 20 tháng 6 năm 2014” name a law as it was
  // proclaimed.
  static bool is_as_proclaimed(const Analysis& analysis, std::uint32_t first, std::uint32_t end) {
    if (first >= 2 && equals_in_lower(analysis.view(analysis.tokens[first - 2]), u"căn") &&
        equals_in_lower(analysis.view(analysis.tokens[first - 1]), u"cứ"))
      return true;
    return end < analysis.tokens.size() && (equals_in_lower(analysis.view(analysis.tokens[end]), u"số") ||
                                            equals_in_lower(analysis.view(analysis.tokens[end]), u"ngày"));
  }

  static bool is_generic(const Analysis& analysis, std::uint32_t first) {
    if (first == 0 || analysis.tokens[first].sentence_start) return false;
    const Token& before = analysis.tokens[first - 1];
    return before.kind == TokenKind::number || is_one_of(analysis, before, generic_before);
  }

  static bool behind_kind_of_place(const Analysis& analysis, std::uint32_t first) {
    return first > 0 && !analysis.tokens[first].sentence_start &&
           is_one_of(analysis, analysis.tokens[first - 1], kinds_of_place);
  }

  void tell(const Analysis& analysis, const Occurrence& fault, FindingSink& sink) const {
    std::u16string right = with_capitals(analysis, fault.token, *fault.name);
    const text::Message message(texts::finding_capitalisation_name, right);
    const Token& last = analysis.tokens[fault.token + fault.name->length - 1U];
    report(sink, info(), {fault.paragraph, analysis.tokens[fault.token].start, last.end}, fault.confidence, message,
           {std::move(right)});
  }

  CapitalTable table_;
  text::Syllable this_ = text::parse(u"này");
};

}  // namespace

std::unique_ptr<Rule> make_capitalisation_name(const RuleData& data) {
  try {
    return std::make_unique<Name>(CapitalTable::load(data.folder / "capitals.txt"));
  } catch (const Error& error) {
    data.problems.push_back(error);
    return nullptr;
  }
}

}  // namespace soat::check
