#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "document/formats.h"
#include "document/hidden_text.h"
#include "document/latex_source.h"

namespace soat::document {
namespace {

// What comments tell checkers.
std::vector<Note> notes_of(std::u16string_view text, const std::vector<std::size_t>& starts,
                           const latex::Source& source) {
  constexpr std::u16string_view blanks = u" \t";
  std::vector<Note> notes;
  for (const auto& [start, end] : source.comments) {
    std::u16string_view comment = text.substr(start, end - start);
    comment.remove_prefix(std::min(comment.find_first_not_of(u"% \t"), comment.size()));
    const auto line = static_cast<std::size_t>(std::ranges::upper_bound(starts, start) - starts.begin()) - 1;
    const std::u16string_view before = text.substr(starts[line], start - 1 - starts[line]);
    add_note(comment, line, before.find_first_not_of(blanks) == std::u16string_view::npos, notes);
  }
  return notes;
}

}  // namespace

Document read_latex(std::u16string text) {
  const Document plain = Document::from_lines(std::move(text));
  const std::vector<std::u16string_view> lines = plain.paragraphs();
  std::u16string joined;
  std::vector<std::size_t> starts;
  for (const std::u16string_view line : lines) {
    starts.push_back(joined.size());
    joined.append(line).push_back(u'\n');
  }
  starts.push_back(joined.size());
  const latex::Source source = latex::read_source(joined);
  const std::vector<std::vector<Hidden>> hidden = by_line(source.hidden, starts);
  Document document;
  for (std::size_t i = 0; i < lines.size(); ++i) append_line(lines[i], hidden[i], document);
  document.set_notes(notes_of(joined, starts, source));
  return document;
}

}  // namespace soat::document
