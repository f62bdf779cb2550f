#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace soat::citation {

// The item that a web page's metadata describe; at least id and type. `charset`: what the server said, may be empty. In
// what order the encoding is decided: byte order mark; UTF-8 when the bytes are, whatever else is said (text of another
// encoding is UTF-8 by accident next to never, while wrong declarations are common); `charset`; <meta>; windows-1258,
// which the HTML standard (13.2.3.2) has for Vietnamese. Throws soat::Error for a page larger than 16 MB.
nlohmann::json read_page_metadata(std::string_view bytes, const std::string& name, const std::string& charset);

// Types of which the site itself is the container: a news article, a post, a page.
bool is_of_a_site(std::string_view type);

}  // namespace soat::citation
