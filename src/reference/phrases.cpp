#include "reference/phrases.h"

namespace soat::reference {

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

std::set<std::u16string> Phrases::keys() const {
  std::set<std::u16string> keys;
  for (const std::vector<LineWord>& phrase : phrases_) {
    for (const LineWord& word : phrase) keys.insert(word.key);
  }
  return keys;
}

}  // namespace soat::reference
