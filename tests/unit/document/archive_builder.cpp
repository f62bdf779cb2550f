#include "archive_builder.h"

#include <zip.h>

#include <stdexcept>

namespace soat::document {

std::string make_archive(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_error_t error;
  zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(memory);
  zip_t* zip = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : parts) {
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), 0);
  }
  if (zip_close(zip) != 0) throw std::runtime_error("cannot make the archive");
  zip_stat_t stat;
  zip_source_stat(memory, &stat);
  std::string archive(stat.size, '\0');
  zip_source_open(memory);
  zip_source_read(memory, archive.data(), archive.size());
  zip_source_close(memory);
  zip_source_free(memory);
  return archive;
}

std::string make_odt(std::string_view body, std::string_view automatic_styles) {
  std::string content =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
      "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
      "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
      "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"><office:automatic-styles>";
  content += automatic_styles;
  content += "</office:automatic-styles><office:body><office:text>";
  content += body;
  content += "</office:text></office:body></office:document-content>";
  return make_archive({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content}});
}

std::string make_docx(std::string_view body, std::string_view footnotes) {
  const std::string spaces =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
      "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
      "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
  std::vector<std::pair<std::string, std::string>> parts = {
      {"word/document.xml", "<w:document" + spaces + "><w:body>" + std::string(body) + "</w:body></w:document>"}};
  if (!footnotes.empty()) {
    parts.emplace_back("word/footnotes.xml", "<w:footnotes" + spaces + ">" + std::string(footnotes) + "</w:footnotes>");
  }
  return make_archive(parts);
}

}  // namespace soat::document
