#pragma once

#include <string>
#include <vector>

#include "document/reader.h"
#include "document/revision.h"
#include "expect.h"

// Documents revised, for tests.
namespace soat::document {

inline const RevisionOptions as_change = {};

inline Texts revised(const std::string& bytes, const std::string& name, Format format,
                     const std::vector<Change>& changes, const RevisionOptions& options = as_change) {
  const Document document = parse(bytes, name, format);
  return texts(parse(revise(bytes, name, format, document, changes, options).bytes, name, format));
}

}  // namespace soat::document
