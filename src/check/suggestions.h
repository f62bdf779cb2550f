#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "check/shared_value.h"

namespace soat::check {

// What could stand in the place of a finding, best first. Copies share it.
class Suggestions : public Shared<std::vector<std::u16string>> {
 public:
  Suggestions() = default;
  Suggestions(std::vector<std::u16string> all) { take(std::move(all)); }
  Suggestions(std::initializer_list<std::u16string> all) : Suggestions(std::vector(all)) {}

  auto begin() const { return (*this)->begin(); }
  auto end() const { return (*this)->end(); }
  std::size_t size() const { return (*this)->size(); }
  bool empty() const { return (*this)->empty(); }
  const std::u16string& front() const { return (*this)->front(); }
  const std::u16string* data() const { return (*this)->data(); }
  const std::u16string& operator[](std::size_t index) const { return (**this)[index]; }

 private:
  // Most findings of a document that has very many have none, which takes no memory.
  void take(std::vector<std::u16string> all) {
    if (!all.empty()) static_cast<Shared&>(*this) = Shared(std::move(all));
  }
};

}  // namespace soat::check
