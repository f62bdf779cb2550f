#pragma once

#include <array>

#include "writer/border/configuration.h"

namespace soat::writer {

// While it lives, the office takes its user for Soát: the author of a recorded change is whoever its user data name,
// and nothing else says who that is. It must not outlive a turn of the main loop, in which the user may type. For the
// main thread.
class NamedSoat {
 public:
  // Without the right to change the user data, the user stays who they are.
  explicit NamedSoat(const Context& context);
  ~NamedSoat();
  NamedSoat(const NamedSoat&) = delete;
  NamedSoat& operator=(const NamedSoat&) = delete;

  bool is_named() const { return is_named_; }

 private:
  Context context_;
  std::array<OUString, 3> before_;
  bool is_named_ = false;
};

// Gives the user their name back where the office ended before a NamedSoat did.
void restore_user_name(const Context& context);

}  // namespace soat::writer
