#include <algorithm>
#include <array>

#include "citation/csl/item_check.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/identifiers.h"
#include "citation/exchange/json_depth.h"
#include "citation/exchange/names.h"
#include "citation/exchange/remark_list.h"
#include "citation/exchange/zotero_items.h"
#include "text/ascii.h"
#include "text/char_class.h"
#include "text/error.h"
#include "text/legacy_encoding.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::size_t kLargestFile = std::size_t{64} << 20;

// Bytes of Windows-1258 that stand for a tone behind its vowel.
bool is_tone_byte(unsigned char c) {
  return c == 0xCC || c == 0xD2 || c == 0xDE || c == 0xEC || c == 0xF2;
}

// Whether a vowel of Windows-1258 can bear a tone there.
bool is_vowel_byte(unsigned char c) {
  static constexpr std::string_view vowels = "aeiouyAEIOUY\xE2\xC2\xEA\xCA\xF4\xD4\xE3\xC3\xF5\xD5\xFD\xDD";
  return vowels.find(static_cast<char>(c)) != std::string_view::npos;
}

// Whether text that is no UTF-8 is Vietnamese in Windows-1258 rather than Western in Windows-1252: its tones stand
// behind vowels, where Western text would have two vowels of which the second has a grave accent.
bool is_windows_1258(std::string_view bytes) {
  std::size_t behind_vowels = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!is_tone_byte(static_cast<unsigned char>(bytes[i]))) continue;
    ++(i > 0 && is_vowel_byte(static_cast<unsigned char>(bytes[i - 1])) ? behind_vowels : others);
  }
  return behind_vowels > 4 * others;
}

// Windows-1252, the five bytes without a character there as in the encoding standard (controls).
char32_t windows_1252(unsigned char byte) {
  static constexpr std::array<char16_t, 32> high = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  return byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80U] : byte;
}

// Lines that are UTF-8 stay: files put together from others are of more than one encoding.
std::string decoded(std::string_view bytes, const std::string& name, Remarks* remarks) {
  const bool vietnamese = is_windows_1258(bytes);
  std::string result;
  std::size_t number = 0;
  std::size_t first = 0;
  while (!bytes.empty()) {
    ++number;
    const auto end = bytes.find('\n');
    const std::string_view line = bytes.substr(0, end == std::string_view::npos ? end : end + 1);
    bytes.remove_prefix(line.size());
    if (!text::find_invalid_utf8(line)) {
      result += line;
      continue;
    }
    if (first == 0) first = number;
    if (vietnamese) {
      result += text::to_utf8(text::decode_legacy(line, text::LegacyEncoding::windows_1258));
    } else {
      for (const char c : line) text::append_utf8(windows_1252(static_cast<unsigned char>(c)), result);
    }
  }
  if (remarks) {
    remarks->push_back({{texts::remark_not_utf8, name, first, vietnamese ? "Windows-1258" : "Windows-1252"}, false});
  }
  return result;
}

}  // namespace

std::string checked_utf8(std::string_view bytes, const std::string& name, Remarks* remarks) {
  if (bytes.size() > kLargestFile) throw Error(texts::error_sources_too_large, name);
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
  if (text::find_invalid_utf8(bytes)) return decoded(bytes, name, remarks);
  return std::string(bytes);
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

std::string if_seen(std::string text) {
  const auto is_ascii_sign = [](char c) { return c > ' ' && c < '\x7F'; };
  if (std::ranges::any_of(text, is_ascii_sign)) return text;
  const auto is_sign = [](char16_t unit) {
    constexpr char16_t replacement = u'\uFFFD';
    const bool is_private = unit >= u'\uE000' && unit <= u'\uF8FF';
    const text::CharClass kind = text::CharTable::get().class_of(unit);
    return kind != text::CharClass::space && kind != text::CharClass::control && unit != replacement && !is_private;
  };
  return std::ranges::any_of(text::to_utf16(text), is_sign) ? text : std::string();
}

std::string lower_ascii(std::string_view text) {
  return text::ascii_lowered(text);
}

namespace {

// Names as texts, and dates as text or year, as files by hand and of other programs have them.
json understood(FieldKind kind, const json& value) {
  if (kind == FieldKind::names) {
    json names = json::array();
    for (const json& one : value.is_array() ? value : json::array({value})) {
      if (one.is_object()) {
        names.push_back(one);
      } else if (one.is_string()) {
        names.push_back(read_name(squeezed(one.get<std::string>())));
      } else {
        return {};
      }
    }
    return names;
  }
  if (kind == FieldKind::date && value.is_string()) return {{"raw", value}};
  if (kind == FieldKind::date && value.is_number_integer())
    return {{"date-parts", json::array({json::array({value})})}};
  return {};
}

// An item without what no style could be given of it; that is told.
void tidy(json& item, RemarkList& remarks) {
  std::vector<ItemFault> faults;
  checked_item(item, faults);
  for (const ItemFault& fault : faults) {
    if (!item.contains(fault.field)) continue;
    std::vector<ItemFault> left;
    json other = {{"id", item["id"]}, {fault.field, understood(field_kind(fault.field), item[fault.field])}};
    checked_item(other, left);
    if (!other[fault.field].is_null() && left.empty()) {
      item[fault.field] = std::move(other[fault.field]);
      continue;
    }
    item.erase(fault.field);
    remarks.add({texts::remark_left_out, fault.message()}, true);
  }
}

}  // namespace

json read_csl_json(std::string_view bytes, const std::string& name, Remarks* remarks) {
  const std::string text = checked_utf8(bytes, name, remarks);
  if (const auto at = too_deep(text)) throw Error(texts::error_sources_too_deep, name, *at);
  json list;
  try {
    list = json::parse(text);
  } catch (const json::parse_error& error) {
    throw Error(texts::error_sources_not_json, name, error.byte);
  } catch (const json::out_of_range&) {
    throw Error(texts::error_sources_number, name);
  }
  if (list.is_object() && list.contains("items")) list = json(list["items"]);
  if (list.is_object()) list = json::array({list});
  if (!list.is_array()) throw Error(texts::error_sources_not_csl, name);
  json items = json::array();
  RemarkList told(name, remarks);
  std::size_t number = 0;
  for (json& item : list) {
    ++number;
    if (!item.is_object()) {
      told.add({texts::remark_no_object, number}, true);
      continue;
    }
    if (is_zotero_item(item)) {
      item = from_zotero_item(item);
      if (item.is_null()) continue;
    }
    if (!item.contains("type") || !item["type"].is_string()) item["type"] = "document";
    if (item.contains("id") && item["id"].is_number()) item["id"] = item["id"].dump();
    if (!item.contains("id") || !item["id"].is_string()) item["id"] = "item-" + std::to_string(items.size() + 1);
    if (item.contains("DOI") && item["DOI"].is_string()) item["DOI"] = bare_doi(item["DOI"].get<std::string>());
    if (remarks) tidy(item, told);
    items.push_back(std::move(item));
  }
  told.finish();
  if (items.empty() && !list.empty()) throw Error(texts::error_sources_not_csl, name);
  return items;
}

std::string write_csl_json(const json& items) {
  return items.dump(2) + "\n";
}

}  // namespace soat::citation
