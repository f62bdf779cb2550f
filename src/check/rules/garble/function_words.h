#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// garble.function-words: two words of quantity for one noun (một số những, các những, mỗi các), of which a grammar of
// Vietnamese allows one (Nguyễn Tài Cẩn, "Từ loại danh từ trong tiếng Việt hiện đại", 1975: one plural word before the
// noun).
std::unique_ptr<Rule> make_garble_function_words(const RuleData& data);

}  // namespace soat::check
