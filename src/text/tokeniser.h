#pragma once

#include <string_view>
#include <vector>

#include "text/token.h"

namespace soat::text {

// Appends the tokens of a composed paragraph (any UTF-16) in order; Token::sentence_start is left false. Linear time:
// whatever looks ahead looks at most a fixed number of units ahead, or consumes what it has looked at.
void tokenise(std::u16string_view text, std::vector<Token>& tokens);

}  // namespace soat::text
