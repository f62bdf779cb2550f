#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace soat::platform {

// A variable of the environment, in UTF-8; nothing when it is not set.
std::optional<std::string> environment(const char* name);

// What stands between the folders in PATH and the like.
extern const char path_list_separator;

// Where programs are looked for when PATH is not set, and what a program's name ends in.
extern const char* const usual_program_path;
extern const char* const program_ending;

// The arguments that the program was started with, its name first, in UTF-8; those of main.
std::vector<std::string> arguments(int count, char** given);

// The file of the running program; empty where the system does not tell.
std::filesystem::path program_file();

// Where the system keeps Hunspell's dictionaries; empty: at no usual place.
std::filesystem::path usual_dictionaries();

// The number of this process.
unsigned long process_number();

// Has memory that one document no longer needs kept for the next one: given back to the system, it would have to be
// cleared again each time.
void keep_memory();

// Calls a function when the program is ended by a signal or by the closing of its window; then it ends as it would
// have. The function may not allocate or lock.
void call_at_ending(void (*function)() noexcept);

}  // namespace soat::platform
