#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace soat::review {

// [start, end) of a paragraph between « » with at most so many units round it on each side, whole words; … where more
// stands there. What is no text in the document (U+FFFC) shows as a space.
std::u16string excerpt(std::u16string_view paragraph, std::size_t start, std::size_t end, std::size_t context);

}  // namespace soat::review
