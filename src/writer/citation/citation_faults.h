#pragma once

#include <string_view>

#include "text/error.h"
#include "texts/texts.h"

namespace soat::writer {

// Why a command on citations leaves a document as it is, where the user can do something about it.
class CitationFault : public Error {
 public:
  using Error::Error;
};

// A citation whose text has a note, a field or a picture in it, which cannot be written again.
class CitationHoldsMore : public CitationFault {
 public:
  // about: what is shown of the citation, UTF-8
  explicit CitationHoldsMore(std::string_view about) : CitationFault(texts::citation_error_holds_more, about) {}
};

}  // namespace soat::writer
