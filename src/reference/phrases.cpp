#include "reference/phrases.h"

namespace soat::reference {

namespace {

std::uint64_t first_bit(const std::u16string& word) {
  return std::uint64_t{1} << (word.empty() ? 0 : word.front() % 64);
}

}  // namespace

void Phrases::add(std::u16string_view phrase) {
  const std::vector<LineWord>& words = phrases_.emplace_back(words_of(phrase));
  if (words.empty()) return;
  first_keys_ |= first_bit(words.front().key);
  first_plain_ |= first_bit(words.front().plain);
}

Phrases::Match Phrases::at(const std::vector<LineWord>& words, std::size_t place, bool plain) const {
  Match best;
  if (place >= words.size()) return best;
  if (((plain ? first_plain_ : first_keys_) & first_bit(plain ? words[place].plain : words[place].key)) == 0)
    return best;
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
