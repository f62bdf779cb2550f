#include "check/garble/insertion.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include "check/lookup.h"
#include "model/token_stream.h"

namespace soat::check::garble {
namespace {

using model::WordId;

// Words on either side that the language model is shown.
constexpr std::size_t words_beside = 3;

// The words of a sentence round a window, as the model reads them.
struct Surroundings {
  std::vector<WordId> before;
  std::vector<WordId> window;
  std::vector<WordId> after;
  bool begins_sentence = false;
  std::uint32_t end_before = 0;  // UTF-16 offsets in the text: where the word before the window ends,
  std::uint32_t end = 0;         // … and the window
};

Surroundings surroundings(const model::LanguageModel& words, const text::Analysis& analysis,
                          const Replacement& suspect) {
  Surroundings found;
  const auto first = std::ranges::partition_point(analysis.tokens,
                                                  [&](const text::Token& token) { return token.end <= suspect.start; });
  const auto end =
      std::partition_point(first, analysis.tokens.end(), [&](const text::Token& t) { return t.start < suspect.end; });
  const auto number = [&](auto token) { return static_cast<std::uint32_t>(token - analysis.tokens.begin()); };
  const text::Sentence* const sentence =
      first == analysis.tokens.end() ? nullptr : sentence_of(analysis, number(first));
  if (sentence == nullptr) return found;
  std::vector<model::Item> items;
  model::read_around(analysis, *sentence, number(first), number(end), words_beside, items);
  std::u16string lower;
  found.begins_sentence = true;
  found.end = suspect.end;
  for (const model::Item& item : items) {
    const WordId word = model::find(words, analysis, item, lower);
    if (item.end <= suspect.start) {
      found.before.push_back(word);
      found.begins_sentence = false;
      found.end_before = item.end;
    } else if (item.start < suspect.end) {
      found.window.push_back(word);
    } else {
      found.after.push_back(word);
    }
  }
  return found;
}

float score(const model::LanguageModel& words, std::initializer_list<std::span<const WordId>> parts) {
  float sum = 0;
  model::State state = words.no_context();
  for (const std::span<const WordId> part : parts) {
    for (const WordId word : part) sum += words.score(state, word, state).log_probability;
  }
  return sum;
}

Replacement missing(const Replacement& suspect, std::span<const WordId> filler, std::uint32_t at, bool begins) {
  Replacement place = suspect;
  place.start = place.end = at;
  place.window_size = 0;
  place.filler = {};
  place.filler_size = static_cast<std::uint8_t>(filler.size());
  std::ranges::copy(filler, place.filler.begin());
  place.begins_sentence = begins;
  return place;
}

}  // namespace

std::optional<Replacement> as_missing(const model::LanguageModel& words, const text::Analysis& analysis,
                                      const Replacement& suspect, float least_gain) {
  const std::span<const WordId> filler = suspect.filler_words();
  if (suspect.window_size == 0 || filler.empty() || suspect.source != Replacement::Source::model) return {};
  const Surroundings round = surroundings(words, analysis, suspect);
  const std::size_t size = round.window.size();
  if (size == 0) return {};
  const auto before = [&](std::span<const WordId> lost) {
    return missing(suspect, lost, round.begins_sentence ? suspect.start : round.end_before, round.begins_sentence);
  };
  const auto behind = [&](std::span<const WordId> lost) { return missing(suspect, lost, round.end, false); };
  if (filler.size() > size) {
    // trách ⟨nhiệm trước⟩ Giám đốc
    if (std::ranges::equal(filler.last(size), round.window)) return before(filler.first(filler.size() - size));
    if (std::ranges::equal(filler.first(size), round.window)) return behind(filler.subspan(size));
    return {};
  }
  // Any word may have been put in the filler's place; what was left out is left out with whatever stands beside it.
  float replaced = score(words, {round.before, filler, round.after});
  for (const WordId word : round.window) replaced += words.score(words.no_context(), word).log_probability;
  const float lost_before = score(words, {round.before, filler, round.window, round.after});
  const float lost_behind = score(words, {round.before, round.window, filler, round.after});
  if (std::max(lost_before, lost_behind) < replaced + least_gain) return {};
  return lost_before >= lost_behind ? before(filler) : behind(filler);
}

}  // namespace soat::check::garble
