#pragma once

#include <memory>
#include <utility>

namespace soat::check {

// A value that copies share until one of them is edited. Of all findings in a document few say something that no other
// says.
template <class Value>
class Shared {
 public:
  Shared() = default;
  Shared(Value value) : value_(std::make_shared<Value>(std::move(value))) {}

  const Value& operator*() const { return value_ != nullptr ? *value_ : empty(); }
  const Value* operator->() const { return &**this; }
  operator const Value&() const { return **this; }

  // The value, which no copy has from here on.
  Value& edit() {
    if (value_ == nullptr || value_.use_count() > 1) value_ = std::make_shared<Value>(**this);
    return *value_;
  }

  // Whether it is one value in one place.
  bool is_shared_with(const Shared& other) const { return value_ == other.value_; }
  friend bool operator==(const Shared& a, const Shared& b) { return a.value_ == b.value_ || *a == *b; }

 private:
  static const Value& empty() {
    static const Value value;
    return value;
  }

  std::shared_ptr<Value> value_;
};

}  // namespace soat::check
