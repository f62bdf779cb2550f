#pragma once

#include <span>
#include <string>
#include <string_view>

namespace soat::cli {

// What changed in a text file, in the unified format without context that `diff -U0` writes and patch(1) takes (POSIX,
// diff, "Diff -u Output Format"). Lines end with a line feed, whatever the text calls a line; bytes that are no UTF-8
// stay as they are. Empty for equal ones.
std::string difference(const std::string& name, std::string_view before, std::string_view after);

// The same of paragraphs (UTF-16), as many before as after, a line each: for people to read.
std::string difference(const std::string& name, std::span<const std::u16string> before,
                       std::span<const std::u16string> after);

}  // namespace soat::cli
