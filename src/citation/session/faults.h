#pragma once

#include <string_view>

#include "text/error.h"
#include "texts/texts.h"

namespace soat::citation::session {

// Why a command on citations leaves a document as it is, where the user can do something about it.
class Fault : public Error {
 public:
  using Error::Error;
};

// A citation whose text has a note, a field or a picture in it, which cannot be written again.
class HoldsMore : public Fault {
 public:
  // about: what is shown of the citation, UTF-8
  explicit HoldsMore(std::string_view about) : Fault(texts::citation_error_holds_more, about) {}
};

}  // namespace soat::citation::session
