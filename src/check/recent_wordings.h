#pragma once

#include <cstddef>
#include <vector>

#include "check/finding.h"

namespace soat::check {

// Lets findings that say the same share it: a document with the same mistake on every line takes no more memory for
// what is said of it than one with one. Of what was said last a fixed number is looked at, so that the work for a
// finding is the same however many there are.
class RecentWordings {
 public:
  // Gives the finding the message and the suggestions that an earlier one has, where they are equal.
  void share(Finding& finding);

 private:
  template <class Handle>
  static void share(Handle& value, std::size_t hash, std::vector<Handle>& kept);

  std::vector<Shared<Message>> messages_;
  std::vector<Suggestions> suggestions_;
};

}  // namespace soat::check
