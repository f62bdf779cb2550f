#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "document/formats.h"

// The two phases of CommonMark 0.31: lines are sorted into blocks (4, 5), then the text of each leaf block is searched
// for what stands in a line (6). Only what decides about text and no text is looked for.
namespace soat::document {
namespace {

using View = std::u16string_view;

constexpr View blanks = u" \t";

bool is_letter(char16_t unit) {
  return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
}

bool is_digit(char16_t unit) {
  return unit >= u'0' && unit <= u'9';
}

std::u16string lower(View text) {
  std::u16string out(text);
  for (char16_t& unit : out) {
    if (unit >= u'A' && unit <= u'Z') unit = static_cast<char16_t>(unit - u'A' + u'a');
  }
  return out;
}

View trimmed(View text) {
  const std::size_t start = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(start, text.find_last_not_of(blanks) + 1 - start);
}

// A range of a line, or of several joined with line feeds, that is not read, and what is read in its place.
struct Hidden {
  std::size_t start = 0;
  std::size_t end = 0;
  View shown;
};

struct Line {
  View text;
  bool is_hidden = false;     // nothing of it is read
  std::size_t content = 0;    // where its text starts, behind the marks of quotations and lists
  std::size_t paragraph = 0;  // lines with the same number are one leaf block
  std::vector<Hidden> hidden;
};

// --- Blocks

class BlockReader {
 public:
  explicit BlockReader(std::vector<Line>& lines) : lines_(lines) {}

  void run() {
    for (at_ = skip_front_matter(); at_ < lines_.size(); ++at_) read_line(lines_[at_]);
  }

  // The line, from 1, where a block of code starts that never ends; 0 when there is none.
  std::size_t open_fence() const { return fence_ ? fence_->line + 1 : 0; }

  // The labels that references may use, in lower case.
  const std::unordered_set<std::u16string>& labels() const { return labels_; }

 private:
  struct Fence {
    char16_t mark = 0;
    std::size_t size = 0;
    std::size_t quotes = 0;
    std::size_t line = 0;
  };

  // YAML or TOML above the text, as site generators take it; gives the first line behind it.
  std::size_t skip_front_matter() {
    if (lines_.empty()) return 0;
    const View opening = trimmed(lines_.front().text);
    if (opening != u"---" && opening != u"+++") return 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const View line = trimmed(lines_[i].text);
      if (line != opening && !(opening == u"---" && line == u"...")) continue;
      for (std::size_t k = 0; k <= i; ++k) lines_[k].is_hidden = true;
      return i + 1;
    }
    return 0;
  }

  // Columns of the blanks at a place; a tab goes on to the next multiple of four.
  static std::size_t indent_at(View line, std::size_t& at, std::size_t column) {
    const std::size_t start = column;
    for (; at < line.size() && (line[at] == u' ' || line[at] == u'\t'); ++at)
      column += line[at] == u'\t' ? 4 - column % 4 : 1;
    return column - start;
  }

  void read_line(Line& line) {
    if (!html_end_.empty()) {
      line.is_hidden = true;
      if (lower(line.text).find(html_end_) != std::u16string::npos) html_end_.clear();
      return;
    }
    const View text = line.text;
    std::size_t at = 0;
    std::size_t column = 0;
    std::size_t quotes = 0;
    std::size_t indent = indent_at(text, at, column);
    while (at < text.size() && text[at] == u'>' && indent < 4 + list_indent()) {
      ++quotes;
      column += indent + 1;
      ++at;
      indent = indent_at(text, at, column);
      if (indent > 0) {  // one blank belongs to the mark
        --indent;
        ++column;
      }
    }
    if (fence_ && quotes < fence_->quotes) fence_.reset();
    if (fence_) {
      line.is_hidden = true;
      if (closes_fence(text.substr(at), indent)) fence_.reset();
      return;
    }
    if (at == text.size()) {
      is_paragraph_open_ = false;
      ++paragraph_;
      line.content = at;
      return;
    }
    leave_lists(indent);
    if (!is_paragraph_open_ && indent >= 4 + list_indent()) {
      line.is_hidden = true;  // indented code
      return;
    }
    while (const std::size_t mark = list_mark(text.substr(at), indent)) {
      at += mark;
      std::size_t inner = 0;
      const std::size_t before = at;
      inner = indent_at(text, at, 0);
      const bool is_code = inner > 4 && at < text.size();
      lists_.push_back(indent + mark + (is_code || inner == 0 ? 1 : inner));
      is_paragraph_open_ = false;
      ++paragraph_;
      if (is_code) {
        line.hidden.push_back({before + 1, text.size(), {}});
        line.content = before;
        return;
      }
      indent = lists_.back();
      line.content = at;
      if (at == text.size()) return;
      if (has_task_mark(text.substr(at))) {
        line.hidden.push_back({at, at + 3, {}});
        at += 3;
      }
    }
    line.content = at;
    read_leaf(line, text.substr(at), indent, quotes);
  }

  void read_leaf(Line& line, View rest, std::size_t indent, std::size_t quotes) {
    if (opens_fence(rest)) {
      fence_ = Fence{rest.front(), run_length(rest), quotes, at_};
      line.hidden.push_back({line.content, line.text.size(), {}});
      end_paragraph();
      return;
    }
    if (!is_paragraph_open_ && indent < 4 + list_indent() && starts_raw_html(line, rest)) return;
    if (!is_paragraph_open_ && is_definition(line, rest)) return;
    if (is_table_rule(rest)) {
      line.is_hidden = true;
      return;
    }
    if (rest.front() == u'#') end_paragraph();  // a heading is a block of its own
    line.paragraph = paragraph_;
    is_paragraph_open_ = rest.front() != u'#';
    if (!is_paragraph_open_) ++paragraph_;
  }

  void end_paragraph() {
    is_paragraph_open_ = false;
    ++paragraph_;
  }

  std::size_t list_indent() const { return lists_.empty() ? 0 : lists_.back(); }

  // A line that is indented less than a list's text is outside of it, unless it goes on with a paragraph.
  void leave_lists(std::size_t indent) {
    if (is_paragraph_open_ && list_mark(lines_[at_].text.substr(lines_[at_].text.find_first_not_of(blanks)), 0) == 0)
      return;
    while (!lists_.empty() && indent < lists_.back()) lists_.pop_back();
  }

  static std::size_t run_length(View text) { return std::min(text.find_first_not_of(text.front()), text.size()); }

  static bool opens_fence(View rest) {
    if (rest.front() != u'`' && rest.front() != u'~') return false;
    const std::size_t size = run_length(rest);
    return size >= 3 && (rest.front() == u'~' || rest.find(u'`', size) == View::npos);
  }

  bool closes_fence(View rest, std::size_t) const {
    if (rest.empty() || rest.front() != fence_->mark) return false;
    const std::size_t size = run_length(rest);
    return size >= fence_->size && trimmed(rest.substr(size)).empty();
  }

  // The length of a list's mark that stands here and has a blank or nothing behind it.
  std::size_t list_mark(View rest, std::size_t indent) const {
    if (rest.empty() || indent >= 4 + list_indent()) return 0;
    std::size_t size = 0;
    if (rest.front() == u'-' || rest.front() == u'+' || rest.front() == u'*') {
      size = 1;
    } else {
      while (size < rest.size() && size < 9 && is_digit(rest[size])) ++size;
      if (size == 0 || size == rest.size() || (rest[size] != u'.' && rest[size] != u')')) return 0;
      ++size;
    }
    return size == rest.size() || rest[size] == u' ' || rest[size] == u'\t' ? size : 0;
  }

  static bool has_task_mark(View rest) {
    return rest.size() > 3 && rest[0] == u'[' && (rest[1] == u' ' || rest[1] == u'x' || rest[1] == u'X') &&
           rest[2] == u']' && rest[3] == u' ';
  }

  // Scripts, styles, preformatted text and comments go on over empty lines (4.6, kinds 1 to 5).
  bool starts_raw_html(Line& line, View rest) {
    static constexpr std::array<std::pair<View, View>, 7> raw = {{{u"<!--", u"-->"},
                                                                  {u"<script", u"</script>"},
                                                                  {u"<style", u"</style>"},
                                                                  {u"<pre", u"</pre>"},
                                                                  {u"<textarea", u"</textarea>"},
                                                                  {u"<?", u"?>"},
                                                                  {u"<![cdata[", u"]]>"}}};
    const std::u16string text = lower(rest);
    for (const auto& [opening, closing] : raw) {
      if (!text.starts_with(opening)) continue;
      const bool is_name = is_letter(opening.back());
      if (is_name && text.size() > opening.size() && (is_letter(text[opening.size()]) || text[opening.size()] == u'-'))
        continue;
      if (const std::size_t end = text.find(closing, opening.size()); end != std::u16string::npos) {
        if (!trimmed(rest.substr(end + closing.size())).empty()) return false;  // text behind it: see Inline
      } else {
        html_end_ = closing;
      }
      line.hidden.push_back({line.content, line.text.size(), {}});
      end_paragraph();
      return true;
    }
    return false;
  }

  // [label]: address "title"; of a footnote, [^label]: text, the text is read.
  bool is_definition(Line& line, View rest) {
    if (rest.front() != u'[') return false;
    const std::size_t close = rest.find(u']');
    if (close == View::npos || close < 2 || close + 1 >= rest.size() || rest[close + 1] != u':') return false;
    const std::size_t behind = line.content + close + 2;
    if (rest[1] == u'^') {
      line.hidden.push_back({line.content, behind, {}});
      line.content = behind;
      return false;
    }
    if (rest.find_first_not_of(blanks, close + 2) == View::npos) return false;
    labels_.insert(lower(rest.substr(1, close - 1)));
    line.hidden.push_back({line.content, line.text.size(), {}});
    return true;
  }

  // |---|:-:|
  static bool is_table_rule(View rest) {
    return rest.find(u'|') != View::npos && rest.find(u'-') != View::npos &&
           rest.find_first_not_of(u"|-: \t") == View::npos;
  }

  std::vector<Line>& lines_;
  std::size_t at_ = 0;
  std::size_t paragraph_ = 1;
  bool is_paragraph_open_ = false;
  std::vector<std::size_t> lists_;  // columns where the text of the open lists starts
  std::optional<Fence> fence_;
  std::u16string html_end_;  // what ends the open block of HTML
  std::unordered_set<std::u16string> labels_;
};

// --- What stands in a line

class InlineReader {
 public:
  InlineReader(View text, const std::unordered_set<std::u16string>& labels) : text_(text), labels_(labels) {
    for (std::size_t at = text.find(u'`'); at != View::npos; at = text.find(u'`', at)) {
      const std::size_t size = std::min(text.find_first_not_of(u'`', at), text.size()) - at;
      ticks_[size].push_back(at);
      at += size;
    }
  }

  std::vector<Hidden> run() {
    for (std::size_t at = 0; at < text_.size();) at = read(at);
    return std::move(hidden_);
  }

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
      return end + 3;
    }
    const bool is_closing = at + 1 < text_.size() && text_[at + 1] == u'/';
    const std::size_t name_start = at + (is_closing ? 2 : 1);
    std::size_t name_end = name_start;
    while (name_end < text_.size() &&
           (is_letter(text_[name_end]) || is_digit(text_[name_end]) || text_[name_end] == u'-'))
      ++name_end;
    if (name_end == name_start || !is_letter(text_[name_start])) return at + 1;
    const std::size_t end = tag_end(name_end);
    if (end == View::npos) return at + 1;
    const std::u16string name = lower(text_.substr(name_start, name_end - name_start));
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
      if (lower(text_.substr(at, closing.size())) == closing) return at + closing.size();
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
      if (!labels_.contains(lower(text_.substr(start + 1, end - start - 1)))) return start;
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
           (is_letter(text_[end]) || is_digit(text_[end]) || text_[end] == u'#'))
      ++end;
    if (end == at + 1 || end == text_.size() || text_[end] != u';') return at + 1;
    hide(at, end + 1, lower(text_.substr(at, end - at)) == u"&nbsp" ? View(u" ") : object);
    return end + 1;
  }

  View text_;
  const std::unordered_set<std::u16string>& labels_;
  std::unordered_map<std::size_t, std::vector<std::size_t>> ticks_;  // runs of backticks, by their length
  std::unordered_set<std::u16string> no_closing_;
  std::vector<Hidden> hidden_;
};

// Searches the lines [first, last) of one block, joined, and gives each what is hidden in it.
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
  for (const Hidden& one : InlineReader(text, labels).run()) {
    // What goes on over the end of a line is hidden in each; something stands for it in the first.
    auto line =
        static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), one.start) - starts.begin()) - 1;
    View shown = one.shown;
    for (; line + 1 < starts.size() && starts[line] < one.end; ++line) {
      Line& in = lines[first + line];
      const std::size_t from = std::max(one.start, starts[line]) - starts[line];
      const std::size_t to = std::min(one.end, starts[line + 1] - 1) - starts[line];
      if (from < to) in.hidden.push_back({in.content + from, in.content + to, shown});
      shown = {};
    }
  }
}

void append(const Line& line, Document& document) {
  if (line.is_hidden) return document.append({}, line.text, {});
  std::u16string read;
  std::vector<Document::Run> runs;
  std::size_t at = 0;
  const auto keep_to = [&](std::size_t end) {
    if (end <= at) return;
    runs.push_back({read.size(), at, end - at});
    read += line.text.substr(at, end - at);
  };
  for (const Hidden& one : line.hidden) {
    keep_to(one.start);
    read += one.shown;
    at = std::max(at, one.end);
  }
  keep_to(line.text.size());
  document.append(read, line.text, std::move(runs));
}

}  // namespace

Document read_markdown(std::u16string text, const std::string& name) {
  const Document plain = Document::from_lines(std::move(text));
  std::vector<Line> lines;
  for (const View paragraph : plain.paragraphs()) lines.push_back({paragraph, false, 0, 0, {}});
  BlockReader blocks(lines);
  blocks.run();
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first + 1;
    if (lines[first].paragraph != 0) {
      while (last < lines.size() && lines[last].paragraph == lines[first].paragraph) ++last;
      read_block(lines, first, last, blocks.labels());
    }
    first = last;
  }
  Document document;
  for (const Line& line : lines) append(line, document);
  if (const std::size_t fence = blocks.open_fence(); fence != 0) {
    document.warn(name + ": line " + std::to_string(fence) +
                  ": a block of code starts here that has no end: all below it is taken for code");
  }
  return document;
}

}  // namespace soat::document
