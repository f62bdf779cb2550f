#include "document/markdown_inline.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "text/ascii.h"
#include "text/letter_case.h"

namespace soat::document::markdown {
namespace {

class InlineReader {
 public:
  InlineReader(View text, const std::unordered_set<std::u16string>& labels) : text_(text), labels_(labels) {
    for (std::size_t at = text.find(u'`'); at != View::npos; at = text.find(u'`', at)) {
      const std::size_t size = std::min(text.find_first_not_of(u'`', at), text.size()) - at;
      ticks_[size].push_back(at);
      at += size;
    }
  }

  void run() {
    for (std::size_t at = 0; at < text_.size();) at = read(at);
  }

  const std::vector<Hidden>& hidden() const { return hidden_; }

  // Those that were hidden because they are comments.
  const std::vector<Hidden>& comments() const { return comments_; }

 private:
  static constexpr View nothing = u"";
  static constexpr View object = u"\uFFFC";
  static constexpr View line_break = u"\n";

  void hide(std::size_t start, std::size_t end, View shown) { hidden_.push_back({start, end, shown}); }

  // Reads what starts here; gives the place behind it.
  std::size_t read(std::size_t at) {
    switch (text_[at]) {
      case u'\\':
        return at + 2;
      case u'`':
        return read_code(at);
      case u'<':
        return read_tag(at);
      case u'!':
        if (at + 1 < text_.size() && text_[at + 1] == u'[') hide(at, at + 1, nothing);
        return at + 1;
      case u']':
        return read_target(at);
      case u'&':
        return read_entity(at);
      default:
        return at + 1;
    }
  }

  std::size_t read_code(std::size_t at) {
    const std::size_t size = std::min(text_.find_first_not_of(u'`', at), text_.size()) - at;
    const std::vector<std::size_t>& runs = ticks_[size];
    const auto closing = std::upper_bound(runs.begin(), runs.end(), at);
    if (closing == runs.end()) return at + size;
    hide(at, *closing + size, object);
    return *closing + size;
  }

  std::size_t read_tag(std::size_t at) {
    if (text_.substr(at).starts_with(u"<!--")) {
      const std::size_t end = text_.find(u"-->", at + 2);
      if (end == View::npos) return at + 1;
      hide(at, end + 3, nothing);
      comments_.push_back(hidden_.back());
      return end + 3;
    }
    const bool is_closing = at + 1 < text_.size() && text_[at + 1] == u'/';
    const std::size_t name_start = at + (is_closing ? 2 : 1);
    std::size_t name_end = name_start;
    while (name_end < text_.size() &&
           (text::is_ascii_letter(text_[name_end]) || text::is_ascii_digit(text_[name_end]) || text_[name_end] == u'-'))
      ++name_end;
    if (name_end == name_start || !text::is_ascii_letter(text_[name_start])) return at + 1;
    const std::size_t end = tag_end(name_end);
    if (end == View::npos) return at + 1;
    const std::u16string name = text::ascii_lowered(text_.substr(name_start, name_end - name_start));
    static constexpr std::array<View, 6> code = {u"code", u"kbd", u"samp", u"var", u"script", u"style"};
    if (!is_closing && std::ranges::find(code, name) != code.end() && text_[end - 2] != u'/') {
      const std::size_t closing = find_closing(name, end);
      if (closing != View::npos) {
        hide(at, closing, object);
        return closing;
      }
    }
    static constexpr std::array<View, 23> in_line = {
        u"a", u"abbr",  u"b",    u"cite", u"del", u"dfn", u"em",  u"font", u"i",      u"ins", u"mark",  u"q",
        u"s", u"small", u"span", u"sub",  u"sup", u"u",   u"wbr", u"time", u"strong", u"big", u"strike"};
    hide(at, end, std::ranges::find(in_line, name) != in_line.end() ? nothing : name == u"img" ? object : line_break);
    return end;
  }

  // The place behind the ">" of a tag whose name ends here; npos when this is no tag (6.6).
  std::size_t tag_end(std::size_t at) const {
    if (at < text_.size() && View(u" \t\n/>").find(text_[at]) == View::npos) return View::npos;
    while (at < text_.size()) {
      const char16_t unit = text_[at];
      if (unit == u'>') return at + 1;
      if (unit == u'<') return View::npos;
      if (unit == u'"' || unit == u'\'') {
        at = text_.find(unit, at + 1);
        if (at == View::npos) return View::npos;
      }
      ++at;
    }
    return View::npos;
  }

  // The place behind the closing tag with the name. One that was not found is not looked for again.
  std::size_t find_closing(const std::u16string& name, std::size_t from) {
    if (no_closing_.contains(name)) return View::npos;
    const std::u16string closing = u"</" + name + u">";
    for (std::size_t at = text_.find(u"</", from); at != View::npos; at = text_.find(u"</", at + 2)) {
      if (text::ascii_lowered(text_.substr(at, closing.size())) == closing) return at + closing.size();
    }
    no_closing_.insert(name);
    return View::npos;
  }

  // (address "title") or [label] behind the "]" of a link's text.
  std::size_t read_target(std::size_t at) {
    const std::size_t start = at + 1;
    if (start == text_.size()) return start;
    if (text_[start] == u'[') {
      const std::size_t end = text_.find_first_of(u"[]\n", start + 1);
      if (end == View::npos || text_[end] != u']') return start;
      if (!labels_.contains(text::to_lower(text_.substr(start + 1, end - start - 1)))) return start;
      hide(start, end + 1, nothing);
      return end + 1;
    }
    if (text_[start] != u'(') return start;
    const std::optional<std::size_t> end = target_end(start);
    if (!end) return start;
    hide(start, *end, nothing);
    return *end;
  }

  std::optional<std::size_t> target_end(std::size_t open) const {
    // An address and a title are short: without a limit many open ones would cost the square of their number.
    constexpr std::size_t longest = 4096;
    constexpr std::size_t most_nested = 32;  // parentheses in each other that parsers must know (6.3)
    const View text = text_.substr(0, std::min(text_.size(), open + longest));
    std::size_t at = skip_white(text, open + 1);
    if (at < text.size() && text[at] == u'<') {
      at = text.find_first_of(u"<>\n", at + 1);
      if (at == View::npos || text[at] != u'>') return std::nullopt;
      ++at;
    } else {
      for (std::size_t depth = 0; at < text.size() && View(u" \t\n").find(text[at]) == View::npos; ++at) {
        if (text[at] == u'\\') {
          ++at;
          continue;
        }
        if (text[at] == u'(' && ++depth > most_nested) return std::nullopt;
        if (text[at] == u')' && depth-- == 0) break;
      }
    }
    at = skip_white(text, at);
    if (at < text.size() && (text[at] == u'"' || text[at] == u'\'' || text[at] == u'(')) {
      at = text.find(text[at] == u'(' ? u')' : text[at], at + 1);
      if (at == View::npos) return std::nullopt;
      at = skip_white(text, at + 1);
    }
    if (at >= text.size() || text[at] != u')') return std::nullopt;
    return at + 1;
  }

  static std::size_t skip_white(View text, std::size_t at) {
    return std::min(text.find_first_not_of(u" \t\n", at), text.size());
  }

  // &nbsp; and the like are letters that are written otherwise; what letter does not matter.
  std::size_t read_entity(std::size_t at) {
    constexpr std::size_t longest = 32;
    std::size_t end = at + 1;
    while (end < text_.size() && end < at + longest &&
           (text::is_ascii_letter(text_[end]) || text::is_ascii_digit(text_[end]) || text_[end] == u'#'))
      ++end;
    if (end == at + 1 || end == text_.size() || text_[end] != u';') return at + 1;
    hide(at, end + 1, text::ascii_lowered(text_.substr(at, end - at)) == u"&nbsp" ? View(u" ") : object);
    return end + 1;
  }

  View text_;
  const std::unordered_set<std::u16string>& labels_;
  std::unordered_map<std::size_t, std::vector<std::size_t>> ticks_;  // runs of backticks, by their length
  std::unordered_set<std::u16string> no_closing_;
  std::vector<Hidden> hidden_;
  std::vector<Hidden> comments_;
};

}  // namespace

void read_block(std::vector<Line>& lines, std::size_t first, std::size_t last,
                const std::unordered_set<std::u16string>& labels) {
  std::u16string text;
  std::vector<std::size_t> starts;
  for (std::size_t i = first; i < last; ++i) {
    starts.push_back(text.size());
    text += lines[i].text.substr(lines[i].content);
    text += u'\n';
  }
  starts.push_back(text.size());
  InlineReader reader(text, labels);
  reader.run();
  const std::vector<std::vector<Hidden>> hidden = by_line(reader.hidden(), starts);
  for (std::size_t i = 0; i < hidden.size(); ++i) {
    Line& line = lines[first + i];
    for (const Hidden& one : hidden[i])
      line.hidden.push_back({line.content + one.start, line.content + one.end, one.shown});
  }
  for (const Hidden& one : reader.comments()) {
    const auto behind = std::ranges::upper_bound(starts, one.start);
    if (one.end > *behind) continue;  // goes on in the next line
    Line& line = lines[first + static_cast<std::size_t>(behind - starts.begin()) - 1];
    const std::size_t before = line.content - *(behind - 1);
    line.comments.emplace_back(before + one.start, before + one.end);
  }
}

}  // namespace soat::document::markdown
