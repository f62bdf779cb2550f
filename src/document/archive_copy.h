#pragma once

#include <map>
#include <string>
#include <string_view>

namespace soat::document {

// A copy of a ZIP archive in which some parts are others, or new; the rest keeps its place and its bytes. Throws
// soat::Error that names the file.
std::string copy_archive(std::string_view bytes, const std::string& name,
                         const std::map<std::string, std::string>& replaced);

}  // namespace soat::document
