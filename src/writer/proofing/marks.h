#pragma once

#include <com/sun/star/awt/FontUnderline.hpp>

#include "check/category.h"

namespace soat::writer {

// How a category is underlined.
struct Mark {
  sal_Int32 colour;
  sal_Int16 line;
};

constexpr Mark mark_of(check::Category category) {
  return {static_cast<sal_Int32>(check::info_of(category).colour), css::awt::FontUnderline::WAVE};
}

}  // namespace soat::writer
