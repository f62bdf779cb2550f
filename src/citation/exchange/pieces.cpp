#include <algorithm>
#include <array>

#include "citation/exchange/exchange.h"
#include "citation/reference/words.h"
#include "text/error.h"
#include "text/utf.h"

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::size_t kLargestFile = std::size_t{64} << 20;

// Family names that nine in ten Vietnamese bear, without marks; what starts with one and has Vietnamese marks is read
// family first.
bool vietnamese_family(const std::u16string& plain) {
  static constexpr std::array<std::u16string_view, 48> known = {
      u"nguyen", u"tran",  u"le",    u"pham", u"hoang", u"huynh", u"phan",   u"vu",    u"vo",   u"dang",
      u"bui",    u"do",    u"ho",    u"ngo",  u"duong", u"ly",    u"an",     u"ban",   u"bach", u"cao",
      u"chau",   u"chu",   u"cu",    u"dam",  u"dao",   u"dinh",  u"doan",   u"giang", u"ha",   u"khuat",
      u"kieu",   u"lam",   u"luong", u"luu",  u"mac",   u"mai",   u"nghiem", u"ngu",   u"nhu",  u"ong",
      u"phung",  u"quach", u"ta",    u"thai", u"than",  u"tong",  u"trinh",  u"truong"};
  return std::find(known.begin(), known.end(), plain) != known.end();
}

bool digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::string checked_utf8(std::string_view bytes, const std::string& name) {
  if (bytes.size() > kLargestFile) throw Error(name + ": larger than 64 MB; no list of sources is");
  const bool little = bytes.starts_with("\xFF\xFE");
  if (little || bytes.starts_with("\xFE\xFF")) {  // UTF-16, as some editors save
    std::u16string wide;
    for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
      const auto low = static_cast<unsigned char>(bytes[little ? i : i + 1]);
      const auto high = static_cast<unsigned char>(bytes[little ? i + 1 : i]);
      wide += static_cast<char16_t>(high << 8 | low);
    }
    return text::to_utf8(wide);
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return text::to_utf8(text::to_utf16(bytes));
}

std::string squeezed(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
    if (!space) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

json read_name(std::string_view text) {
  const std::string name = squeezed(text);
  const auto comma = name.find(',');
  if (comma != std::string::npos) {
    const std::string family = squeezed(name.substr(0, comma));
    const std::string given = squeezed(name.substr(comma + 1));
    if (given.empty()) return {{"literal", family}};
    return {{"family", family}, {"given", given}};
  }
  const auto first = name.find(' ');
  if (first == std::string::npos) return {{"literal", name}};
  const std::u16string family = text::to_utf16(name.substr(0, first));
  if (vietnamese_family(word_plain(family))) {
    const std::u16string whole = text::to_utf16(name);
    if (word_plain(whole) != word_key(whole)) {
      return {{"family", name.substr(0, first)}, {"given", name.substr(first + 1)}};
    }
  }
  const auto last = name.rfind(' ');
  return {{"family", name.substr(last + 1)}, {"given", name.substr(0, last)}};
}

json read_date(std::string_view text) {
  // Runs of digits, in order; the year is the one of four.
  std::vector<std::string> runs;
  for (std::size_t i = 0; i < text.size() && runs.size() < 3;) {
    if (!digit(text[i])) {
      ++i;
      continue;
    }
    const std::size_t start = i;
    while (i < text.size() && digit(text[i])) ++i;
    runs.emplace_back(text.substr(start, i - start));
  }
  const auto number = [&](std::size_t i) { return runs[i].size() > 4 ? -1 : std::stoi(runs[i]); };
  const auto date = [](int year, int month, int day) -> json {
    json parts = json::array({year});
    if (month >= 1 && month <= 12) {
      parts.push_back(month);
      if (day >= 1 && day <= 31) parts.push_back(day);
    }
    return {{"date-parts", json::array({parts})}};
  };
  if (runs.empty()) return nullptr;
  if (runs[0].size() == 4) return date(number(0), runs.size() > 1 ? number(1) : 0, runs.size() > 2 ? number(2) : 0);
  if (runs[0].size() == 8) {  // 20200305
    return date(std::stoi(runs[0].substr(0, 4)), std::stoi(runs[0].substr(4, 2)), std::stoi(runs[0].substr(6, 2)));
  }
  if (runs.size() == 3 && runs[2].size() == 4) return date(number(2), number(1), number(0));
  if (runs.size() >= 2 && runs[1].size() == 4)
    return date(number(1), runs[0].size() <= 2 && text.find_first_of("/-") != std::string_view::npos ? number(0) : 0,
                0);
  return nullptr;
}

json read_csl_json(std::string_view bytes, const std::string& name) {
  const std::string text = checked_utf8(bytes, name);
  // Nesting is bounded before parsing: the parser recurses when it frees.
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && quoted) {
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && (text[i] == '[' || text[i] == '{')) {
      if (++depth > 64) throw Error(name + ":" + std::to_string(i) + ": nested deeper than any list of sources");
    } else if (!quoted && (text[i] == ']' || text[i] == '}') && depth > 0) {
      --depth;
    }
  }
  json list;
  try {
    list = json::parse(text);
  } catch (const json::parse_error& error) {
    throw Error(name + ":" + std::to_string(error.byte) + ": not JSON (position in bytes)");
  } catch (const json::out_of_range&) {
    throw Error(name + ": holds a number that is too large");
  }
  if (list.is_object() && list.contains("items")) list = json(list["items"]);
  if (list.is_object()) list = json::array({list});
  if (!list.is_array()) throw Error(name + ": not a list of CSL-JSON items");
  json items = json::array();
  for (json& item : list) {
    if (!item.is_object()) continue;
    if (!item.contains("type") || !item["type"].is_string()) item["type"] = "document";
    if (item.contains("id") && item["id"].is_number()) item["id"] = item["id"].dump();
    if (!item.contains("id") || !item["id"].is_string()) item["id"] = "item-" + std::to_string(items.size() + 1);
    items.push_back(std::move(item));
  }
  if (items.empty() && !list.empty()) throw Error(name + ": not a list of CSL-JSON items");
  return items;
}

std::string write_csl_json(const json& items) {
  return items.dump(2) + "\n";
}

json read_sources(std::string_view bytes, const std::string& name) {
  const auto dot = name.rfind('.');
  std::string extension = dot == std::string::npos ? "" : name.substr(dot + 1);
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (extension == "json") return read_csl_json(bytes, name);
  if (extension == "bib") return read_bibtex(bytes, name);
  if (extension == "ris") return read_ris(bytes, name);
  if (extension == "html" || extension == "htm" || extension == "xhtml") return read_html(bytes, name);
  throw Error(name + ": not a kind of file that sources are read from (.bib, .ris, .json, .html)");
}

}  // namespace soat::citation
