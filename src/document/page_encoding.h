#pragma once

#include <string>
#include <string_view>

namespace soat::document {

// The bytes of a web page as UTF-8, without a byte order mark. The encoding is that of the mark; else UTF-8 when all of
// the page is UTF-8, since a label that contradicts it is wrong; else the one that <meta> in the first 1024 bytes names
// (HTML standard, 13.2.3.2), that the XML declaration names, or that <meta> further below does, as browsers find it
// when they get there. Throws soat::Error with name and position for bytes that the encoding does not have, for an
// encoding that is not known, and when none is named.
std::string page_to_utf8(std::string_view bytes, const std::string& name);

}  // namespace soat::document
