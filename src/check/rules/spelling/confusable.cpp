#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rule_weights.h"
#include "check/rules/garble/doubling_table.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/spelling/confusable_table.h"
#include "check/rules/table.h"
#include "check/suggestion_ranker.h"
#include "model/language_model.h"
#include "text/letter_case.h"
#include "texts/rules/garble.h"
#include "texts/rules/spelling.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Syllable;
using text::Token;
using text::TonePlacement;
using Entry = ConfusableTable::Entry;
using Kind = ConfusableTable::Kind;

// A confusion is judged by the gain of the right phrase (nats, in its sentence), by how much the words of the wrong one
// bind each other, which says that it is used as one word, and by how much they bind their neighbours, which says that
// two words only meet (chuyền | thông minh). A phrase that usage has made common and that is hardly ever two words has
// a bound of its own.
struct Weights {
  RuleWeights::Of table;
  float bond = table["bond"];
  float least_score = table["least-score"];
  float least_score_of_common = table["least-score-of-common"];
  float confidence = table["confidence"];
  float confidence_of_opening = table["confidence-of-opening"];
};

// The words of the entry, which stand from a token on.
struct Found {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  const Entry* entry = nullptr;
};

// Calls use(Found) for each phrase of the table in a paragraph, none within another.
template <typename Use>
void for_each_phrase(const ConfusableTable& table, const Analysis& analysis, Use&& use) {
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    const Entry* entry = table.find(analysis, i);
    if (entry == nullptr) continue;
    const auto end = i + static_cast<std::uint32_t>(entry->wrong.size());
    use(Found{i, end, entry});
    i = end - 1;
  }
}

// Names are spelt as their bearers like. A capital that begins the sentence and capitals throughout make none (Ý alone
// is taken to be capitalised).
bool is_name(const Analysis& analysis, const Found& found) {
  const Token& first = analysis.tokens[found.first];
  if (first.letter_case == LetterCase::capitalised && !first.sentence_start) return true;
  for (std::uint32_t i = found.first + 1; i < found.end; ++i) {
    const Token& token = analysis.tokens[i];
    const bool capitals =
        first.letter_case == LetterCase::upper && (token.letter_case == LetterCase::upper || token.length() == 1);
    if (token.letter_case != LetterCase::lower && !capitals) return true;
  }
  return false;
}

Place place_of(const Analysis& analysis, std::uint32_t paragraph, const Found& found) {
  return {paragraph, analysis.tokens[found.first].start, analysis.tokens[found.end - 1].end};
}

// What is right there: with the case of what is written; words that stay are left as they stand, with the style of
// their tone mark.
std::vector<std::u16string> mended(const Analysis& analysis, const Found& found) {
  const bool upper = analysis.tokens[found.end - 1].letter_case == LetterCase::upper;
  const LetterCase of_first = analysis.tokens[found.first].letter_case;
  std::vector<std::u16string> out;
  for (const std::u16string& right : found.entry->right) {
    std::u16string phrase;
    std::uint32_t token = found.first;
    const auto words = static_cast<std::size_t>(std::ranges::count(right, u' ')) + 1;
    const bool same_length = words == found.entry->wrong.size();
    for (std::size_t at = 0; at <= right.size(); ++token) {
      const std::size_t end = std::min(right.find(u' ', at), right.size());
      const std::u16string_view word = std::u16string_view(right).substr(at, end - at);
      if (at > 0) phrase += u' ';
      const bool kept = same_length && text::fold_i_y(text::parse(word)) == found.entry->wrong[token - found.first];
      if (kept &&
          text::parse_with_placement(analysis.view(analysis.tokens[token])).placement != TonePlacement::misplaced) {
        phrase += analysis.view(analysis.tokens[token]);
      } else {
        const LetterCase wanted = upper ? LetterCase::upper : at == 0 ? of_first : LetterCase::lower;
        phrase += wanted == LetterCase::upper ? text::to_upper(word) : text::apply_case(word, wanted);
      }
      at = end + 1;
    }
    out.push_back(std::move(phrase));
  }
  return out;
}

// A phrase that the norm spells otherwise (nỗi tiếng), also where so many write it so that frequency cannot see it
// (thăm quan). Whether the words are one phrase there or only meet (lịch sử | lý luận) is told by the language model;
// without it there is no rule.
class Confusable final : public Rule {
 public:
  Confusable(std::shared_ptr<const ConfusableTable> table, const RuleData& data)
      : table_(std::move(table)),
        ranker_(*data.ranker),
        model_(data.model),
        weights_{data.weights->of("spelling.confusable")} {}

  const RuleInfo& info() const override { return rule_info<"spelling.confusable">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    for_each_phrase(*table_, analysis, [&](const Found& found) {
      const bool opening = found.entry->kind == Kind::opening;
      if (found.entry->kind != Kind::spelling && found.entry->kind != Kind::common && !opening) return;
      if (is_name(analysis, found) || is_mentioned(analysis, found)) return;
      if (opening ? !opens(analysis, found) : !is_meant(analysis, found)) return;
      const Place place = place_of(analysis, paragraph, found);
      std::vector<std::u16string> suggestions = mended(analysis, found);
      const std::u16string written = analysis.text.substr(place.start, place.end - place.start);
      const std::u16string& reason = found.entry->reason;
      const text::Message message =
          reason.empty()
              ? text::Message(texts::finding_spelling_confusable, written, suggestions.front())
              : text::Message(texts::finding_spelling_confusable_reason, written, suggestions.front(), reason);
      report(sink, info(), place, opening ? weights_.confidence_of_opening : weights_.confidence, message,
             std::move(suggestions));
    });
  }

 private:
  bool is_meant(const Analysis& analysis, const Found& found) const {
    const std::vector<Token>& tokens = analysis.tokens;
    const std::array<std::u16string, 2> candidates = {spelling(found.entry->wrong), found.entry->right.front()};
    std::array<float, 2> scores{};
    ranker_.score(analysis, found.first, found.end, candidates, scores);
    const float before = found.first > 0 ? bond(tokens[found.first - 1], tokens[found.first]) : 0;
    const float after = found.end < tokens.size() ? bond(tokens[found.end - 1], tokens[found.end]) : 0;
    const float outer = std::max({before, after, 0.0F});
    const float inner = bond(tokens[found.first], tokens[found.first + 1]);
    const float score = scores[1] - scores[0] + weights_.bond * (inner - outer);
    return score >= (found.entry->kind == Kind::common ? weights_.least_score_of_common : weights_.least_score);
  }

  // How much likelier a word makes the next one, in nats; 0 where a blank does not join them.
  float bond(const Token& word, const Token& next) const {
    if (!word.syllable || !next.syllable || next.start != word.end + 1) return 0;
    const model::WordId id = model_->find(next.syllable);
    model::State state = model_->no_context();
    const float alone = model_->score(state, id).log_probability;
    model_->score(state, model_->find(word.syllable), state);
    return model_->score(state, id).log_probability - alone;
  }

  // At the beginning of a paragraph nothing is there that “this day” could mean, but for what follows (Ngày này, năm
  // …).
  static bool opens(const Analysis& analysis, const Found& found) {
    const std::vector<Token>& tokens = analysis.tokens;
    const auto before = std::span(tokens).first(found.first);
    if (std::ranges::any_of(before, [](const Token& token) { return token.kind != text::TokenKind::punctuation; }))
      return false;
    if (found.end + 1 >= tokens.size() || analysis.view(tokens[found.end]) != u",") return false;
    const Token& next = tokens[found.end + 1];
    return next.kind == text::TokenKind::word && analysis.view(next) != u"năm" && analysis.view(next) != u"cách";
  }

  // “thăm quan” in quotes of its own is spoken about, not used.
  static bool is_mentioned(const Analysis& analysis, const Found& found) {
    constexpr std::u16string_view opening = u"“\"‘'";
    constexpr std::u16string_view closing = u"”\"’'";
    const std::uint32_t start = analysis.tokens[found.first].start;
    const std::uint32_t end = analysis.tokens[found.end - 1].end;
    return start > 0 && opening.find(analysis.text[start - 1]) != opening.npos && end < analysis.text.size() &&
           closing.find(analysis.text[end]) != closing.npos;
  }

  static std::u16string spelling(const std::vector<Syllable>& phrase) {
    std::u16string out;
    for (const Syllable syllable : phrase) {
      if (!out.empty()) out += u' ';
      out += text::compose(syllable);
    }
    return out;
  }

  std::shared_ptr<const ConfusableTable> table_;
  const SuggestionRanker& ranker_;
  std::shared_ptr<const model::LanguageModel> model_;
  Weights weights_;
};

// Finds nothing, but keeps other rules from doubting phrases that are right (giêng hai).
class KnownRight final : public Rule {
 public:
  explicit KnownRight(std::shared_ptr<const ConfusableTable> table) : table_(std::move(table)) {}

  const RuleInfo& info() const override { return rule_info<"spelling.known-right">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    for_each_phrase(*table_, analysis, [&](const Found& found) {
      if (found.entry->kind != Kind::right) return;
      const auto [start, end] =
          analysis.original_span(analysis.tokens[found.first].start, analysis.tokens[found.end - 1].end);
      sink.silence(paragraph, start, end, info(), Silence::wording);
    });
  }

 private:
  std::shared_ptr<const ConfusableTable> table_;
};

// What machines make of fixed phrases: those that rewrite of any (làng mạc hội, bốn tưởng), those that translate of
// idioms (chơi một vai trò).
class KnownPhrase final : public Rule {
 public:
  // finding: what is said of a place, with what is written and what is usual.
  KnownPhrase(const RuleData& data, Kind kind, const RuleInfo& info, text::MessageId<2> finding)
      : table_(data.confusables),
        compounds_(data.doubling),
        kind_(kind),
        info_(info),
        finding_(finding),
        confidence_(data.weights->of(info.id)["confidence"]) {}

  const RuleInfo& info() const override { return info_; }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    for_each_phrase(*table_, analysis, [&](const Found& found) {
      if (found.entry->kind != kind_ || is_name(analysis, found) || parts_compounds(analysis, found)) return;
      const Place place = place_of(analysis, paragraph, found);
      std::vector<std::u16string> suggestions = mended(analysis, found);
      const std::u16string written = analysis.text.substr(place.start, place.end - place.start);
      const std::u16string& usual = suggestions.front();
      const text::Message message(finding_, written, usual);
      report(sink, info(), place, confidence_, message, std::move(suggestions));
    });
  }

 private:
  // Whether the phrase is the end of one compound and the beginning of another: tiềm năng | xuất khẩu.
  bool parts_compounds(const Analysis& analysis, const Found& found) const {
    const std::vector<Token>& tokens = analysis.tokens;
    const auto compound = [&](std::uint32_t at) {
      return tokens[at].syllable && tokens[at + 1].syllable && tokens[at + 1].start == tokens[at].end + 1 &&
             compounds_->is_compound(tokens[at].syllable, tokens[at + 1].syllable);
    };
    return (found.first > 0 && compound(found.first - 1)) || (found.end < tokens.size() && compound(found.end - 1));
  }

  std::shared_ptr<const ConfusableTable> table_;
  std::shared_ptr<const DoublingTable> compounds_;
  Kind kind_;
  const RuleInfo& info_;
  text::MessageId<2> finding_;
  float confidence_;
};

std::unique_ptr<Rule> make_known_phrase(const RuleData& data, Kind kind, const RuleInfo& info,
                                        text::MessageId<2> finding) {
  if (data.confusables == nullptr || data.doubling == nullptr) return nullptr;
  return make_with_weights(data, [&] { return std::make_unique<KnownPhrase>(data, kind, info, finding); });
}

}  // namespace

std::unique_ptr<Rule> make_spelling_confusable(const RuleData& data) {
  if (data.ranker == nullptr || data.model == nullptr || data.confusables == nullptr) return nullptr;
  return make_with_weights(data, [&] { return std::make_unique<Confusable>(data.confusables, data); });
}

std::unique_ptr<Rule> make_spelling_known_right(const RuleData& data) {
  return data.confusables == nullptr ? nullptr : std::make_unique<KnownRight>(data.confusables);
}

std::unique_ptr<Rule> make_garble_known_phrase(const RuleData& data) {
  return make_known_phrase(data, Kind::garble, rule_info<"garble.known-phrase">(), texts::finding_garble_known_phrase);
}

std::unique_ptr<Rule> make_garble_calque(const RuleData& data) {
  return make_known_phrase(data, Kind::calque, rule_info<"garble.calque">(), texts::finding_garble_calque);
}

}  // namespace soat::check
