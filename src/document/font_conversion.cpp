#include "document/font_conversion.h"

#include <zip.h>

#include <map>
#include <new>
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
#include "texts/texts.h"

namespace soat::document {
namespace {

// A tree takes many times the bytes of its part.
constexpr std::size_t most_tree_bytes = std::size_t{64} << 20;
constexpr char16_t placeholder = u'\uFFFC';

// A ZIP archive in memory and its copy in which some parts are others. The rest keeps its place and its bytes.
class ArchiveCopy {
 public:
  ArchiveCopy(std::string_view bytes, std::string name) : name_(std::move(name)) {
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    copy_ = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    if (!source || !copy_) throw std::bad_alloc();
    zip_source_keep(copy_);  // closing the archive takes one away
    from_ = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (!from_) zip_source_free(source);
    to_ = zip_open_from_source(copy_, ZIP_TRUNCATE, nullptr);
    if (!to_) zip_source_free(copy_);
    if (!from_ || !to_) {
      close();
      throw Error(texts::error_archive_no_document, name_);
    }
  }
  ~ArchiveCopy() { close(); }
  ArchiveCopy(const ArchiveCopy&) = delete;
  ArchiveCopy& operator=(const ArchiveCopy&) = delete;

  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (zip_uint64_t i = 0; i < count(); ++i) {
      if (const char* name = zip_get_name(from_, i, ZIP_FL_UNCHANGED)) out.emplace_back(name);
    }
    return out;
  }

  // The bytes of the copy; once.
  std::string write(const std::map<std::string, std::string>& replaced) {
    for (zip_uint64_t i = 0; i < count(); ++i) add(i, replaced);
    if (zip_close(to_) != 0) fail();
    to_ = nullptr;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(copy_, &stat) != 0 || zip_source_open(copy_) != 0) throw std::bad_alloc();
    std::string out(stat.size, '\0');
    const zip_int64_t got = zip_source_read(copy_, out.data(), out.size());
    zip_source_close(copy_);
    if (got < 0 || static_cast<std::size_t>(got) != out.size()) throw Error(texts::error_file_unwritable, name_);
    return out;
  }

 private:
  zip_uint64_t count() const { return static_cast<zip_uint64_t>(zip_get_num_entries(from_, 0)); }

  void add(zip_uint64_t part, const std::map<std::string, std::string>& replaced) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(from_, part, 0, &stat) != 0) throw Error(texts::error_named, name_, zip_strerror(from_));
    const auto other = replaced.find(stat.name);
    zip_source_t* const content = other == replaced.end()
                                      ? zip_source_zip(to_, from_, part, 0, 0, 0)
                                      : zip_source_buffer(to_, other->second.data(), other->second.size(), 0);
    const zip_int64_t at = content ? zip_file_add(to_, stat.name, content, 0) : -1;
    if (at < 0) {
      if (content) zip_source_free(content);
      fail();
    }
    const auto index = static_cast<zip_uint64_t>(at);
    zip_set_file_compression(to_, index, stat.comp_method, 0);  // the type of an .odt is not compressed
    zip_file_set_mtime(to_, index, stat.mtime, 0);
  }

  void close() {
    if (to_) zip_discard(to_);
    if (copy_) zip_source_free(copy_);
    if (from_) zip_discard(from_);
  }

  [[noreturn]] void fail() const { throw Error(texts::error_named, name_, zip_strerror(to_)); }

  std::string name_;
  zip_source_t* copy_ = nullptr;
  zip_t* from_ = nullptr;
  zip_t* to_ = nullptr;
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
  ArchiveCopy copy(bytes, name);
  const bool odt = archive.has("content.xml");
  Parts parts;
  std::map<std::string, std::string> before;
  for (const std::string& part : copy.names()) {
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
  out.bytes = copy.write(written);
  return out;
}

}  // namespace soat::document
