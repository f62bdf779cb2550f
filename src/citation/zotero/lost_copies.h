#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace soat::citation::zotero {

// How often each of some texts stands in another, in UTF-16. Where several fit, the longest is taken, and places do not
// overlap. Texts are distinct and not empty. Time grows with the length of `where` and with how many texts begin alike.
std::vector<std::size_t> count_texts(std::u16string_view where, const std::vector<std::u16string>& texts);

}  // namespace soat::citation::zotero
