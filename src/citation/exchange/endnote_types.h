#pragma once

#include <string_view>

namespace soat::citation {

// The RIS type of one of EndNote's reference types by its name, "Journal Article"; GEN for unknown ones.
std::string_view ris_type_of_endnote(std::string_view name);

}  // namespace soat::citation
