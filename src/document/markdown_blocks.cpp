#include "document/markdown_blocks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/ascii.h"
#include "text/letter_case.h"

namespace soat::document::markdown {
namespace {

constexpr View blanks = u" \t";

View trimmed(View text) {
  const std::size_t start = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(start, text.find_last_not_of(blanks) + 1 - start);
}

// Sorts lines into blocks.
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
      if (text::ascii_lowered(line.text).find(html_end_) != std::u16string::npos) html_end_.clear();
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
      while (size < rest.size() && size < 9 && text::is_ascii_digit(rest[size])) ++size;
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
    const std::u16string text = text::ascii_lowered(rest);
    for (const auto& [opening, closing] : raw) {
      if (!text.starts_with(opening)) continue;
      const bool is_name = text::is_ascii_letter(opening.back());
      if (is_name && text.size() > opening.size() &&
          (text::is_ascii_letter(text[opening.size()]) || text[opening.size()] == u'-'))
        continue;
      if (const std::size_t end = text.find(closing, opening.size()); end != std::u16string::npos) {
        if (!trimmed(rest.substr(end + closing.size())).empty()) return false;  // text behind it: see Inline
        if (opening == raw.front().first) line.comments.emplace_back(line.content, line.content + end + closing.size());
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
    labels_.insert(text::to_lower(rest.substr(1, close - 1)));
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

}  // namespace

Blocks read_blocks(std::vector<Line>& lines) {
  BlockReader reader(lines);
  reader.run();
  return {reader.open_fence(), reader.labels()};
}

}  // namespace soat::document::markdown
