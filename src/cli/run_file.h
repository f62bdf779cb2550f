#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>

#include "platform/locked_file.h"

namespace soat::cli {

// The file that a long run writes JSON Lines to, document by document, so that what is done is kept whatever happens,
// and another run can go on. No two runs write it at the same time.
class RunFile {
 public:
  // Without resume the file must be new or empty; with it, what was begun behind the last document that has a status
  // is cut off. shard: the part that is checked, "2/3", or empty for all. Throws soat::Error: for a file that another
  // run is writing, one that is there already, one that holds anything else or is damaged before its end, and one of
  // another part. What it throws for stays as it is.
  RunFile(std::filesystem::path file, bool resume, std::string shard = {});

  // The documents that have a status, by hash_of_name of their file, or of their id as JSON has it.
  const std::set<std::uint64_t>& done() const { return done_; }
  bool was_any_found() const { return any_found_; }
  bool was_any_failed() const { return any_failed_; }

  // Throws soat::Error; what was written before stays.
  void write(std::string_view bytes);

 private:
  void read_done();
  [[noreturn]] void fail(const std::system_error& error) const;

  std::filesystem::path file_;
  std::string shard_;
  std::optional<platform::LockedFile> locked_;
  std::set<std::uint64_t> done_;
  bool any_found_ = false;
  bool any_failed_ = false;
};

}  // namespace soat::cli
