#pragma once

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace soat::model {

// A file that takes its name only when all of it is written: it is written beside it under a name that nobody can know
// before, and renamed by commit(). Without commit() what was there stays, and nothing is left behind. A link stays a
// link and its target gets the text; the mode of what was there is kept, and its owner where the system allows. What is
// no plain file (a device, a pipe) is written to as it is, since nothing can be put in its place. All members throw
// soat::Error naming the file.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::span<const std::byte> bytes);
  void write(std::string_view bytes) { write(std::as_bytes(std::span(bytes))); }
  void commit();

  // Removes what is half written from the disk, for a program that a signal ends; may be called in a signal's handler.
  static void remove_unfinished() noexcept;

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  [[noreturn]] void fail(int error) const;
  void create();
  void discard() noexcept;

  std::filesystem::path path_;       // as the caller gave it, for messages
  std::filesystem::path target_;     // what is replaced: no link
  std::filesystem::path temporary_;  // empty: written in place, or done
  int slot_ = -1;                    // among the unfinished ones
  std::unique_ptr<std::FILE, Closer> file_;
};

}  // namespace soat::model
