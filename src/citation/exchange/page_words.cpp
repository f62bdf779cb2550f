#include "citation/exchange/page_words.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "reference/words.h"
#include "text/utf.h"

namespace soat::citation {

std::string letters_of(std::string_view name) {
  std::string key;
  for (const reference::LineWord& word : reference::words_of(text::to_utf16(name))) {
    if (word.kind != reference::LineWord::Kind::mark) key += text::to_utf8(word.plain);
  }
  return key;
}

std::string paper_key(std::string_view name) {
  std::string key = letters_of(name);
  for (const std::string_view start : {"www", "baodientu", "bao", "tapchi", "trangthongtindientu", "trang"}) {
    if (key.size() > start.size() + 2 && key.starts_with(start)) {
      key.erase(0, start.size());
      break;
    }
  }
  for (const std::string_view end : {"comvn", "orgvn", "govvn", "online", "dientu", "com", "net", "org", "vn"}) {
    if (key.size() > end.size() + 2 && key.ends_with(end)) {
      key.erase(key.size() - end.size());
      break;
    }
  }
  return key;
}

bool is_domain(std::string_view name) {
  return name.find(' ') == std::string_view::npos && name.find('.') != std::string_view::npos;
}

bool signs_for_nobody(std::string_view name) {
  static constexpr std::string_view known[] = {
      "admin",      "administrator", "quantrivien", "quantri",   "webmaster",     "editor",    "bientap",
      "banbientap", "btv",           "pv",          "phongvien", "nhomphongvien", "nhompv",    "toasoan",
      "user",       "root",          "unknown",     "author",    "guest",         "superuser", "bandoc",
      "nguoidung",  "khongro",       "theobao",     "tonghop",   "null",          "undefined", "anonymous",
      "ctv",        "web",           "host"};
  return std::ranges::find(known, letters_of(name)) != std::end(known);
}

std::size_t title_before_name(std::string_view name) {
  static constexpr std::string_view known[] = {"Nhạc sĩ ", "Nhà báo ", "Nhà văn ", "Nhà thơ ", "Luật sư ", "Bác sĩ ",
                                               "Tiến sĩ ", "Thạc sĩ ", "PGS.",     "GS.",      "PGS ",     "GS ",
                                               "TSKH.",    "TS.",      "TS ",      "ThS.",     "ThS ",     "BS.",
                                               "BS ",      "LS.",      "LS ",      "KS.",      "KTS."};
  for (const std::string_view title : known) {
    if (!name.starts_with(title)) continue;
    const std::size_t behind = name.find_first_not_of(' ', title.size());
    return behind == std::string_view::npos ? 0 : behind;
  }
  return 0;
}

bool is_bare_name(std::string_view line) {
  const std::vector<reference::LineWord> words = reference::words_of(text::to_utf16(line));
  return words.size() >= 2 && words.size() <= 5 && std::ranges::all_of(words, [](const reference::LineWord& word) {
           return word.kind == reference::LineWord::Kind::letters && word.capital && !word.all_capitals;
         });
}

bool names_every_page(std::string_view title) {
  static constexpr std::string_view known[] = {
      "chitiettin", "chitiet",    "tintuc",     "trangchu",        "home",     "index",         "chitietbaiviet",
      "xemtin",     "baiviet",    "tinchitiet", "detail",          "untitled", "chitiettintuc", "noidung",
      "newsdetail", "xemchitiet", "tinbai",     "thongtinchitiet", "news",     "details"};
  return std::ranges::find(known, letters_of(title)) != std::end(known);
}

bool tells_about_a_law(std::string_view behind) {
  static constexpr std::string_view known[] = {"có",  "sẽ",    "đã",   "vừa",   "bị", "được", "chính", "giúp",
                                               "làm", "khiến", "mang", "mở",    "gỡ", "tháo", "siết",  "đang",
                                               "còn", "vẫn",   "chưa", "không", "từ", "là",   "cần",   "và"};
  return std::ranges::find(known, behind.substr(0, behind.find(' '))) != std::end(known);
}

bool names_a_portal(std::string_view name) {
  const std::string key = letters_of(name);
  return key.starts_with("congthongtin") || key.starts_with("trangthongtin") || key.starts_with("congttdt");
}

std::string type_of_repository(const std::string& said) {
  const std::string key = letters_of(said);
  const auto has = [&](std::string_view part) { return key.find(part) != std::string::npos; };
  if (has("thesis") || has("dissertation") || has("luanvan") || has("luanan") || has("khoaluan")) return "thesis";
  if (has("bookchapter") || has("chuongsach")) return "chapter";
  if (has("conference") || has("proceeding") || has("hoithao")) return "paper-conference";
  if (has("report") || has("workingpaper") || has("baocao")) return "report";
  if (has("dataset")) return "dataset";
  if (key == "article" || has("journalarticle") || has("baibao") || key == "baitapchi" || has("articlejournal"))
    return "article-journal";
  if (key == "book" || key == "sach") return "book";
  return {};
}

}  // namespace soat::citation
