#include "document/page_encoding.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "document/decode.h"
#include "platform/decoder.h"
#include "text/ascii.h"
#include "text/error.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

constexpr std::size_t prescanned_bytes = 1024;
constexpr std::string_view white = "\t\n\f\r ";

bool is_white(char c) {
  return white.find(c) != std::string_view::npos;
}

// What a label means in browsers (Encoding Standard, 4.2), where that is not what its name says, as the system (iconv)
// calls it. Empty: what browsers do not read, because it can hide markup.
constexpr std::array<std::pair<std::string_view, std::string_view>, 45> browser_names = {{
    {"ansi_x3.4-1968", "WINDOWS-1252"},
    {"ascii", "WINDOWS-1252"},
    {"cp819", "WINDOWS-1252"},
    {"csisolatin1", "WINDOWS-1252"},
    {"ibm819", "WINDOWS-1252"},
    {"iso-8859-1", "WINDOWS-1252"},
    {"iso-ir-100", "WINDOWS-1252"},
    {"iso8859-1", "WINDOWS-1252"},
    {"iso88591", "WINDOWS-1252"},
    {"iso_8859-1", "WINDOWS-1252"},
    {"iso_8859-1:1987", "WINDOWS-1252"},
    {"l1", "WINDOWS-1252"},
    {"latin1", "WINDOWS-1252"},
    {"us-ascii", "WINDOWS-1252"},
    {"x-cp1252", "WINDOWS-1252"},
    {"x-user-defined", "WINDOWS-1252"},
    {"x-cp1258", "WINDOWS-1258"},
    {"iso-8859-9", "WINDOWS-1254"},
    {"iso8859-9", "WINDOWS-1254"},
    {"latin5", "WINDOWS-1254"},
    {"l5", "WINDOWS-1254"},
    {"iso-8859-11", "CP874"},
    {"tis-620", "CP874"},
    {"dos-874", "CP874"},
    {"gb2312", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"chinese", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"big5", "BIG5-HKSCS"},
    {"x-x-big5", "BIG5-HKSCS"},
    {"shift_jis", "CP932"},
    {"shift-jis", "CP932"},
    {"sjis", "CP932"},
    {"x-sjis", "CP932"},
    {"ms_kanji", "CP932"},
    {"euc-kr", "CP949"},
    {"korean", "CP949"},
    {"ks_c_5601-1987", "CP949"},
    {"ksc5601", "CP949"},
    {"utf-7", ""},
    {"utf-32", ""},
    {"ucs-2", ""},
    {"ucs-4", ""},
    {"hz-gb-2312", ""},
}};

// How the system calls the encoding of a label; nothing for one that is not known.
std::optional<std::string> encoding_of(const std::string& label) {
  static constexpr std::array<std::string_view, 6> utf8 = {"utf-8",         "utf8",          "unicode-1-1-utf-8",
                                                           "unicode11utf8", "unicode20utf8", "x-unicode20utf8"};
  // A label that ASCII bytes could be read from is not UTF-16, whatever it says.
  if (std::ranges::find(utf8, label) != utf8.end() || label.starts_with("utf-16") || label == "unicode") return "UTF-8";
  const auto* const known =
      std::ranges::find(browser_names, label, &std::pair<std::string_view, std::string_view>::first);
  if (known != browser_names.end())
    return known->second.empty() ? std::nullopt : std::optional<std::string>(known->second);
  const bool is_name = !label.empty() && std::ranges::all_of(label, [](char c) {
    return text::is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':';
  });
  if (!is_name) return std::nullopt;
  return platform::Decoder(label).is_known() ? std::optional(label) : std::nullopt;
}

// An encoding that a page names, and the label that it gave; encoding is empty when the label is not known.
struct Declared {
  std::string label;
  std::string encoding;
};

// Looks through the beginning of a page for <meta> that names its encoding, byte by byte as the HTML standard says
// (13.2.3.2, "prescan a byte stream to determine its encoding").
class Prescan {
 public:
  explicit Prescan(std::string_view bytes, bool skip_raw_text) : bytes_(bytes), skip_raw_text_(skip_raw_text) {}

  // unknown: the first label that stands for nothing known, if there is one on the way.
  std::optional<Declared> run(std::string& unknown) {
    while (at_ < bytes_.size()) {
      at_ = bytes_.find('<', at_);
      if (at_ == std::string_view::npos) break;
      if (starts("<!--")) {
        skip_past("-->", at_ + 2);
      } else if (starts("<meta") && at_ + 5 < bytes_.size() && (is_white(bytes_[at_ + 5]) || bytes_[at_ + 5] == '/')) {
        at_ += 5;
        if (auto label = read_meta()) {
          if (auto encoding = encoding_of(*label)) return Declared{*label, *encoding};
          if (unknown.empty()) unknown = *label;
        }
      } else if (is_tag()) {
        skip_tag();
      } else if (starts("<!") || starts("</") || starts("<?")) {
        skip_past(">", at_ + 2);
      } else {
        ++at_;
      }
    }
    return std::nullopt;
  }

 private:
  bool starts(std::string_view with) const {
    return bytes_.size() - at_ >= with.size() &&
           std::equal(with.begin(), with.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(at_),
                      [](char a, char b) { return a == text::ascii_lower(b); });
  }

  bool is_tag() const {
    const std::size_t name = at_ + (starts("</") ? 2 : 1);
    return name < bytes_.size() && text::is_ascii_letter(bytes_[name]);
  }

  void skip_past(std::string_view what, std::size_t from) {
    const std::size_t found = bytes_.find(what, std::min(from, bytes_.size()));
    at_ = found == std::string_view::npos ? bytes_.size() : found + what.size();
  }

  void skip_tag() {
    const std::size_t end = std::min(bytes_.find_first_of("\t\n\f\r >", at_), bytes_.size());
    const std::string name = text::ascii_lowered(bytes_.substr(at_ + 1, end - at_ - 1));
    at_ = end;
    while (next_attribute()) continue;
    static constexpr std::array<std::string_view, 4> raw = {"script", "style", "title", "textarea"};
    if (!skip_raw_text_ || std::ranges::find(raw, name) == raw.end()) return;
    const std::string closing = "</" + name;
    while (at_ < bytes_.size() && !starts(closing)) at_ = std::min(bytes_.find('<', at_ + 1), bytes_.size());
  }

  // Gives the label of a <meta> that names an encoding; at_ is behind its name.
  std::optional<std::string> read_meta() {
    std::optional<std::string> label;
    bool is_pragma = false;
    bool needs_pragma = false;
    std::vector<std::string> seen;
    while (auto attribute = next_attribute()) {
      auto& [name, value] = *attribute;
      if (std::ranges::find(seen, name) != seen.end() || seen.size() > 64) continue;
      seen.push_back(name);
      if (name == "http-equiv") {
        is_pragma = is_pragma || value == "content-type";
      } else if (name == "content" && !label) {
        label = label_in_content(value);
        if (label) needs_pragma = true;
      } else if (name == "charset") {
        label = trimmed(value);
        needs_pragma = false;
      }
    }
    return needs_pragma && !is_pragma ? std::nullopt : label;
  }

  static std::string trimmed(std::string_view text) {
    const std::size_t start = std::min(text.find_first_not_of(white), text.size());
    return std::string(text.substr(start, text.find_last_not_of(white) + 1 - start));
  }

  // HTML standard, "extracting a character encoding from a meta element".
  static std::optional<std::string> label_in_content(std::string_view content) {
    for (std::size_t at = content.find("charset"); at != std::string_view::npos; at = content.find("charset", at)) {
      at = content.find_first_not_of(white, at + 7);
      if (at == std::string_view::npos) return std::nullopt;
      if (content[at] != '=') continue;
      at = content.find_first_not_of(white, at + 1);
      if (at == std::string_view::npos) return std::nullopt;
      if (content[at] == '"' || content[at] == '\'') {
        const std::size_t end = content.find(content[at], at + 1);
        return end == std::string_view::npos ? std::nullopt
                                             : std::optional(trimmed(content.substr(at + 1, end - at - 1)));
      }
      return std::string(content.substr(at, content.find_first_of("\t\n\f\r ;", at) - at));
    }
    return std::nullopt;
  }

  // HTML standard, "get an attribute" in the prescan: name and value in lower case; nothing at the end of the tag.
  std::optional<std::pair<std::string, std::string>> next_attribute() {
    at_ = std::min(bytes_.find_first_not_of("\t\n\f\r /", at_), bytes_.size());
    if (at_ == bytes_.size() || bytes_[at_] == '>') return std::nullopt;
    std::pair<std::string, std::string> attribute;
    const std::size_t end = std::min(bytes_.find_first_of("\t\n\f\r />=", at_ + 1), bytes_.size());
    attribute.first = text::ascii_lowered(bytes_.substr(at_, end - at_));
    at_ = std::min(bytes_.find_first_not_of(white, end), bytes_.size());
    if (at_ == bytes_.size() || bytes_[at_] != '=') return attribute;
    at_ = std::min(bytes_.find_first_not_of(white, at_ + 1), bytes_.size());
    if (at_ == bytes_.size()) return attribute;
    const char quote = bytes_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t close = std::min(bytes_.find(quote, at_ + 1), bytes_.size());
      attribute.second = text::ascii_lowered(bytes_.substr(at_ + 1, close - at_ - 1));
      at_ = std::min(close + 1, bytes_.size());
    } else {
      const std::size_t close = std::min(bytes_.find_first_of("\t\n\f\r >", at_), bytes_.size());
      attribute.second = text::ascii_lowered(bytes_.substr(at_, close - at_));
      at_ = close;
    }
    return attribute;
  }

  std::string_view bytes_;
  bool skip_raw_text_;
  std::size_t at_ = 0;
};

// The label in an XML declaration at the very beginning (HTML standard, "get an XML encoding").
std::optional<std::string> xml_declared(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return std::nullopt;
  bytes = bytes.substr(0, bytes.find('>'));
  std::size_t at = bytes.find("encoding");
  if (at == std::string_view::npos) return std::nullopt;
  at = bytes.find_first_not_of(white, at + 8);
  if (at == std::string_view::npos || bytes[at] != '=') return std::nullopt;
  at = bytes.find_first_not_of(white, at + 1);
  if (at == std::string_view::npos || (bytes[at] != '"' && bytes[at] != '\'')) return std::nullopt;
  const std::size_t end = bytes.find(bytes[at], at + 1);
  if (end == std::string_view::npos) return std::nullopt;
  return text::ascii_lowered(bytes.substr(at + 1, end - at - 1));
}

Declared find_declared(std::string_view bytes) {
  std::string unknown;
  if (auto found = Prescan(bytes.substr(0, prescanned_bytes), false).run(unknown)) return *found;
  if (auto label = xml_declared(bytes)) {
    if (auto encoding = encoding_of(*label)) return {*label, *encoding};
    if (unknown.empty()) unknown = *label;
  }
  if (auto found = Prescan(bytes, true).run(unknown)) return *found;
  return {unknown, {}};
}

}  // namespace

std::string page_to_utf8(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE")) return text::to_utf8(decode_text(bytes, name));
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    require_utf8(bytes, name);
    return std::string(bytes.substr(3));
  }
  refuse_zero_bytes(bytes, name);
  // Of the encodings that a page may name only ISO-2022-JP turns bytes that are UTF-8 into something else.
  const auto not_utf8 = text::find_invalid_utf8(bytes);
  const bool has_escapes = bytes.find('\x1B') != std::string_view::npos;
  if (!not_utf8 && !has_escapes) return std::string(bytes);
  const Declared declared = find_declared(bytes);
  if (!not_utf8 && declared.label != "iso-2022-jp") return std::string(bytes);
  if (declared.encoding.empty() && !declared.label.empty()) {
    fail_at(bytes, not_utf8.value_or(0), name, {texts::error_page_unknown_encoding, declared.label});
  }
  if (declared.encoding.empty() || declared.encoding == "UTF-8") require_utf8(bytes, name);
  const platform::Decoder decoder(declared.encoding);
  if (!decoder.is_known()) throw Error(texts::error_page_undecodable, name, declared.label);
  std::optional<std::size_t> fault;
  std::string decoded = decoder.decode(bytes, fault);
  if (fault) {
    fail_at(bytes, *fault, name, {texts::error_page_other_encoding, declared.label});
  }
  return decoded;
}

}  // namespace soat::document
