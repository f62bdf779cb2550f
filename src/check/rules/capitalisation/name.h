#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// capitalisation.name: names of bodies, laws, places, persons, orders and days in other capitals than the norm's
// (Decree 30/2020/NĐ-CP, Appendix II; the table is capitals.txt): Ban thường vụ, Luật đất đai, tỉnh Quảng nam, Bộ Giáo
// Dục Và Đào Tạo.
std::unique_ptr<Rule> make_capitalisation_name(const RuleData& data);

}  // namespace soat::check
