#pragma once

#include <string>
#include <string_view>

namespace soat::document {

// The folder of a part of an archive, with the slash at its end; empty for a part at the top.
std::string_view folder_of(std::string_view part);

// The name of the part that a reference from a folder leads to (RFC 3986, 5.2, for paths alone), escapes resolved. It
// never leads out of the archive.
std::string resolve_reference(std::string_view folder, std::string_view reference);

}  // namespace soat::document
