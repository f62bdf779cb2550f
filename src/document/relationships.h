#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/archive.h"

namespace soat::document {

// What a part of an Office Open XML package (ECMA-376, part 2, 8.3) or the package itself refers to.
struct Relationship {
  std::string type;    // the last piece of its address, such as "footnotes": the rest differs between versions
  std::string target;  // the name of a part in the archive
};

// The relationships of a part, or of the package for "", that lead to other parts, in the order of the file; none when
// it has none. name: that of the document, for messages. Throws soat::Error for damaged XML.
std::vector<Relationship> read_relationships(const Archive& archive, std::string_view part, const std::string& name);

}  // namespace soat::document
