#pragma once

#include <com/sun/star/awt/FontUnderline.hpp>

#include "check/finding.h"

namespace soat::writer {

// How a category is underlined: one colour each, told apart also by people who do not tell red from green (the pairs
// that meet most often differ in lightness). Red stays the spell checker's.
struct Mark {
  sal_Int32 colour;
  sal_Int16 line;
};

constexpr Mark mark_of(check::Category category) {
  using css::awt::FontUnderline::WAVE;
  switch (category) {
    case check::Category::spelling:
      return {0xE65100, WAVE};
    case check::Category::garble:
      return {0x8E24AA, WAVE};
    case check::Category::residue:
      return {0x6D4C41, WAVE};
    case check::Category::encoding:
      return {0x00838F, WAVE};
    case check::Category::capitalisation:
      return {0x1565C0, WAVE};
    case check::Category::punctuation:
      return {0x1565C0, WAVE};
    case check::Category::style:
      return {0x43A047, WAVE};
    case check::Category::citation:
      return {0x546E7A, WAVE};
  }
  return {0x1565C0, WAVE};
}

}  // namespace soat::writer
