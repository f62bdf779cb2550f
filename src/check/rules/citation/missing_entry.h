#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// citation.missing-entry: a citation typed by hand, [4] or (Nguyễn, 2020), that the document's list of sources has no
// entry for. Sees whole documents only.
std::unique_ptr<Rule> make_citation_missing_entry(const RuleData& data);

}  // namespace soat::check
