#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"

// Word documents read, for tests.
namespace soat::document {

inline std::string word(std::string_view root, std::string_view content) {
  return "<w:" + std::string(root) + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" +
         std::string(content) + "</w:" + std::string(root) + ">";
}

inline std::string paragraph(std::string_view text) {
  return "<w:p><w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r></w:p>";
}

inline std::string relationships(const std::vector<std::pair<std::string, std::string>>& typed_targets) {
  std::string xml = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (const auto& [type, target] : typed_targets)
    xml += "<Relationship Id=\"r\" Type=\"http://x/relationships/" + type + "\" Target=\"" + target + "\"/>";
  return xml + "</Relationships>";
}

}  // namespace soat::document
