#pragma once

#include <string>

#include "check/rule_info.h"
#include "report/report.h"

// What is known of the kinds of findings, for people and programs; UTF-8. Those that find nothing are left out.
namespace soat::report {

// One line a kind, by category.
std::string rule_list(Language language);

// All that is known of one: what and why, an example, from which confidence on it is shown.
std::string rule_text(const check::RuleInfo& rule, Language language);

// A JSON object of one, on a line; and an array of all.
std::string rule_json(const check::RuleInfo& rule, Language language);
std::string rule_list_json(Language language);

// A Markdown page of all in both languages: docs/rules.md.
std::string rule_page();

}  // namespace soat::report
