#include "document/reader.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <system_error>

#include "document/archive.h"
#include "document/decode.h"
#include "document/formats.h"
#include "platform/files.h"
#include "text/error.h"
#include "text/system_error.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

// Archives that do not begin as such are rare and small; a larger file is something else.
constexpr std::size_t most_bytes_of_odd_archive = std::size_t{64} << 20;
constexpr std::string_view zip_magic = "PK\x03\x04";
constexpr std::string_view pdf_magic = "%PDF-";
constexpr std::string_view rtf_magic = "{\\rtf";
constexpr std::string_view compound_magic = "\xD0\xCF\x11\xE0";  // old Word documents and encrypted new ones

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// Values of the elements that a property's name stands on, or that stand in such an element.
class PropertyHandler final : public MarkupHandler {
 public:
  void start_element(std::string_view uri, std::string_view name, const Attributes& attributes) override {
    ++depth_;
    if (depth_of_property_ > 0) return;
    const bool odf = uri == "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" && name == "user-defined";
    const bool ooxml = name == "property" && uri.ends_with("/custom-properties");
    if (!odf && !ooxml && !(name == "property" && uri.ends_with("/customProperties"))) return;
    name_ = attributes.get(odf ? uri : std::string_view(), "name");
    depth_of_property_ = depth_;
  }

  void end_element() override {
    if (depth_ == depth_of_property_) {
      if (properties_.size() < most_properties) properties_.insert_or_assign(name_, text::to_utf16(value_));
      value_.clear();
      depth_of_property_ = 0;
    }
    --depth_;
  }

  void characters(std::string_view utf8) override {
    if (depth_of_property_ > 0) value_ += utf8;
  }

  std::map<std::string, std::u16string> take() { return std::move(properties_); }

 private:
  static constexpr std::size_t most_properties = 1'000'000;
  std::map<std::string, std::u16string> properties_;
  std::string name_;
  std::string value_;
  std::size_t depth_ = 0;
  std::size_t depth_of_property_ = 0;  // 0: in none
};

// The text does not depend on them, so a part that cannot be read has none.
std::map<std::string, std::u16string> read_properties(const Archive& archive, const std::string& name) {
  PropertyHandler handler;
  for (const char* part : {"meta.xml", "docProps/custom.xml"}) {
    try {
      if (archive.has(part)) parse_part(archive, part, name, handler);
    } catch (const Error&) {
      return {};
    }
  }
  return handler.take();
}

bool is_encrypted(const Archive& archive) {
  if (archive.has("EncryptedPackage")) return true;
  if (!archive.has("META-INF/manifest.xml")) return false;
  std::string manifest;
  archive.read("META-INF/manifest.xml", most_part_bytes, [&](std::string_view bytes) { manifest += bytes; });
  return manifest.find("encryption-data") != std::string::npos;
}

// What an archive holds, by the parts that each kind of document has.
struct ArchiveKind {
  std::string_view part;
  std::optional<Format> format;
  text::MessageId<0> description;
};
constexpr std::array<ArchiveKind, 6> archive_kinds = {
    {{"META-INF/container.xml", Format::epub, texts::error_kind_epub},
     {"content.xml", Format::odt, texts::error_kind_odt},
     {"xl/workbook.xml", std::nullopt, texts::error_kind_excel},
     {"ppt/presentation.xml", std::nullopt, texts::error_kind_powerpoint},
     {"word/document.xml", Format::docx, texts::error_kind_word},
     {"_rels/.rels", Format::docx, texts::error_kind_word}}};

Document parse_archive(std::string_view bytes, const std::string& name, std::optional<Format> format) {
  if (bytes.empty()) throw Error(texts::error_file_empty, name);
  const Archive archive(bytes, name);
  if (is_encrypted(archive)) throw Error(texts::error_file_encrypted, name);
  const auto* const kind =
      std::ranges::find_if(archive_kinds, [&](const ArchiveKind& one) { return archive.has(std::string(one.part)); });
  if (kind == archive_kinds.end()) throw Error(texts::error_file_other_archive, name);
  if (!kind->format) throw Error(texts::error_named, name, kind->description);
  if (format.value_or(*kind->format) != *kind->format)
    throw Error(texts::error_file_other_format, name, kind->description);
  if (*kind->format == Format::epub) return read_epub(archive, name);
  Document document = *kind->format == Format::odt ? read_odt(archive, name) : read_docx(archive, name);
  document.set_properties(read_properties(archive, name));
  return document;
}

// How the bytes of a format are read.
struct Reader {
  Format format;
  std::string_view name;
  std::array<std::string_view, 3> endings;  // of files; the first is the usual one
  Document (*read)(std::string_view bytes, const std::string& name);
  bool is_archive = false;
};

constexpr std::array<Reader, 10> readers = {{
    {Format::text,
     "text",
     {".txt"},
     [](std::string_view bytes, const std::string& name) { return Document::from_lines(decode_text(bytes, name)); }},
    {Format::markdown,
     "md",
     {".md", ".markdown"},
     [](std::string_view bytes, const std::string& name) { return read_markdown(decode_text(bytes, name), name); }},
    {Format::latex,
     "tex",
     {".tex", ".ltx"},
     [](std::string_view bytes, const std::string& name) { return read_latex(decode_text(bytes, name)); }},
    {Format::odt,
     "odt",
     {".odt", ".fodt"},
     [](std::string_view bytes, const std::string& name) {
       return is_flat_odt(bytes) ? read_flat_odt(bytes, name) : parse_archive(bytes, name, Format::odt);
     },
     true},
    {Format::docx,
     "docx",
     {".docx"},
     [](std::string_view bytes, const std::string& name) { return parse_archive(bytes, name, Format::docx); },
     true},
    {Format::html, "html", {".html", ".htm", ".xhtml"}, read_html},
    {Format::epub,
     "epub",
     {".epub"},
     [](std::string_view bytes, const std::string& name) { return parse_archive(bytes, name, Format::epub); },
     true},
    {Format::rtf,
     "rtf",
     {".rtf"},
     [](std::string_view bytes, const std::string& name) { return read_with_office(bytes, name, ".rtf"); }},
    {Format::doc,
     "doc",
     {".doc"},
     [](std::string_view bytes, const std::string& name) { return read_with_office(bytes, name, ".doc"); }},
    {Format::pdf, "pdf", {".pdf"}, read_pdf},
}};

const Reader& reader_of(Format format) {
  return *std::ranges::find(readers, format, &Reader::format);
}

// What a file is by its first bytes, where these tell; "archive" stands for all that are one.
struct Beginning {
  std::optional<Format> format;
  bool is_archive = false;
};

Beginning beginning_of(std::string_view bytes) {
  if (bytes.starts_with(zip_magic)) return {std::nullopt, true};
  if (bytes.starts_with(pdf_magic)) return {Format::pdf, false};
  if (bytes.starts_with(rtf_magic)) return {Format::rtf, false};
  if (bytes.starts_with(compound_magic)) return {Format::doc, false};
  if (is_flat_odt(bytes)) return {Format::odt, false};
  if (looks_like_html(bytes)) return {Format::html, false};
  return {};
}

// The format in which to read a file; nothing: what the archive holds decides, or else it is plain text.
std::optional<Format> format_to_read(std::string_view bytes, std::optional<Format> given) {
  const bool is_loose = given == Format::rtf || given == Format::doc;
  return given && !is_loose ? given : beginning_of(bytes).format;
}

// Formats that people take for another, told apart by their first bytes so that the message can say what to do.
void refuse_known_binary(std::string_view bytes, const std::string& name, Format format) {
  const std::optional<Format> begins_as = beginning_of(bytes).format;
  if (begins_as == format) return;
  if (begins_as == Format::pdf) throw Error(texts::error_file_other_format, name, texts::error_kind_pdf);
  if (begins_as == Format::rtf) throw Error(texts::error_file_other_format, name, texts::error_kind_rtf);
  if (begins_as == Format::doc) throw Error(texts::error_file_old_word, name);
}

bool is_text(Format format) {
  return format == Format::text || format == Format::markdown || format == Format::latex;
}

bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE");
}

[[noreturn]] void refuse_size(const std::string& name) {
  throw Error(texts::error_file_too_large, name);
}

// Adds to bytes what comes, until there are most of them or no more comes.
void read_up_to(std::FILE* stream, std::size_t most, const std::string& name, std::string& bytes) {
  std::array<char, std::size_t{64} << 10> buffer;
  while (bytes.size() < most) {
    const std::size_t got = std::fread(buffer.data(), 1, std::min(buffer.size(), most - bytes.size()), stream);
    if (got == 0) break;
    bytes.append(buffer.data(), got);
  }
  if (std::ferror(stream)) throw Error(texts::error_file_read, name, bytes.size(), text::system_error(errno));
}

void read_rest(std::FILE* stream, const std::string& name, std::string& bytes) {
  read_up_to(stream, most_file_bytes + 1, name, bytes);
  if (bytes.size() > most_file_bytes) refuse_size(name);
}

}  // namespace

void refuse_early(std::string_view head, std::optional<std::uintmax_t> size, const std::string& name,
                  std::optional<Format> given) {
  if (size.value_or(0) > most_file_bytes) refuse_size(name);
  const std::optional<Format> format = format_to_read(head, given);
  if (!format && head.starts_with(zip_magic)) return;
  const Reader& reader = reader_of(format.value_or(Format::text));
  refuse_known_binary(head, name, reader.format);
  if (reader.is_archive) {
    if (!head.starts_with(zip_magic) && size.value_or(most_file_bytes) > most_bytes_of_odd_archive)
      throw Error(texts::error_file_not_archive, name);
  } else if (reader.format == Format::html) {
    if (!has_utf16_mark(head)) refuse_zero_bytes(head, name);
  } else if (is_text(reader.format) && !has_utf16_mark(head)) {
    require_utf8_start(head, name);
  }
}

void parse_part(const Archive& archive, const std::string& part, const std::string& name, MarkupHandler& handler) {
  XmlParser parser(handler, name + ": " + part);
  archive.read(part, most_part_bytes, [&](std::string_view bytes) { parser.feed(bytes); });
  parser.finish();
}

std::optional<Format> format_of_name(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
  for (const Reader& reader : readers) {
    if (!ending.empty() && std::ranges::find(reader.endings, ending) != reader.endings.end()) return reader.format;
  }
  return std::nullopt;
}

std::span<const NamedFormat> format_names() {
  static const auto names = [] {
    std::array<NamedFormat, readers.size()> all = {};
    std::ranges::transform(readers, all.begin(), [](const Reader& reader) {
      return NamedFormat{reader.name, reader.format};
    });
    return all;
  }();
  return names;
}

std::string format_endings() {
  std::string all;
  for (const Reader& reader : readers) all.append(all.empty() ? "" : ", ").append(reader.endings.front());
  return all;
}

std::string read_stream(std::FILE* stream, const std::string& name) {
  std::string bytes;
  const std::optional<std::uintmax_t> size = platform::size_of(stream);
  if (size.value_or(0) > most_file_bytes) refuse_size(name);
  bytes.reserve(size.value_or(0));
  read_rest(stream, name, bytes);
  return bytes;
}

namespace {

using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

OpenFile open_file(const std::filesystem::path& file) {
  const std::string name = file.string();
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) throw Error(texts::error_named, name, text::system_error(EISDIR));
  OpenFile stream(platform::open_file(file, "rb"));
  if (!stream) throw Error(texts::error_named, name, text::system_error(errno));
  return stream;
}

}  // namespace

std::string read_bytes(const std::filesystem::path& file) {
  return read_stream(open_file(file).get(), file.string());
}

Document parse(std::string_view bytes, const std::string& name, std::optional<Format> given) {
  const std::optional<Format> format = format_to_read(bytes, given);
  if (!format && bytes.starts_with(zip_magic)) return parse_archive(bytes, name, std::nullopt);
  const Reader& reader = reader_of(format.value_or(Format::text));
  refuse_known_binary(bytes, name, reader.format);
  return reader.read(bytes, name);
}

bool is_plain_text(std::string_view bytes, std::optional<Format> given) {
  const Format format = format_to_read(bytes, given).value_or(Format::text);
  return !bytes.starts_with(zip_magic) && is_text(format);
}

Document read(const std::filesystem::path& file, std::optional<Format> given) {
  const std::optional<Format> format = given ? given : format_of_name(file);
  const std::string name = file.string();
  const OpenFile stream = open_file(file);
  const std::optional<std::uintmax_t> size = platform::size_of(stream.get());
  std::string bytes;
  read_up_to(stream.get(), head_bytes, name, bytes);
  refuse_early(bytes, size, name, format);
  bytes.reserve(size.value_or(0));
  read_rest(stream.get(), name, bytes);
  return parse(bytes, name, format);
}

}  // namespace soat::document
