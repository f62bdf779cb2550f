// std::filesystem::path takes what it is made of for the C library's encoding (std::codecvt<wchar_t, char>), which is
// never UTF-8 in MinGW's, while it gives UTF-8 back (path::string). The linker turns the C++ library's calls of mbrtowc
// into calls of this one (CMakeLists.txt), so that paths are made of UTF-8 as well. In the same way Hunspell, which
// opens its files by itself, takes their names for UTF-8.
#include <cstddef>
#include <cwchar>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "platform/windows/wide.h"

namespace soat::platform {
namespace {

// Bytes of the character that begins like this.
std::size_t length_of(unsigned char first) {
  if (first < 0xC0) return 1;
  return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

}  // namespace
}  // namespace soat::platform

// Hunspell's myopen (csutil.hxx) by the name that the linker gives to what it calls.
void open_for_hunspell(std::ifstream& stream, const char* path, std::ios_base::openmode mode) __asm__(
    "__wrap__Z6myopenRSt14basic_ifstreamIcSt11char_traitsIcEEPKcSt13_Ios_Openmode");

void open_for_hunspell(std::ifstream& stream, const char* path, std::ios_base::openmode mode) {
  stream.open(std::filesystem::path(path), mode);
}

extern "C" {

std::size_t __wrap_mbrtowc(wchar_t* out, const char* bytes, std::size_t size, std::mbstate_t* state);

// As the standard has it, but that a byte which is no UTF-8 is U+FFFD. Of a character with two units the second waits
// in the state, and so does its last byte.
std::size_t __wrap_mbrtowc(wchar_t* out, const char* bytes, std::size_t size, std::mbstate_t* state) {
  constexpr auto unfinished = static_cast<std::size_t>(-2);
  if (bytes == nullptr) return 0;
  if (size == 0) return unfinished;
  if (state != nullptr && *state != 0) {
    if (out != nullptr) *out = static_cast<wchar_t>(*state);
    *state = 0;
    return 1;
  }
  std::size_t length = soat::platform::length_of(static_cast<unsigned char>(*bytes));
  if (length > size) length = 1;
  const std::wstring units = soat::platform::wide(std::string_view(bytes, length));
  const bool is_pair = units.size() == 2 && units[0] >= 0xD800 && units[0] < 0xDC00;
  if (units.size() > 1 && !is_pair) length = 1;  // what follows does not belong to it
  if (is_pair && state != nullptr) {
    *state = units[1];
    --length;
  }
  if (out != nullptr) *out = units.empty() ? L'\xFFFD' : units[0];
  return *bytes == '\0' ? 0 : length;
}
}
