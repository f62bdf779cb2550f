#pragma once

#include <string>

#include "text/error.h"

namespace soat::citation {

// What was running was ended by cancel(): no fault of the style or of the items.
class Cancelled : public Error {
 public:
  Cancelled() : Error("citation engine: cancelled") {}
};

// No folder has a style with this id.
class StyleMissing : public Error {
 public:
  explicit StyleMissing(std::string id) : Error(id + ": this citation style is not installed"), id_(std::move(id)) {}
  const std::string& id() const { return id_; }

 private:
  std::string id_;
};

}  // namespace soat::citation
