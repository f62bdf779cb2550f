#pragma once

#include <string_view>
#include <vector>

#include "text/analysis.h"

namespace soat::text {

// Divides the tokens of a paragraph into sentences (appended; they cover all tokens) and sets Token::sentence_start. A
// sentence ends at . ! ? … and what closes after it (quotes, brackets). The stops of abbreviations, initials and
// numbers are part of their tokens and end none; neither does the stop of a list head ("1.", "a.", "IV." at the start),
// nor dots that a small letter follows. What goes on without an end is cut after 4,096 tokens; the next one is then no
// sentence_start.
void split_sentences(std::u16string_view text, std::vector<Token>& tokens, std::vector<Sentence>& sentences);

}  // namespace soat::text
