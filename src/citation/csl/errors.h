#pragma once

#include <string>

#include "text/error.h"
#include "texts/texts.h"

namespace soat::citation {

// What was running was ended by cancel(): no fault of the style or of the items.
class Cancelled : public Error {
 public:
  Cancelled() : Error(texts::error_engine_cancelled) {}
};

// No folder has a style with this id.
class StyleMissing : public Error {
 public:
  explicit StyleMissing(std::string id) : Error(texts::error_style_missing, id), id_(std::move(id)) {}
  const std::string& id() const { return id_; }

 private:
  std::string id_;
};

}  // namespace soat::citation
