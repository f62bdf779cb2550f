#include "platform/program.h"

#include <array>
#include <cstdlib>

#include "platform/windows/wide.h"

namespace soat::platform {
namespace {

void (*at_ending)() noexcept = nullptr;

// Called on a thread of its own; what is next in the row ends the process.
BOOL WINAPI end_by_control(DWORD) {
  at_ending();
  return FALSE;
}

}  // namespace

const char path_list_separator = ';';
const char* const usual_program_path = "";
const char* const program_ending = ".exe";

std::optional<std::string> environment(const char* name) {
  const std::wstring variable = wide(name);
  SetLastError(ERROR_SUCCESS);
  std::wstring value(GetEnvironmentVariableW(variable.c_str(), nullptr, 0), L'\0');
  if (value.empty() && GetLastError() == ERROR_ENVVAR_NOT_FOUND) return std::nullopt;
  value.resize(GetEnvironmentVariableW(variable.c_str(), value.data(), static_cast<DWORD>(value.size())));
  return narrow(value);
}

// What main is given has lost all letters that are not in the system's code page.
std::vector<std::string> arguments(int, char**) {
  int count = 0;
  wchar_t** const given = CommandLineToArgvW(GetCommandLineW(), &count);
  std::vector<std::string> all;
  for (int i = 0; i < count; ++i) all.push_back(narrow(given[i]));
  LocalFree(given);
  return all;
}

std::filesystem::path program_file() {
  std::array<wchar_t, 32768> name = {};
  return std::wstring(name.data(), GetModuleFileNameW(nullptr, name.data(), static_cast<DWORD>(name.size())));
}

std::filesystem::path usual_dictionaries() {
  return {};
}

unsigned long process_number() {
  return GetCurrentProcessId();
}

void keep_memory() {}

void call_at_ending(void (*function)() noexcept) {
  at_ending = function;
  SetConsoleCtrlHandler(end_by_control, TRUE);
}

}  // namespace soat::platform
