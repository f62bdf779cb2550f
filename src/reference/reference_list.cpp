#include "reference/reference_list.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "reference/phrases.h"
#include "reference/words.h"

namespace soat::reference {
namespace {

using Line = std::u16string_view;
using Kind = LineWord::Kind;

constexpr std::size_t most_in_range = 60;    // [1-60]: more is no range of sources
constexpr std::size_t longest_bracket = 80;  // UTF-16 units
constexpr std::size_t longest_parenthesis = 240;
constexpr std::size_t near_year = 90;    // units before a year in which its author is named
constexpr std::size_t fewest_known = 2;  // citations that must be found before one is said to be missing

bool digit(char16_t unit) {
  return unit >= u'0' && unit <= u'9';
}

int number_of(std::u16string_view digits) {
  int value = 0;
  for (const char16_t unit : digits.substr(0, 6)) value = value * 10 + (unit - u'0');
  return value;
}

bool is_year(const LineWord& word) {
  return word.kind == Kind::digits && word.key.size() == 4 &&
         (word.key.starts_with(u"19") || word.key.starts_with(u"20"));
}

// --- The list

const Phrases& list_headings() {
  static const Phrases headings = {u"tài liệu tham khảo",
                                   u"danh mục tài liệu tham khảo",
                                   u"danh mục các tài liệu tham khảo",
                                   u"danh sách tài liệu tham khảo",
                                   u"tài liệu tham khảo chính",
                                   u"các tài liệu tham khảo",
                                   u"thư mục tham khảo",
                                   u"thư mục tài liệu tham khảo",
                                   u"nguồn tham khảo",
                                   u"tài liệu trích dẫn",
                                   u"danh mục tài liệu trích dẫn",
                                   u"tài liệu tham khảo và trích dẫn",
                                   u"references",
                                   u"reference list",
                                   u"bibliography",
                                   u"works cited"};
  return headings;
}

// What comes behind a list of sources.
const Phrases& other_headings() {
  static const Phrases headings = {u"phụ lục",   u"danh mục phụ lục", u"appendix", u"lời cảm ơn",
                                   u"chú thích", u"ghi chú",          u"xác nhận", u"nơi nhận"};
  return headings;
}

bool may_be_heading(Line line) {
  if (line.size() < 9 || line.size() > 80) return false;
  constexpr auto parts =
      std::to_array<Line>({u"ham khảo", u"HAM KHẢO", u"Ham Khảo", u"ham Khảo", u"rích dẫn", u"RÍCH DẪN", u"eferenc",
                           u"EFERENC", u"ibliograph", u"IBLIOGRAPH", u"orks ", u"ORKS "});
  return std::ranges::any_of(parts, [&](Line part) { return line.find(part) != Line::npos; });
}

// Past "V.", "5)", "-" at the start.
std::size_t past_list_mark(const std::vector<LineWord>& words) {
  std::size_t at = 0;
  while (at < words.size() && words[at].kind == Kind::mark) ++at;
  const bool number = at + 1 < words.size() && words[at + 1].kind == Kind::mark &&
                      (words[at].kind == Kind::digits || (words[at].kind == Kind::letters && words[at].key.size() < 5));
  if (number) ++at;
  while (at < words.size() && words[at].kind == Kind::mark) ++at;
  return at;
}

bool is_list_heading(Line line) {
  if (!may_be_heading(line)) return false;
  const std::vector<LineWord> words = words_of(line);
  const std::size_t start = past_list_mark(words);
  if (start == words.size()) return false;
  std::size_t end = start + list_headings().at(words, start, false).length;
  if (end == start) return false;
  while (end < words.size() && words[end].kind == Kind::mark) ++end;
  return end == words.size();
}

struct Entry {
  std::uint32_t paragraph = 0;
  int number = 0;                         // 0: none
  std::vector<std::u16string> years;      // "2020", "2020a"
  std::set<std::u16string> before_year;   // keys of the words there: authors, in some styles the title too
  std::vector<std::u16string> author;     // keys of the words of the first author
  std::u16string initials;                // of the words before the year
  std::u16string words;                   // all of it, for comparing
  std::vector<std::u16string> addresses;  // web addresses and DOIs
};

// "[4] …", "4. …", "4) …": the number, and where the entry itself begins.
std::pair<int, std::size_t> entry_number(const std::vector<LineWord>& words) {
  const auto mark = [&](std::size_t i, Line what) { return i < words.size() && words[i].key == what; };
  if (mark(0, u"[") && words.size() > 3 && words[1].kind == Kind::digits && words[1].key.size() < 4 && mark(2, u"]"))
    return {number_of(words[1].key), 3};
  if (words.size() > 2 && words[0].kind == Kind::digits && words[0].key.size() < 4 &&
      (mark(1, u".") || mark(1, u")")) && words[2].kind != Kind::digits)
    return {number_of(words[0].key), 2};
  return {0, 0};
}

// Web addresses and DOIs of an entry, without what differs between two ways of writing the same.
std::vector<std::u16string> addresses_in(Line line) {
  std::vector<std::u16string> found;
  for (const Line start : {Line(u"://"), Line(u"10.")}) {
    for (std::size_t at = line.find(start); at != Line::npos; at = line.find(start, at + 1)) {
      const bool doi = start == u"10.";
      if (doi && at > 0 && (digit(line[at - 1]) || line[at - 1] == u'.')) continue;
      const std::size_t begin = doi ? at : at + 3;
      Line address = line.substr(begin, line.find_first_of(u" \t<>\"”’)]", begin) - begin);
      while (!address.empty() &&
             (address.back() == u'.' || address.back() == u',' || address.back() == u'/' || address.back() == u';'))
        address.remove_suffix(1);
      if (address.starts_with(u"www.")) address.remove_prefix(4);
      const std::size_t path = address.find(u'/');
      // A site alone is no page, and 10.5 is a number.
      if (path == Line::npos || path + 1 >= address.size() || (doi && path < 7)) continue;
      found.emplace_back(address);
    }
  }
  return found;
}

Entry read_entry(Line line, std::uint32_t paragraph) {
  const std::vector<LineWord> words = words_of(line);
  Entry entry;
  entry.paragraph = paragraph;
  const auto [number, start] = entry_number(words);
  entry.number = number;
  entry.addresses = addresses_in(line);
  bool first_author = true;
  for (std::size_t i = start; i < words.size(); ++i) {
    const LineWord& word = words[i];
    if (word.kind != Kind::mark) entry.words += word.key + u' ';
    if (is_year(word) && entry.years.size() < 8) {
      std::u16string year = word.key;
      if (i + 1 < words.size() && !words[i + 1].space_before && words[i + 1].kind == Kind::letters &&
          words[i + 1].key.size() == 1)
        year += words[i + 1].key;
      entry.years.push_back(std::move(year));
    }
    if (!entry.years.empty()) continue;
    if (word.kind == Kind::mark) {
      const bool initial = word.key == u"." && i > start && words[i - 1].end - words[i - 1].start == 1;
      if (word.key != u"-" && word.key != u"'" && !initial && !entry.author.empty()) first_author = false;
    } else if (word.kind == Kind::letters) {
      entry.before_year.insert(word.key);
      if (word.capital) entry.initials += word.key.front();
      if (first_author && word.end - word.start > 1 && entry.author.size() < 12) entry.author.push_back(word.key);
    }
  }
  return entry;
}

struct List {
  std::uint32_t heading = 0;
  std::uint32_t end = 0;  // first paragraph behind it
  std::vector<Entry> entries;
  bool numbered = false;
};

// Unless most entries have a number, numbers mean nothing.
List read_list(std::span<const Line> paragraphs, std::uint32_t heading) {
  List list;
  list.heading = heading;
  list.end = heading + 1;
  std::size_t with_number = 0;
  std::size_t long_lines = 0;
  for (std::uint32_t p = heading + 1; p < paragraphs.size(); ++p) {
    const Line line = paragraphs[p];
    if (is_list_heading(line)) break;
    long_lines += line.size() >= 25;
    if (line.size() <= 60) {
      const std::vector<LineWord> words = words_of(line);
      if (words.empty()) continue;
      const std::size_t start = past_list_mark(words);
      if (start < words.size() && other_headings().at(words, start, false).length > 0) break;
    }
    Entry entry = read_entry(line, p);
    if (entry.number == 0 && (line.size() < 25 || entry.years.empty())) continue;  // a heading by language
    with_number += entry.number > 0;
    list.entries.push_back(std::move(entry));
    list.end = p + 1;
  }
  list.numbered = with_number * 5 >= list.entries.size() * 4 && with_number >= 2;
  if (list.numbered) {
    std::erase_if(list.entries, [](const Entry& entry) { return entry.number == 0; });
    list.end = list.entries.back().paragraph + 1;
  } else if (list.entries.size() * 5 < long_lines * 3) {
    list.entries.clear();  // running text with a year here and there
  }
  return list;
}

// The one list of a document; nothing when there is none, or one for each chapter.
std::optional<List> find_list(std::span<const Line> paragraphs) {
  std::optional<List> found;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    if (!is_list_heading(paragraphs[p])) continue;
    List list = read_list(paragraphs, p);
    if (list.entries.size() < 2) continue;
    if (found && found->end <= list.heading) return std::nullopt;
    // A heading in a table of contents is followed by the whole text: the later heading is the true one.
    found = std::move(list);
  }
  return found;
}

// --- Numbers in brackets

struct NumberCited {
  TextPlace place;
  int first = 0;
  int last = 0;       // of a range; otherwise as first
  bool sure = false;  // first in its bracket: [4, 243] may mean a page
};

bool is_locator(const LineWord& word) {
  static const std::set<std::u16string> known = [] {
    std::set<std::u16string> keys;
    for (const Line one :
         {Line(u"tr"),     Line(u"trang"), Line(u"p"),    Line(u"pp"),   Line(u"page"),  Line(u"pages"),
          Line(u"chương"), Line(u"ch"),    Line(u"mục"),  Line(u"điều"), Line(u"khoản"), Line(u"phần"),
          Line(u"tập"),    Line(u"quyển"), Line(u"bảng"), Line(u"hình"), Line(u"đoạn"),  Line(u"dòng"),
          Line(u"chap"),   Line(u"sec"),   Line(u"vol"),  Line(u"no")})
      keys.insert(word_key(one));
    return keys;
  }();
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
          !(digit(line[at + 1]) || line[at + 1] == u' ' || line[at + 1] == u'x'))
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

// Whether the text cites by number.
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

// --- Authors and year

struct AuthorsCited {
  TextPlace place;  // from the first author to the year
  TextPlace year_place;
  std::u16string year;
  std::vector<std::vector<std::u16string>>
      authors;  // readings of who comes first: "Bộ Giáo dục và Đào tạo" or "Bộ Giáo dục"
  bool acronym = false;
};

const Phrases& bodies() {
  static const Phrases known = {u"bộ",        u"sở",        u"cục",       u"tổng cục", u"ủy ban",    u"ban",
                                u"hội",       u"viện",      u"trường",    u"đại học",  u"chính phủ", u"quốc hội",
                                u"ngân hàng", u"công ty",   u"tập đoàn",  u"tòa án",   u"trung tâm", u"liên",
                                u"đảng",      u"văn phòng", u"thủ tướng", u"tổ chức",  u"học viện",  u"báo",
                                u"tạp chí",   u"cơ quan",   u"quỹ",       u"phòng",    u"vụ"};
  return known;
}

// Places and the like that stand before a year without being anybody's work.
const Phrases& no_authors() {
  static const Phrases known = {u"hà nội",  u"thành phố", u"tp",      u"tỉnh",       u"huyện",    u"quận", u"việt nam",
                                u"đà nẵng", u"huế",       u"sài gòn", u"tháng",      u"năm",      u"quý",  u"ngày",
                                u"mùa",     u"khoảng",    u"nghị",    u"quyết định", u"thông tư", u"luật", u"chỉ thị",
                                u"hình",    u"bảng",      u"biểu",    u"sinh",       u"mất",      u"điều", u"khóa",
                                u"đợt",     u"hè",        u"nguồn"};
  return known;
}

bool joins(const LineWord& word) {
  static const std::set<std::u16string> words = [] {
    std::set<std::u16string> keys;
    for (const Line one : {Line(u"và"), Line(u"and"), Line(u"et"), Line(u"al"), Line(u"cộng"), Line(u"sự"), Line(u"cs"),
                           Line(u"nnk"), Line(u"von"), Line(u"van"), Line(u"de"), Line(u"der"), Line(u"of"),
                           Line(u"for"), Line(u"the"), Line(u"tác"), Line(u"giả"), Line(u"nhóm"), Line(u"ctv")})
      keys.insert(word_key(one));
    return keys;
  }();
  return words.contains(word.key);
}

// One part of "(…; …)" as authors and year.
std::optional<AuthorsCited> read_part(const std::vector<LineWord>& words, std::size_t from, std::size_t to) {
  static const Phrases openings = {u"xem", u"xem thêm", u"dẫn theo", u"theo", u"trích từ", u"see", u"cf", u"nguồn"};
  from += openings.at(words, from, false).length;
  while (from < to && words[from].kind == Kind::mark) ++from;
  std::size_t year = from;
  while (year < to && !is_year(words[year])) ++year;
  if (year >= to || year == from || !words[from].capital || year - from > 24) return std::nullopt;
  if (no_authors().at(words, from, false).length > 0) return std::nullopt;
  const bool body = bodies().at(words, from, false).length > 0;
  AuthorsCited cited;
  cited.authors.resize(1);
  for (std::size_t i = from; i < year; ++i) {
    const LineWord& word = words[i];
    if (word.kind == Kind::digits) return std::nullopt;
    if (word.kind == Kind::mark) {
      if (word.key != u"," && word.key != u"&" && word.key != u"." && word.key != u"-" && word.key != u"'")
        return std::nullopt;
      if (word.key == u"&" || (word.key == u"," && !cited.authors.back().empty())) {
        // What comes behind is another author or the year.
        for (std::size_t k = i; k < year; ++k) {
          if (words[k].kind == Kind::letters && !words[k].capital && !joins(words[k]) && !body) return std::nullopt;
          if (words[k].kind == Kind::digits) return std::nullopt;
        }
        break;
      }
      continue;
    }
    if (joins(word)) {
      if (cited.authors.size() == 1 && word.key == word_key(u"và")) {
        cited.authors.push_back(cited.authors.front());  // read on as one name, and without what follows
        std::swap(cited.authors.front(), cited.authors.back());
        auto& longer = cited.authors.back();
        for (std::size_t k = i; k < year && words[k].key != u","; ++k) {
          if (words[k].kind == Kind::letters) longer.push_back(words[k].key);
        }
      }
      if (word.key == word_key(u"và") || word.key == u"et" || word.key == u"and" || word.key == word_key(u"cộng") ||
          word.key == u"cs") {
        for (std::size_t k = i + 1; k < year; ++k) {
          if (words[k].kind == Kind::letters && !words[k].capital && !joins(words[k]) && !body) return std::nullopt;
        }
        break;
      }
      continue;
    }
    if (!word.capital && !body) return std::nullopt;
    // Initials are written in more ways than one.
    if (word.key.size() > 1) cited.authors.front().push_back(word.key);
  }
  if (cited.authors.front().empty() || cited.authors.front().size() > 14) return std::nullopt;
  cited.acronym =
      cited.authors.front().size() == 1 && words[from].all_capitals && words[from].end - words[from].start > 1;
  cited.year = words[year].key;
  std::size_t end = words[year].end;
  if (year + 1 < to && !words[year + 1].space_before && words[year + 1].kind == Kind::letters &&
      words[year + 1].key.size() == 1) {
    cited.year += words[year + 1].key;
    end = words[year + 1].end;
    ++year;
  }
  // Behind the year only a place in the work: ", tr. 5", ": 5".
  if (year + 1 < to && words[year + 1].key != u"," && words[year + 1].key != u":") return std::nullopt;
  cited.place = {0, static_cast<std::uint32_t>(words[from].start), static_cast<std::uint32_t>(end)};
  cited.year_place = {0, static_cast<std::uint32_t>(end - cited.year.size()), static_cast<std::uint32_t>(end)};
  return cited;
}

std::vector<AuthorsCited> authors_cited(std::span<const Line> paragraphs, const List& list) {
  std::vector<AuthorsCited> all;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    if (p >= list.heading && p < list.end) continue;
    const Line line = paragraphs[p];
    for (std::size_t at = line.find(u'('); at != Line::npos; at = line.find(u'(', at + 1)) {
      const std::size_t close = line.find_first_of(u"()", at + 1);
      if (close == Line::npos) break;
      if (line[close] == u'(' || close - at > longest_parenthesis) continue;
      const std::vector<LineWord> words = words_of(line.substr(at + 1, close - at - 1));
      for (std::size_t from = 0; from < words.size();) {
        std::size_t to = from;
        while (to < words.size() && words[to].key != u";") ++to;
        if (auto cited = read_part(words, from, to)) {
          const auto move = [&](TextPlace& place) {
            place = {p, place.start + static_cast<std::uint32_t>(at + 1),
                     place.end + static_cast<std::uint32_t>(at + 1)};
          };
          move(cited->place);
          move(cited->year_place);
          all.push_back(std::move(*cited));
        }
        from = to + 1;
      }
    }
  }
  return all;
}

bool names_fit(const Entry& entry, const AuthorsCited& cited) {
  const bool words = std::ranges::any_of(cited.authors, [&](const auto& author) {
    return !author.empty() &&
           std::ranges::all_of(author, [&](const auto& word) { return entry.before_year.contains(word); });
  });
  if (words || !cited.acronym) return words;
  // "WHO" for "World Health Organization"; and acronyms of Vietnamese bodies, which follow no rule.
  return entry.initials.find(cited.authors.front().front()) != std::u16string::npos ||
         entry.words.find(cited.authors.front().front()) != std::u16string::npos || entry.author.size() > 2;
}

bool year_fits(const Entry& entry, const std::u16string& year) {
  return std::ranges::any_of(entry.years, [&](const std::u16string& own) {
    return own == year || own.substr(0, 4) == year || own == year.substr(0, 4);
  });
}

// Entries that a year in the text, with a word of their author before it, refers to.
std::set<std::uint32_t> entries_named(std::span<const Line> paragraphs, const List& list) {
  std::unordered_map<std::u16string, std::vector<const Entry*>> by_year;
  for (const Entry& entry : list.entries) {
    if (!entry.years.empty()) by_year[entry.years.front().substr(0, 4)].push_back(&entry);
  }
  std::set<std::uint32_t> named;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    if (p >= list.heading && p < list.end) continue;
    const Line line = paragraphs[p];
    if (line.find(u"19") == Line::npos && line.find(u"20") == Line::npos) continue;
    const std::vector<LineWord> words = words_of(line);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!is_year(words[i])) continue;
      const auto same = by_year.find(words[i].key);
      if (same == by_year.end()) continue;
      for (std::size_t k = i; k-- > 0 && words[i].start - words[k].start <= near_year;) {
        if (words[k].kind != Kind::letters) continue;
        for (const Entry* entry : same->second) {
          if (std::ranges::find(entry->author, words[k].key) != entry->author.end()) named.insert(entry->paragraph);
          if (words[k].all_capitals && words[k].key.size() > 1 && entry->author.size() > 2)
            named.insert(entry->paragraph);
        }
      }
    }
  }
  return named;
}

void review_authors(std::span<const Line> paragraphs, const List& list, ReferenceListReview& review) {
  std::vector<MissingEntry> missing;
  std::size_t found = 0;
  for (const AuthorsCited& cited : authors_cited(paragraphs, list)) {
    bool there = false;
    std::vector<std::u16string> years;
    for (const Entry& entry : list.entries) {
      if (!names_fit(entry, cited)) continue;
      there = there || year_fits(entry, cited.year);
      // Only what the entry is of, not a year in its title.
      if (!entry.years.empty() && std::ranges::find(years, entry.years.front()) == years.end())
        years.push_back(entry.years.front());
    }
    found += there;
    if (there || cited.acronym) continue;
    if (years.empty() || years.size() > 3) {
      missing.push_back({cited.place, false, {}});
    } else {
      missing.push_back({cited.year_place, true, std::move(years)});
    }
  }
  if (found < fewest_known || found < missing.size()) return;
  review.missing = std::move(missing);
  const std::set<std::uint32_t> named = entries_named(paragraphs, list);
  for (const Entry& entry : list.entries) {
    if (!entry.years.empty() && !named.contains(entry.paragraph)) review.uncited.push_back(entry.paragraph);
  }
}

void find_repeated(const List& list, ReferenceListReview& review) {
  std::map<std::u16string, std::uint32_t> known;
  for (const Entry& entry : list.entries) {
    std::vector<std::u16string> marks = entry.addresses;
    marks.push_back(u"=" + entry.words);
    std::optional<std::uint32_t> first;
    for (const std::u16string& mark : marks) {
      const auto [at, added] = known.try_emplace(mark, entry.paragraph);
      if (!added && at->second != entry.paragraph && !first) first = at->second;
    }
    if (first) review.repeated.push_back({entry.paragraph, *first});
  }
}

}  // namespace

ReferenceListReview review_reference_list(std::span<const Line> paragraphs) {
  ReferenceListReview review;
  const std::optional<List> list = find_list(paragraphs);
  if (!list) return review;
  review.has_list = true;
  find_repeated(*list, review);
  if (list->numbered && review_numbers(paragraphs, *list, review)) return review;
  if (list->entries.size() >= 3) review_authors(paragraphs, *list, review);
  return review;
}

}  // namespace soat::reference
