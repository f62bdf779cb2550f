#include "check/ngram/word_facts.h"

#include <algorithm>

#include "text/syllable.h"

namespace soat::check::ngram {

WordFacts::WordFacts(const model::LanguageModel& words) : facts_(words.vocabulary_size()) {
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    const auto word = static_cast<model::WordId>(i);
    Facts& facts = facts_[i];
    facts.small = word;
    if (i < model::kFirstWord) continue;
    const text::Syllable syllable = words.syllable(word);
    if (syllable.valid() && words.is_capitalised(word)) facts.small = words.find(syllable);
    const model::WordCounts counts = words.counts(word);
    const std::uint32_t all = counts.lower + counts.capitalised + counts.upper;
    facts.frequency = log_count(static_cast<float>(all));
    facts.capital_share = static_cast<float>(counts.capitalised + counts.upper) / static_cast<float>(std::max(all, 1U));
  }
}

}  // namespace soat::check::ngram
