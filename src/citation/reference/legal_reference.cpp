#include "citation/reference/legal_reference.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "citation/reference/phrases.h"

namespace soat::citation {
namespace {

using Kind = LineWord::Kind;

// Kinds of documents. The order of the groups matters: named() and strong() go by it.
const Phrases& genres() {
  static const Phrases known = {
      // Known by a name of their own.
      u"hiến pháp", u"bộ luật", u"luật", u"pháp lệnh",
      // Kinds that a bare number already makes a reference of (Law on the Promulgation of Legal Documents; Party
      // regulations).
      u"nghị quyết liên tịch", u"nghị quyết", u"nghị định", u"quyết định", u"chỉ thị", u"thông tư liên tịch",
      u"thông tư liên bộ", u"thông tư", u"sắc lệnh", u"sắc luật", u"văn bản hợp nhất", u"kết luận", u"công điện",
      u"lệnh", u"thông tri",
      // Other kinds of Decree 30/2020/NĐ-CP, Appendix III, and Regulation 66-QĐ/TW: common words, a reference only with
      // a symbol.
      u"quy chế", u"quy định", u"thông cáo", u"thông báo", u"hướng dẫn", u"chương trình", u"chương trình hành động",
      u"kế hoạch", u"phương án", u"đề án", u"dự án", u"báo cáo", u"biên bản", u"tờ trình", u"hợp đồng", u"công văn",
      u"bản ghi nhớ", u"bản thỏa thuận", u"giấy mời", u"giấy ủy quyền", u"giấy giới thiệu", u"phiếu chuyển",
      u"phiếu gửi", u"phiếu báo", u"thư công", u"quy hoạch", u"tuyên bố", u"lời kêu gọi", u"điều lệ", u"chiến lược",
      u"cương lĩnh", u"đề cương", u"công thư", u"quy trình", u"quy tắc", u"quy ước", u"nội quy", u"tuyên truyền",
      u"văn bản", u"công hàm", u"giấy phép", u"bản án", u"cáo trạng", u"kháng nghị"};
  return known;
}
constexpr std::size_t kConstitution = 0;
constexpr std::size_t kNamed = 4;    // genres below this index have names
constexpr std::size_t kStrong = 19;  // and below this one need no symbol with letters

// Abbreviations of kinds in symbols (Decree 30/2020/NĐ-CP, Appendix III; Guideline 36-HD/VPTW), without marks.
const Phrases& symbol_kinds() {
  static const Phrases known = {u"nq", u"qđ", u"ct", u"qc",   u"qyđ",  u"qđi",  u"tc", u"tb", u"hd", u"ctr", u"kh",
                                u"pa", u"đa", u"da", u"bc",   u"bb",   u"ttr",  u"hđ", u"cv", u"cđ", u"bgn", u"btt",
                                u"kl", u"nđ", u"tt", u"ttlt", u"nqlt", u"vbhn", u"sl", u"l",  u"tg", u"ub",  u"lct"};
  return known;
}

// First words of bodies that issue documents.
const Phrases& bodies() {
  static const Phrases known = {
      u"chính phủ", u"quốc hội",     u"bộ",          u"ban",       u"ủy ban",  u"ubnd",      u"hđnd",
      u"ubtvqh",    u"thủ tướng",    u"chủ tịch",    u"hội đồng",  u"tòa án",  u"tand",      u"viện",
      u"vksnd",     u"tổng",         u"cục",         u"chi cục",   u"sở",      u"văn phòng", u"trung ương",
      u"đảng",      u"tỉnh ủy",      u"thành ủy",    u"huyện ủy",  u"quận ủy", u"thị ủy",    u"đảng ủy",
      u"liên",      u"ngân hàng",    u"kiểm toán",   u"bảo hiểm",  u"đại hội", u"hội nghị",  u"học viện",
      u"trường",    u"đại học",      u"thường trực", u"thường vụ", u"đoàn",    u"mặt trận",  u"phó",
      u"công đoàn", u"nhà nước",     u"thanh tra",   u"quận",      u"phòng",   u"đài",       u"kho bạc",
      u"thống đốc", u"chánh",        u"giám đốc",    u"hội",       u"quân ủy", u"bí thư",    u"tw",
      u"nhnn",      u"bch",          u"btv",         u"hđbt",      u"liên bộ", u"công an",   u"hiệp hội",
      u"tập đoàn",  u"bưu điện",     u"nước",        u"mttq",      u"btc",     u"bộ trưởng", u"cơ quan",
      u"trung tâm", u"thông tấn xã", u"bệnh viện",   u"quân khu",  u"tòa",     u"vptw"};
  return known;
}

// What a subject without "về" begins with.
const Phrases& subject_verbs() {
  static const Phrases known = {
      u"quy định",   u"ban hành",  u"hướng dẫn",  u"sửa đổi",    u"phê duyệt",  u"công bố",    u"bãi bỏ",
      u"thành lập",  u"hợp nhất",  u"điều chỉnh", u"triển khai", u"tổ chức",    u"thực hiện",  u"kiện toàn",
      u"bổ sung",    u"thí điểm",  u"thay thế",   u"cho phép",   u"chấp thuận", u"tăng cường", u"đính chính",
      u"ủy quyền",   u"phân công", u"bổ nhiệm",   u"công nhận",  u"đẩy mạnh",   u"quy đổi",    u"giao",
      u"phân cấp",   u"hủy bỏ",    u"giải thích", u"gia hạn",    u"xếp hạng",   u"thông qua",  u"phê chuẩn",
      u"miễn nhiệm", u"chi tiết",  u"xử lý",      u"phát động",  u"kéo dài",    u"áp dụng",    u"định hướng",
      u"quản lý",    u"xác định",  u"đổi tên",    u"sắp xếp",    u"kết thúc",   u"cử",         u"tặng"};
  return known;
}

// Lower-case words with which a sentence goes on after a reference; no name of a body has them.
const Phrases& goes_on() {
  static const Phrases known = {
      u"đã",        u"được",     u"là",     u"có",        u"yêu cầu",  u"nêu",      u"xác định",  u"khẳng định",
      u"nhấn mạnh", u"đặt ra",   u"chỉ rõ", u"ra đời",    u"thì",      u"để",       u"nhằm",      u"trong đó",
      u"cho",       u"với",      u"khi",    u"sau khi",   u"và các",   u"đề ra",    u"cũng",      u"sẽ",
      u"phải",      u"không",    u"đang",   u"hiện hành", u"nêu trên", u"nói trên", u"này",       u"đó",
      u"trên đây",  u"đến",      u"vào",    u"như",       u"thể hiện", u"ký",       u"thông qua", u"do",
      u"mà",        u"nên",      u"vẫn",    u"chưa",      u"theo",     u"cần",      u"bao gồm",   u"gồm",
      u"chỉ đạo",   u"giao cho", u"theo đó"};
  return known;
}

// Phrases that end a subject or a law's name in running text.
const Phrases& subject_ends() {
  static const Phrases known = {u"đã được",       u"đã quy định",    u"đã nêu",       u"đã xác định",  u"đã chỉ",
                                u"đã khẳng định", u"đã yêu cầu",     u"đã ban hành",  u"đã đề ra",     u"đã có",
                                u"đã tạo",        u"có hiệu lực",    u"được sửa đổi", u"được bổ sung", u"được ban hành",
                                u"được thay thế", u"được thông qua", u"được công bố", u"nêu rõ",       u"nêu trên",
                                u"chỉ rõ",        u"khẳng định rõ",  u"xác định rõ",  u"quy định rõ",  u"nhấn mạnh",
                                u"hết hiệu lực",  u"ra đời",         u"là văn bản",   u"là cơ sở",     u"là căn cứ",
                                u"đang được",     u"yêu cầu các",    u"cho thấy",     u"theo đó"};
  return known;
}

const Phrases& law_goes_on() {
  static const Phrases known = {
      u"quy định", u"có hiệu lực", u"có",         u"được",  u"đã",   u"là",        u"nêu",        u"yêu cầu",
      u"thì",      u"nhằm",        u"ra đời",     u"không", u"phải", u"đang",      u"sẽ",         u"hiện hành",
      u"này",      u"nêu trên",    u"để",         u"khi",   u"vừa",  u"cũng",      u"chưa",       u"cho phép",
      u"đó",       u"nói trên",    u"mới",        u"cũ",    u"đến",  u"còn",       u"nghiêm cấm", u"chỉ",
      u"ghi",      u"xác định",    u"khẳng định", u"cần",   u"vẫn",  u"thông qua", u"theo đó",    u"về việc",
      u"như sau",  u"và các",      u"và những",   u"hoặc"};
  return known;
}

const Phrases& law_bodies() {
  static const Phrases known = {u"quốc hội", u"ủy ban thường vụ quốc hội", u"chủ tịch nước", u"hội đồng nhà nước"};
  return known;
}

// "Luật" begins other words too.
const Phrases& no_law() {
  static const Phrases known = {
      u"sư",    u"lệ",       u"pháp",      u"gia",       u"định",     u"chơi",     u"rừng",    u"này",
      u"đó",    u"trên",     u"hiện hành", u"học",       u"nhân quả", u"thơ",      u"hấp dẫn", u"bất thành văn",
      u"của",   u"quy định", u"được",      u"là",        u"có",       u"đã",       u"tục",     u"mới",
      u"cũ",    u"và",       u"khoa",      u"bằng trắc", u"sắt",      u"giang hồ", u"im lặng", u"các",
      u"những", u"vận",      u"khác"};
  return known;
}

// Where names of laws in force have commas.
const Phrases& name_commas() {
  static const Phrases known = {
      u"phòng, chống", u"bệnh, chữa", u"đua, khen",   u"toàn, vệ",     u"cảnh, xuất", u"cảnh, nhập", u"cảnh, quá",
      u"cảnh, cư",     u"lý, sử",     u"ngưỡng, tôn", u"kiệm, chống",  u"bộ, công",   u"cháy, chữa", u"mua, trưng",
      u"khẩu, thuế",   u"tự, an",     u"giữ, tạm",    u"nghiệp, công", u"đổi, bổ",    u"hồi, phá",   u"khí, vật",
      u"rượu, bia",    u"ninh, trật", u"cháy, cứu",   u"sách, nhà",    u"tạo, bồi"};
  return known;
}

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
    for (; mark(j, u'/') || mark(j, u'-'); ++segments) {
      const char16_t separator = words_[j].key[0];
      const std::size_t k = j + 1;
      if (!digits(k) && !letters(k)) break;
      const bool loose = words_[j].space_before && words_[k].space_before;
      if (letters(k) && !abbreviation(k)) {
        // "QĐ-ttg" and the like, glued
        if (words_[k].space_before || words_[k].toned || !result.letters) break;
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
            is(j + 1, u"có") || date(j + 1) || year_at(j + 1)) {
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
        sure = mark(j, u'(') && (year_at(j + 1) || date(j + 1));
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
      if (is(k, u"các") || is(k, u"tại")) ++k;
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
        if (mark(k, u')')) value_end = ++k;
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
                           is(j, u"kèm") || is(j, u"ban") || is(j, u"hành") || mark(j, u',') || mark(j, u'-'))) {
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
    const Phrases::Match kind = genres().at(words_, i, plain_);
    if (kind.length == 0) return std::nullopt;
    const bool named = kind.index < kNamed;
    const bool strong = kind.index < kStrong;
    const bool big = words_[i].capital || shouting_;
    const bool led = i > from && (is(i - 1, u"cứ") || (i > 1 && is(i - 1, u"vào") && is(i - 2, u"cứ")));

    LegalReference reference;
    reference.genre = slice(i, i + kind.length);
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
      const bool constitution = kind.index == kConstitution;
      if (!(is(p, u"số") && (digits(p + 1) || mark(p + 1, u':'))) && !(digits(p) && number(p) && number(p)->letters)) {
        if (!constitution && !plain_ && fits(no_law(), p) > 0 && !(letters(p) && words_[p].capital && !shouting_))
          return std::nullopt;
        const std::size_t end = constitution && !(is(p, u"nước") && is(p + 1, u"cộng")) ? p : name_end(p, sure_name);
        if (end == p && !constitution) return std::nullopt;
        const bool name_big = letters(p) && words_[p].capital;
        reference.named = true;
        reference.title = slice(i, end);
        p = end;
        if (constitution) {
          sure_name = sure_name || p > i + kind.length;
        } else if (!name_big && !sure_name && !led && !shouting_) {
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
        if (found && closed && (!found->letters || !mark(found->end, u')'))) found.reset();
        if (found) {
          const bool date_instead = !said && !found->letters && (date(k) || (named && year_at(k)));
          if (!date_instead && (said || found->letters || (q == p && !named))) {
            symbol = *found;
            numbered = true;
            said_number = said;
            reference.number = symbol.text;
            end = symbol.end + (closed ? 1 : 0);
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
        if (is(k, u"ký") && is(k + 1, u"ngày")) ++k;
        std::optional<Date> found = date(k);
        if (!found && year_at(k) && (closed || named)) found = Date{{value(k), 0, 0}, k + 1};
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
        if (is(k, u"của") || is(k, u"do") || closed) {
          ++k;
          const bool body =
              letters(k) && (capital(k) || fits(bodies(), k) > 0) && (!(shouting_ || plain_) || fits(bodies(), k) > 0);
          if (body && !(is(k, u"nước") && is(k + 1, u"cộng"))) {
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
      accepted = numbered ? (symbol.letters || has_date || reference.named)
                          : (!reference.title.empty() && (kind.index != kConstitution || has_date || led || sure_name));
    } else if (numbered && symbol.letters) {
      accepted = true;
    } else if (numbered && strong && big) {
      accepted =
          said_number || symbol.year || kind.index == 6 || (has_date && exact_date) || !reference.authority.empty();
    } else if (!numbered && strong && big) {
      accepted = dated_issue;
    }
    if (!accepted) return std::nullopt;
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

std::optional<LegalReference> parse_legal_reference(std::u16string_view line) {
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
  auto all = find_legal_references({composed.getBuffer(), static_cast<std::size_t>(composed.length())});
  if (all.empty()) return std::nullopt;
  return std::move(all.front());
}

LeadingGenre leading_genre(std::u16string_view title) {
  const std::vector<LineWord> words = words_of(title);
  if (words.empty() || words.front().start != 0) return {};
  const Phrases::Match match = genres().at(words, 0, false);
  if (match.length == 0) return {};
  return {words[match.length - 1].end, match.index < kNamed};
}

}  // namespace soat::citation
