#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/family_names.h"
#include "check/rule_weights.h"
#include "check/rule_words.h"
#include "check/rules/capitalisation/capital_table.h"
#include "check/rules/capitalisation/title_case.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "texts/rules/capitalisation.h"

namespace soat::check {
namespace {

using text::Analysis;
using List = RuleWords::List;
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

// Confidence by fault: numbers of rule-weights.txt.
struct Weights {
  RuleWeights::Of table;
  float partial = table["partial"];
  float small = table["small"];
  float tail = table["tail"];
  float generic = table["generic"];
  float excess = table["excess"];
  float as_proclaimed = table["as-proclaimed"];
};

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
  Name(CapitalTable table, std::shared_ptr<const RuleWords> words, RuleWeights::Of weights)
      : table_(std::move(table)), words_(std::move(words)), weights_{weights} {}

  const RuleInfo& info() const override { return rule_info<"capitalisation.name">(); }

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
      if (is_act && name->kind == CapitalKind::law) seen.confidence = std::min(seen.confidence, weights_.as_proclaimed);
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
          text::equals_in_lower(analysis.view(tokens[i - 1]), u"định"))
        return true;
      if (i >= 2 && is_capitalised(analysis, tokens[i - 2], u"thông") &&
          text::equals_in_lower(analysis.view(tokens[i - 1]), u"tư"))
        return true;
      if (is_capitalised(analysis, tokens[i - 1], u"luật")) return true;
    }
    return false;
  }

  static bool is_capitalised(const Analysis& analysis, const Token& token, std::u16string_view word) {
    return token.letter_case == text::LetterCase::capitalised && text::equals_in_lower(analysis.view(token), word);
  }

  // Whether the first word tells what kind of thing it is.
  static bool is_headed(const CapitalName& name) {
    return name.kind == CapitalKind::head || name.kind == CapitalKind::body || name.kind == CapitalKind::law;
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
    return missing == 1U || (is_headed(name) && (missing & 1U) != 0) ? Fault::tail : Fault::partial;
  }

  Occurrence judge(const Analysis& analysis, std::uint32_t paragraph, std::uint32_t first, const CapitalName& name,
                   ParagraphCapitals capitals) const {
    Occurrence seen{paragraph, first, &name, Fault::none, 0};
    if (name.kind == CapitalKind::word && !behind_kind_of_place(analysis, first)) return seen;
    const WrittenCapitals written = written_capitals(analysis, first, name.length);
    seen.fault = fault_of(name, written);
    const bool generic = is_generic(analysis, first);
    switch (seen.fault) {
      case Fault::none:
        break;
      case Fault::partial:
        seen.confidence = is_headed(name) && generic ? weights_.generic : weights_.partial;
        if (name.kind == CapitalKind::law && is_as_proclaimed(analysis, first, first + name.length))
          seen.confidence = std::min(seen.confidence, weights_.as_proclaimed);
        break;
      case Fault::small:
        if (generic || name.kind == CapitalKind::head || name.kind == CapitalKind::law ||
            is_of_several(analysis, first + name.length))
          break;
        seen.confidence = name.kind == CapitalKind::body   ? weights_.small
                          : name.kind == CapitalKind::word ? weights_.generic
                                                           : weights_.partial;
        break;
      case Fault::tail:
        if (generic || is(analysis, first, List::direction)) break;
        seen.confidence = weights_.tail;
        break;
      case Fault::excess:
        if (capitals == ParagraphCapitals::every_word) break;
        if (first > 0 && is(analysis, first - 1, List::street)) break;
        // Vũ Quốc Hội
        if (first > 0 && is_family_name(analysis.tokens[first - 1].syllable) &&
            analysis.tokens[first - 1].letter_case == text::LetterCase::capitalised)
          break;
        seen.confidence = weights_.excess;
        break;
      case Fault::mixed:
        seen.confidence = capitals == ParagraphCapitals::every_letter ? 0 : weights_.excess;
        break;
    }
    return seen;
  }

  // “Căn cứ Luật công chứng …”, “Luật công chứng số 53/2014/QH13”, “… ngày 20 tháng 6 năm 2014” name a law as it was
  // proclaimed.
  static bool is_as_proclaimed(const Analysis& analysis, std::uint32_t first, std::uint32_t end) {
    if (first >= 2 && text::equals_in_lower(analysis.view(analysis.tokens[first - 2]), u"căn") &&
        text::equals_in_lower(analysis.view(analysis.tokens[first - 1]), u"cứ"))
      return true;
    return end < analysis.tokens.size() && (text::equals_in_lower(analysis.view(analysis.tokens[end]), u"số") ||
                                            text::equals_in_lower(analysis.view(analysis.tokens[end]), u"ngày"));
  }

  bool is(const Analysis& analysis, std::uint32_t token, List list) const {
    return (*words_)[list].has_in_lower(analysis.view(analysis.tokens[token]));
  }

  bool is_generic(const Analysis& analysis, std::uint32_t first) const {
    if (first == 0 || analysis.tokens[first].sentence_start) return false;
    return analysis.tokens[first - 1].kind == TokenKind::number || is(analysis, first - 1, List::generic);
  }

  // ban thường vụ các cấp
  bool is_of_several(const Analysis& analysis, std::uint32_t next) const {
    return next < analysis.tokens.size() && is(analysis, next, List::generic);
  }

  bool behind_kind_of_place(const Analysis& analysis, std::uint32_t first) const {
    return first > 0 && !analysis.tokens[first].sentence_start && is(analysis, first - 1, List::unit_of_place);
  }

  void tell(const Analysis& analysis, const Occurrence& fault, FindingSink& sink) const {
    std::u16string right = with_capitals(analysis, fault.token, *fault.name);
    const text::Message message(texts::finding_capitalisation_name, right);
    const Token& last = analysis.tokens[fault.token + fault.name->length - 1U];
    report(sink, info(), {fault.paragraph, analysis.tokens[fault.token].start, last.end}, fault.confidence, message,
           {std::move(right)});
  }

  CapitalTable table_;
  std::shared_ptr<const RuleWords> words_;
  Weights weights_;
  text::Syllable this_ = text::parse(u"này");
};

}  // namespace

std::unique_ptr<Rule> make_capitalisation_name(const RuleData& data) {
  if (data.words == nullptr) return nullptr;
  return make_with_weights(data, [&] {
    return std::make_unique<Name>(CapitalTable::load(data.folder / "capitals.txt"), data.words,
                                  data.weights->of("capitalisation.name"));
  });
}

}  // namespace soat::check
