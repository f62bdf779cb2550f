#include <algorithm>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "check/garble/detector.h"
#include "check/garble/gap_gates.h"
#include "check/garble/insertion.h"
#include "check/garble/lost_syllables.h"
#include "check/lookup.h"
#include "check/ngram/scored_sentence.h"
#include "check/rule_weights.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/slips/slip_cost.h"
#include "check/word_letters.h"
#include "lexicon/lexicon.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "text/utf.h"
#include "texts/rules/garble.h"

namespace soat::check {
namespace {

using garble::Phrase;
using garble::Replacement;
using text::LetterCase;

constexpr float least_association = 2.0F;  // nats
constexpr int most_words_beside = 3;
constexpr std::uint32_t longest_gap = 8;  // units between a broken phrase and a syllable that is missing because of it

enum class Kind : std::uint8_t { set_phrase, substitution, context_fill, glued, missing };

const RuleInfo& info_of(Kind kind) {
  switch (kind) {
    case Kind::set_phrase:
      return rule_info<"garble.set-phrase">();
    case Kind::substitution:
      return rule_info<"garble.substitution">();
    case Kind::context_fill:
      return rule_info<"garble.context-fill">();
    case Kind::glued:
      return rule_info<"garble.glued">();
    case Kind::missing:
      break;
  }
  return rule_info<"garble.missing">();
}

// Which evidence won.
Kind kind_of(const Replacement& suspect) {
  if (suspect.window_size == 0) return Kind::missing;
  if (suspect.filler_size == 0) return Kind::glued;
  if (suspect.in_phrase) return Kind::set_phrase;
  return suspect.source == Replacement::Source::model ? Kind::context_fill : Kind::substitution;
}

// Phrases that a rewriting machine or a careless paste broke: garble.set-phrase, garble.substitution,
// garble.context-fill, garble.glued and garble.missing are one search that says which evidence won. See
// check/garble/detector.h.
class Phrases final : public Rule {
 public:
  explicit Phrases(const RuleData& data) : Phrases(data, data.weights->of("garble.set-phrase")) {}

  const RuleInfo& info() const override { return rule_info<"garble.set-phrase">(); }

  std::unique_ptr<SentenceWork> read_sentences(const DocumentView& view) const override {
    return std::make_unique<Work>(*this, view);
  }

 private:
  // How syllables are found that are missing, or that stand where others belong.
  struct Lost {
    Lost(const RuleWeights::Of& weights, garble::GapFault fault, const std::filesystem::path& trees)
        : quick(garble::GapGates::of(weights, fault, garble::GapLook::quick)),
          thorough(garble::GapGates::of(weights, fault, garble::GapLook::thorough)),
          decision(garble::GapDecision::load(trees, garble::GapDecision::Bounds::of(weights, fault))) {}

    garble::GapGates quick;
    garble::GapGates thorough;
    garble::GapDecision decision;
  };

  Phrases(const RuleData& data, const RuleWeights::Of& weights)
      : lexicon_(data.lexicon),
        left_out_gain_(weights["left-out-gain"]),
        dearest_slip_(weights["dearest-slip"]),
        missing_(weights, garble::GapFault::missing, data.folder / "garble-missing.txt"),
        wrong_(weights, garble::GapFault::wrong, data.folder / "garble-wrong.txt"),
        detector_(garble::Detector::load(data.folder, data.model, data.facts)) {}

  class Work final : public SentenceWork {
   public:
    Work(const Phrases& rule, const DocumentView& view)
        : rule_(rule),
          view_(view),
          reader_(rule.detector_.examiner(), view.paragraphs),
          missing_(rule.missing_.decision, search(rule, rule.missing_, view)),
          wrong_(rule.wrong_.decision, search(rule, rule.wrong_, view)) {}

    void take(std::uint32_t paragraph, std::uint32_t number, ngram::ScoredSentence& sentence) override {
      reader_.take(paragraph, number, sentence);
      const bool is_copy = reader_.is_copy(paragraph);
      missing_.take(paragraph, sentence, is_copy);
      wrong_.take(paragraph, sentence, is_copy);
    }

    void finish(FindingSink& sink) override {
      const garble::Detector& detector = rule_.detector_;
      garble::Detection detection = detector.detect(reader_, view_.paragraphs, view_.threshold(rule_.info()));
      for (Phrase& phrase : detection.phrases) keep_what_stands(phrase);
      for (const Phrase& phrase : detection.phrases)
        rule_.tell(view_.paragraphs[phrase.suspect.paragraph], phrase, sink);
      tell(missing_.found(), detection.phrases, sink);
      std::vector<garble::LostSyllable> wrong = wrong_.found();
      std::erase_if(wrong, [&](const garble::LostSyllable& lost) { return is_slip(lost.place); });
      tell(wrong, detection.phrases, sink);
      for (std::uint32_t i = 0; i < detection.rewritten.size(); ++i) sink.assess(i, detection.rewritten[i]);
    }

   private:
    static garble::GapSearch search(const Phrases& rule, const Lost& lost, const DocumentView& view) {
      const bool thorough = view.threshold(rule.info()) < rule.info().thresholds.normal;
      const garble::Examiner& examiner = rule.detector_.examiner();
      return {examiner.words(), examiner.facts(), examiner.companions(), thorough ? lost.thorough : lost.quick};
    }

    // A word that was left out and one that was put in another's place can look alike.
    void keep_what_stands(Phrase& phrase) const {
      const model::LanguageModel& words = rule_.detector_.examiner().words();
      const auto place =
          garble::as_missing(words, view_.paragraphs[phrase.suspect.paragraph], phrase.suspect, rule_.left_out_gain_);
      if (!place) return;
      phrase.suspect = *place;
      phrase.alternatives.clear();
    }

    // What a slip of a key or of spelling made of the right word is told by spelling.context.
    bool is_slip(const Replacement& place) const {
      const model::LanguageModel& words = rule_.detector_.examiner().words();
      const WordLetters written(text::to_utf16(words.spelling(place.window[0])));
      const WordLetters meant(text::to_utf16(words.spelling(place.filler[0])));
      return slip_cost(written, meant, rule_.dearest_slip_) <= rule_.dearest_slip_;
    }

    void tell(const std::vector<garble::LostSyllable>& lost, const std::vector<Phrase>& phrases,
              FindingSink& sink) const {
      for (const auto& [place, confidence] : lost) {
        if (confidence < view_.threshold(rule_.info()) || is_told(place, phrases)) continue;
        rule_.tell(view_.paragraphs[place.paragraph], {place, {}, confidence}, sink);
      }
    }

    // Whether what is broken beside the place says more: there is a filler for it.
    static bool is_told(const Replacement& missing, const std::vector<Phrase>& phrases) {
      // Phrases are in order and do not overlap.
      const auto next = std::ranges::partition_point(phrases, [&](const Phrase& phrase) {
        return std::tie(phrase.suspect.paragraph, phrase.suspect.end) < std::tie(missing.paragraph, missing.start);
      });
      const auto is_beside = [&](const Phrase& phrase) {
        return phrase.suspect.paragraph == missing.paragraph && phrase.suspect.start <= missing.end + longest_gap &&
               missing.start <= phrase.suspect.end + longest_gap;
      };
      return (next != phrases.end() && is_beside(*next)) || (next != phrases.begin() && is_beside(*(next - 1)));
    }

    const Phrases& rule_;
    const DocumentView& view_;
    garble::Examiner::Reader reader_;
    garble::LostSyllables missing_;
    garble::LostSyllables wrong_;
  };

  // What is marked: the window; where nothing stands or nothing belongs, with its neighbours, so that there is
  // something to underline and something to put in its place.
  struct Range {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t window_start = 0;
    std::uint32_t window_end = 0;
  };

  Range range_of(const text::Analysis& analysis, const Replacement& suspect) const {
    Range range{suspect.start, suspect.end, suspect.start, suspect.end};
    if (suspect.window_size > 0 && suspect.filler_size > 0) return range;
    const text::Token* before = token_before(analysis, suspect.start);
    const text::Token* after = token_after(analysis, suspect.end);
    const auto beside = [&](std::uint32_t end, std::uint32_t start) {
      return start == end + 1 && analysis.text[end] == u' ';
    };
    if (suspect.window_size == 0) {
      // Before the first word of a sentence, that word.
      if (suspect.begins_sentence) {
        if (after != nullptr) range.start = after->start;
      } else if (before != nullptr) {
        range.start = before->start;
      }
      if (after != nullptr) range.end = after->end;
    } else if (after != nullptr && beside(suspect.end, after->start)) {
      range.end = after->end;
    } else if (before != nullptr && beside(before->end, suspect.start)) {
      range.start = before->start;
    }
    return range;
  }

  // Whether the words on both sides are in capitals: a single capital tells nothing by itself.
  static bool stands_in_capitals(const text::Analysis& analysis, const Replacement& suspect) {
    const auto token = std::partition_point(analysis.tokens.begin(), analysis.tokens.end(),
                                            [&](const text::Token& t) { return t.start < suspect.start; });
    const auto upper = [](const text::Token& t) { return t.letter_case == LetterCase::upper; };
    return (token == analysis.tokens.begin() || upper(*(token - 1))) &&
           (token == analysis.tokens.end() || token + 1 == analysis.tokens.end() || upper(*(token + 1)));
  }

  // A filler as it is written most often (the model has one word for kĩ and kỹ), in the letter case of the window.
  std::u16string spelt(const text::Analysis& analysis, const Replacement& suspect,
                       std::span<const model::WordId> filler) const {
    const model::LanguageModel& words = detector_.examiner().words();
    const std::u16string_view window =
        std::u16string_view(analysis.text).substr(suspect.start, suspect.end - suspect.start);
    const LetterCase pattern = text::letter_case(window);
    const bool capitals = (pattern == LetterCase::upper || window.empty()) &&
                          (window.size() > 1 || stands_in_capitals(analysis, suspect));
    std::u16string out;
    for (const model::WordId word : filler) {
      std::u16string form = text::to_utf16(words.spelling(word));
      const text::Syllable syllable = words.syllable(word);
      const text::Syllable other = syllable.valid() ? text::other_i_y(syllable) : text::Syllable();
      if (other.valid() && lexicon_.frequency(other) > lexicon_.frequency(syllable)) form = text::compose(other);
      const bool capital = words.is_capitalised(word) || (out.empty() && pattern == LetterCase::capitalised);
      if (capitals) {
        form = text::to_upper(form);
      } else if (capital) {
        form = text::apply_case(form, LetterCase::capitalised);
      }
      if (!out.empty()) out += u' ';
      out += form;
    }
    return out;
  }

  // The marked range with the filler in the window's place.
  static std::u16string repaired(const text::Analysis& analysis, const Range& range, const std::u16string& filler) {
    const std::u16string_view text = analysis.text;
    std::u16string left(text.substr(range.start, range.window_start - range.start));
    std::u16string right(text.substr(range.window_end, range.end - range.window_end));
    if (range.window_start != range.window_end && !filler.empty()) return left + filler + right;
    while (left.ends_with(u' ')) left.pop_back();
    while (right.starts_with(u' ')) right.erase(0, 1);
    std::u16string out = left;
    for (const std::u16string& part : {filler, right}) {
      if (!out.empty() && !part.empty()) out += u' ';
      out += part;
    }
    return out;
  }

  // The marked range with a word before the sentence's first, which takes over its capital.
  static std::u16string with_first_word(const text::Analysis& analysis, const Range& range, std::u16string first) {
    std::u16string next(analysis.text.substr(range.start, range.end - range.start));
    const LetterCase pattern = text::letter_case(next);
    if (pattern == LetterCase::capitalised) {
      first = text::apply_case(first, pattern);
      next = text::to_lower(next);
    }
    return first + u' ' + next;
  }

  void tell(const text::Analysis& analysis, const Phrase& phrase, FindingSink& sink) const {
    const Replacement& best = phrase.suspect;
    const Range range = range_of(analysis, best);
    std::u16string filler = spelt(analysis, best, best.filler_words());
    const bool begins = best.window_size == 0 && best.begins_sentence;
    std::vector<std::u16string> suggestions = {begins ? with_first_word(analysis, range, std::move(filler))
                                                      : repaired(analysis, range, filler)};
    for (const Phrase::Alternative& other : phrase.alternatives) {
      if (other.size == 0) continue;
      suggestions.push_back(repaired(analysis, range, spelt(analysis, best, other.view())));
    }
    const Kind kind = kind_of(best);
    const text::Message why = message(analysis, range, kind, suggestions.front());
    report(sink, info_of(kind), {best.paragraph, range.start, range.end}, phrase.confidence, why,
           std::move(suggestions));
  }

  // Whether two words belong to one phrase: the second follows the first far more often than it stands elsewhere.
  bool belong_together(std::u16string_view first, std::u16string_view second) const {
    const model::LanguageModel& words = detector_.examiner().words();
    const auto find = [&](std::u16string_view word) {
      const text::Syllable syllable = text::parse(word);
      return syllable.valid() ? words.find(syllable) : words.find(text::to_lower(word));
    };
    const model::WordId before = find(first);
    const model::WordId word = find(second);
    if (before < model::kFirstWord || word < model::kFirstWord) return false;
    model::State behind;
    words.score(words.no_context(), before, behind);
    return words.score(behind, word).log_probability - words.score(words.no_context(), word).log_probability >
           least_association;
  }

  // The range with the words on either side that belong to the phrase, so that none is shown cut.
  Place phrase_around(const text::Analysis& analysis, const Range& range, std::u16string_view suggestion) const {
    const std::vector<text::Token>& tokens = analysis.tokens;
    const std::u16string_view text = analysis.text;
    const auto first_at = [&](std::uint32_t at) {
      return std::partition_point(tokens.begin(), tokens.end(), [at](const text::Token& t) { return t.start < at; });
    };
    Place place{0, range.start, range.end};
    std::u16string_view edge = suggestion.substr(0, suggestion.find(u' '));
    auto token = first_at(range.start);
    for (int i = 0; i < most_words_beside && token != tokens.begin() && !edge.empty(); ++i) {
      --token;
      if (token->kind != text::TokenKind::word || token->end + 1 != place.start || text[token->end] != u' ' ||
          !belong_together(analysis.view(*token), edge))
        break;
      place.start = token->start;
      edge = analysis.view(*token);
    }
    edge = suggestion.substr(suggestion.rfind(u' ') + 1);
    token = first_at(range.end);
    for (int i = 0; i < most_words_beside && token != tokens.end() && !edge.empty(); ++i, ++token) {
      if (token->kind != text::TokenKind::word || token->start != place.end + 1 || text[place.end] != u' ' ||
          !belong_together(edge, analysis.view(*token)))
        break;
      place.end = token->end;
      edge = analysis.view(*token);
    }
    return place;
  }

  // Says what is usual with the words that belong to it, which a reader can check; in small letters where the text is
  // in capitals.
  text::Message message(const text::Analysis& analysis, const Range& range, Kind kind,
                        const std::u16string& suggestion) const {
    const std::u16string_view text = analysis.text;
    const Place place = phrase_around(analysis, range, suggestion);
    const std::u16string_view all = text.substr(place.start, place.end - place.start);
    const bool shouts = text::to_upper(all) == all;
    const auto quoted = [&](std::u16string_view middle) {
      std::u16string phrase(text.substr(place.start, range.start - place.start));
      phrase += middle;
      phrase += text.substr(range.end, place.end - range.end);
      return u"“" + (shouts ? text::to_lower(phrase) : phrase) + u"”";
    };
    const std::u16string written = quoted(text.substr(range.start, range.end - range.start));
    const std::u16string usual = quoted(suggestion);
    const auto said = [kind] {
      switch (kind) {
        case Kind::set_phrase:
          return texts::finding_garble_set_phrase;
        case Kind::substitution:
          return texts::finding_garble_substitution;
        case Kind::context_fill:
          return texts::finding_garble_context_fill;
        case Kind::glued:
          return texts::finding_garble_glued;
        case Kind::missing:
          break;
      }
      return texts::finding_garble_missing;
    };
    return {said(), written, usual};
  }

  const lexicon::Lexicon& lexicon_;
  float left_out_gain_;
  float dearest_slip_;
  Lost missing_;
  Lost wrong_;
  garble::Detector detector_;
};

}  // namespace

std::unique_ptr<Rule> make_garble_phrases(const RuleData& data) {
  if (data.model == nullptr) return nullptr;
  return make_with_weights(data, [&] { return std::make_unique<Phrases>(data); });
}

}  // namespace soat::check
