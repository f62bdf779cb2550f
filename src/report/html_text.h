#pragma once

#include <string>
#include <string_view>

namespace soat::report {

// Adds a piece of text, UTF-8, as HTML shows it. Control characters, which HTML may not hold, become U+FFFD, and so do
// those that change the direction of writing and with it what the page seems to say. U+FFFC, which stands in the place
// of fields and anchors of notes and which browsers show as a box, is left out.
void add_escaped(std::string_view utf8, std::string& out);

std::string escaped(std::string_view utf8);

}  // namespace soat::report
