#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "review/finding_strip.h"
#include "writer/border/strings.h"
#include "writer/windows/review.h"

// What the files of the side panel share.
namespace soat::writer::panel {

// Of the list of findings.
enum Column : sal_Int32 { colour_column, snippet_column, suggestion_column, reason_column, confidence_column, columns };

inline constexpr const char* list = "findings";

// The controls of a category: "kind_3".
inline std::string numbered(const char* name, std::size_t number) {
  return name + std::to_string(number);
}

// The strip of a review's document, without findings yet.
inline review::FindingStrip strip_of(Review& review) {
  constexpr std::size_t parts = 120;
  std::vector<std::size_t> lengths;
  for (std::uint32_t i = 0; i < review.reviewed().paragraph_count(); ++i)
    lengths.push_back(review.reviewed().paragraph(i).text.text.size());
  return {lengths, parts};
}

}  // namespace soat::writer::panel
