#include "document/font_conversion.h"

#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "document/archive.h"
#include "document/archive_copy.h"
#include "document/font_conversion_parts.h"
#include "text/error.h"
#include "text/legacy_detection.h"
#include "text/legacy_runs.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

// A tree takes many times the bytes of its part.
constexpr std::size_t most_tree_bytes = std::size_t{64} << 20;
constexpr char16_t placeholder = u'\uFFFC';

// The text of a paragraph and where each of its runs starts.
struct Joined {
  std::u16string text;
  std::vector<std::uint32_t> starts;
};

Joined join(const Runs& runs) {
  Joined out;
  for (const Run& run : runs) {
    out.starts.push_back(static_cast<std::uint32_t>(out.text.size()));
    out.text += run.node ? std::u16string_view(run.text) : std::u16string_view(&placeholder, 1);
  }
  return out;
}

// Turns the text of all paragraphs into Unicode; gives how many changed.
std::size_t convert_text(const std::vector<Runs>& paragraphs, std::optional<text::LegacyEncoding> only) {
  std::vector<Joined> joined;
  joined.reserve(paragraphs.size());
  std::vector<text::LegacyStretch> fonts;
  for (const Runs& runs : paragraphs) {
    joined.push_back(join(runs));
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (!runs[i].node || !runs[i].font) continue;
      const std::uint32_t start = joined.back().starts[i];
      fonts.push_back({static_cast<std::uint32_t>(joined.size() - 1), start,
                       start + static_cast<std::uint32_t>(runs[i].text.size()), runs[i].font->encoding,
                       runs[i].font->capitals, 1.0});
    }
  }
  std::vector<std::u16string_view> texts;
  texts.reserve(joined.size());
  for (const Joined& paragraph : joined) texts.push_back(paragraph.text);
  std::vector<text::LegacyStretch> stretches = text::find_legacy(texts, fonts);
  if (only) std::erase_if(stretches, [&](const text::LegacyStretch& stretch) { return stretch.encoding != *only; });

  std::set<std::uint32_t> changed;
  for (auto first = stretches.begin(); first != stretches.end();) {
    auto end = first;
    while (end != stretches.end() && end->paragraph == first->paragraph) ++end;
    const Runs& runs = paragraphs[first->paragraph];
    const Joined& paragraph = joined[first->paragraph];
    const std::vector<std::u16string> converted = text::convert_runs(paragraph.text, paragraph.starts, {first, end});
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (!runs[i].node || converted[i] == runs[i].text) continue;
      xmlNodeSetContent(runs[i].node, reinterpret_cast<const xmlChar*>(text::to_utf8(converted[i]).c_str()));
      changed.insert(first->paragraph);
    }
    first = end;
  }
  return changed.size();
}

}  // namespace

std::optional<text::LegacyFont> wanted_font(std::string_view family, std::optional<text::LegacyEncoding> only) {
  const std::optional<text::LegacyFont> font = text::legacy_font(family);
  return font && only && font->encoding != *only ? std::nullopt : font;
}

ConvertedDocument convert_fonts(std::string_view bytes, const std::string& name,
                                std::optional<text::LegacyEncoding> only) {
  const Archive archive(bytes, name);
  const bool odt = archive.has("content.xml");
  Parts parts;
  std::map<std::string, std::string> before;
  for (const std::string& part : archive.names()) {
    if (odt ? !is_odt_part(part) : !is_docx_part(part)) continue;
    std::string content;
    archive.read(part, most_tree_bytes, [&](std::string_view piece) { content += piece; });
    Tree tree = parse_tree(content, name + ": " + part);
    before[part] = to_bytes(tree.get());
    parts[part] = std::move(tree);
  }
  const std::vector<Runs> paragraphs = odt ? odt_paragraphs(parts) : docx_paragraphs(parts);
  if (!odt && paragraphs.empty()) throw Error(texts::error_file_other_archive, name);
  ConvertedDocument out;
  out.paragraphs = convert_text(paragraphs, only);
  odt ? replace_odt_fonts(parts, only) : replace_docx_fonts(parts, only);
  std::map<std::string, std::string> written;
  for (const auto& [part, tree] : parts) {
    std::string now = to_bytes(tree.get());
    if (now != before[part]) written[part] = std::move(now);
  }
  if (written.empty()) {
    out.bytes = bytes;
    return out;
  }
  out.bytes = copy_archive(bytes, name, written);
  return out;
}

}  // namespace soat::document
