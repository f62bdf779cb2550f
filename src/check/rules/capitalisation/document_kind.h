#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// capitalisation.document-kind: the kind of a document in small letters before its number (nghị định số 30/2020/NĐ-CP);
// Decree 30/2020/NĐ-CP, Appendix II, V.6.
std::unique_ptr<Rule> make_capitalisation_document_kind(const RuleData& data);

}  // namespace soat::check
