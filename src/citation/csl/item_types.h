#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace soat::citation {

// The types that an item may have: CSL 1.0.2, appendix III.
inline constexpr auto csl_types = std::to_array<std::string_view>({
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
});

constexpr bool is_csl_type(std::string_view type) {
  return std::ranges::find(csl_types, type) != csl_types.end();
}

}  // namespace soat::citation
