#include "citation/session/entry_words.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <unordered_set>
#include <utility>

#include "text/char_class.h"
#include "text/letter_case.h"
#include "text/utf.h"

namespace soat::citation::session {

namespace {

using nlohmann::json;

struct Word {
  std::u16string lower;
  std::size_t end = 0;   // in the text, UTF-16 units
  bool neutral = false;  // a number or a single letter: says neither that it belongs to a work nor that it does not
};

std::vector<Word> words_of(std::u16string_view text) {
  const text::CharTable& table = text::CharTable::get();
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    bool digits = true;
    while (end < text.size() && table.is_word_unit(text[end])) {
      digits = digits && table.class_of(text[end]) == text::CharClass::digit;
      ++end;
    }
    if (end > at) words.push_back({text::to_lower(text.substr(at, end - at)), end, digits || end - at == 1});
    at = end + 1;
  }
  return words;
}

// Whatever is said of a work: names, titles, numbers, addresses.
void add_all(const json& value, WordCounts& words) {
  if (value.is_string()) {
    for (Word& word : words_of(text::to_utf16(value.get_ref<const std::string&>()))) ++words[std::move(word.lower)];
  } else if (value.is_number()) {
    add_all(value.dump(), words);
  } else if (value.is_structured()) {
    for (const json& part : value) add_all(part, words);
  }
}

WordCounts first_of(const json& work, std::initializer_list<const char*> keys) {
  WordCounts words;
  for (const char* key : keys) {
    if (const auto found = work.find(key); found != work.end()) add_all(*found, words);
    if (!words.empty()) break;
  }
  return words;
}

// Where the words of a work end: what stands before says as much of it as can be, each word as often as it stands in
// what is known, and as little as can be of anything else. Words of the style ("Luận văn thạc sĩ", "Truy cập ngày")
// stand between words of the work.
std::optional<std::size_t> last_word_of_entry(const std::vector<Word>& words, WordCounts known) {
  constexpr int own = 3;
  constexpr int strange = -1;
  constexpr std::size_t most_before = 2;   // strange words before the first one of the work
  constexpr std::size_t most_between = 5;  // and between two of them
  std::optional<std::size_t> last;
  int best = 0;
  int sum = 0;
  std::size_t run = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto word = known.find(words[i].lower); word != known.end() && word->second > 0) {
      if (run > (last ? most_between : most_before)) break;
      --word->second;
      run = 0;
      sum += own;
    } else if (!words[i].neutral) {
      ++run;
      sum += strange;
    }
    if (sum > best) {
      best = sum;
      last = i;
    }
  }
  return last;
}

}  // namespace

EntryWords::EntryWords(const std::vector<ItemData>& works) {
  for (const ItemData& data : works) {
    Work work;
    add_all(*data, work.words);
    work.names = first_of(*data, {"author", "editor", "authority", "translator"});
    WordCounts title = first_of(*data, {"title", "container-title", "number"});
    if (title.empty()) title = work.words;
    work.title = title.size();
    const auto number = static_cast<std::uint32_t>(works_.size());
    for (const auto& [word, count] : title) by_title_[word].push_back(number);
    works_.push_back(std::move(work));
  }
}

std::size_t EntryWords::entry_at_start(std::u16string_view text) const {
  const std::vector<Word> words = words_of(text);
  std::unordered_map<std::uint32_t, std::size_t> said;  // words of a work's title that stand in the text
  std::unordered_set<std::u16string_view> seen;
  for (const Word& word : words) {
    if (!seen.insert(word.lower).second) continue;
    if (const auto in = by_title_.find(word.lower); in != by_title_.end()) {
      for (const std::uint32_t work : in->second) ++said[work];
    }
  }
  std::size_t longest = 0;
  for (const auto& [number, count] : said) {
    const Work& work = works_[number];
    // A style may leave out a subtitle; then somebody must be named.
    const bool named = std::ranges::any_of(words, [&](const Word& word) { return work.names.contains(word.lower); });
    if (count * 10 < work.title * 7 && (!named || count * 2 < work.title)) continue;
    const auto last = last_word_of_entry(words, work.words);
    if (!last) continue;
    // "120 tr." is of the entry too.
    std::size_t strange = 0;
    for (std::size_t i = *last + 1; i < words.size(); ++i) {
      if (!words[i].neutral && !work.words.contains(words[i].lower)) strange += words[i].lower.size() > 2 ? 2 : 1;
    }
    std::size_t end = words[*last].end;
    if (strange < 2) {
      end = text.size();
    } else {
      const text::CharTable& table = text::CharTable::get();
      while (end < text.size() && table.class_of(text[end]) == text::CharClass::punctuation) ++end;
    }
    longest = std::max(longest, end);
  }
  return longest;
}

}  // namespace soat::citation::session
