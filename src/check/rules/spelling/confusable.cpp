#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules/garble/doubling_table.h"
#include "check/rules/report_finding.h"
#include "check/rules/spelling/confusable_table.h"
#include "check/rules/table.h"
#include "check/suggestion_ranker.h"
#include "model/language_model.h"
#include "text/error.h"
#include "text/letter_case.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Syllable;
using text::Token;
using Entry = ConfusableTable::Entry;
using Kind = ConfusableTable::Kind;

// A confusion is judged by the gain of the right phrase (nats, in its sentence), by how much the words of the wrong one
// bind each other, which says that it is used as one word, and by how much they bind their neighbours, which says that
// two words only meet (chuyền | thông minh). Weight and bounds were chosen by reading 190 places of edited text; a
// phrase that usage has made common and that is hardly ever two words has a bound of its own.
constexpr float bond_weight = 0.7F;
constexpr float least_score = 2.5F;
constexpr float least_score_of_common = -6.5F;
constexpr float confidence = 0.95F;
constexpr float confidence_of_opening = 0.75F;

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
      if (same_length && text::fold_i_y(text::parse(word)) == found.entry->wrong[token - found.first]) {
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
      : table_(std::move(table)), ranker_(*data.ranker), model_(data.model) {}

  const RuleInfo& info() const override { return rule_info("spelling.confusable"); }

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
      std::u16string why = u"“" + written + u"” là cách viết sai hay gặp; chính tả là “" + suggestions.front() + u"”";
      if (!found.entry->reason.empty()) why += u" (" + found.entry->reason + u")";
      Message message{why + u".", u"“" + written + u"” is a common misspelling of “" + suggestions.front() + u"”."};
      report(sink, info(), place, opening ? confidence_of_opening : confidence, std::move(message),
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
    const float score = scores[1] - scores[0] + bond_weight * (inner - outer);
    return score >= (found.entry->kind == Kind::common ? least_score_of_common : least_score);
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
};

// Finds nothing, but keeps other rules from doubting phrases that are right (giêng hai).
class KnownRight final : public Rule {
 public:
  explicit KnownRight(std::shared_ptr<const ConfusableTable> table) : table_(std::move(table)) {}

  const RuleInfo& info() const override { return rule_info("spelling.known-right"); }

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

// What rewriting machines make of fixed phrases (làng mạc hội, bốn tưởng).
class KnownPhrase final : public Rule {
 public:
  KnownPhrase(std::shared_ptr<const ConfusableTable> table, std::shared_ptr<const DoublingTable> compounds)
      : table_(std::move(table)), compounds_(std::move(compounds)) {}

  const RuleInfo& info() const override { return rule_info("garble.known-phrase"); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    for_each_phrase(*table_, analysis, [&](const Found& found) {
      if (found.entry->kind != Kind::garble || is_name(analysis, found) || parts_compounds(analysis, found)) return;
      const Place place = place_of(analysis, paragraph, found);
      std::vector<std::u16string> suggestions = mended(analysis, found);
      const std::u16string written = analysis.text.substr(place.start, place.end - place.start);
      const std::u16string& usual = suggestions.front();
      Message message{u"“" + written + u"”: cụm từ bị thay chữ; thường viết “" + usual + u"”.",
                      u"“" + written + u"”: a word of the phrase was replaced; “" + usual + u"” is usual."};
      report(sink, info(), place, confidence, std::move(message), std::move(suggestions));
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
};

std::shared_ptr<const ConfusableTable> load_table(const RuleData& data) {
  return std::make_shared<const ConfusableTable>(ConfusableTable::load(data.folder / "confusables.txt"));
}

// Gives what make() gives; tells of damaged data where `tells`: several rules read the file, one complaint is enough.
template <typename Make>
std::unique_ptr<Rule> guarded(const RuleData& data, bool tells, Make&& make) {
  try {
    return make();
  } catch (const Error& error) {
    if (tells) data.problems.push_back(error);
    return nullptr;
  }
}

}  // namespace

std::unique_ptr<Rule> make_spelling_confusable(const RuleData& data) {
  if (data.ranker == nullptr || data.model == nullptr) return nullptr;
  return guarded(data, false, [&] { return std::make_unique<Confusable>(load_table(data), data); });
}

std::unique_ptr<Rule> make_spelling_known_right(const RuleData& data) {
  return guarded(data, true, [&] { return std::make_unique<KnownRight>(load_table(data)); });
}

std::unique_ptr<Rule> make_garble_known_phrase(const RuleData& data) {
  return guarded(data, false, [&] {
    return std::make_unique<KnownPhrase>(
        load_table(data), std::make_shared<const DoublingTable>(DoublingTable::load(data.folder / "doubling.txt")));
  });
}

}  // namespace soat::check
