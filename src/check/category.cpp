#include "check/category.h"

#include <algorithm>

namespace soat::check {

static_assert(std::ranges::is_sorted(categories, {}, &CategoryInfo::category) &&
                  static_cast<std::size_t>(categories.back().category) + 1 == categories.size(),
              "one entry a category, in their order");

bool category_from_name(std::string_view text, Category& out) {
  const auto* const found = std::ranges::find(categories, text, &CategoryInfo::name);
  if (found == categories.end()) return false;
  out = found->category;
  return true;
}

}  // namespace soat::check
