#pragma once

#include <rtl/string.hxx>
#include <rtl/ustring.hxx>
#include <string>
#include <string_view>

#include "text/utf.h"

namespace soat::writer {

using rtl::OString;
using rtl::OUString;

// The SDK's sal_Unicode is an integer type of its own where char16_t would do; both are UTF-16 units, so the text
// itself is shared.

// A view of an office string; valid as long as the string.
inline std::u16string_view to_view(const OUString& text) {
  return {reinterpret_cast<const char16_t*>(text.getStr()), static_cast<std::size_t>(text.getLength())};
}

inline OUString to_office(std::u16string_view text) {
  return {reinterpret_cast<const sal_Unicode*>(text.data()), static_cast<sal_Int32>(text.size())};
}

// From UTF-8, for what the engine tells in std::string (problems, versions) and for names in ASCII.
inline OUString to_office(std::string_view text) {
  return {text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8};
}

// To UTF-8, for the engine's std::string.
inline std::string utf8(const OUString& text) {
  return text::to_utf8(to_view(text));
}

}  // namespace soat::writer
