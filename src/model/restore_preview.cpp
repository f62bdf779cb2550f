#include "model/restore_preview.h"

#include <algorithm>
#include <cstddef>

#include "text/char_class.h"

namespace soat::model {

namespace {

// Of every ten syllables of running Vietnamese some seven have marks. Where a paragraph has so few that every third of
// its words would change it was written without; in one that has its marks few words are bare that could have some.
constexpr std::size_t changes_of_bare = 3;

constexpr float sure_enough = 0.9F;
constexpr std::size_t most_other_ways = 3;
constexpr std::size_t most_unsure = 20;  // more are more than a person reads

std::size_t words_in(std::u16string_view text) {
  std::size_t count = 0;
  bool inside = false;
  const text::CharTable& table = text::CharTable::get();
  for (const char16_t unit : text) {
    const bool blank = table.class_of(unit) == text::CharClass::space;
    if (!blank && !inside) ++count;
    inside = !blank;
  }
  return count;
}

// "bạn (bán, bàn)"
std::u16string with_other_ways(const RestoredWord& word) {
  std::u16string out = word.alternatives.front().text;
  const std::size_t ways = std::min(word.alternatives.size(), 1 + most_other_ways);
  for (std::size_t i = 1; i < ways; ++i) {
    out += i == 1 ? u" (" : u", ";
    out += word.alternatives[i].text;
  }
  if (ways > 1) out += u")";
  return out;
}

}  // namespace

RestorePreview preview_of(std::u16string_view paragraph, const Restoration& restored,
                          const std::function<bool(std::uint32_t start, std::uint32_t end)>& may_change) {
  RestorePreview out;
  std::size_t changed = 0;
  std::size_t done = 0;
  for (const RestoredWord& word : restored.words) {
    const Alternative& best = word.alternatives.front();
    if (!may_change(word.start, word.end)) continue;
    const std::u16string_view old = paragraph.substr(word.start, word.end - word.start);
    out.after.append(paragraph.substr(done, word.start - done)).append(best.text);
    done = word.end;
    if (old != best.text) ++changed;
    if (best.probability >= sure_enough || out.unsure.size() == most_unsure) continue;
    std::u16string told = with_other_ways(word);
    if (std::ranges::find(out.unsure, told) == out.unsure.end()) out.unsure.push_back(std::move(told));
  }
  out.after.append(paragraph.substr(done));
  out.bare = changed * changes_of_bare >= words_in(paragraph);
  return out;
}

}  // namespace soat::model
