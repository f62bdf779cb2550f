#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// citation.legal-form: the symbol of a legal document written otherwise than Decree 30/2020/NĐ-CP (Appendix I, II.3)
// and, for the Party's, Guideline 36-HD/VPTW prescribe: with blanks or wrong dashes, without the stroke of Đ,
// "35/NQ-TW" for "35-NQ/TW"; in profile strict also a date of issue without the zero before days under 10 and months 1
// and 2.
std::unique_ptr<Rule> make_citation_legal_form(const RuleData& data);

}  // namespace soat::check
