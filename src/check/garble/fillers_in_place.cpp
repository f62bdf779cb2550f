#include "check/garble/fillers_in_place.h"

#include <algorithm>
#include <functional>

#include "check/garble/filler_search.h"

namespace soat::check::garble {
namespace {

// Log-odds from which a filler is put in the sentence for its other places.
constexpr float surely_repaired = 0.5F;

}  // namespace

void FillersInPlace::begin(std::size_t items) {
  in_place_.assign(items, false);
  changed_.assign(items, true);
  count_ = 0;
}

std::size_t FillersInPlace::beside(std::size_t start, std::size_t end) const {
  return (start > 0 && in_place_[start - 1] ? 1U : 0U) + (end < in_place_.size() && in_place_[end] ? 1U : 0U);
}

bool FillersInPlace::is_changed(std::size_t start, std::size_t end) const {
  const auto first = changed_.begin() + static_cast<std::ptrdiff_t>(start > reach_right ? start - reach_right : 0);
  const auto last = changed_.begin() + static_cast<std::ptrdiff_t>(std::min(changed_.size(), end + reach_right));
  return std::find(first, last, true) != last;
}

void FillersInPlace::choose_sure(std::span<const Suspect> suspects) {
  sure_.clear();
  for (std::uint32_t i = 0; i < suspects.size(); ++i) {
    if (suspects[i].repaired >= surely_repaired) sure_.push_back(i);
  }
  std::ranges::stable_sort(sure_, std::greater{}, [&](std::uint32_t i) { return suspects[i].repaired; });
  replaced_.clear();
  std::size_t chosen = 0;
  for (const std::uint32_t i : sure_) {
    // With the unit beside it, so that two that touch overlap.
    const Suspect& suspect = suspects[i];
    if (replaced_.find(suspect.start, suspect.end + 2) != nullptr) continue;
    replaced_.add(suspect.start, suspect.end + 2, i);
    sure_[chosen++] = i;
  }
  sure_.resize(chosen);
  std::ranges::sort(sure_, {}, [&](std::uint32_t i) { return suspects[i].start; });
}

bool FillersInPlace::put(std::span<Suspect> suspects, ngram::ScoredSentence& sentence) {
  choose_sure(suspects);
  if (sure_.empty()) return false;
  old_in_place_.swap(in_place_);
  items_.clear();
  words_.clear();
  in_place_.clear();
  changed_.clear();
  meetings_.clear();
  std::size_t done = 0;
  const auto keep_up_to = [&](std::size_t end) {
    for (; done < end; ++done) {
      items_.push_back(sentence.item(done));
      words_.push_back(sentence.word(done));
      in_place_.push_back(old_in_place_[done]);
      changed_.push_back(false);
    }
  };
  for (const std::uint32_t i : sure_) {
    Suspect& suspect = suspects[i];
    suspect.settled = true;
    const std::size_t at = suspect.first_item;
    keep_up_to(at);
    model::Item item = sentence.item(suspect.window_size > 0 ? at : at - 1);
    item.start = suspect.start;
    item.end = suspect.end;
    for (const model::WordId word : suspect.filler_words()) {
      items_.push_back(item);
      words_.push_back(word);
      in_place_.push_back(true);
      changed_.push_back(true);
    }
    count_ += suspect.filler_size;
    if (suspect.filler_size == 0) meetings_.push_back(items_.size());
    done = at + suspect.window_size;
  }
  keep_up_to(sentence.size());
  // Where nothing was put in, the words that meet now are new to each other.
  for (const std::size_t at : meetings_) {
    if (at > 0) changed_[at - 1] = true;
    if (at < changed_.size()) changed_[at] = true;
  }
  sentence.assign(items_, words_);
  return true;
}

}  // namespace soat::check::garble
