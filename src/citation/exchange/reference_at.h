#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace soat::citation {

// Something in a text that can become a citation.
struct ReferenceAt {
  nlohmann::json item;    // CSL-JSON: a web page of which only the address is known, or a legal document
  std::size_t start = 0;  // UTF-16 range in the paragraph
  std::size_t end = 0;
  bool in_words = false;  // a document named in words, which belong to their sentence; otherwise an address
};

// What a selection [start, end) of a paragraph refers to: "https://…", "Nguồn: https://…", a legal reference. A mere
// cursor (start is end) means the reference that it stands in, or the only one of the paragraph. Nothing when there is
// none, or no telling which.
std::optional<ReferenceAt> reference_at(std::u16string_view paragraph, std::size_t start, std::size_t end);

}  // namespace soat::citation
