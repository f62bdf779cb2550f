#include "document/latex_source.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "document/latex_commands.h"
#include "text/ascii.h"

namespace soat::document::latex {
namespace {

constexpr std::size_t none = View::npos;
constexpr std::size_t longest_name = 64;
constexpr std::size_t longest_code = 4096;  // within a line

// The brace before the address that the command takes which starts here; none where it takes none.
std::size_t address_start(View text, std::size_t at) {
  for (const View command : {View(u"\\url{"), View(u"\\href{"), View(u"\\path{"), View(u"\\nolinkurl{")})
    if (text.substr(at).starts_with(command)) return at + command.size() - 1;
  return none;
}

// The place behind the code that starts here and ends with the sign that it starts with, on the same line; none where
// it does not.
std::size_t code_end(View text, std::size_t at) {
  const View rest = text.substr(at, longest_code);
  const std::size_t close = rest.empty() ? none : rest.find(rest.front(), 1);
  return close == none || rest.substr(0, close).find(u'\n') != none ? none : at + close + 1;
}

// The place behind \verb|code|, if that starts here.
std::size_t verb_end(View text, std::size_t at) {
  constexpr View verb = u"\\verb";
  if (!text.substr(at).starts_with(verb)) return none;
  at += verb.size();
  if (at < text.size() && text[at] == u'*') ++at;
  return at < text.size() && text::is_ascii_letter(text[at]) ? none : code_end(text, at);
}

// Where what { and [ open ends: by the place of the opening sign, the place of the closing one. Escaped signs and
// those in comments open and close nothing; a paragraph's end closes all that [ has opened, and } what stands in it.
std::unordered_map<std::size_t, std::size_t> closings_of(View text) {
  std::unordered_map<std::size_t, std::size_t> closings;
  std::vector<std::size_t> open;
  std::size_t no_end_before = 0;  // up to where no address ends
  for (std::size_t at = 0; at < text.size(); ++at) {
    switch (text[at]) {
      case u'\\': {
        const std::size_t address = address_start(text, at);
        if (address == none) {
          const std::size_t code = verb_end(text, at);
          at = code == none ? at + 1 : code - 1;
          break;
        }
        // To the end of the line; where no } was found none is looked for again.
        no_end_before = std::min(text.find_first_of(u"}\n", std::max(address, no_end_before)), text.size());
        const bool has_end = no_end_before < text.size() && text[no_end_before] == u'}';
        if (has_end) closings[address] = no_end_before;
        at = has_end ? no_end_before : address;
        break;
      }
      case u'%':
        at = std::min(text.find(u'\n', at), text.size()) - 1;
        break;
      case u'{':
      case u'[':
        open.push_back(at);
        break;
      case u']':
        if (!open.empty() && text[open.back()] == u'[') {
          closings[open.back()] = at;
          open.pop_back();
        }
        break;
      case u'}':
        while (!open.empty() && text[open.back()] == u'[') open.pop_back();
        if (!open.empty()) {
          closings[open.back()] = at;
          open.pop_back();
        }
        break;
      case u'\n':
        if (at + 1 < text.size() && text[at + 1] == u'\n')
          while (!open.empty() && text[open.back()] == u'[') open.pop_back();
        break;
      default:
        break;
    }
  }
  return closings;
}

class SourceReader {
 public:
  explicit SourceReader(View text) : text_(text), closings_(closings_of(text)) {
    for (std::size_t at = text.find(end_opening); at != none; at = text.find(end_opening, at + 1)) {
      const View name = text.substr(at + end_opening.size(), longest_name);
      const std::size_t close = name.find(u'}');
      if (close != none) ends_[name.substr(0, close)].push_back(at);
    }
  }

  Source run() {
    std::size_t at = body_start();
    if (at > 0) note_comments_before(at);
    while (at < text_.size()) at = read(at);
    return std::move(source_);
  }

 private:
  static constexpr View end_opening = u"\\end{";

  void hide(std::size_t start, std::size_t end, View shown) {
    if (start < end) source_.hidden.push_back({start, end, shown});
  }

  // The place behind \begin{document}; 0 in a part of a document, which has none. What stands before is hidden.
  std::size_t body_start() {
    constexpr View begin = u"\\begin{document}";
    for (std::size_t at = text_.find(begin); at != none; at = text_.find(begin, at + 1)) {
      const std::size_t line = at == 0 ? 0 : text_.rfind(u'\n', at - 1) + 1;
      if (comment_in(line, at) != none) continue;
      hide(0, at + begin.size(), nothing);
      return at + begin.size();
    }
    return 0;
  }

  // The first % of a stretch of one line that begins a comment.
  std::size_t comment_in(std::size_t start, std::size_t end) const {
    for (std::size_t at = start; at < end; ++at) {
      if (text_[at] == u'\\') {
        ++at;
      } else if (text_[at] == u'%') {
        return at;
      }
    }
    return none;
  }

  void note_comments_before(std::size_t body) {
    for (std::size_t line = 0; line < body;) {
      const std::size_t end = line_end(line);
      const std::size_t comment = comment_in(line, std::min(end, body));
      if (comment != none) source_.comments.emplace_back(comment + 1, end);
      line = end + 1;
    }
  }

  std::size_t line_end(std::size_t at) const { return std::min(text_.find(u'\n', at), text_.size()); }

  std::size_t skip_blanks(std::size_t at) const { return std::min(text_.find_first_not_of(u" \t", at), text_.size()); }

  // Reads what starts here; gives the place behind it.
  std::size_t read(std::size_t at) {
    switch (text_[at]) {
      case u'\\':
        return read_command(at);
      case u'%':
        return read_comment(at);
      case u'$':
        return read_dollars(at);
      case u'{':
        hide(at, at + 1, nothing);
        return at + 1;
      case u'}':
        hide(at, at + 1, apart_.contains(at) ? line_break : nothing);
        return at + 1;
      case u'~':
        hide(at, at + 1, space);
        return at + 1;
      case u'&':
        hide(at, at + 1, line_break);
        return at + 1;
      case u'`':
        return read_ligature(at, u"``", u"“");
      case u'\'':
        return read_ligature(at, u"''", u"”");
      case u'-':
        return text_.substr(at).starts_with(u"---") ? read_ligature(at, u"---", u"—") : read_ligature(at, u"--", u"–");
      default:
        return at + 1;
    }
  }

  std::size_t read_ligature(std::size_t at, View written, View shown) {
    if (!text_.substr(at).starts_with(written)) return at + 1;
    hide(at, at + written.size(), shown);
    return at + written.size();
  }

  // To the end of the line, with the blanks before, which make no difference to LaTeX either.
  std::size_t read_comment(std::size_t at) {
    const std::size_t end = line_end(at);
    const std::size_t least = source_.hidden.empty() ? 0 : source_.hidden.back().end;
    std::size_t start = at;
    while (start > least && (text_[start - 1] == u' ' || text_[start - 1] == u'\t')) --start;
    source_.comments.emplace_back(at + 1, end);
    hide(start, end, nothing);
    return end;
  }

  // Formulas: the sign that ends each, and up to where it is known that none comes.
  enum Formula { dollar, dollars, parenthesis, bracket };

  // The place of the sign that ends a formula, which does not go on over the end of a paragraph.
  std::size_t formula_end(Formula formula, std::size_t from) {
    constexpr std::array<View, 4> ends = {u"$", u"$$", u"\\)", u"\\]"};
    if (from < no_end_before_[formula]) return none;
    std::size_t at = from;
    for (; at < text_.size(); ++at) {
      if (text_.substr(at).starts_with(ends[formula])) return at;
      if (text_[at] == u'\\') ++at;
      if (text_.substr(at).starts_with(u"\n\n")) break;
    }
    no_end_before_[formula] = at;
    return none;
  }

  std::size_t read_dollars(std::size_t at) {
    const bool two = text_.substr(at).starts_with(u"$$");
    return read_formula(at, two ? 2 : 1, two ? dollars : dollar);
  }

  std::size_t read_formula(std::size_t at, std::size_t size, Formula formula) {
    const std::size_t end = formula_end(formula, at + size);
    if (end == none) return at + size;
    hide(at, end + size, object);
    return end + size;
  }

  std::size_t read_command(std::size_t at) {
    std::size_t end = at + 1;
    while (end < text_.size() && text::is_ascii_letter(text_[end])) ++end;
    if (end == at + 1) return read_sign(at);
    const View name = text_.substr(at + 1, end - at - 1);
    if (end < text_.size() && text_[end] == u'*') ++end;
    if (name == u"begin" || name == u"end") return read_environment(at, end, name == u"begin");
    if (name == u"verb" || name == u"lstinline" || name == u"mintinline") return read_code(at, end, name != u"verb");
    const Command command = name == u"foreignlanguage" && is_vietnamese(end) ? Command{1} : command_of(name);
    if (command.defines) end = skip_defined(end);
    bool has_argument = false;
    end = skip_arguments(end, command.hidden, command.has_options, has_argument);
    const bool is_open = end < text_.size() && text_[end] == u'{' && closings_.contains(end);
    if (command.is_apart && is_open) apart_.insert(closings_.at(end));
    View shown = command.shown;
    const bool is_empty = is_open && closings_.at(end) == end + 1;  // \LaTeX{}
    if (!command.is_known && (!is_open || is_empty)) shown = object;
    if (command.is_apart && !is_open) shown = nothing;
    if (shown.empty() && !has_argument && !is_open) end = skip_blanks(end);
    hide(at, end, shown);
    return end;
  }

  bool is_vietnamese(std::size_t at) const { return text_.substr(at).starts_with(u"{vietnamese}"); }

  // The place behind the name of the command that is defined here, where it stands without braces, and the signs of its
  // parameters.
  std::size_t skip_defined(std::size_t at) const {
    if (at + 1 >= text_.size() || text_[at] != u'\\') return at;
    at += 2;
    while (at < text_.size() && text::is_ascii_letter(text_[at])) ++at;
    while (at < text_.size() && (text_[at] == u'#' || text::is_ascii_digit(text_[at]))) ++at;
    return at;
  }

  // The place behind what is not read of the arguments that start here: [] where they may stand, and up to most {}.
  // Blanks may stand before the first.
  std::size_t skip_arguments(std::size_t at, std::size_t most, bool has_options, bool& has_argument) const {
    for (std::size_t braces = 0;;) {
      const std::size_t next = braces == 0 ? skip_blanks(at) : at;
      if (next == text_.size()) return at;
      const bool is_option = has_options && text_[at] == u'[';
      if (!is_option && (text_[next] != u'{' || braces == most)) return at;
      const auto closing = closings_.find(is_option ? at : next);
      if (closing == closings_.end()) return at;
      braces += is_option ? 0 : 1;
      has_argument = true;
      at = closing->second + 1;
    }
  }

  // A backslash with a sign: an accent, an escaped sign, a small space, an end of a line, a formula.
  std::size_t read_sign(std::size_t at) {
    if (at + 1 == text_.size()) return at + 1;
    switch (text_[at + 1]) {
      case u'(':
        return read_formula(at, 2, parenthesis);
      case u'[':
        return read_formula(at, 2, bracket);
      case u'\\': {
        bool has_argument = false;
        const std::size_t end = skip_arguments(at + 2, 0, true, has_argument);
        hide(at, end, line_break);
        return end;
      }
      case u'-':
      case u'/':
      case u'!':
        hide(at, at + 2, nothing);
        return at + 2;
      case u' ':
      case u',':
      case u';':
      case u':':
        hide(at, at + 2, space);
        return at + 2;
      case u'\'':
      case u'`':
      case u'^':
      case u'"':
      case u'~':
      case u'=':
      case u'.':
        return read_accent(at);
      default:
        hide(at, at + 1, nothing);
        return at + 2;
    }
  }

  // A letter written otherwise, \'e or \'{e}; which one does not matter.
  std::size_t read_accent(std::size_t at) {
    const auto group = closings_.find(at + 2);
    const std::size_t end =
        group != closings_.end() ? group->second + 1 : at + (at + 2 < text_.size() && text_[at + 2] != u'\n' ? 3 : 2);
    hide(at, end, object);
    return end;
  }

  // \verb|mã|: the sign behind the command ends it, on the same line.
  std::size_t read_code(std::size_t at, std::size_t end, bool has_arguments) {
    bool has_argument = false;
    if (has_arguments) {
      end = skip_arguments(end, 2, true, has_argument);
      if (has_argument && text_[end - 1] == u'}') {
        hide(at, end, object);
        return end;
      }
    }
    const std::size_t close = code_end(text_, end);
    if (close != none) end = close;
    hide(at, end, close == none ? nothing : object);
    return end;
  }

  std::size_t read_environment(std::size_t at, std::size_t end, bool is_begin) {
    const auto group = closings_.find(end);
    if (group == closings_.end() || text_[end] != u'{') {
      hide(at, end, nothing);
      return end;
    }
    const View name = text_.substr(end + 1, group->second - end - 1);
    end = group->second + 1;
    if (!is_begin) {
      if (name == u"document") end = text_.size();
      hide(at, end, nothing);
      return end;
    }
    const bool is_read = name == u"otherlanguage" && is_vietnamese(end);
    const EnvironmentKind environment = is_read ? EnvironmentKind{Environment::text, 1} : environment_of(name);
    if (environment.kind != Environment::text) {
      const std::size_t close = environment_end(name, end);
      if (close != none) {
        hide(at, close, environment.kind == Environment::maths ? object : nothing);
        return close;
      }
    }
    bool has_argument = false;
    end = skip_arguments(end, environment.hidden, true, has_argument);
    hide(at, end, nothing);
    return end;
  }

  // The place behind the next \end{name}.
  std::size_t environment_end(View name, std::size_t from) const {
    const auto ends = ends_.find(name);
    if (ends == ends_.end()) return none;
    const auto next = std::ranges::lower_bound(ends->second, from);
    return next == ends->second.end() ? none : *next + end_opening.size() + name.size() + 1;
  }

  View text_;
  std::unordered_map<std::size_t, std::size_t> closings_;
  std::unordered_map<View, std::vector<std::size_t>> ends_;  // places of \end{…}, by the name
  std::unordered_set<std::size_t> apart_;                    // the ends of arguments that stand by themselves
  std::array<std::size_t, 4> no_end_before_ = {};
  Source source_;
};

}  // namespace

Source read_source(std::u16string_view text) {
  return SourceReader(text).run();
}

}  // namespace soat::document::latex
