#include "document/font_conversion.h"

#include <zip.h>

#include <ctime>
#include <memory>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "document/archive.h"
#include "document/font_conversion_parts.h"
#include "text/error.h"
#include "text/legacy_detection.h"
#include "text/legacy_runs.h"
#include "text/utf.h"

namespace soat::document {
namespace {

// A tree takes many times the bytes of its part.
constexpr std::size_t most_tree_bytes = std::size_t{64} << 20;
constexpr char16_t placeholder = u'\uFFFC';

// A ZIP archive in memory being written anew. What is not replaced keeps its bytes and its place.
class ArchiveWriter {
 public:
  ArchiveWriter(std::string_view bytes, std::string name) : name_(std::move(name)) {
    zip_error_init(&error_);
    source_ = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error_);
    if (!source_) fail(zip_error_strerror(&error_));
    zip_ = zip_open_from_source(source_, 0, &error_);
    if (!zip_) {
      zip_source_free(source_);
      source_ = nullptr;
      fail(zip_error_strerror(&error_));
    }
    zip_source_keep(source_);
  }
  ~ArchiveWriter() {
    if (zip_) zip_discard(zip_);
    if (source_) zip_source_free(source_);
    zip_error_fini(&error_);
  }
  ArchiveWriter(const ArchiveWriter&) = delete;
  ArchiveWriter& operator=(const ArchiveWriter&) = delete;

  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip_, 0); ++i) {
      if (const char* name = zip_get_name(zip_, static_cast<zip_uint64_t>(i), 0)) out.emplace_back(name);
    }
    return out;
  }

  // bytes must outlive finish().
  void replace(const std::string& part, const std::string& bytes) {
    const zip_int64_t at = zip_name_locate(zip_, part.c_str(), 0);
    zip_stat_t stat;
    if (at < 0 || zip_stat_index(zip_, static_cast<zip_uint64_t>(at), 0, &stat) != 0) fail(zip_strerror(zip_));
    const auto index = static_cast<zip_uint64_t>(at);
    zip_source_t* const content = zip_source_buffer(zip_, bytes.data(), bytes.size(), 0);
    if (!content || zip_file_replace(zip_, index, content, 0) != 0) {
      if (content) zip_source_free(content);
      fail(zip_strerror(zip_));
    }
    if (stat.valid & ZIP_STAT_MTIME) zip_file_set_mtime(zip_, index, stat.mtime, 0);
  }

  std::string finish() {
    if (zip_close(zip_) != 0) fail(zip_strerror(zip_));
    zip_ = nullptr;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source_, &stat) != 0 || zip_source_open(source_) != 0)
      fail(zip_error_strerror(zip_source_error(source_)));
    std::string out(stat.size, '\0');
    const zip_int64_t got = zip_source_read(source_, out.data(), out.size());
    zip_source_close(source_);
    if (got < 0 || static_cast<std::size_t>(got) != out.size()) fail("cannot be written");
    return out;
  }

 private:
  [[noreturn]] void fail(const char* reason) const { throw Error(name_ + ": " + reason); }

  std::string name_;
  zip_error_t error_;
  zip_source_t* source_ = nullptr;
  zip_t* zip_ = nullptr;
};

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
  ArchiveWriter writer(bytes, name);
  const bool odt = archive.has("content.xml");
  Parts parts;
  std::map<std::string, std::string> before;
  for (const std::string& part : writer.names()) {
    if (odt ? !is_odt_part(part) : !is_docx_part(part)) continue;
    std::string content;
    archive.read(part, most_tree_bytes, [&](std::string_view piece) { content += piece; });
    Tree tree = parse_tree(content, name + ": " + part);
    before[part] = to_bytes(tree.get());
    parts[part] = std::move(tree);
  }
  const std::vector<Runs> paragraphs = odt ? odt_paragraphs(parts) : docx_paragraphs(parts);
  if (!odt && paragraphs.empty()) throw Error(name + ": an archive, but neither an .odt nor a .docx document");
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
  for (const auto& [part, content] : written) writer.replace(part, content);
  out.bytes = writer.finish();
  return out;
}

}  // namespace soat::document
