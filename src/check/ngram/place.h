#pragma once

#include <cstdint>
#include <string_view>

#include "model/token_stream.h"
#include "text/analysis.h"
#include "text/letter_case.h"

namespace soat::check::ngram {

// Parts of features that say how a place looks.

// 0 small letters, 1 capitalised, 2 capitals, 3 mixed.
inline float case_number(const model::Item& item) {
  return item.letter_case == text::LetterCase::upper         ? 2.0F
         : item.letter_case == text::LetterCase::mixed       ? 3.0F
         : item.letter_case == text::LetterCase::capitalised ? 1.0F
                                                             : 0.0F;
}

// Whether a quotation mark or bracket stands directly beside the range.
inline bool is_beside_quotation(const text::Analysis& analysis, std::uint32_t start, std::uint32_t end) {
  const auto is_mark = [&](std::size_t at) {
    return std::u16string_view(u"\"'“”‘’()[]«»").find(analysis.text[at]) != std::u16string_view::npos;
  };
  return (start > 0 && is_mark(start - 1)) || (end < analysis.text.size() && is_mark(end));
}

}  // namespace soat::check::ngram
