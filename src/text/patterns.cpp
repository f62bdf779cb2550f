#include "text/patterns.h"

#include <algorithm>
#include <initializer_list>

#include "text/char_class.h"
#include "text/letter_case.h"

namespace soat::text {
namespace {

constexpr std::size_t max_local_part = 64;  // RFC 5321, 4.5.3.1.1
constexpr std::size_t max_host = 255;       // RFC 1035, 2.3.4
// No address in use has more; the limit keeps a line like "a.a.a.a…" cheap.
constexpr unsigned max_separators = 8;

bool is_one_of(std::u16string_view word, std::initializer_list<std::u16string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

char16_t unit_at(std::u16string_view text, std::size_t at) {
  return at < text.size() ? text[at] : u'\0';
}

bool is_letter(char16_t unit) {
  return CharTable::get().class_of(unit) == CharClass::letter;
}
bool is_word_unit(char16_t unit) {
  return CharTable::get().is_word_unit(unit);
}

std::size_t skip_digits(std::u16string_view text, std::size_t at, std::size_t most) {
  std::size_t end = at;
  while (end < text.size() && end - at < most && is_ascii_digit(text[end])) ++end;
  return end;
}

unsigned to_number(std::u16string_view digits) {
  unsigned value = 0;
  for (const char16_t digit : digits) value = value * 10 + (digit - u'0');
  return value;
}

// Lower-cases ASCII into a fixed buffer for comparing; longer words give nothing.
class ShortLower {
 public:
  explicit ShortLower(std::u16string_view word) {
    if (word.size() > std::size(buffer_)) return;
    for (const char16_t unit : word) buffer_[size_++] = to_lower(unit);
  }
  std::u16string_view view() const { return {buffer_, size_}; }

 private:
  char16_t buffer_[12] = {};
  std::size_t size_ = 0;
};

// host: labels of ASCII letters, digits and hyphens with stops between; gives its end, and where the last label begins.
std::size_t match_host(std::u16string_view text, std::size_t at, std::size_t& last_label) {
  std::size_t end = at;
  std::size_t label = at;
  unsigned labels = 0;
  while (end < text.size() && end - at < max_host) {
    if (is_ascii_alphanumeric(text[end]) || (text[end] == u'-' && end > label)) {
      ++end;
    } else if (text[end] == u'.' && end > label && is_ascii_alphanumeric(unit_at(text, end + 1))) {
      if (++labels > max_separators) return 0;
      label = ++end;
    } else {
      break;
    }
  }
  last_label = label;
  return labels > 0 && end > label ? end : 0;
}

bool is_top_level_domain(std::u16string_view label) {
  return is_one_of(label, {u"vn", u"com", u"net", u"org", u"edu", u"gov", u"info", u"io", u"biz"});
}

bool is_country_domain(std::u16string_view label) {
  return is_one_of(label, {u"au", u"ca", u"ch", u"cn", u"co", u"de",  u"eu",  u"fr",  u"hk",   u"id",
                           u"in", u"it", u"jp", u"kr", u"la", u"me",  u"my",  u"nz",  u"ru",   u"sg",
                           u"th", u"tv", u"tw", u"uk", u"us", u"xyz", u"app", u"dev", u"asia", u"ly"});
}

// Takes the extension as written: two capitals are a title (PGS.TS) rather than one.
bool is_file_extension(std::u16string_view written) {
  if (written.size() < 3 && letter_case(written) != LetterCase::lower) return false;
  const ShortLower label(written);
  return is_one_of(
      label.view(),
      {u"pdf", u"doc", u"docx", u"odt",  u"rtf", u"xls",   u"xlsx", u"ods", u"csv",  u"ppt",   u"pptx", u"odp",  u"txt",
       u"md",  u"log", u"htm",  u"html", u"xml", u"json",  u"yaml", u"yml", u"toml", u"ini",   u"conf", u"cfg",  u"env",
       u"sql", u"db",  u"jpg",  u"jpeg", u"png", u"gif",   u"svg",  u"bmp", u"tif",  u"tiff",  u"webp", u"psd",  u"zip",
       u"rar", u"tar", u"gz",   u"iso",  u"mp3", u"mp4",   u"avi",  u"mov", u"mkv",  u"wav",   u"exe",  u"dll",  u"deb",
       u"apk", u"bat", u"sh",   u"py",   u"js",  u"ts",    u"css",  u"php", u"asp",  u"aspx",  u"jsp",  u"java", u"jar",
       u"cpp", u"hpp", u"vue",  u"jsx",  u"tsx", u"ipynb", u"bib",  u"tex", u"epub", u"sqlite"});
}

bool ends_url(char16_t unit) {
  switch (unit) {
    case u'<':
    case u'>':
    case u'"':
    case u'{':
    case u'}':
    case u'|':
    case u'\\':
    case u'^':
    case u'`':
    case u'“':
    case u'”':
    case u'‘':
    case u'’':
    case u'«':
    case u'»':
    case u'…':
      return true;
    default: {
      const CharClass char_class = CharTable::get().class_of(unit);
      return char_class == CharClass::space || char_class == CharClass::control;
    }
  }
}

// Extends a URL from the end of its host over path, query and fragment (RFC 3986, and unescaped letters as people paste
// them).
std::size_t extend_url(std::u16string_view text, std::size_t at, std::size_t end) {
  int open = 0;
  while (end < text.size() && !ends_url(text[end])) {
    if (text[end] == u'(') ++open;
    if (text[end] == u')' && --open < 0) break;
    ++end;
  }
  while (end > at && is_one_of(text.substr(end - 1, 1), {u".", u",", u";", u":", u"!", u"?", u"'", u"]", u"*"})) --end;
  return end;
}

// Letters of a document symbol's part: capitals, with small letters after the first (TTg, TTr), at most eight; digits
// may end it (QH14).
std::size_t match_symbol_part(std::u16string_view text, std::size_t at, unsigned& capitals) {
  const CharTable& table = CharTable::get();
  std::size_t end = at;
  while (end < text.size() && end - at < 12 && is_letter(text[end])) {
    if (table.is_upper(text[end])) {
      ++capitals;
    } else if (end == at) {
      return 0;
    }
    ++end;
  }
  return end == at ? 0 : skip_digits(text, end, 2);
}

}  // namespace

std::size_t match_email(std::u16string_view text, std::size_t at) {
  const auto separates = [](char16_t unit) {
    return unit == u'.' || unit == u'_' || unit == u'%' || unit == u'+' || unit == u'-';
  };
  std::size_t end = at;
  unsigned separators = 0;
  while (end < text.size() && end - at <= max_local_part && separators <= max_separators) {
    if (separates(text[end]) && end > at) {
      ++separators;
    } else if (!is_ascii_alphanumeric(text[end])) {
      break;
    }
    ++end;
  }
  if (end == at || unit_at(text, end) != u'@') return 0;
  std::size_t last_label = 0;
  end = match_host(text, end + 1, last_label);
  return end != 0 && end - last_label >= 2 && is_ascii_letter(text[last_label]) ? end : 0;
}

std::size_t match_url(std::u16string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < 8 && is_ascii_letter(text[end])) ++end;
  if (text.substr(end, 3) == u"://") {
    const ShortLower scheme(text.substr(at, end - at));
    if (!is_one_of(scheme.view(), {u"http", u"https", u"ftp", u"ftps", u"file"})) return 0;
    end = extend_url(text, at, end + 3);
    return end;
  }
  std::size_t last_label = 0;
  end = match_host(text, at, last_label);
  if (end == 0 || is_word_unit(unit_at(text, end))) return 0;
  const ShortLower first(text.substr(at, 4));
  const ShortLower last(text.substr(last_label, end - last_label));
  const bool path_follows = unit_at(text, end) == u'/' && is_ascii_alphanumeric(unit_at(text, end + 1));
  // A name in the middle of "hết.Com" is a missing space, so bare hosts must be in small letters at their end.
  // Capitals throughout are the letter case of the line.
  const auto none_between = [&](std::size_t from, char16_t first_unit, char16_t last_unit) {
    return std::none_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                        text.begin() + static_cast<std::ptrdiff_t>(end),
                        [=](char16_t unit) { return unit >= first_unit && unit <= last_unit; });
  };
  const bool small = none_between(last_label, u'A', u'Z') || none_between(at, u'a', u'z');
  if (first.view() == u"www." || is_file_extension(text.substr(last_label, end - last_label)) ||
      (small && is_top_level_domain(last.view())) || (small && path_follows && is_country_domain(last.view()))) {
    const char16_t next = unit_at(text, end);
    if (next == u'/' || next == u':' || next == u'?' || next == u'#') return extend_url(text, at, end);
    return end;
  }
  return 0;
}

namespace {

constexpr std::size_t longest_name = 120;  // units of a name in a path; most file systems allow 255 bytes

bool is_name_unit(char16_t unit) {
  return is_word_unit(unit) || unit == u'-' || unit == u'_' || unit == u'.' || unit == u'%';
}

std::size_t skip_name(std::u16string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < longest_name && is_name_unit(text[end])) ++end;
  return end;
}

// Leaves out what ends the sentence rather than the path.
std::size_t without_stops(std::u16string_view text, std::size_t at, std::size_t end) {
  while (end > at && (text[end - 1] == u'.' || text[end - 1] == u'-')) --end;
  return end;
}

// Whether a name ends in the extension of a file, in letters of one case.
bool has_extension(std::u16string_view name) {
  const std::size_t stop = name.rfind(u'.');
  if (stop == std::u16string_view::npos || stop == 0) return false;
  const std::u16string_view label = name.substr(stop + 1);
  const LetterCase of_label = letter_case(label);
  return (of_label == LetterCase::lower || of_label == LetterCase::upper) && is_file_extension(label);
}

}  // namespace

std::size_t match_path(std::u16string_view text, std::size_t at) {
  const auto is_slash = [&](std::size_t i) { return unit_at(text, i) == u'/' || unit_at(text, i) == u'\\'; };
  const auto is_ascii = [&](std::size_t from, std::size_t to) {
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from), text.begin() + static_cast<std::ptrdiff_t>(to),
                       [](char16_t unit) { return unit < 0x80; });
  };
  std::size_t name = at;  // where the first name begins
  const bool drive = is_ascii_letter(unit_at(text, at)) && unit_at(text, at + 1) == u':' && is_slash(at + 2);
  if (drive) {
    name = at + 3;
  } else if (text.substr(at, 2) == u"\\\\" || text.substr(at, 2) == u"~/" || text.substr(at, 2) == u"./") {
    name = at + 2;
  } else if (text.substr(at, 3) == u"../") {
    name = at + 3;
  }
  const bool rooted = name > at;  // begins as no word does
  if (!rooted && unit_at(text, at) == u'/') name = at + 1;
  const unsigned least_slashes = rooted ? 0 : name > at ? 1 : 2;
  unsigned slashes = 0;
  std::size_t start = name;  // of the last name
  std::size_t end = skip_name(text, name);
  if (end == name && !drive) return 0;
  while (end > start && is_slash(end)) {
    const std::size_t next = skip_name(text, end + 1);
    // Words with slashes between them (và/hoặc) are no path.
    if (!rooted && (!is_ascii(start, end) || !is_ascii(end, next))) break;
    ++slashes;
    start = end + 1;
    end = next;
  }
  end = without_stops(text, start, end);
  if (rooted) return drive || end > name ? end : 0;
  const bool file = has_extension(text.substr(start, end - start));
  if (slashes == 0) return file && name == at ? end : 0;
  return file || slashes >= least_slashes ? end : 0;
}

bool is_part_of_address(std::u16string_view word) {
  if (word.empty()) return false;
  for (const auto match : {match_email, match_url, match_path}) {
    if (match(word, 0) == word.size()) return true;
  }
  if (word.find(u"://") != std::u16string_view::npos || word.find_first_of(u"_\\@") != std::u16string_view::npos)
    return true;
  return word.find_first_of(u"-./?=&#%") != std::u16string_view::npos &&
         std::all_of(word.begin(), word.end(), [](char16_t unit) { return unit < 0x80; });
}

std::size_t match_document_symbol(std::u16string_view text, std::size_t at) {
  std::size_t end = skip_digits(text, at, 6);
  if (end == at) return 0;
  // A letter may follow the number: 15a/2020/NĐ-CP.
  if (unit_at(text, end) >= u'a' && unit_at(text, end) <= u'd' && unit_at(text, end + 1) == u'/') ++end;
  bool slash = false;
  if (unit_at(text, end) == u'/') {
    const std::size_t year = skip_digits(text, end + 1, 4);
    if (year == end + 5 && (unit_at(text, year) == u'/' || unit_at(text, year) == u'-')) {
      slash = true;
      end = year;
    }
  }
  unsigned capitals = 0;
  unsigned parts = 0;
  while (end < text.size() && parts < 8) {
    const char16_t separator = text[end];
    const bool separated = separator == u'/' || separator == u'-' || separator == u'\u2010' || separator == u'\u2011';
    if (!separated && !(parts == 0 && is_letter(separator))) break;
    const std::size_t next = match_symbol_part(text, separated ? end + 1 : end, capitals);
    if (next == 0) break;
    slash = slash || separator == u'/';
    end = next;
    ++parts;
  }
  if (parts == 0 || capitals < 2 || !slash || is_word_unit(unit_at(text, end))) return 0;
  return end;
}

std::size_t match_date(std::u16string_view text, std::size_t at, bool day_is_near) {
  const auto is_year = [](unsigned year) { return year >= 1000 && year <= 2999; };
  const std::size_t first_end = skip_digits(text, at, 5);
  const std::size_t first_length = first_end - at;
  const char16_t separator = unit_at(text, first_end);
  if (first_length == 0 || (separator != u'/' && separator != u'-' && separator != u'.')) return 0;
  const std::size_t second = first_end + 1;
  const std::size_t second_end = skip_digits(text, second, 5);
  const std::size_t second_length = second_end - second;
  if (second_length == 0) return 0;
  const unsigned a = to_number(text.substr(at, first_length));
  const unsigned b = to_number(text.substr(second, second_length));
  const auto ends_here = [&](std::size_t end) {
    const char16_t next = unit_at(text, end);
    return !is_word_unit(next) && !((next == separator || next == u'/') && is_ascii_digit(unit_at(text, end + 1)));
  };
  if (unit_at(text, second_end) == separator) {
    const std::size_t third = second_end + 1;
    const std::size_t third_end = skip_digits(text, third, 5);
    const std::size_t third_length = third_end - third;
    const unsigned c = third_length == 0 ? 0 : to_number(text.substr(third, third_length));
    if (third_length != 0 && ends_here(third_end)) {
      const bool day_first = first_length <= 2 && second_length <= 2 && a >= 1 && a <= 31 && b >= 1 && b <= 12 &&
                             ((third_length == 4 && is_year(c)) || (third_length == 2 && separator == u'/'));
      const bool year_first = separator == u'-' && first_length == 4 && is_year(a) && b >= 1 && b <= 12 && c >= 1 &&
                              c <= 31 && third_length <= 2;
      return day_first || year_first ? third_end : 0;
    }
  }
  if (separator == u'.' || !ends_here(second_end)) return 0;
  if (first_length <= 2 && a >= 1 && a <= 12 && second_length == 4 && is_year(b)) return second_end;
  if (first_length > 2 || second_length > 2 || a < 1 || a > 31 || b < 1 || b > 12) return 0;
  if (separator == u'-') return day_is_near ? second_end : 0;  // otherwise a range: 5-7 người
  // A proper fraction is one, unless the words say otherwise or it is the National Day.
  return a >= b || day_is_near || (a == 2 && b == 9) ? second_end : 0;
}

std::size_t match_number(std::u16string_view text, std::size_t at) {
  std::size_t end = at;
  const CharTable& table = CharTable::get();
  const auto skip = [&] {
    while (end < text.size() && table.class_of(text[end]) == CharClass::digit) ++end;
  };
  skip();
  if (end == at) return 0;
  const auto digit_follows = [&] { return end + 1 < text.size() && table.class_of(text[end + 1]) == CharClass::digit; };
  while (end < text.size() && (text[end] == u'.' || text[end] == u',') && digit_follows()) {
    ++end;
    skip();
  }
  if (unit_at(text, end) == u'/' && digit_follows()) {
    ++end;
    skip();
  }
  if (unit_at(text, end) == u'%' || unit_at(text, end) == u'‰') ++end;
  return end;
}

std::size_t match_unit(std::u16string_view text, std::size_t at) {
  std::size_t end = at;
  if (unit_at(text, end) == u'°' || unit_at(text, end) == u'º') {
    ++end;
    if (unit_at(text, end) == u'C' || unit_at(text, end) == u'F') ++end;
    return is_word_unit(unit_at(text, end)) ? 0 : end;
  }
  if (end < text.size() && is_one_of(text.substr(end, 1), {u"$", u"€", u"£", u"₫", u"¥", u"℃", u"²", u"³"}))
    return end + 1;
  while (end < text.size() && end - at < 5 && is_letter(text[end])) ++end;
  const std::u16string_view letters = text.substr(at, end - at);
  if (!is_one_of(letters,
                 {u"m",    u"km",  u"cm",   u"mm",  u"dm",  u"nm", u"ha", u"g",    u"kg",   u"mg",   u"l",   u"ml",
                  u"lít",  u"đ",   u"Đ",    u"h",   u"s",   u"W",  u"kW", u"MW",   u"GW",   u"kWh",  u"V",   u"kV",
                  u"Hz",   u"MHz", u"GHz",  u"KB",  u"MB",  u"GB", u"TB", u"kB",   u"USD",  u"VND",  u"VNĐ", u"EUR",
                  u"tr",   u"k",   u"K",    u"tỷ",  u"tỉ",  u"x",  u"px", u"Mbps", u"Gbps", u"ppm",  u"C",   u"T",
                  u"kcal", u"mAh", u"inch", u"vnđ", u"vnd", u"p",  u"ph", u"G",    u"D",    u"phút", u"giây"})) {
    return 0;
  }
  const char16_t next = unit_at(text, end);
  if (next == u'²' || next == u'³') return end + 1;
  if ((letters.back() == u'm') && (next == u'2' || next == u'3') && !is_word_unit(unit_at(text, end + 1)))
    return end + 1;
  if (letters == u"h" && is_ascii_digit(next)) {  // 7h30
    end = skip_digits(text, end, 2);
    if (unit_at(text, end) == u'p' || unit_at(text, end) == u'\'') ++end;
  }
  return is_word_unit(unit_at(text, end)) ? 0 : end;
}

bool takes_full_stop(std::u16string_view word) {
  return is_one_of(
      word,
      {u"TP",  u"Tp",  u"TX",   u"Tx", u"TT", u"GS",  u"Gs", u"PGS", u"TS", u"Ts",  u"TSKH", u"ThS",  u"Ths",  u"Th",
       u"BS",  u"Bs",  u"BSCK", u"KS", u"Ks", u"KTS", u"LS", u"Ls",  u"DS", u"CN",  u"NSND", u"NSƯT", u"NGND", u"NGƯT",
       u"NS",  u"NXB", u"Nxb",  u"Nx", u"Tr", u"St",  u"Mr", u"Mrs", u"Ms", u"Dr",  u"Prof", u"Jr",   u"Sr",   u"Co",
       u"Ltd", u"Inc", u"vol",  u"pp", u"cf", u"vs",  u"tr", u"ĐT",  u"Đt", u"Tel", u"tel",  u"Th",   u"Ng",   u"TTg"});
}

bool introduces_date(std::u16string_view word) {
  return is_one_of(ShortLower(word).view(), {u"ngày", u"sáng", u"trưa", u"chiều", u"tối", u"đêm", u"hôm", u"mùng",
                                             u"mồng", u"rằm", u"dịp", u"lễ", u"khánh", u"nhật", u"tết"});
}

bool introduces_roman(std::u16string_view word) {
  return is_one_of(ShortLower(word).view(),
                   {u"kỷ",   u"kỉ",   u"khóa", u"khoá", u"hội",  u"chương", u"phần", u"thứ",  u"quý",   u"quí", u"mục",
                    u"loại", u"cấp",  u"nhóm", u"bậc",  u"hạng", u"đại",    u"vua",  u"tập",  u"quyển", u"phụ", u"lục",
                    u"kỳ",   u"vùng", u"khu",  u"đợt",  u"giai", u"đoạn",   u"bảng", u"điều", u"độ",    u"lần"});
}

bool introduces_person(std::u16string_view word) {
  return is_one_of(ShortLower(word).view(), {u"ông", u"bà", u"anh", u"chị", u"em", u"cháu", u"cô", u"chú", u"bác",
                                             u"thầy", u"tên", u"cậu", u"bé", u"của", u"với", u"và", u"do", u"bởi"});
}

bool is_roman_numeral(std::u16string_view word) {
  std::size_t at = 0;
  const auto take = [&](char16_t one, char16_t five, char16_t ten) {
    if (at + 1 < word.size() && word[at] == one && (word[at + 1] == ten || word[at + 1] == five)) {
      at += 2;
      return;
    }
    if (at < word.size() && five != 0 && word[at] == five) ++at;
    for (int i = 0; i < 3 && at < word.size() && word[at] == one; ++i) ++at;
  };
  take(u'M', u'\0', u'\0');
  take(u'C', u'D', u'M');
  take(u'X', u'L', u'C');
  take(u'I', u'V', u'X');
  return !word.empty() && at == word.size();
}

}  // namespace soat::text
