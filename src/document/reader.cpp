#include "document/reader.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "document/archive.h"
#include "document/decode.h"
#include "document/formats.h"
#include "text/error.h"
#include "text/utf.h"

namespace soat::document {
namespace {

constexpr std::size_t most_file_bytes = std::size_t{1} << 30;
constexpr std::string_view zip_magic = "PK\x03\x04";

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::string reason(int error) {
  return std::generic_category().message(error);
}

// Formats that people take for text, told apart by their first bytes so that the message can say what to do.
void refuse_known_binary(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with("%PDF-")) throw Error(name + ": a PDF file: export the text as .odt, .docx or .txt");
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    throw Error(name + ": an old Word or an encrypted document: save it as .odt or .docx without a password");
  }
  if (bytes.starts_with("{\\rtf")) throw Error(name + ": an RTF file: save it as .odt or .docx");
}

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

Document parse_archive(std::string_view bytes, const std::string& name, std::optional<Format> format) {
  const Archive archive(bytes, name);
  if (!format && archive.has("content.xml")) format = Format::odt;
  if (!format && archive.has("word/document.xml")) format = Format::docx;
  if (!format) throw Error(name + ": an archive, but neither an .odt nor a .docx document");
  Document document = *format == Format::odt ? read_odt(archive, name) : read_docx(archive, name);
  document.set_properties(read_properties(archive, name));
  return document;
}

}  // namespace

void parse_part(const Archive& archive, const std::string& part, const std::string& name, MarkupHandler& handler) {
  XmlParser parser(handler, name + ": " + part);
  archive.read(part, most_part_bytes, [&](std::string_view bytes) { parser.feed(bytes); });
  parser.finish();
}

std::optional<Format> format_of_name(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
  if (ending == ".txt" || ending == ".md") return Format::text;
  if (ending == ".odt") return Format::odt;
  if (ending == ".docx") return Format::docx;
  if (ending == ".html" || ending == ".htm" || ending == ".xhtml") return Format::html;
  return std::nullopt;
}

std::string read_stream(std::FILE* stream, const std::string& name) {
  std::string bytes;
  char buffer[64 * 1024];
  while (true) {
    const std::size_t got = std::fread(buffer, 1, sizeof buffer, stream);
    if (got == 0) break;
    bytes.append(buffer, got);
    if (bytes.size() > most_file_bytes) throw Error(name + ": larger than 1 GiB: take it apart");
  }
  if (std::ferror(stream)) throw Error(name + ": byte " + std::to_string(bytes.size()) + ": " + reason(errno));
  return bytes;
}

std::string read_bytes(const std::filesystem::path& file) {
  const std::string name = file.string();
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) throw Error(name + ": " + reason(EISDIR));
  const std::unique_ptr<std::FILE, CloseFile> stream(std::fopen(name.c_str(), "rb"));
  if (!stream) throw Error(name + ": " + reason(errno));
  return read_stream(stream.get(), name);
}

Document parse(std::string_view bytes, const std::string& name, std::optional<Format> format) {
  refuse_known_binary(bytes, name);
  const bool is_archive = bytes.starts_with(zip_magic);
  if (format == Format::html) return read_html(bytes, name);
  if (format == Format::odt || format == Format::docx || (!format && is_archive))
    return parse_archive(bytes, name, format);
  return Document::from_lines(decode_text(bytes, name));
}

Document read(const std::filesystem::path& file) {
  return parse(read_bytes(file), file.string(), format_of_name(file));
}

}  // namespace soat::document
