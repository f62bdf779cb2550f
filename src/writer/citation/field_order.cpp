#include "writer/citation/field_order.h"

#include <algorithm>
#include <com/sun/star/uno/Exception.hpp>
#include <utility>

namespace soat::writer {

void FieldOrder::forget() {
  known_ = false;
  names_.clear();
  standing_.clear();
}

void FieldOrder::begin() {
  if (!known_) {
    forget();
    names_ = fields_.names();
  }
  for (Standing& one : standing_) one.place.reset();
  compared_ = 0;
}

FieldOrder::Look FieldOrder::look() {
  return known_ ? compare() : learn();
}

FieldOrder::Look FieldOrder::learn() {
  if (names_.empty()) {
    for (Standing& one : standing_) one.place.reset();
    known_ = true;
    return Look::as_known;
  }
  const OUString name = std::move(names_.back());
  names_.pop_back();
  Standing next{fields_.content(name), std::nullopt};
  next.place = fields_.place_in_order(next.content);
  const auto behind =
      std::upper_bound(standing_.begin(), standing_.end(), next,
                       [&](const Standing& a, const Standing& b) { return fields_.before(*a.place, *b.place); });
  standing_.insert(behind, std::move(next));
  return Look::goes_on;
}

FieldOrder::Look FieldOrder::compare() {
  if (compared_ > 1) standing_[compared_ - 2].place.reset();
  if (compared_ == standing_.size()) {
    if (compared_ > 0) standing_.back().place.reset();
    return Look::as_known;
  }
  Standing& next = standing_[compared_++];
  try {
    next.place = fields_.place_in_order(next.content);
    if (compared_ > 1 && fields_.before(*next.place, *standing_[compared_ - 2].place)) return Look::changed;
  } catch (const css::uno::Exception&) {  // what was removed stands nowhere
    return Look::changed;
  }
  return Look::goes_on;
}

bool FieldOrder::has_changed() {
  begin();
  Look seen = Look::goes_on;
  while (seen == Look::goes_on) seen = look();
  return seen == Look::changed;
}

}  // namespace soat::writer
