#include <string>
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

}  // namespace

Document read_markdown(std::u16string text, const std::string& name) {
  const Document plain = Document::from_lines(std::move(text));
  std::vector<Line> lines;
  for (const std::u16string_view paragraph : plain.paragraphs()) lines.push_back({paragraph, false, 0, 0, {}});
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
  if (blocks.open_fence != 0) {
    document.warn({texts::warning_open_code, name, blocks.open_fence});
  }
  return document;
}

}  // namespace soat::document
