#include "cli/bibliography_text.h"

#include <cstdint>
#include <string_view>

#include "report/html_text.h"
#include "text/utf.h"

namespace soat::cli {
namespace {

// Text as RTF 1.9 has it; all behind ASCII as signed numbers of UTF-16 units, for which nothing stands in old readers,
// as in the engine's own text.
std::string rtf_escaped(std::string_view utf8) {
  std::string out;
  for (const char16_t unit : text::to_utf16(utf8)) {
    if (unit >= 0x7F) {
      out += "\\uc0\\u" + std::to_string(static_cast<std::int16_t>(unit)) + "{}";
      continue;
    }
    if (unit == u'\\' || unit == u'{' || unit == u'}') out += '\\';
    out += static_cast<char>(unit);
  }
  return out;
}

std::string rtf_of(const citation::Bibliography& list) {
  constexpr double line = 240;  // twentieths of a point; \slmult1 makes it a proportion
  const std::string spacing = "\\sl" + std::to_string(static_cast<int>(line * list.line_spacing)) + "\\slmult1\\sa" +
                              std::to_string(static_cast<int>(line / 2 * list.entry_spacing));
  const bool hangs = list.hanging_indent || !list.second_field_align.empty();
  const std::string entry_format = "{\\pard" + std::string(hangs ? "\\fi-567\\li567" : "") + spacing + " ";
  std::string out = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}\n";
  for (const citation::BibliographyGroup& group : list.groups) {
    if (!group.heading.empty()) out += "{\\pard\\keepn" + spacing + "\\b " + rtf_escaped(group.heading) + "\\par}\n";
    for (const citation::BibliographyEntry& entry : group.entries) out += entry_format + entry.text + "\\par}\n";
  }
  return out + "}\n";
}

}  // namespace

std::string bibliography_text(const citation::Bibliography& list, citation::OutputFormat format) {
  if (format == citation::OutputFormat::rtf) return rtf_of(list);
  const bool is_html = format == citation::OutputFormat::html;
  std::string out = list.start;
  for (const citation::BibliographyGroup& group : list.groups) {
    if (!group.heading.empty())
      out += (is_html ? "<h2>" + report::escaped(group.heading) + "</h2>" : group.heading) + "\n";
    for (const citation::BibliographyEntry& entry : group.entries) out += entry.text + "\n";
  }
  return out + list.end;
}

}  // namespace soat::cli
