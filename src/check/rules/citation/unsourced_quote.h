#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// citation.unsourced-quote, profile strict only: a quotation of 25 words or more, and neither in its paragraph nor in
// those next to it a word of saying, a reference, a note or a number in brackets.
std::unique_ptr<Rule> make_citation_unsourced_quote(const RuleData& data);

}  // namespace soat::check
