#pragma once

#include <optional>
#include <string_view>

namespace soat::citation {

// Whether Vietnamese persons are named in full ("Nguyễn Thị Ánh"), in text too, where a style shortens names to
// initials or the family name: as is usual, that is, but in styles whose initials have no full stops (Vancouver).
enum class FullNames { usual, always, never };

// "usual", "always" or "never", as documents keep it and the command takes it.
const char* word_of(FullNames names);

// What a word of these means; nothing for any other.
std::optional<FullNames> full_names_of(std::string_view word);

}  // namespace soat::citation
