#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// citation.url-as-source: a paragraph that is nothing but a web address, or "Nguồn:" and one: a source that tells
// neither author nor title nor date. Suggests the source in a line where the user's library has the address.
std::unique_ptr<Rule> make_citation_url_as_source(const RuleData& data);

}  // namespace soat::check
