#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace soat::document {

// A ZIP archive with these parts, as bytes.
std::string make_archive(const std::vector<std::pair<std::string, std::string>>& parts);

// An .odt or .docx document with this as its body; the wrapping elements and name spaces are put round it.
std::string make_odt(std::string_view body, std::string_view automatic_styles = {});
std::string make_docx(std::string_view body, std::string_view footnotes = {});

}  // namespace soat::document
