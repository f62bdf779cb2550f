#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/formats.h"
#include "document/hidden_text.h"
#include "document/markdown_blocks.h"
#include "document/markdown_inline.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

using markdown::Line;

void append(const Line& line, Document& document) {
  if (line.is_hidden) return document.append({}, line.text, {});
  append_line(line.text, line.hidden, document);
}

// What comments tell checkers.
std::vector<Note> notes_of(const std::vector<Line>& lines) {
  constexpr std::size_t opening = std::u16string_view(u"<!--").size();
  constexpr std::size_t closing = std::u16string_view(u"-->").size();
  constexpr std::u16string_view blanks = u" \t";
  std::vector<Note> notes;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    for (const auto& [start, end] : line.comments) {
      if (end - start < opening + closing) continue;  // <!-->
      std::u16string_view comment = line.text.substr(start + opening, end - start - opening - closing);
      comment.remove_prefix(std::min(comment.find_first_not_of(blanks), comment.size()));
      const std::u16string_view before = line.text.substr(line.content, start - line.content);
      const bool is_alone = before.find_first_not_of(blanks) == std::u16string_view::npos &&
                            line.text.find_first_not_of(blanks, end) == std::u16string_view::npos;
      add_note(comment, i, is_alone, notes);
    }
  }
  return notes;
}

}  // namespace

Document read_markdown(std::u16string text, const std::string& name) {
  const Document plain = Document::from_lines(std::move(text));
  std::vector<Line> lines;
  for (const std::u16string_view paragraph : plain.paragraphs()) lines.push_back({paragraph, false, 0, 0, {}, {}});
  const markdown::Blocks blocks = markdown::read_blocks(lines);
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first + 1;
    if (lines[first].paragraph != 0) {
      while (last < lines.size() && lines[last].paragraph == lines[first].paragraph) ++last;
      markdown::read_block(lines, first, last, blocks.labels);
    }
    first = last;
  }
  Document document;
  for (const Line& line : lines) append(line, document);
  document.set_notes(notes_of(lines));
  if (blocks.open_fence != 0) {
    document.warn({texts::warning_open_code, name, blocks.open_fence});
  }
  return document;
}

}  // namespace soat::document
