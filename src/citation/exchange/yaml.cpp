#include "citation/exchange/yaml.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "citation/exchange/yaml_scalar.h"
#include "text/ascii.h"
#include "text/error.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr int kDeepest = 64;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_yaml_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_yaml_blank(text.back())) text.remove_suffix(1);
  return text;
}

class Parser {
 public:
  Parser(std::string_view text, const std::string& name) : name_(name), text_(text) {
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, end - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      lines_.push_back(line);
      starts_.push_back(at);
      at = end + 1;
    }
  }

  json document() {
    while (more() && (lines_[at_].starts_with("%") || content(at_).empty())) ++at_;
    if (more() && is_marker("---")) {
      const std::string_view rest = trimmed(without_comment(lines_[at_].substr(3)));
      ++at_;
      if (!rest.empty()) fail(texts::error_yaml_unexpected, at_);
    }
    skip_blank();
    if (!more()) return nullptr;
    json value = block(indent(at_), 0);
    skip_blank();
    if (more()) fail(texts::error_yaml_unexpected, at_ + 1);
    return value;
  }

 private:
  [[noreturn]] void fail(text::MessageId<2> what, std::size_t line) const { throw Error(what, name_, line); }

  bool is_marker(std::string_view marker) const {
    return lines_[at_].starts_with(marker) && (lines_[at_].size() == 3 || is_yaml_blank(lines_[at_][3]));
  }
  bool more() const { return at_ < lines_.size(); }

  static std::string_view without_comment(std::string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '#' && (i == 0 || is_yaml_blank(line[i - 1]))) return line.substr(0, i);
    }
    return line;
  }
  // Whether there is anything on a line but blanks and a comment.
  std::string_view content(std::size_t line) const {
    const std::string_view text = trimmed(lines_[line]);
    return text.starts_with('#') ? std::string_view() : text;
  }
  std::size_t indent(std::size_t line) const {
    return std::min(lines_[line].find_first_not_of(' '), lines_[line].size());
  }
  // To the next line with content; the document's end, where another one begins.
  void skip_blank() {
    while (more() && content(at_).empty()) ++at_;
    if (more() && (is_marker("...") || is_marker("---"))) lines_.resize(at_);
  }

  static bool begins_entry(std::string_view text) {
    return text == "-" || text.starts_with("- ") || text.starts_with("-\t");
  }

  // Where the key of "key: value" ends; npos where the text is none. Quoted keys are passed over.
  static std::size_t key_end(std::string_view text) {
    std::size_t i = 0;
    if (text.starts_with('"') || text.starts_with('\'')) {
      const char quote = text.front();
      for (i = 1; i < text.size() && text[i] != quote; ++i) {
        if (quote == '"' && text[i] == '\\') ++i;
      }
      i = std::min(i + 1, text.size());
      while (i < text.size() && is_yaml_blank(text[i])) ++i;
      return i < text.size() && text[i] == ':' && (i + 1 == text.size() || is_yaml_blank(text[i + 1])) ? i : text.npos;
    }
    if (text.starts_with('[') || text.starts_with('{')) return text.npos;
    for (; i < text.size(); ++i) {
      if (text[i] == '#' && i > 0 && is_yaml_blank(text[i - 1])) return text.npos;
      if (text[i] == ':' && (i + 1 == text.size() || is_yaml_blank(text[i + 1]))) return i;
    }
    return text.npos;
  }

  json block(std::size_t column, int depth) {
    if (depth > kDeepest) fail(texts::error_yaml_deep, at_ + 1);
    const std::string_view text = lines_[at_].substr(column);
    if (text.starts_with('\t')) fail(texts::error_yaml_tab, at_ + 1);
    if (begins_entry(text)) return sequence(column, depth);
    if (key_end(text) != text.npos) return mapping(column, depth);
    return scalar(column, column, depth);
  }

  json sequence(std::size_t column, int depth) {
    json list = json::array();
    for (skip_blank(); more() && indent(at_) == column && begins_entry(lines_[at_].substr(column)); skip_blank()) {
      const std::size_t behind = lines_[at_].find_first_not_of(" \t", column + 1);
      if (behind == std::string_view::npos || lines_[at_][behind] == '#') {
        ++at_;
        list.push_back(nested(column + 1, depth));
      } else {
        list.push_back(block_inside(behind, depth));
      }
    }
    if (more() && indent(at_) > column) fail(texts::error_yaml_unexpected, at_ + 1);
    return list;
  }

  // What begins in the middle of a line, behind "- ".
  json block_inside(std::size_t column, int depth) {
    const std::string_view text = lines_[at_].substr(column);
    if (depth > kDeepest) fail(texts::error_yaml_deep, at_ + 1);
    if (begins_entry(text) || key_end(text) != text.npos) {
      // As if the line began there.
      padded_.push_back(std::string(column, ' ') + std::string(text));
      lines_[at_] = padded_.back();
      return block(column, depth + 1);
    }
    return scalar(column, indent(at_) + 1, depth);
  }

  // The value below a key or a dash that stands alone; null where there is none.
  json nested(std::size_t least, int depth) {
    skip_blank();
    if (!more() || indent(at_) < least) return nullptr;
    return block(indent(at_), depth + 1);
  }

  json mapping(std::size_t column, int depth) {
    json map = json::object();
    for (skip_blank(); more() && indent(at_) == column; skip_blank()) {
      const std::string_view text = lines_[at_].substr(column);
      const std::size_t end = key_end(text);
      if (end == text.npos) fail(texts::error_yaml_unexpected, at_ + 1);
      const std::string key = key_of(trimmed(text.substr(0, end)));
      const std::size_t behind = lines_[at_].find_first_not_of(" \t", column + end + 1);
      json value;
      if (behind == std::string_view::npos || lines_[at_][behind] == '#') {
        ++at_;
        skip_blank();
        const bool list_at_key = more() && indent(at_) == column && begins_entry(lines_[at_].substr(column));
        value = list_at_key ? sequence(column, depth + 1) : nested(column + 1, depth);
      } else {
        value = scalar(behind, column + 1, depth);
      }
      map[key] = std::move(value);
    }
    if (more() && indent(at_) > column) fail(texts::error_yaml_unexpected, at_ + 1);
    return map;
  }

  std::string key_of(std::string_view text) {
    if (text.empty() || text.front() == '?' || text.front() == '&' || text.front() == '*' || text.front() == '!')
      fail(texts::error_yaml_unexpected, at_ + 1);
    if (text.front() != '"' && text.front() != '\'') return std::string(text);
    std::size_t i = starts_[at_] + static_cast<std::size_t>(text.data() - lines_[at_].data());
    return quoted(i);
  }

  // A scalar or flow collection that begins at `column` of the line; lines that go on with it are indented by `least`.
  json scalar(std::size_t column, std::size_t least, int depth) {
    const std::string_view text = lines_[at_].substr(column);
    switch (text.front()) {
      case '|':
      case '>':
        return block_scalar(text, least);
      case '"':
      case '\'':
      case '[':
      case '{':
        return flow_block(column, depth + 1);
      case '&':
      case '*':
      case '!':
      case '%':
      case '@':
      case '`':
        fail(texts::error_yaml_unexpected, at_ + 1);
      default:
        break;
    }
    if (key_end(text) != text.npos) fail(texts::error_yaml_unexpected, at_ + 1);
    std::string all(trimmed(without_comment(text)));
    bool one_line = true;
    std::size_t empty = 0;
    for (++at_; more(); ++at_) {
      const std::string_view line = trimmed(lines_[at_]);
      if (line.empty()) {
        ++empty;
        continue;
      }
      if (indent(at_) < least || line.starts_with('#') || is_marker("---") || is_marker("...")) break;
      if (key_end(line) != line.npos) fail(texts::error_yaml_unexpected, at_ + 1);
      all += empty > 0 ? std::string(empty, '\n') : std::string(" ");
      all += trimmed(without_comment(line));
      empty = 0;
      one_line = false;
    }
    return one_line ? read_plain_scalar(all) : json(all);
  }

  json block_scalar(std::string_view head, std::size_t least) {
    const bool folded = head.front() == '>';
    char chomping = ' ';
    std::size_t given = 0;
    for (const char c : trimmed(without_comment(head)).substr(1)) {
      if (c == '-' || c == '+') {
        chomping = c;
      } else if (c >= '1' && c <= '9') {
        given = static_cast<std::size_t>(c - '0');
      } else {
        fail(texts::error_yaml_unexpected, at_ + 1);
      }
    }
    ++at_;
    std::size_t first = at_;
    while (first < lines_.size() && trimmed(lines_[first]).empty()) ++first;
    const std::size_t column = given > 0 ? least - 1 + given : first < lines_.size() ? indent(first) : least;
    std::string text;
    std::size_t breaks = 0;
    bool before_is_plain = false;
    for (; more(); ++at_) {
      const std::string_view line = lines_[at_];
      if (trimmed(line).empty() && line.size() <= column) {
        ++breaks;
        continue;
      }
      if (indent(at_) < std::max(column, least)) break;
      const std::string_view inside = line.substr(column);
      const bool is_plain = folded && !is_yaml_blank(inside.front());
      if (!text.empty() || breaks > 0) {
        const bool joins = is_plain && before_is_plain;
        if (joins && breaks == 0) {
          text += ' ';
        } else {
          text += std::string(breaks + (joins || text.empty() ? 0 : 1), '\n');
        }
      }
      text += inside;
      breaks = 0;
      before_is_plain = is_plain;
    }
    if (chomping == '+') return text + std::string(breaks + 1, '\n');
    return chomping == '-' || text.empty() ? text : text + "\n";
  }

  // A quoted scalar or a flow collection, which may go on over lines: read from the text itself.
  json flow_block(std::size_t column, int depth) {
    std::size_t i = starts_[at_] + column;
    json value = flow(i, depth);
    while (at_ + 1 < starts_.size() && starts_[at_ + 1] <= i) ++at_;
    const std::size_t end = std::min(text_.find('\n', i), text_.size());
    std::string_view rest = text_.substr(i, end - i);
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    if (!trimmed(without_comment(rest)).empty()) fail(texts::error_yaml_unexpected, at_ + 1);
    ++at_;
    return value;
  }

  std::size_t line_of(std::size_t i) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(starts_, i) - starts_.begin());
  }

  void skip_space(std::size_t& i) const {
    while (i < text_.size()) {
      const char c = text_[i];
      if (c == '#' && i > 0 && (is_yaml_blank(text_[i - 1]) || text_[i - 1] == '\n')) {
        i = std::min(text_.find('\n', i), text_.size());
      } else if (is_yaml_blank(c) || c == '\n' || c == '\r') {
        ++i;
      } else {
        return;
      }
    }
  }

  json flow(std::size_t& i, int depth) {
    if (depth > kDeepest) fail(texts::error_yaml_deep, line_of(i));
    const std::size_t begin = i;
    if (text_[i] == '"' || text_[i] == '\'') return quoted(i);
    if (text_[i] != '[' && text_[i] != '{') return flow_plain(i);
    const bool map = text_[i] == '{';
    const char close = map ? '}' : ']';
    json value = map ? json::object() : json::array();
    for (++i;;) {
      skip_space(i);
      if (i >= text_.size()) fail(texts::error_yaml_unclosed, line_of(begin));
      if (text_[i] == close) break;
      if (map) {
        const json key = text_[i] == '"' || text_[i] == '\'' ? json(quoted(i)) : json(flow_text(i));
        skip_space(i);
        json member;
        if (i < text_.size() && text_[i] == ':') {
          ++i;
          skip_space(i);
          if (i < text_.size() && text_[i] != ',' && text_[i] != close) member = flow(i, depth + 1);
        }
        value[key.get<std::string>()] = std::move(member);
      } else {
        value.push_back(flow(i, depth + 1));
      }
      skip_space(i);
      if (i < text_.size() && text_[i] == ',') {
        ++i;
      } else if (i < text_.size() && text_[i] != close) {
        fail(texts::error_yaml_unexpected, line_of(i));
      }
    }
    ++i;
    return value;
  }

  std::string flow_text(std::size_t& i) const {
    std::string text;
    const std::size_t begin = i;
    for (; i < text_.size() && std::string_view(",[]{}\n\r").find(text_[i]) == std::string_view::npos; ++i) {
      if (text_[i] == ':' &&
          (i + 1 >= text_.size() || std::string_view(" \t\n\r,[]{}").find(text_[i + 1]) != std::string_view::npos))
        break;
      if (text_[i] == '#' && i > begin && is_yaml_blank(text_[i - 1])) break;
      text += text_[i];
    }
    if (i == begin || std::string_view("&*!%@`|>").find(text.front()) != std::string_view::npos)
      fail(texts::error_yaml_unexpected, line_of(begin));
    return std::string(trimmed(text));
  }
  json flow_plain(std::size_t& i) const { return read_plain_scalar(flow_text(i)); }

  // A line break inside is a blank, an empty line a line break.
  void fold(std::size_t& i, std::string& text) const {
    while (!text.empty() && is_yaml_blank(text.back())) text.pop_back();
    std::size_t breaks = 0;
    for (; i < text_.size() && (is_yaml_blank(text_[i]) || text_[i] == '\n' || text_[i] == '\r'); ++i)
      breaks += text_[i] == '\n' ? 1 : 0;
    text += breaks > 1 ? std::string(breaks - 1, '\n') : std::string(" ");
  }

  std::string quoted(std::size_t& i) const {
    const char quote = text_[i];
    const std::size_t begin = i;
    std::string text;
    for (++i;;) {
      if (i >= text_.size()) fail(texts::error_yaml_unclosed, line_of(begin));
      const char c = text_[i];
      if (c == quote && quote == '\'' && i + 1 < text_.size() && text_[i + 1] == quote) {
        text += quote;
        i += 2;
      } else if (c == quote) {
        ++i;
        return text;
      } else if (c == '\n' || c == '\r') {
        fold(i, text);
      } else if (c == '\\' && quote == '"') {
        ++i;
        escape(i, text);
      } else {
        text += c;
        ++i;
      }
    }
  }

  void escape(std::size_t& i, std::string& text) const {
    static constexpr std::string_view names = "0abtnvfre \"/\\N_LP";
    static constexpr char32_t values[] = {0,    7,   8,   9,    10,   11,   12,     13,    27,
                                          0x20, '"', '/', '\\', 0x85, 0xA0, 0x2028, 0x2029};
    if (i >= text_.size()) return;
    const char c = text_[i++];
    const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (c == '\n' || c == '\r') {  // the line goes on
      while (i < text_.size() && (is_yaml_blank(text_[i]) || text_[i] == '\n')) ++i;
    } else if (const auto known = names.find(c); known != std::string_view::npos) {
      text::append_utf8(values[known], text);
    } else if (digits > 0) {
      const std::string_view number = text_.substr(std::min(i, text_.size()), digits);
      std::uint32_t value = 0;
      const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value, 16);
      if (number.size() < digits || error != std::errc() || end != number.data() + digits || value > 0x10FFFF ||
          (value >= 0xD800 && value < 0xE000))
        fail(texts::error_yaml_unexpected, line_of(i));
      text::append_utf8(value, text);
      i += digits;
    } else {
      fail(texts::error_yaml_unexpected, line_of(i));
    }
  }

  const std::string& name_;
  std::string_view text_;
  std::vector<std::string_view> lines_;
  std::vector<std::size_t> starts_;  // of the lines in the text
  std::deque<std::string> padded_;
  std::size_t at_ = 0;
};

// --- Writing

bool is_empty(const json& value) {
  return value.is_structured() && value.empty();
}

void write(const json& value, std::size_t column, std::string& out) {
  const std::string indent(column, ' ');
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      out += (out.empty() || out.back() == '\n' ? indent : "") + scalar_to_yaml(json(key)) + ":";
      if (member.is_structured() && !is_empty(member)) {
        out += '\n';
        write(member, member.is_array() ? column : column + 2, out);
      } else {
        out += " " + (is_empty(member) ? std::string(member.is_array() ? "[]" : "{}") : scalar_to_yaml(member)) + "\n";
      }
    }
  } else if (value.is_array()) {
    for (const json& member : value) {
      out += (out.empty() || out.back() == '\n' ? indent : "") + "- ";
      if (member.is_structured() && !is_empty(member)) {
        write(member, column + 2, out);
      } else {
        out += (is_empty(member) ? std::string(member.is_array() ? "[]" : "{}") : scalar_to_yaml(member)) + "\n";
      }
    }
  } else {
    out += indent + scalar_to_yaml(value) + "\n";
  }
}

}  // namespace

json parse_yaml(std::string_view text, const std::string& name) {
  return Parser(text, name).document();
}

std::string to_yaml(const json& value) {
  std::string out;
  if (is_empty(value)) return value.is_array() ? "[]\n" : "{}\n";
  write(value, 0, out);
  return out;
}

}  // namespace soat::citation
