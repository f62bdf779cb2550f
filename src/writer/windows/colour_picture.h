#pragma once

#include <com/sun/star/graphic/XGraphic.hpp>
#include <cstdint>
#include <vector>

#include "writer/border/configuration.h"

namespace soat::writer {

// A picture of upright stripes of these colours (RGB), each one pixel wide; their number is a multiple of four. Throws
// what UNO throws.
css::uno::Reference<css::graphic::XGraphic> picture_of(const Context& context,
                                                       const std::vector<std::uint32_t>& stripes, std::uint32_t height);

// A picture of these pixels (RGB), line by line from the top on; the width is a multiple of four.
css::uno::Reference<css::graphic::XGraphic> picture_of_pixels(const Context& context,
                                                              const std::vector<std::uint32_t>& pixels,
                                                              std::uint32_t width);

}  // namespace soat::writer
