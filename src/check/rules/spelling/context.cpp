#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/context/context_vectors.h"
#include "check/context/decision.h"
#include "check/context/examiner.h"
#include "check/highland_names.h"
#include "check/lookup.h"
#include "check/rule_weights.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/slips/slip_costs.h"
#include "check/spaced_name.h"
#include "lexicon/lexicon.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "texts/rules/spelling.h"

namespace soat::check {
namespace {

// A word that exists but is the wrong one here (xâm chiến for xâm chiếm, nỗi tiếng), or is no word and the words round
// it tell which was meant. None without the language model.
class Context final : public Rule {
 public:
  explicit Context(const RuleData& data)
      : lexicon_(data.lexicon),
        highlands_(data.words),
        examiner_(data.model, data.facts, context::ContextVectors::load(data.folder / "context.vectors", *data.model),
                  context::SlipCosts::load(data.folder / "context-slips.tsv")),
        decision_(context::Decision::load(data.folder / "context-trees.txt", data.folder / "context-decision.txt")),
        sure_inside_hyphens_(data.weights->of("spelling.context")["sure-inside-hyphens"]),
        of_compound_(data.weights->of("spelling.context")["compound"]) {}

  const RuleInfo& info() const override { return rule_info<"spelling.context">(); }

  std::unique_ptr<SentenceWork> read_sentences(const DocumentView& view) const override {
    return std::make_unique<Work>(*this, view);
  }

 private:
  class Work final : public SentenceWork {
   public:
    Work(const Context& rule, const DocumentView& view)
        : rule_(rule), view_(view), reader_(rule.examiner_, view.paragraphs) {}

    void take(std::uint32_t paragraph, std::uint32_t, ngram::ScoredSentence& sentence) override {
      reader_.take(paragraph, sentence);
    }

    // What a form is worth as evidence depends on how often it stands in the document.
    void finish(FindingSink& sink) override {
      const float threshold = view_.threshold(rule_.info());
      reader_.finish([&](context::Suspect& suspect) {
        float confidence = rule_.decision_.confidence(suspect.features);
        if (suspect.compound != context::Suspect::none && confidence < rule_.of_compound_) {
          confidence = rule_.of_compound_;
          std::rotate(suspect.suggestions.begin(), suspect.suggestions.begin() + suspect.compound,
                      suspect.suggestions.begin() + suspect.compound + 1);
        }
        const text::Analysis& analysis = view_.paragraphs[suspect.paragraph];
        if (confidence >= threshold && !rule_.may_be_transliterated(analysis, suspect, confidence) &&
            !rule_.may_be_name(analysis, suspect))
          rule_.tell(analysis, suspect, confidence, sink);
      });
    }

   private:
    const Context& rule_;
    const DocumentView& view_;
    context::Examiner::Reader reader_;
  };

  // Foreign words are written by their syllables in many ways (ăn-ten, ăng-ten, Ban – dắc): only what is sure is told
  // of them.
  bool may_be_transliterated(const text::Analysis& analysis, const context::Suspect& suspect, float confidence) const {
    if (confidence > sure_inside_hyphens_) return false;
    const auto token = std::partition_point(analysis.tokens.begin(), analysis.tokens.end(),
                                            [&](const text::Token& t) { return t.end <= suspect.start; });
    return token != analysis.tokens.end() &&
           (token->kind == text::TokenKind::hyphenated ||
            may_continue_spaced_name(analysis, static_cast<std::uint32_t>(token - analysis.tokens.begin())));
  }

  // Of what may be a name of the highlands only that is told which the model knows beside the next word: Kà Mau, not Kà
  // Tum.
  bool may_be_name(const text::Analysis& analysis, const context::Suspect& suspect) const {
    const text::Token* token = token_starting_at(analysis, suspect.start);
    if (token == nullptr || !highlands_.may_be(analysis, *token)) return false;
    const bool with_c = examiner_.candidates().spelling(suspect.suggestions[0]).starts_with(u'c');
    return !with_c || suspect.features[static_cast<std::size_t>(context::Feature::order_right_c)] < 2;
  }

  // A suggestion as it is written most often: the model has one word for kĩ and kỹ.
  std::u16string spelling(model::WordId word) const {
    std::u16string with_i = examiner_.candidates().spelling(word);
    const text::Syllable syllable = text::parse(with_i);
    const text::Syllable other = text::other_i_y(syllable);
    if (other.valid() && lexicon_.frequency(other) > lexicon_.frequency(syllable)) return text::compose(other);
    return with_i;
  }

  void tell(const text::Analysis& analysis, const context::Suspect& suspect, float confidence,
            FindingSink& sink) const {
    const std::u16string written = analysis.text.substr(suspect.start, suspect.end - suspect.start);
    const text::LetterCase letter_case = text::letter_case(written);
    std::vector<std::u16string> suggestions;
    for (std::size_t i = 0; i < suspect.suggestion_count; ++i) {
      suggestions.push_back(text::apply_case(spelling(suspect.suggestions[i]), letter_case));
    }
    // The phrase with the neighbour that stands in the same clause tells the reader why.
    const text::Token* before = word_before(analysis, suspect.start);
    const text::Token* after = word_after(analysis, suspect.end);
    const auto phrase = [&](const std::u16string& word) {
      const std::u16string_view text = analysis.text;
      const std::size_t start = before != nullptr ? before->start : suspect.start;
      const std::size_t end = after != nullptr ? after->end : suspect.end;
      return u"“" + std::u16string(text.substr(start, suspect.start - start)) + word +
             std::u16string(text.substr(suspect.end, end - suspect.end)) + u"”";
    };
    const text::Message message(texts::finding_spelling_context, phrase(written), phrase(suggestions.front()));
    report(sink, info(), {suspect.paragraph, suspect.start, suspect.end}, confidence, message, std::move(suggestions));
  }

  const lexicon::Lexicon& lexicon_;
  HighlandNames highlands_;
  context::Examiner examiner_;
  context::Decision decision_;
  float sure_inside_hyphens_;
  float of_compound_;
};

}  // namespace

std::unique_ptr<Rule> make_spelling_context(const RuleData& data) {
  if (data.model == nullptr) return nullptr;
  return make_with_weights(data, [&] { return std::make_unique<Context>(data); });
}

}  // namespace soat::check
