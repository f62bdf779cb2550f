#pragma once

#include <string>
#include <utility>

#include "text/error.h"

namespace soat::citation::session {

// Why a command on citations leaves a document as it is, where the user can do something about it: the name of a
// message and what it is about (UTF-8).
class Fault : public Error {
 public:
  Fault(const char* text, std::string about) : Error(about), text_(text), about_(std::move(about)) {}
  const char* text() const { return text_; }
  const std::string& about() const { return about_; }

 private:
  const char* text_;
  std::string about_;
};

// A citation whose text has a note, a field or a picture in it, which cannot be written again.
class HoldsMore : public Fault {
 public:
  explicit HoldsMore(std::string about) : Fault("citation.error.holds-more", std::move(about)) {}
};

}  // namespace soat::citation::session
