#include "reference/phrases.h"

namespace soat::reference {

Phrases::Phrases(std::initializer_list<std::u16string_view> phrases) {
  for (const auto phrase : phrases) phrases_.push_back(words_of(phrase));
}

Phrases::Match Phrases::at(const std::vector<LineWord>& words, std::size_t place, bool plain) const {
  Match best;
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    const auto& phrase = phrases_[i];
    if (phrase.size() <= best.length || phrase.size() > words.size() - place) continue;
    bool fits = true;
    for (std::size_t k = 0; k < phrase.size() && fits; ++k) {
      fits = plain ? words[place + k].plain == phrase[k].plain : words[place + k].key == phrase[k].key;
    }
    if (fits) best = {phrase.size(), i};
  }
  return best;
}

}  // namespace soat::reference
