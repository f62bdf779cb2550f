#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>

namespace soat::platform {

// As std::fopen, for a path of any letters. Null with errno set.
std::FILE* open_file(const std::filesystem::path& path, const char* mode);

// The size of a plain file that is open, in bytes; nothing for pipes, devices and the like.
std::optional<std::uintmax_t> size_of(std::FILE* file);

// Whether this user may make files in a folder; failed says why not.
bool is_writable_folder(const std::filesystem::path& folder, std::error_code& failed);

// Whether a plain file can be run as a program.
bool is_program(const std::filesystem::path& file);

// Makes a folder for temporary files, with a name of its own, that only this user can read. Empty when that fails.
std::filesystem::path make_private_folder(std::error_code& failed);

// What errno is when a user has as much on the disk as is allowed; no error at all where the system has no such limit.
extern const int error_of_quota;

}  // namespace soat::platform
