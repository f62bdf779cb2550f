#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// citation.legal-first-mention: a document is named by its symbol alone the first time and in full (date, issuer or
// subject) only later; the first mention is the place for it (Decree 30/2020/NĐ-CP, Appendix I, II.6.b). Also where no
// full mention follows but the user's library knows the document. Sees whole documents only.
std::unique_ptr<Rule> make_citation_legal_first_mention(const RuleData& data);

}  // namespace soat::check
