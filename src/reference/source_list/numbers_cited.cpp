#include "reference/source_list/numbers_cited.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "reference/word_lists.h"
#include "text/ascii.h"

namespace soat::reference::source_list {
namespace {

using Kind = LineWord::Kind;

constexpr std::size_t most_in_range = 60;    // [1-60]: more is no range of sources
constexpr std::size_t longest_bracket = 80;  // UTF-16 units

struct NumberCited {
  TextPlace place;
  int first = 0;
  int last = 0;       // of a range; otherwise as first
  bool sure = false;  // first in its bracket: [4, 243] may mean a page
};

bool is_locator(const LineWord& word) {
  static const std::set<std::u16string> known = WordLists::source_list().keys("locator");
  return known.contains(word.key);
}

// What stands in brackets, as sources; empty when it is something else.
std::vector<NumberCited> read_bracket(Line inside, std::uint32_t paragraph, std::uint32_t offset) {
  std::vector<NumberCited> cited;
  const std::vector<LineWord> words = words_of(inside);
  bool locator = false;
  bool wants_number = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const LineWord& word = words[i];
    if (word.kind == Kind::letters) {
      const bool page = word.key.starts_with(u"tr") || word.key == u"p" || word.key == u"pp";
      if (is_locator(word) && (wants_number || page)) {  // "[5 dòng]" counts lines
        locator = true;
      } else if (!locator && !(word.key == word_key(u"xem") && cited.empty()) && word.key != word_key(u"và")) {
        return {};
      }
      if (word.key == word_key(u"và")) wants_number = true;
      continue;
    }
    if (word.key == u";") {
      locator = false;
      wants_number = true;
    } else if (word.key == u"," || word.key == u"&") {
      wants_number = true;
    } else if (word.key == u":") {
      locator = true;
    } else if (locator) {
      continue;
    } else if (word.kind == Kind::digits && wants_number && word.key.size() < 5) {
      NumberCited one;
      one.place = {paragraph, offset + static_cast<std::uint32_t>(word.start),
                   offset + static_cast<std::uint32_t>(word.end)};
      one.first = one.last = number_of(word.key);
      one.sure = cited.empty() || (i > 0 && words[i - 1].key == u";");
      if (i + 2 < words.size() && words[i + 1].key == u"-" && words[i + 2].kind == Kind::digits) {
        one.last = number_of(words[i + 2].key);
        one.place.end = offset + static_cast<std::uint32_t>(words[i + 2].end);
        i += 2;
        if (one.last < one.first || one.last - one.first > static_cast<int>(most_in_range)) return {};
      }
      cited.push_back(one);
      wants_number = false;
    } else {
      return {};
    }
  }
  // [2020] is a year that an editor has added, [0] no source.
  if (!cited.empty() && (cited.front().first == 0 || cited.front().first >= 1000)) return {};
  return cited;
}

std::vector<NumberCited> numbers_cited(std::span<const Line> paragraphs, const List& list) {
  std::vector<NumberCited> all;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    if (p >= list.heading && p < list.end) continue;
    const Line line = paragraphs[p];
    std::size_t behind_bracket = Line::npos;  // "[1]-[4]" is a range
    for (std::size_t at = line.find(u'['); at != Line::npos; at = line.find(u'[', at + 1)) {
      const std::size_t close = line.find(u']', at);
      if (close == Line::npos) break;
      if (close - at > longest_bracket || at + 1 >= line.size() ||
          !(text::is_ascii_digit(line[at + 1]) || line[at + 1] == u' ' || line[at + 1] == u'x'))
        continue;
      // a[1] is an element of a list in a program.
      if (at > 0 &&
          ((line[at - 1] < 0x80 && line[at - 1] != u' ' && line[at - 1] > 0x40 && (at < 3 || line[at - 2] == u' ')) ||
           line[at - 1] == u'_'))
        continue;
      auto cited = read_bracket(line.substr(at + 1, close - at - 1), p, static_cast<std::uint32_t>(at + 1));
      if (!cited.empty() && !all.empty() && behind_bracket != Line::npos && all.back().place.paragraph == p) {
        const Line between = line.substr(behind_bracket, at - behind_bracket);
        if ((between == u"-" || between == u"–" || between == u" - " || between == u" – ") &&
            cited.front().first > all.back().last &&
            cited.front().first - all.back().last <= static_cast<int>(most_in_range)) {
          NumberCited gap = cited.front();
          gap.first = all.back().last;
          cited.front() = gap;
        }
      }
      behind_bracket = close + 1;
      all.insert(all.end(), cited.begin(), cited.end());
    }
  }
  return all;
}

}  // namespace

bool review_numbers(std::span<const Line> paragraphs, const List& list, ReferenceListReview& review) {
  std::set<int> known;
  for (const Entry& entry : list.entries) known.insert(entry.number);
  const int largest = *known.rbegin();
  std::set<int> cited;
  std::vector<MissingEntry> missing;
  for (const NumberCited& one : numbers_cited(paragraphs, list)) {
    bool absent = false;
    for (int number = one.first; number <= one.last; ++number) {
      cited.insert(number);
      absent = absent || !known.contains(number);
    }
    if (absent && (one.sure || one.last <= 2 * largest)) missing.push_back({one.place, false, {}});
  }
  const auto found = std::ranges::count_if(known, [&](int number) { return cited.contains(number); });
  if (static_cast<std::size_t>(found) < fewest_known || static_cast<std::size_t>(found) < missing.size()) return false;
  review.missing = std::move(missing);
  for (const Entry& entry : list.entries) {
    if (!cited.contains(entry.number)) review.uncited.push_back(entry.paragraph);
  }
  return true;
}

}  // namespace soat::reference::source_list
