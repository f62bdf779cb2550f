#include "reference/legal_reference.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "reference/legal_words.h"
#include "reference/phrases.h"

namespace soat::reference {
namespace {

using namespace legal;
using Kind = LineWord::Kind;

// Parts of a symbol between its signs; real ones have five.
constexpr std::size_t kMostSegments = 12;

struct Number {
  std::u16string text;
  std::size_t first = 0;  // words
  std::size_t end = 0;
  bool letters = false;  // a symbol, not a mere number
  bool year = false;     // 100/2019
};

class Parser {
 public:
  explicit Parser(std::u16string_view text) : text_(text), words_(words_of(text)) {
    bool toned = false;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    for (const LineWord& word : words_) {
      if (word.kind != Kind::letters) continue;
      if (word.key != word.plain) toned = true;
      letters += word.end - word.start;
      if (word.all_capitals) capitals += word.end - word.start;
    }
    plain_ = !toned;
    // A heading in capitals, where case tells nothing.
    shouting_ = letters >= 12 && capitals * 10 >= letters * 9;
  }

  std::vector<LegalReference> all() {
    std::vector<LegalReference> found;
    std::size_t from = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (auto reference = at(i, from)) {
        found.push_back(std::move(*reference));
        from = next_;
        i = next_ - 1;
      }
    }
    return found;
  }

 private:
  const LineWord* word(std::size_t i) const { return i < words_.size() ? &words_[i] : nullptr; }
  // Whether word i is this one, tone placement and case aside. The word is a literal: its keys are made once for a
  // line.
  bool is(std::size_t i, std::u16string_view literal) const {
    if (i >= words_.size() || words_[i].kind == Kind::digits) return false;
    auto& keys = literals_[literal.data()];
    if (keys.first.empty()) keys = {word_key(literal), word_plain(literal)};
    return plain_ ? words_[i].plain == keys.second : words_[i].key == keys.first;
  }
  bool mark(std::size_t i, char16_t unit) const {
    return i < words_.size() && words_[i].kind == Kind::mark && words_[i].key[0] == unit;
  }
  bool digits(std::size_t i) const { return i < words_.size() && words_[i].kind == Kind::digits; }
  bool letters(std::size_t i) const { return i < words_.size() && words_[i].kind == Kind::letters; }
  std::size_t fits(const Phrases& phrases, std::size_t i) const {
    return i < words_.size() ? phrases.at(words_, i, plain_).length : 0;
  }
  // A capital where case tells something; anywhere where it does not.
  bool capital(std::size_t i) const { return i < words_.size() && (shouting_ || plain_ || words_[i].capital); }
  bool lower(std::size_t i) const { return i < words_.size() && (shouting_ || plain_ || !words_[i].capital); }

  int value(std::size_t i) const {
    int result = 0;
    for (const char16_t unit : words_[i].key) result = std::min(result * 10 + (unit - u'0'), 1000000);
    return result;
  }

  // The words [first, end) with single spaces.
  std::u16string slice(std::size_t first, std::size_t end) const {
    std::u16string result;
    for (std::size_t i = first; i < end; ++i) {
      if (i > first && words_[i].space_before) result.push_back(u' ');
      result.append(text_.substr(words_[i].start, words_[i].end - words_[i].start));
    }
    return result;
  }

  bool ends_sentence(std::size_t i) const {
    if (!mark(i, u'.')) return false;
    if (i + 1 >= words_.size()) return true;
    if (!words_[i + 1].space_before) return false;
    // "TP. Hồ Chí Minh"
    if (i > 0 && letters(i - 1) && words_[i - 1].capital && words_[i - 1].end - words_[i - 1].start <= 2) return false;
    return words_[i + 1].capital || words_[i + 1].kind != Kind::letters;
  }

  // --- Number
  // ------------------------------------------------------------------------------------------------------------

  // A part of a symbol: NQ, QH, TTg, GDTrH: no tone marks, not an ordinary word.
  bool abbreviation(std::size_t i) const {
    const LineWord* one = word(i);
    if (!one || one->kind != Kind::letters || one->toned || one->end - one->start > 14) return false;
    return one->capital || shouting_;
  }

  std::optional<Number> number(std::size_t i) const {
    Number result;
    result.first = i;
    if (!digits(i)) {
      // "Lệnh số L-CTN": letters first are rare and only known ones
      return std::nullopt;
    }
    result.text = words_[i].key;
    std::size_t segments = 1;
    bool last_digits = true;
    std::size_t j = i + 1;
    // 08a-CV/VPTW
    if (letters(j) && !words_[j].space_before && words_[j].end - words_[j].start <= 2 && !words_[j].toned) {
      result.text += text_.substr(words_[j].start, words_[j].end - words_[j].start);
      ++j;
    }
    // Recognition loses the first hyphen: "50 NQ/TW".
    if (letters(j) && abbreviation(j) && fits(symbol_kinds(), j) == 1 && (mark(j + 1, u'/') || mark(j + 1, u'-')) &&
        (letters(j + 2) && abbreviation(j + 2))) {
      result.text += u'-';
      result.text += text_.substr(words_[j].start, words_[j].end - words_[j].start);
      result.letters = true;
      ++segments;
      last_digits = false;
      ++j;
    }
    for (; segments < kMostSegments && (mark(j, u'/') || mark(j, u'-')); ++segments) {
      const char16_t separator = words_[j].key[0];
      const std::size_t k = j + 1;
      if (!digits(k) && !letters(k)) break;
      const bool loose = words_[j].space_before && words_[k].space_before;
      if (letters(k) && !abbreviation(k)) {
        // "QĐ-ttg" and the like, glued; "30/2020/nđ-cp"
        const bool begins =
            !words_[j].space_before && (is(k, u"qh") || is(k, u"ubtvqh") ||
                                        (fits(symbol_kinds(), k) == 1 && (mark(k + 1, u'-') || mark(k + 1, u'/'))));
        if (words_[k].space_before || words_[k].toned || (!result.letters && !begins)) break;
      }
      if (loose && letters(k)) {
        // "1234/QĐ-TTg - Về việc": after a loose dash only what looks like an abbreviation
        const bool shaped = words_[k].all_capitals || !words_[k].capital || words_[k].end - words_[k].start <= 4;
        if (!shaped || (result.letters && separator == u'-' && fits(bodies(), k) > 0 && !words_[k].all_capitals)) break;
      }
      if (loose && digits(k) && separator == u'-') break;
      result.text += separator;
      result.text += text_.substr(words_[k].start, words_[k].end - words_[k].start);
      last_digits = digits(k);
      if (letters(k)) result.letters = true;
      if (digits(k) && segments == 1 && separator == u'/' && value(k) >= 1900 && value(k) < 2100) result.year = true;
      j = k + 1;
      // QH13, UBTVQH14, BTC1: digits and letters glued to it
      while (j < words_.size() && !words_[j].space_before &&
             (digits(j) || (letters(j) && last_digits && !words_[j].toned)) && result.letters) {
        result.text += text_.substr(words_[j].start, words_[j].end - words_[j].start);
        last_digits = digits(j);
        ++j;
      }
      // "QH 13" spaced out
      if (digits(j) && words_[j].space_before && words_[j].end - words_[j].start <= 2 &&
          words_[k].plain.ends_with(u"qh")) {
        result.text += words_[j].key;
        ++j;
      }
    }
    // A date is no number.
    if (!result.letters && segments == 3) return std::nullopt;
    if (!result.letters && segments == 2 && !result.year) {
      result.text = words_[i].key;
      j = i + 1;
    }
    result.end = j;
    return result;
  }

  // --- Date
  // --------------------------------------------------------------------------------------------------------------

  struct Date {
    PartialDate value;
    std::size_t end = 0;
  };

  bool year_at(std::size_t i) const {
    return digits(i) && words_[i].key.size() == 4 && value(i) >= 1900 && value(i) < 2100;
  }
  bool in_range(std::size_t i, int low, int high) const {
    return digits(i) && words_[i].key.size() <= 2 && value(i) >= low && value(i) <= high;
  }
  bool date_mark(std::size_t i) const { return mark(i, u'/') || mark(i, u'-') || mark(i, u'.'); }

  // The end of a month's year: "năm 2020", "/2020", "-2020", ", 2020", " 2020"; the index of the year or 0.
  std::size_t year_after(std::size_t i) const {
    std::size_t j = i;
    if (date_mark(j) || mark(j, u',')) ++j;
    if (is(j, u"năm")) ++j;
    if (year_at(j)) return j;
    return 0;
  }

  std::optional<Date> date(std::size_t i) const {
    std::size_t j = i;
    if (is(j, u"ngày")) ++j;
    // Blank forms: "ngày … tháng … năm 2020".
    if (j > i && !in_range(j, 1, 31)) {
      std::size_t k = j;
      while (k < words_.size() && k < j + 24 && (mark(k, u'.') || mark(k, u'_') || mark(k, u'…') || is(k, u"tháng")))
        ++k;
      if (is(k, u"năm") && year_at(k + 1)) return Date{{value(k + 1), 0, 0}, k + 2};
      if (k == j || !in_range(k, 1, 12) || !is(k - 1, u"tháng")) return std::nullopt;
      if (const std::size_t y = year_after(k + 1)) return Date{{value(y), value(k), 0}, y + 1};
      return std::nullopt;
    }
    if (in_range(j, 1, 31)) {
      const int day = value(j);
      std::size_t m = j + 1;
      if (mark(m, u',') && is(m + 1, u"tháng")) ++m;
      if (date_mark(m) || is(m, u"tháng")) {
        ++m;
        if (in_range(m, 1, 12)) {
          if (const std::size_t y = year_after(m + 1)) return Date{{value(y), value(m), day}, y + 1};
          // 22/10/18
          if (date_mark(m + 1) && digits(m + 2) && words_[m + 2].key.size() == 2 && j > i) {
            const int year = value(m + 2);
            return Date{{year < 45 ? 2000 + year : 1900 + year, value(m), day}, m + 3};
          }
        }
      }
    }
    if (j > i) return std::nullopt;
    if (is(j, u"tháng") && in_range(j + 1, 1, 12)) {
      if (const std::size_t y = year_after(j + 2)) return Date{{value(y), value(j + 1), 0}, y + 1};
    }
    if (is(j, u"năm") && year_at(j + 1)) return Date{{value(j + 1), 0, 0}, j + 2};
    return std::nullopt;
  }

  // --- Authority
  // ---------------------------------------------------------------------------------------------------------

  bool starts_subject(std::size_t i) const {
    if (!lower(i) && !mark(i, u'"')) return false;
    std::size_t j = mark(i, u'"') ? i + 1 : i;
    if (is(j, u"về") || (is(j, u"v") && mark(j + 1, u'/'))) return true;
    return fits(subject_verbs(), j) > 0 && j == i;
  }

  bool starts_date(std::size_t i) const {
    return (is(i, u"ngày") && (date(i) || !digits(i + 1))) || (is(i, u"năm") && year_at(i + 1)) ||
           (is(i, u"tháng") && digits(i + 1)) || (date(i) && digits(i));
  }

  // From the first word of a body to its end.
  std::size_t authority_end(std::size_t i) const {
    std::size_t j = i;
    for (; j < words_.size() && j < i + 60; ++j) {
      if (mark(j, u';') || mark(j, u':') || mark(j, u'"') || mark(j, u'[') || ends_sentence(j)) break;
      if (mark(j, u'(')) {  // "(khóa XII)" belongs to the name
        if (is(j + 1, u"khóa") || is(j + 1, u"khoá")) {
          while (j < words_.size() && !mark(j, u')')) ++j;
          if (j < words_.size()) continue;
        }
        break;
      }
      if (mark(j, u')')) break;
      if (mark(j, u',')) {
        // "Bộ Tư pháp, Bộ Tài chính"; "Bộ Văn hóa, Thể thao và Du lịch"
        const std::size_t k = j + 1;
        const bool more = letters(k) && capital(k) && !starts_subject(k) && !starts_date(k) && fits(genres(), k) == 0 &&
                          ((!shouting_ && !plain_) || fits(bodies(), k) > 0);
        if (!more) break;
        continue;
      }
      if (j == i) continue;
      // "Lao động - Thương binh": a dash before anything else ends the name
      if (mark(j, u'-')) {
        const bool ministry = is(i, u"bộ") || is(i, u"sở") || is(i, u"phòng") || is(i, u"liên");
        if (letters(j + 1) && (words_[j + 1].capital || ministry) && !is(j + 1, u"về") &&
            fits(subject_verbs(), j + 1) == 0)
          continue;
        break;
      }
      if (starts_date(j) || (is(j, u"số") && lower(j) && digits(j + 1))) break;
      if (const auto symbol = number(j); symbol && symbol->letters) break;
      if (lower(j) && starts_subject(j)) {
        // In capitals "TỔ CHỨC" and "GIAO" may be parts of names: "BAN TỔ CHỨC TRUNG ƯƠNG", "BỘ GIAO THÔNG VẬN TẢI"
        const bool part = (shouting_ || plain_) && (is(j, u"tổ") || is(j, u"giao") || is(j, u"quản") || is(j, u"thực"));
        if (!part) break;
      }
      if (lower(j) && !shouting_ && !plain_ && fits(goes_on(), j) > 0) break;
      if ((shouting_ || plain_) && (is(j, u"đã") || is(j, u"được"))) break;
      if (is(j, u"và") && ((fits(genres(), j + 1) > 0 && capital(j + 1)) || digits(j + 1))) break;
      // A subject that begins with a capital: "của Bộ Tài chính Hướng dẫn …"; these words are in no body's name.
      static const Phrases headings = {u"quy định",  u"hướng dẫn", u"ban hành", u"sửa đổi",
                                       u"phê duyệt", u"công bố",   u"về",       u"về việc"};
      if (fits(headings, j) > 0) break;
    }
    return j;
  }

  // --- Subject
  // -----------------------------------------------------------------------------------------------------------

  struct Span {
    std::size_t first = 0;
    std::size_t end = 0;
  };

  std::optional<Span> subject(std::size_t i, bool has_date, const LegalReference& reference) const {
    std::size_t j = i;
    bool quoted = false;
    if (mark(j, u'"')) {
      quoted = true;
      ++j;
    }
    if (is(j, u"về")) {
      ++j;
      if (is(j, u"việc")) ++j;
    } else if (is(j, u"v") && mark(j + 1, u'/') && is(j + 2, u"v")) {
      j += 3;
    } else if (quoted ? false : fits(subject_verbs(), j) == 0) {
      return std::nullopt;
    }
    if (mark(j, u':')) ++j;
    // "… quy định như sau", "… quy định tại": the sentence, not the subject.
    if (is(j, u"quy") && is(j + 1, u"định") &&
        (is(j + 2, u"như") || is(j + 2, u"tại") || is(j + 2, u"rõ") || is(j + 2, u"rằng") || is(j + 2, u"cụ") ||
         mark(j + 2, u':')))
      return std::nullopt;
    Span result{j, j};
    static const Phrases on_documents = {u"sửa đổi",    u"bãi bỏ",  u"thay thế", u"hợp nhất",
                                         u"đính chính", u"bổ sung", u"hủy bỏ",   u"hướng dẫn"};
    const bool about_documents = fits(on_documents, j) > 0;
    int depth = 0;
    bool inner = false;
    for (; j < words_.size(); ++j) {
      if (mark(j, u'"')) {
        if (quoted) break;
        inner = !inner;
        continue;
      }
      if (inner) continue;
      if (mark(j, u'(')) {
        if (is(j + 1, u"sau") || is(j + 1, u"gọi") || is(j + 1, u"công") || is(j + 1, u"ban") || is(j + 1, u"đã") ||
            is(j + 1, u"được") ||
            (is(j + 1, u"sửa") && is(j + 2, u"đổi") && (mark(j + 3, u',') || mark(j + 3, u')'))) ||
            is(j + 1, u"viết") || is(j + 1, u"trích") || is(j + 1, u"dưới") || is(j + 1, u"kèm") || is(j + 1, u"xem") ||
            is(j + 1, u"có") || date(j + 1) || year_at(j + 1) || fits(genres(), j + 1) > 0) {
          break;
        }
        ++depth;
      }
      if (mark(j, u')')) {
        if (depth == 0) break;
        --depth;
      }
      if (mark(j, u';') || mark(j, u'|') || mark(j, u'_') || ends_sentence(j)) break;
      if (mark(j, u'[') && digits(j + 1)) break;
      if (mark(j, u',') &&
          (starts_date(j + 1) || fits(subject_ends(), j + 1) > 0 || (is(j + 1, u"trong") && is(j + 2, u"đó")) ||
           is(j + 1, u"theo") || is(j + 1, u"được") || is(j + 1, u"đã") ||
           (capital(j + 1) && !shouting_ && !plain_ && fits(genres(), j + 1) > 0) ||
           (is(j + 1, u"của") && fits(bodies(), j + 2) > 0 && reference.authority.empty()))) {
        break;
      }
      if (lower(j) && !shouting_ && fits(subject_ends(), j) > 0) break;
      if (mark(j, u',') && ends_with_place(j + 1)) break;
      // "… và Nghị định số 38/2023/NĐ-CP" is another document, unless the subject is about documents.
      if (!about_documents && is(j, u"và") && fits(genres(), j + 1) > 0 && is(j + 1 + fits(genres(), j + 1), u"số"))
        break;
      // "về công tác văn thư ngày 05/3/2020 của Chính phủ"
      if (!has_date && is(j, u"ngày") && date(j)) {
        const std::size_t after = date(j)->end;
        if (after >= words_.size() || is(after, u"của") || mark(after, u',') || mark(after, u';') ||
            mark(after, u'.') || mark(after, u')'))
          break;
      }
      if (reference.authority.empty() && is(j, u"của") && issued_by(j + 1, reference)) break;
    }
    while (j > result.first && (mark(j - 1, u',') || mark(j - 1, u'.') || mark(j - 1, u':') || mark(j - 1, u'-') ||
                                mark(j - 1, u'/') || mark(j - 1, u'!') || mark(j - 1, u'*'))) {
      --j;
    }
    // A closing mark whose opening one stands before the reference.
    std::size_t quotes = 0;
    for (std::size_t k = result.first; k < j; ++k) quotes += mark(k, u'"') ? 1 : 0;
    if (quotes % 2 == 1 && mark(j - 1, u'"')) --j;
    result.end = j;
    // Nothing but a quotation: the marks go too.
    if (result.end > result.first + 2 && mark(result.first, u'"') && mark(result.end - 1, u'"')) {
      bool whole = true;
      for (std::size_t k = result.first + 1; k + 1 < result.end; ++k) whole = whole && !mark(k, u'"');
      if (whole) {
        ++result.first;
        --result.end;
      }
    }
    if (result.first == result.end) return std::nullopt;
    return result;
  }

  // Whether the line ends with the place of publication at i, as entries of lists do.
  bool ends_with_place(std::size_t i) const {
    static const Phrases places = {u"hà nội",    u"tp hồ chí minh", u"thành phố hồ chí minh",
                                   u"huế",       u"đà nẵng",        u"cần thơ",
                                   u"hải phòng", u"sài gòn",        u"tp. hồ chí minh"};
    std::size_t end = i + fits(places, i);
    if (end == i || !capital(i)) return false;
    while (mark(end, u'.') || mark(end, u';') || mark(end, u',')) ++end;
    return end >= words_.size();
  }

  // Whether the line ends with the body at i, and the symbol says that this body issued it: "35-NQ/TW về … của Bộ Chính
  // trị".
  bool issued_by(std::size_t i, const LegalReference& reference) const {
    if (!letters(i) || fits(bodies(), i) == 0) return false;
    const std::size_t end = authority_end(i);
    if (end < words_.size() && !mark(end, u'.') && !mark(end, u';') && !mark(end, u',')) return false;
    const std::u16string symbol = word_plain(reference.number);
    const auto has = [&](std::u16string_view part) { return symbol.find(part) != std::u16string::npos; };
    static const Phrases party = {u"bộ chính trị", u"ban bí thư", u"ban chấp hành",
                                  u"trung ương",   u"đảng",       u"hội nghị"};
    static const Phrases assembly = {u"quốc hội", u"ủy ban thường vụ"};
    static const Phrases government = {u"chính phủ"};
    static const Phrases premier = {u"thủ tướng"};
    static const Phrases ministry = {u"bộ", u"liên", u"ngân hàng", u"tổng", u"thanh tra", u"tòa án", u"viện"};
    if (has(u"/tw")) return fits(party, i) > 0;
    if (has(u"/qh") || has(u"ubtvqh")) return fits(assembly, i) > 0;
    if (has(u"-cp")) return fits(government, i) > 0;
    if (has(u"-ttg")) return fits(premier, i) > 0;
    if (has(u"/tt-") || has(u"/ttlt-")) return fits(ministry, i) > 0;
    return false;
  }

  // --- Law's name
  // --------------------------------------------------------------------------------------------------------

  // The end of a law's name that begins at i; i when there is none. `sure` tells that the name ends where a number, a
  // date or a body begins.
  std::size_t name_end(std::size_t i, bool& sure) const {
    sure = false;
    std::size_t comma = 0;
    std::size_t j = i;
    // The name of a law that amends others holds their names.
    const bool amends = is(i, u"sửa") && is(i + 1, u"đổi");
    for (; j < words_.size() && j < i + (amends ? 120 : 48); ++j) {
      if (mark(j, u';') || mark(j, u':') || mark(j, u'(') || mark(j, u')') || mark(j, u'[') || mark(j, u'|') ||
          mark(j, u'"') || mark(j, u'-') || ends_sentence(j) || mark(j, u'?') || mark(j, u'!')) {
        sure = mark(j, u'(') && (year_at(j + 1) || date(j + 1) || (is(j + 1, u"số") && digits(j + 2)));
        break;
      }
      if ((is(j, u"số") && digits(j + 1)) || (is(j, u"số") && mark(j + 1, u':')) || starts_date(j) || year_at(j)) {
        sure = true;
        break;
      }
      if (digits(j)) {
        const auto symbol = number(j);
        if (symbol && symbol->letters) {
          sure = true;
          break;
        }
      }
      if (is(j, u"của") && fits(law_bodies(), j + 1) > 0) {
        const std::size_t after = j + 1 + fits(law_bodies(), j + 1);
        if (after >= words_.size() || !letters(after) || starts_date(after) || is(after, u"số") || is(after, u"khóa")) {
          sure = true;
          break;
        }
      }
      if (mark(j, u',')) {
        if (starts_date(j + 1) || is(j + 1, u"số") || is(j + 1, u"được") || is(j + 1, u"đã") || is(j + 1, u"của") ||
            is(j + 1, u"có") || is(j + 1, u"ban") || (!amends && capital(j + 1) && fits(genres(), j + 1) > 0) ||
            is(j + 1, u"khoản") || is(j + 1, u"điều")) {
          sure = starts_date(j + 1) || is(j + 1, u"số");
          break;
        }
        if (comma == 0) comma = j;
        continue;
      }
      if (j > i && is(j, u"và") &&
          ((!amends && fits(genres(), j + 1) > 0 && (capital(j + 1) || is(j + 1, u"nghị"))) ||
           locator_end(j + 1) > j + 1)) {
        break;
      }
      if (j > i && is(j, u"về") && !is(i, u"về") && lower(j)) break;
      if (j > i && lower(j) && !words_[j].capital && fits(law_goes_on(), j) > 0) {
        const bool part = (is(j, u"có") && is(j - 1, u"người")) || (is(j, u"phải") && is(j - 1, u"mắc"));
        if (part) continue;
        // What follows the comma is the sentence, not the name.
        if (comma > 0) j = comma;
        break;
      }
    }
    // "Luật Biên giới quốc gia và quy chế quản lý biên giới trên biển": only a short tail belongs to the name.
    if (!sure && !amends) {
      for (std::size_t k = i + 1; k < j; ++k) {
        if (is(k, u"và") && j - k > 5) j = k;
      }
    }
    if (!sure && !amends && comma > 0 && comma < j) {
      // Nothing but knowledge tells "Luật Phòng, chống tham nhũng" from "Theo Luật Đất đai, người sử dụng …".
      for (std::size_t k = comma; k < j; ++k) {
        if (mark(k, u',') && (k == i || fits(name_commas(), k - 1) == 0)) j = k;
      }
    }
    while (j > i && words_[j - 1].kind == Kind::mark) --j;
    return j;
  }

  // --- Locator
  // -----------------------------------------------------------------------------------------------------------

  bool locator_value(std::size_t i, std::size_t& end) const {
    if (digits(i)) {
      end = i + 1;
      if (letters(end) && !words_[end].space_before && words_[end].end - words_[end].start == 1) ++end;  // 2a
      if (mark(end, u'.') && digits(end + 1) && !words_[end + 1].space_before) end += 2;                 // 1.2
      return true;
    }
    if (!letters(i)) return false;
    const LineWord& one = words_[i];
    if (one.end - one.start == 1) {  // điểm a
      end = i + 1;
      if (digits(end) && !words_[end].space_before) ++end;
      return true;
    }
    const bool roman = one.all_capitals && one.plain.find_first_not_of(u"ivxlc") == std::u16string::npos;
    if (roman) end = i + 1;
    return roman;
  }

  // "khoản 2 Điều 5", "các điều 5, 6 và 7"; its end, or i when there is none at i.
  std::size_t locator_end(std::size_t i) const {
    static const Phrases units = {u"điểm", u"khoản",    u"điều", u"mục", u"chương", u"phần", u"phụ lục",
                                  u"tiết", u"tiểu mục", u"đoạn", u"mẫu", u"biểu",   u"bảng", u"câu"};
    std::size_t end = i;
    std::size_t j = i;
    for (;;) {
      std::size_t k = j;
      if (is(k, u"các") || is(k, u"tại") || is(k, u"từ")) ++k;
      const std::size_t unit = fits(units, k);
      if (unit == 0) break;
      k += unit;
      if (is(k, u"số")) ++k;
      if (mark(k, u'"')) ++k;
      std::size_t value_end = 0;
      if (!locator_value(k, value_end)) break;
      for (;;) {
        k = value_end;
        if (mark(k, u'"')) value_end = ++k;
        // "điểm a)", "khoản 1) Điều 5"; another bracket is that round the whole.
        if (mark(k, u')') && (letters(k - 1) || fits(units, k + 1) > 0)) value_end = ++k;
        std::size_t next = k;
        if (mark(next, u',') || is(next, u"và") || mark(next, u'-') || is(next, u"đến") || is(next, u"hoặc")) ++next;
        if (next == k || !locator_value(next, value_end)) break;
      }
      end = j = k;
      // Between units.
      if (mark(j, u',') || is(j, u"và") || is(j, u"đến") || is(j, u"hoặc")) ++j;
      if (is(j, u"của") || is(j, u"thuộc")) ++j;
    }
    return end;
  }

  // The locator that ends right before the reference at `place`, not before word `from`.
  std::optional<Span> locator_before(std::size_t place, std::size_t from) const {
    for (std::size_t k = place > from + 40 ? place - 40 : from; k < place; ++k) {
      if (is(k, u"tại") || is(k, u"các")) continue;
      std::size_t end = locator_end(k);
      if (end == k) continue;
      std::size_t j = end;
      while (j < place && (is(j, u"của") || is(j, u"tại") || is(j, u"trong") || is(j, u"theo") || is(j, u"thuộc") ||
                           is(j, u"kèm") || is(j, u"ban") || is(j, u"hành") || mark(j, u',') || mark(j, u'-') ||
                           (mark(j, u')') && k > 0 && mark(k - 1, u'(')))) {
        ++j;
      }
      if (j == place) return Span{k > from && is(k - 1, u"các") ? k - 1 : k, end};
    }
    return std::nullopt;
  }

  // --- The whole
  // ---------------------------------------------------------------------------------------------------------

  // The reference whose kind stands at word i. Sets next_.
  std::optional<LegalReference> at(std::size_t i, std::size_t from) {
    if (!letters(i)) return std::nullopt;
    if (auto standard = standard_at(i, from)) return standard;
    Phrases::Match kind = genres().at(words_, i, plain_);
    const Abbreviation* brief = nullptr;
    if (kind.length == 0) {
      brief = abbreviation_at(i);
      if (!brief) return treaty_at(i, from);
      if (brief->code) return code_at(i, from, *brief);
      kind = genres().at(words_of(brief->full), 0, false);
      kind.length = 1;
    } else if (auto party = party_resolution_at(i, kind, from)) {
      return party;
    }
    if (const std::size_t treaty = fits(treaties(), i); treaty > kind.length) return treaty_at(i, from);
    const bool named = kind.index < named_genres && !brief;
    const bool strong = kind.index < strong_genres;
    const bool big = words_[i].capital || shouting_;
    const bool led = i > from && (is(i - 1, u"cứ") || (i > 1 && is(i - 1, u"vào") && is(i - 2, u"cứ")));

    LegalReference reference;
    reference.genre = brief ? std::u16string(brief->full) : slice(i, i + kind.length);
    std::size_t p = i + kind.length;
    bool sure_name = false;
    bool numbered = false;
    Number symbol;
    bool has_date = false;
    bool exact_date = false;
    bool said_number = false;

    if (named) {
      // Schools and bodies of law, the convention on the law of the sea, "Luật sư", "Luật gia".
      if (i > 0 &&
          (is(i - 1, u"học") || is(i - 1, u"đh") || is(i - 1, u"hội") || is(i - 1, u"khoa") || is(i - 1, u"ngành") ||
           (is(i - 1, u"về") && is(p, u"biển")) || is(i - 1, u"trường") || is(i - 1, u"viện") || is(i - 1, u"sinh") ||
           is(i - 1, u"môn") || is(i - 1, u"pháp") || is(i - 1, u"ty"))) {
        return std::nullopt;
      }
      if (is(i, u"luật") && kind.length == 1 && (is(p, u"sư") || is(p, u"gia") || is(p, u"pháp") || is(p, u"tp")))
        return std::nullopt;
      const bool constitution = kind.index == legal::constitution;
      if (!(is(p, u"số") && (digits(p + 1) || mark(p + 1, u':'))) && !(digits(p) && number(p) && number(p)->letters)) {
        if (!constitution && !plain_ && fits(no_law(), p) > 0 && !(letters(p) && words_[p].capital && !shouting_))
          return std::nullopt;
        const bool of_state = is(p, u"nước") && (is(p + 1, u"cộng") || (letters(p + 1) && words_[p + 1].capital));
        const std::size_t end = constitution && !of_state ? p : name_end(p, sure_name);
        if (end == p && !constitution) return std::nullopt;
        const bool name_big = letters(p) && words_[p].capital;
        reference.named = true;
        reference.title = slice(i, end);
        p = end;
        if (constitution) {
          sure_name = sure_name || p > i + kind.length;
        } else if (!name_big && !sure_name && !led && !shouting_ && !(big && locator_before(i, from))) {
          // A name in small letters is one behind an article of it: "Điều 5 của Luật đấu thầu".
          return std::nullopt;
        }
        // "Nguyễn Tiến Luật cho biết": a person's name.
        if (!name_big && !shouting_ && !led && i > 0 && letters(i - 1) && words_[i - 1].capital &&
            words_[i].space_before && i > 1 && letters(i - 2) && words_[i - 2].capital) {
          return std::nullopt;
        }
        if (!big && !(sure_name && name_big)) return std::nullopt;
        if (shouting_ && !sure_name && !led) return std::nullopt;
        // "(sửa đổi)" between name and year
        if (mark(p, u'(') && is(p + 1, u"sửa") && is(p + 2, u"đổi") && mark(p + 3, u')')) p += 4;
      }
    }

    std::size_t end = p;
    // "Văn bản hợp nhất Nghị định số 156/2020/NĐ-CP, 17/VBHN-BTC": its own number comes last.
    if (kind.index == consolidated && fits(genres(), p) > 0) {
      for (std::size_t k = p; k < words_.size() && k < p + 40; ++k) {
        const auto own = number(k);
        if (!own || word_plain(own->text).find(u"/vbhn") == std::u16string::npos) continue;
        std::size_t last = k;
        while (last > p && (words_[last - 1].kind == Kind::mark || is(last - 1, u"số"))) --last;
        symbol = *own;
        numbered = true;
        reference.number = symbol.text;
        reference.title = slice(p, last);
        end = symbol.end;
        break;
      }
    }
    // "Nghị định Chính phủ số 91/2020/NĐ-CP"
    if (!named && !numbered && fits(bodies(), p) > 0 && capital(p) && !is(p, u"số")) {
      const std::size_t last = authority_end(p);
      const std::size_t k = is(last, u"số") ? last + 1 : last;
      if (const auto own = number(k); own && own->letters && last < p + 16) {
        reference.authority = slice(p, last);
        end = last;
      }
    }
    bool skipped = false;
    std::size_t skip_from = 0;
    for (;;) {
      std::size_t q = end;
      while (mark(q, u',') || mark(q, u'-') || mark(q, u':')) ++q;
      if (q > end + 2) break;
      // Number.
      if (!numbered) {
        std::size_t k = q;
        bool said = false;
        const bool closed = mark(k, u'(');
        if (closed) ++k;
        if (is(k, u"số") || is(k, u"so")) {
          ++k;
          if (mark(k, u':') || mark(k, u'.')) ++k;
          said = true;
        }
        auto found = number(k);
        // "(số 43/2013/TT-BYT ngày 11-12-2013)"
        std::optional<Date> with_date;
        if (found && closed && found->letters && !mark(found->end, u')')) {
          with_date = date(mark(found->end, u',') ? found->end + 1 : found->end);
          if (with_date && !mark(with_date->end, u')')) with_date.reset();
        }
        if (found && closed && (!found->letters || (!mark(found->end, u')') && !with_date))) found.reset();
        if (found) {
          const bool date_instead = !said && !found->letters && (date(k) || (named && year_at(k)));
          if (!date_instead && (said || found->letters || (q == p && !named))) {
            symbol = *found;
            numbered = true;
            said_number = said;
            reference.number = symbol.text;
            end = symbol.end + (closed ? 1 : 0);
            if (with_date) {
              const std::size_t first = mark(symbol.end, u',') ? symbol.end + 1 : symbol.end;
              reference.issued = with_date->value;
              reference.date_start = words_[first].start;
              reference.date_end = words_[with_date->end - 1].end;
              has_date = true;
              exact_date = with_date->value.day > 0;
              end = with_date->end + 1;
            }
            continue;
          }
        }
      }
      // "(nay là Bộ …)", "(khóa XII)", "(sửa đổi)" and the like say nothing of the document itself.
      if (mark(q, u'(') &&
          (is(q + 1, u"nay") || is(q + 1, u"sửa") || is(q + 1, u"khóa") || is(q + 1, u"viết") || is(q + 1, u"gọi"))) {
        std::size_t k = q;
        while (k < words_.size() && k < q + 24 && !mark(k, u')')) ++k;
        if (mark(k, u')') && k + 1 < words_.size() && !skipped) {
          skipped = true;
          skip_from = end;
          end = k + 1;
          continue;
        }
      }
      // Date, perhaps in parentheses, perhaps after "ban hành".
      if (!has_date) {
        std::size_t k = q;
        const bool closed = mark(k, u'(');
        if (closed) ++k;
        if ((is(k, u"ban") && is(k + 1, u"hành") && (is(k + 2, u"ngày") || is(k + 2, u"năm") || is(k + 2, u"tháng"))))
          k += 2;
        if (is(k, u"ký") && (is(k + 1, u"ngày") || closed)) ++k;
        std::optional<Date> found = date(k);
        if (!found && year_at(k) && (closed || named || (numbered && kind.index == consolidated && !symbol.year)))
          found = Date{{value(k), 0, 0}, k + 1};
        // "(ký 15/11/2024, hiệu lực 01/01/2025)"
        if (found && closed && mark(found->end, u',') && is(found->end + 1, u"hiệu")) {
          std::size_t close = found->end;
          while (close < words_.size() && close < found->end + 16 && !mark(close, u')')) ++close;
          if (mark(close, u')')) found->end = close;
        }
        if (found && (!closed || mark(found->end, u')'))) {
          reference.issued = found->value;
          reference.date_start = words_[k].start;
          reference.date_end = words_[found->end - 1].end;
          has_date = true;
          exact_date = found->value.day > 0;
          end = found->end + (closed ? 1 : 0);
          continue;
        }
      }
      // Issuer.
      if (reference.authority.empty()) {
        std::size_t k = q;
        const bool closed = mark(k, u'(') && fits(bodies(), k + 1) > 0 && capital(k + 1);
        // "… ngày 04/11/2013 Hội nghị lần thứ tám …": without "của".
        const bool bare = numbered && symbol.letters && has_date && q == end && fits(bodies(), k) > 0 && letters(k) &&
                          words_[k].capital && !shouting_;
        if (is(k, u"của") || is(k, u"do") || closed || bare) {
          if (!bare) ++k;
          const bool body =
              letters(k) && (capital(k) || fits(bodies(), k) > 0) && (!(shouting_ || plain_) || fits(bodies(), k) > 0);
          if (body && !(is(k, u"nước") && is(k + 1, u"cộng")) && standard_name(k).empty()) {
            std::size_t last = authority_end(k);
            std::size_t trimmed = last;
            while (trimmed > k && words_[trimmed - 1].kind == Kind::mark && !mark(trimmed - 1, u')')) --trimmed;
            reference.authority = slice(k, trimmed);
            end = trimmed;
            if (closed && mark(end, u')')) ++end;
            if (is(end, u"ban") && is(end + 1, u"hành") && (starts_date(end + 2) || end + 2 >= words_.size())) end += 2;
            continue;
          }
        }
      }
      // Subject; what is no law's name only.
      if (reference.title.empty() && (numbered || has_date)) {
        if (const auto found = subject(q, has_date, reference)) {
          reference.title = slice(found->first, found->end);
          end = found->end;
          if (mark(end, u'"')) ++end;
          continue;
        }
      }
      break;
    }

    // Nothing came after what was skipped.
    if (skipped && mark(end - 1, u')') && end > skip_from) end = skip_from;

    // Is it one?
    const bool dated_issue = has_date && exact_date && !reference.authority.empty();
    bool accepted = false;
    if (named) {
      accepted =
          numbered ? (symbol.letters || has_date || reference.named)
                   : (!reference.title.empty() && (kind.index != legal::constitution || has_date || led || sure_name));
    } else if (numbered && symbol.letters) {
      accepted = true;
    } else if (numbered && strong && big) {
      accepted = said_number || symbol.year || kind.index == decree || (has_date && exact_date) ||
                 !reference.authority.empty();
    } else if (!numbered && strong && big) {
      accepted = dated_issue;
    }
    if (!accepted) return std::nullopt;
    if (!big && !plain_) write_properly(reference);
    if (numbered) {
      reference.number_start = words_[symbol.first].start;
      reference.number_end = words_[symbol.end - 1].end;
    }
    reference.start = words_[i].start;
    reference.end = words_[end - 1].end;
    if (const auto before = locator_before(i, from)) {
      reference.locator = slice(before->first, before->end);
    } else {
      std::size_t k = end;
      if (mark(k, u',') || mark(k, u'(')) ++k;
      const std::size_t locator = locator_end(k);
      if (locator > k && k > end) reference.locator = slice(k, locator);
    }
    // "Chính phủ (2020), Nghị định số …": the issuer before it, as lists of sources have it.
    if (reference.authority.empty()) issuer_before(i, from, reference);
    next_ = end;
    return reference;
  }

  // What is written all in small letters, as it should be.
  static void write_properly(LegalReference& reference) {
    if (reference.number.empty() || symbol_has_capital(reference.number)) return;
    const auto upper = [](std::u16string& text, std::size_t count) {
      icu::UnicodeString part(text.data(), static_cast<std::int32_t>(count));
      part.toUpper();
      text.replace(0, count, std::u16string(part.getBuffer(), static_cast<std::size_t>(part.length())));
    };
    upper(reference.number, reference.number.size());
    for (const std::u16string_view mixed :
         {std::u16string_view(u"TTg"), std::u16string_view(u"TTr"), std::u16string_view(u"CTr")}) {
      std::u16string capitals(mixed);
      upper(capitals, capitals.size());
      const auto at = reference.number.find(capitals);
      const bool whole =
          at != std::u16string::npos && (at + 3 == reference.number.size() || reference.number[at + 3] == u'-');
      if (whole) reference.number.replace(at, 3, mixed);
    }
    for (std::u16string* text : {&reference.genre, &reference.authority}) {
      if (!text->empty()) upper(*text, 1);
    }
  }
  static bool symbol_has_capital(std::u16string_view symbol) {
    return std::ranges::any_of(symbol, [](char16_t unit) { return u_isupper(unit) != 0; });
  }

  // --- References of other forms
  // -----------------------------------------------------------------------------------------

  std::u16string_view written(std::size_t i) const {
    return text_.substr(words_[i].start, words_[i].end - words_[i].start);
  }

  // An abbreviation for a kind, with what must follow it, or nothing: a code needs a year, a number or an article
  // before it, which code_at() sees to; a kind needs its number.
  const Abbreviation* abbreviation_at(std::size_t i) const {
    if (!words_[i].all_capitals || words_[i].end - words_[i].start < 2) return nullptr;
    if (i > 0 && !words_[i].space_before && (mark(i - 1, u'/') || mark(i - 1, u'-') || mark(i - 1, u'&')))
      return nullptr;
    const Abbreviation* known = abbreviation_of(written(i));
    if (!known || known->code) return known;
    std::size_t k = i + 1;
    if (is(k, u"số")) ++k;
    if (mark(k, u':')) ++k;
    const auto found = number(k);
    return found && (found->letters || found->year) && words_[k].space_before ? known : nullptr;
  }

  // Puts the locator beside a reference [i, end) and says where it stands.
  LegalReference placed(LegalReference reference, std::size_t i, std::size_t end, std::size_t from) {
    reference.start = words_[i].start;
    reference.end = words_[end - 1].end;
    if (const auto before = locator_before(i, from)) {
      reference.locator = slice(before->first, before->end);
    } else {
      const std::size_t k = mark(end, u',') ? end + 1 : end;
      if (const std::size_t last = locator_end(k); last > k) reference.locator = slice(k, last);
    }
    next_ = end;
    return reference;
  }

  void set_date(LegalReference& reference, std::size_t first, const Date& date) const {
    reference.issued = date.value;
    reference.date_start = words_[first].start;
    reference.date_end = words_[date.end - 1].end;
  }

  // "Điều 12 BLHS", "BLDS 2015", "BLDS năm 2015".
  std::optional<LegalReference> code_at(std::size_t i, std::size_t from, const Abbreviation& code) {
    LegalReference reference;
    reference.genre = code.full;
    reference.title = code.full;
    reference.named = true;
    std::size_t end = i + 1;
    std::optional<Date> year = date(end);
    if (!year && year_at(end)) year = Date{{value(end), 0, 0}, end + 1};
    if (year) {
      set_date(reference, end, *year);
      end = year->end;
    } else if (!locator_before(i, from)) {
      return std::nullopt;
    }
    return placed(std::move(reference), i, end, from);
  }

  // The genre of a standard whose series stands at i; empty when there is none.
  std::u16string_view standard_name(std::size_t i) const {
    return letters(i) && words_[i].all_capitals ? standards_of(written(i)) : std::u16string_view();
  }

  // "TCVN 8819:2011 Mặt đường bê tông nhựa nóng", "TCVN ISO 9001:2015", "QCVN 06:2022/BXD".
  std::optional<LegalReference> standard_at(std::size_t i, std::size_t from) {
    const std::u16string_view genre = standard_name(i);
    if (genre.empty()) return std::nullopt;
    std::size_t k = i + 1;
    if (is(k, u"số")) ++k;
    const std::size_t first = k;
    while (letters(k) && words_[k].all_capitals && k < first + 3 &&
           (digits(k + 1) || letters(k + 1) || mark(k + 1, u'/') || mark(k + 1, u'-'))) {
      k += mark(k + 1, u'/') || mark(k + 1, u'-') ? 2 : 1;
    }
    if (!digits(k)) return std::nullopt;
    std::size_t end = k + 1;
    while ((mark(end, u'-') || mark(end, u'.')) && !words_[end].space_before && digits(end + 1) &&
           !words_[end + 1].space_before)
      end += 2;
    if (mark(end, u':') && year_at(end + 1)) {
      end += 2;
      // "/BXD", "/BTNMT"
      if (mark(end, u'/') && letters(end + 1) && words_[end + 1].all_capitals) end += 2;
    }
    LegalReference reference;
    reference.genre = genre;
    reference.number = std::u16string(written(i)) + u" ";
    for (std::size_t j = first; j < end; ++j) {
      // Blanks between the words of the series, none round its signs.
      if (j > first && words_[j].space_before && words_[j].kind != Kind::mark && words_[j - 1].kind != Kind::mark)
        reference.number += u' ';
      reference.number += words_[j].kind == Kind::letters ? std::u16string(written(j)) : words_[j].key;
    }
    // Its name begins with a capital, behind a sign or "về".
    std::size_t title = end;
    while (mark(title, u',') || mark(title, u'-') || mark(title, u':') || mark(title, u'"')) ++title;
    const bool about = is(title, u"về");
    if (about) ++title;
    if (letters(title) && (about || (words_[title].capital && !words_[title].all_capitals)) &&
        fits(genres(), title) == 0 && fits(bodies(), title) == 0) {
      std::size_t last = title;
      while (last < words_.size() && last < title + 40 && !mark(last, u';') && !mark(last, u'(') && !mark(last, u')') &&
             !mark(last, u'"') && !ends_sentence(last) &&
             !(mark(last, u',') && (starts_date(last + 1) || ends_with_place(last + 1))) &&
             !(last > title && lower(last) && fits(subject_ends(), last) > 0))
        ++last;
      while (last > title && words_[last - 1].kind == Kind::mark) --last;
      reference.title = slice(title, last);
      end = last;
    }
    return placed(std::move(reference), i, end, from);
  }

  // "Công ước Liên hợp quốc về Luật Biển năm 1982", "Hiệp định CPTPP ký ngày 08/3/2018".
  std::optional<LegalReference> treaty_at(std::size_t i, std::size_t from) {
    const std::size_t kind = fits(treaties(), i);
    if (kind == 0 || !words_[i].capital || shouting_) return std::nullopt;
    std::size_t end = i + kind;
    std::size_t capitals = 0;
    bool initials = false;
    std::optional<Date> found;
    std::size_t first = 0;
    for (; end < words_.size() && end < i + 40; ++end) {
      std::size_t k = end;
      if (mark(k, u',') || mark(k, u'(')) ++k;
      if (is(k, u"được") && is(k + 1, u"ký")) ++k;
      if (is(k, u"ký") && (is(k + 1, u"kết") || is(k + 1, u"tại"))) ++k;
      if (is(k, u"ký")) ++k;
      found = date(k);
      if (!found && year_at(k)) found = Date{{value(k), 0, 0}, k + 1};
      first = k;
      if (found) break;
      if (words_[end].kind == Kind::mark && !mark(end, u'-')) break;
      if (lower(end) && (is(end, u"ký") || (fits(law_goes_on(), end) > 0 && !is(end, u"về")))) break;
      if (letters(end) && words_[end].capital) ++capitals;
      initials = initials || (letters(end) && words_[end].all_capitals && words_[end].end - words_[end].start > 2);
    }
    while (end > i + kind && words_[end - 1].kind == Kind::mark) --end;
    // The bare kind is a common word; so is a name of small letters.
    const bool known = found || initials || capitals > 2 || locator_before(i, from);
    // "Công ước về quyền trẻ em năm 1989"
    const bool about = found && is(i + kind, u"về") && end > i + kind + 1;
    if (end == i + kind || (capitals == 0 && !about) || !known) return std::nullopt;
    LegalReference reference;
    reference.genre = slice(i, i + kind);
    reference.title = slice(i, end);
    reference.named = true;
    if (found) {
      set_date(reference, first, *found);
      end = found->end;
      // "Công ước Vienna năm 1969 về Luật Điều ước quốc tế"
      const auto more = is(end, u"về") ? subject(end, true, reference) : std::nullopt;
      if (more) {
        reference.title += u" " + slice(end, more->end);
        end = more->end;
      }
    }
    return placed(std::move(reference), i, end, from);
  }

  // Resolutions of the Party known by the meeting: "Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Hội nghị lần thứ tám
  // Ban Chấp hành Trung ương khóa XI", "Nghị quyết Đại hội XIII".
  std::optional<LegalReference> party_resolution_at(std::size_t i, const Phrases::Match& kind, std::size_t from) {
    if (!(is(i, u"nghị") || is(i, u"kết")) || !words_[i].capital) return std::nullopt;
    std::size_t k = i + kind.length;
    const std::size_t name = k;
    if (is(k, u"của")) ++k;
    bool meeting = false;
    if (is(k, u"hội") && is(k + 1, u"nghị")) k += 2;
    if (is(k, u"lần") && is(k + 1, u"thứ") && letters(k + 2)) {
      k += 3;
      if (is(k, u"mười") || is(k, u"ba") || is(k, u"hai")) ++k;
      meeting = true;
      if (is(k, u"ban") && is(k + 1, u"chấp") && is(k + 2, u"hành")) k += 3;
      if (is(k, u"trung") && is(k + 1, u"ương")) k += 2;
      if (is(k, u"đảng")) ++k;
    } else if (is(k, u"trung") && is(k + 1, u"ương") && digits(k + 2)) {
      k += 3;
      meeting = true;
    } else if (is(k, u"đại") && is(k + 1, u"hội")) {
      k += 2;
      if (is(k, u"đảng")) ++k;
      if (is(k, u"đại") && is(k + 1, u"biểu")) k += 2;
      if (is(k, u"toàn") && is(k + 1, u"quốc")) k += 2;
      if (is(k, u"lần") && is(k + 1, u"thứ")) k += 2;
      if (!roman(k)) return std::nullopt;
      LegalReference reference;
      reference.genre = slice(i, i + kind.length);
      reference.title = slice(i, ++k);
      reference.named = true;
      return placed(std::move(reference), i, k, from);
    }
    if (!meeting) return std::nullopt;
    const bool closed = mark(k, u'(');
    if (closed || mark(k, u',')) ++k;
    if (!(is(k, u"khóa") || is(k, u"khoá")) || !roman(k + 1)) return std::nullopt;
    k += 2;
    if (closed && mark(k, u')')) ++k;
    LegalReference reference;
    reference.genre = slice(i, name);
    reference.title = slice(i, k);
    reference.named = true;
    if (const auto found = subject(k, false, reference)) {
      reference.title = slice(i, found->end);
      k = found->end;
    }
    return placed(std::move(reference), i, k, from);
  }

  bool roman(std::size_t i) const {
    return letters(i) && words_[i].all_capitals && words_[i].plain.find_first_not_of(u"ivxlc") == std::u16string::npos;
  }

  void issuer_before(std::size_t i, std::size_t from, LegalReference& reference) const {
    std::size_t k = i;
    if (!(k > from && (mark(k - 1, u',') || mark(k - 1, u':') || mark(k - 1, u'.')))) return;
    --k;
    PartialDate year;
    if (k >= from + 3 && mark(k - 1, u')') && year_at(k - 2) && mark(k - 3, u'(')) {
      year.year = value(k - 2);
      k -= 3;
    }
    // The body alone at the beginning of the line, behind a number of the list at most.
    std::size_t first = from;
    while (first < k && !letters(first)) ++first;
    if (first == k || fits(bodies(), first) == 0 || !capital(first)) return;
    if (authority_end(first) < k) return;
    reference.authority = slice(first, k);
    if (reference.issued.year == 0) reference.issued = year;
  }

  std::u16string_view text_;
  std::vector<LineWord> words_;
  mutable std::unordered_map<const char16_t*, std::pair<std::u16string, std::u16string>> literals_;
  bool plain_ = false;  // no marks anywhere: typed without them
  bool shouting_ = false;
  std::size_t next_ = 0;  // word after the last reference
};

}  // namespace

std::vector<LegalReference> find_legal_references(std::u16string_view text) {
  return Parser(text).all();
}

namespace {

std::u16string cleaned_line(std::u16string_view line) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString cleaned;
  for (const char16_t unit : line.substr(0, 20000)) {
    // Invisible marks inside words; Ð (eth) for Đ.
    if (unit == 0xAD || (unit >= 0x200B && unit <= 0x200D) || unit == 0x2060 || unit == 0xFEFF) continue;
    cleaned.append(static_cast<char16_t>(unit == 0xD0 ? 0x110 : unit));
  }
  icu::UnicodeString composed;
  if (U_SUCCESS(status)) composed = nfc->normalize(cleaned, status);
  if (U_FAILURE(status)) composed = cleaned;
  return {composed.getBuffer(), static_cast<std::size_t>(composed.length())};
}

}  // namespace

std::optional<LegalReference> parse_legal_reference(std::u16string_view line) {
  std::vector<LegalReference> all = parse_legal_references(line);
  if (all.empty()) return std::nullopt;
  return std::move(all.front());
}

std::vector<LegalReference> parse_legal_references(std::u16string_view line) {
  return find_legal_references(cleaned_line(line));
}

LeadingGenre leading_genre(std::u16string_view title) {
  const std::vector<LineWord> words = words_of(title);
  if (words.empty() || words.front().start != 0) return {};
  const Phrases::Match match = genres().at(words, 0, false);
  if (match.length == 0) return {};
  return {words[match.length - 1].end, match.index < legal::named_genres};
}

}  // namespace soat::reference
