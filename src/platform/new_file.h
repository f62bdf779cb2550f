#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>

namespace soat::platform {

// Opens a file for writing that is not there yet. is_secret: only this user may read it. Null with errno set, EEXIST
// when something has that name.
std::FILE* create_file(const std::filesystem::path& path, bool is_secret);

// Gives an open file the rights of another, and its owner where the system allows. False with errno set.
bool take_rights(std::FILE* file, const std::filesystem::path& of);

// Has what was written to an open file brought to the disk. False with errno set.
bool write_through(std::FILE* file);

// Removes a file by its name as the system has it; may be called by what call_at_ending is given.
void remove_at_once(const std::filesystem::path::value_type* name) noexcept;

// Holds back in this thread the signals that end the program, so that none comes between a file and the note of it.
// Where the system tells of its ending on a thread of its own, nothing is held.
class EndingHeld {
 public:
  EndingHeld();
  ~EndingHeld();
  EndingHeld(const EndingHeld&) = delete;
  EndingHeld& operator=(const EndingHeld&) = delete;

 private:
  struct Before;
  std::unique_ptr<Before> before_;
};

}  // namespace soat::platform
