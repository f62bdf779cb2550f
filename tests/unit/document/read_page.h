#pragma once

#include <string_view>

#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"

// Pages read, for tests.
namespace soat::document {

inline Texts read_page(std::string_view html) {
  return texts(parse(html, "a.html", Format::html));
}

}  // namespace soat::document
