// What users taught a LanguageModel: words of their own, and which follow each other.
#include <algorithm>
#include <cmath>
#include <string>

#include "model/language_model.h"
#include "model/token_stream.h"
#include "text/letter_case.h"
#include "text/utf.h"

namespace soat::model {
namespace {

std::uint64_t added_key(WordId oldest, WordId middle, WordId newest) {
  return std::uint64_t{oldest} << 32 | std::uint64_t{middle} << 16 | newest;
}

// How much of a new word's class it takes for itself: as one of tens of thousands, more the oftener it was seen.
constexpr float kLogShareOfOne = -10;
constexpr float kLargestLogShare = -2;

// What users' texts say after a context weighs at most half, and half of that when the context was seen this often.
constexpr double kLargestWeight = 0.5;
constexpr double kHalfWeightCount = 3;

}  // namespace

std::uint32_t LanguageModel::added_count(WordId oldest, WordId middle, WordId newest) const {
  const auto found = added_grams_.find(added_key(oldest, middle, newest));
  return found == added_grams_.end() ? 0 : found->second;
}

// Mixes the probability with the relative frequencies after the last word and after the last two in the users' texts
// (linear interpolation with weights that grow with what was seen, after Witten and Bell 1991).
void LanguageModel::count_additions(const State& state, WordId word, Score& score) const {
  if (word >= vocabulary_size_) score.log_probability += added_words_[word - vocabulary_size_].log_share;
  double probability = 0;
  bool mixed = false;
  for (unsigned length = 1; length <= 2; ++length) {
    const WordId oldest = length == 2 ? state.last[1] : kNone;
    if (state.last[length - 1] == kNone) break;
    const std::uint32_t context = added_count(kNone, oldest, state.last[0]);
    if (context == 0) break;
    const std::uint32_t count = added_count(oldest, state.last[0], word);
    if (!mixed) probability = std::exp(static_cast<double>(score.log_probability));
    mixed = true;
    const double weight = kLargestWeight * context / (context + kHalfWeightCount);
    probability = (1 - weight) * probability + weight * count / context;
    if (count > 0) score.order = std::max(score.order, static_cast<std::uint8_t>(length + 1));
  }
  if (mixed) score.log_probability = static_cast<float>(std::log(probability));
}

WordId LanguageModel::intern(const std::string& form, std::uint32_t count) {
  if (const WordId word = class_by_name(form); word != kNone) return word;
  const bool capitalised = form.starts_with('^');
  const bool upper = form.starts_with('+');
  const std::u16string text = text::to_utf16(std::string_view(form).substr(capitalised || upper ? 1 : 0));
  const text::Syllable syllable = text::parse(text);
  const WordId found = syllable.valid() ? find(syllable, capitalised) : find(text, capitalised);
  const WordId unknown = syllable.valid() ? kRareSyllable : kUnknownWord;
  if (found != unknown) {
    if (found >= vocabulary_size_) added_words_[found - vocabulary_size_].count += count;
    return found;
  }
  if (text.empty() || syllables_.size() >= std::size_t{1} << 16) return kNone;
  const auto word = static_cast<WordId>(syllables_.size());
  const WordId known_as = syllable.valid() ? kRareSyllable
                          : capitalised    ? kUnknownName
                          : upper          ? kUnknownAcronym
                                           : kUnknownWord;
  const float share = std::min(kLogShareOfOne + std::log1p(static_cast<float>(count)), kLargestLogShare);
  added_words_.push_back({text::to_utf8(text), known_as, share, count});
  syllables_.push_back(syllable);
  foreign_spellings_.push_back(text);
  (syllable.valid() ? by_code_[text::fold_i_y(syllable).code()] : foreign_[foreign_spellings_.back()]).lower = word;
  if (const std::uint64_t key = text::family_key(text); key != 0) added_families_[key].push_back(word);
  const text::Syllable variant = syllable.valid() ? text::other_i_y(syllable) : text::Syllable();
  if (variant.valid()) added_families_[text::family_key(variant)].push_back(word);
  return word;
}

void LanguageModel::add(const Additions& additions) {
  for (const Additions::Entry& entry : additions.entries) {
    std::array<WordId, 3> words{};  // the newest last
    bool usable = true;
    for (std::size_t i = 0; i < entry.words.size(); ++i) {
      WordId& word = words[words.size() - entry.words.size() + i];
      // Only an entry for the word itself tells how often it was seen.
      word = intern(entry.words[i], entry.words.size() == 1 ? entry.count : 0);
      usable = usable && word != kNone;
    }
    if (usable) added_grams_[added_key(words[0], words[1], words[2])] += entry.count;
  }
}

std::vector<std::u16string> LanguageModel::added_words() const {
  std::vector<std::u16string> words;
  for (const AddedWord& word : added_words_) {
    const std::u16string spelling = text::to_utf16(word.spelling);
    words.push_back(word.known_as == kUnknownAcronym ? text::to_upper(spelling)
                    : word.known_as == kUnknownName  ? text::apply_case(spelling, text::LetterCase::capitalised)
                                                     : spelling);
  }
  return words;
}

}  // namespace soat::model
