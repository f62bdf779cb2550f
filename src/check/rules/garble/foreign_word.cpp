#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/logistic.h"
#include "check/rule_weights.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/suggestion_ranker.h"
#include "check/surroundings.h"
#include "lexicon/lexicon.h"
#include "model/language_model.h"
#include "text/error.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/error.h"
#include "texts/rules/garble.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr int least_vietnamese = 2;  // words near by that are Vietnamese beyond doubt
constexpr std::size_t theme = 4;     // times a word stands in a document from which it is what the text is about
constexpr int most_foreign = 1;      // words near by that are not; more of them are a passage in another language
constexpr std::size_t most_meanings = 4;

// The numbers of rule-weights.txt.
struct Weights {
  RuleWeights::Of table;
  float bias = table["bias"];
  float gain = table["gain"];
  float unknown = table["unknown"];
  float log_count = table["log-count"];
  float theme = table["theme"];
  float beside_name = table["beside-name"];
  float foreign = table["foreign"];
};

struct Place {
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
};

using Meanings = std::unordered_map<std::u16string, std::vector<std::u16string>>;

Meanings read_meanings(const std::filesystem::path& path) {
  Meanings meanings;
  text::TableReader table(path, "foreign-words");
  while (table.next(2, 2)) {
    if (table[0].empty()) table.fail(texts::error_row_no_word);
    std::vector<std::u16string>& list = meanings[text::to_utf16(table[0])];
    for (const std::string_view meaning : text::split(table[1], '|')) {
      if (meaning.empty() || list.size() == most_meanings) table.fail(texts::error_row_meanings);
      list.push_back(text::to_utf16(meaning));
    }
  }
  return meanings;
}

// Quotation marks, brackets, slashes: what stands beside them is cited, explained or one of a pair of names.
bool sets_apart(std::u16string_view mark) {
  return mark.find_first_of(u"\"'“”‘’«»()[]{}/\\|*_-–—&+#@:=<>") != std::u16string_view::npos;
}

// An English word in Vietnamese running text where a Vietnamese one is at hand ("report tình hình", "nâng cao quality
// cuộc sống"). The table foreign-words.txt says what may be meant; the language model, whether that fits here and the
// foreign word is not as usual itself. Needs the language model; without it there is no rule.
class ForeignWord final : public Rule {
 public:
  ForeignWord(const RuleData& data, Meanings meanings)
      : lexicon_(data.lexicon),
        ranker_(*data.ranker),
        words_(data.model),
        meanings_(std::move(meanings)),
        weights_{data.weights->of("garble.foreign-word")} {
    for (const auto& [word, list] : meanings_) longest_ = std::max(longest_, word.size());
  }

  const RuleInfo& info() const override { return rule_info<"garble.foreign-word">(); }

  // What comes back all over a document is its subject (a text on design says design), so words are judged together.
  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::vector<std::pair<Place, Meanings::const_iterator>> found;
    std::unordered_map<std::u16string_view, std::size_t> times;
    std::u16string word;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const Analysis& analysis = view.paragraphs[p];
      for (std::uint32_t t = 0; t < analysis.tokens.size(); ++t) {
        const Token& token = analysis.tokens[t];
        if (token.letter_case != LetterCase::lower || token.length() > longest_) continue;
        if (token.kind != TokenKind::word || (token.syllable && lexicon_.attested(token.syllable))) continue;
        word = analysis.view(token);
        const auto meanings = meanings_.find(word);
        if (meanings == meanings_.end()) continue;
        found.push_back({{p, t}, meanings});
        ++times[meanings->first];
      }
    }
    for (const auto& [place, meanings] : found) judge(view, place, *meanings, times[meanings->first], sink);
  }

 private:
  void judge(const DocumentView& view, Place place, const Meanings::value_type& meanings, std::size_t times,
             FindingSink& sink) const {
    const Analysis& analysis = view.paragraphs[place.paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    const Token& token = tokens[place.token];
    const Surroundings around = look_around(analysis, place.token, lexicon_);
    if (around.vietnamese < least_vietnamese || around.foreign > most_foreign || is_set_apart(analysis, place.token))
      return;
    std::vector<std::u16string> forms = meanings.second;
    forms.push_back(meanings.first);
    std::vector<float> scores(forms.size());
    ranker_.score(analysis, place.token, place.token + 1, forms, scores);
    const float written = scores.back();
    forms.pop_back();
    scores.pop_back();
    std::vector<std::size_t> order(forms.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    const float confidence = confidence_of(meanings.first, scores[order.front()] - written, times, around);
    std::vector<std::u16string> suggestions;
    suggestions.reserve(order.size());
    for (const std::size_t i : order) suggestions.push_back(forms[i]);
    const text::Message message(texts::finding_garble_foreign_word, meanings.first, suggestions.front());
    report(sink, info(), {place.paragraph, token.start, token.end}, confidence, message, std::move(suggestions));
  }

  bool is_set_apart(const Analysis& analysis, std::uint32_t index) const {
    const auto mark = [&](std::uint32_t i) {
      const Token& token = analysis.tokens[i];
      return token.kind != TokenKind::word && token.kind != TokenKind::number && sets_apart(analysis.view(token));
    };
    return (index > 0 && mark(index - 1)) || (index + 1 < analysis.tokens.size() && mark(index + 1));
  }

  float confidence_of(const std::u16string& word, float gain, std::size_t times, const Surroundings& around) const {
    const model::WordId id = words_->find(word);
    const Weights& w = weights_;
    float odds = w.bias + w.gain * gain;
    // To the model all words that it does not know are one, which is far more likely than any of them.
    odds +=
        id == model::kUnknownWord ? w.unknown : w.log_count * std::log1p(static_cast<float>(words_->counts(id).lower));
    if (times >= theme) odds += w.theme;
    if (around.beside_name) odds += w.beside_name;
    odds += w.foreign * static_cast<float>(around.foreign);
    return logistic(odds);
  }

  const lexicon::Lexicon& lexicon_;
  const SuggestionRanker& ranker_;
  std::shared_ptr<const model::LanguageModel> words_;
  Meanings meanings_;
  Weights weights_;
  std::size_t longest_ = 0;
};

}  // namespace

std::unique_ptr<Rule> make_garble_foreign_word(const RuleData& data) {
  if (data.model == nullptr || data.ranker == nullptr) return nullptr;
  return make_with_weights(
      data, [&] { return std::make_unique<ForeignWord>(data, read_meanings(data.folder / "foreign-words.txt")); });
}

}  // namespace soat::check
