#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/worker_pool.h"
#include "document/reader.h"
#include "platform/source.h"

namespace soat::cli {

// A document that comes through a descriptor of the C library, as standard input does. It is this process that reads
// it, for whichever worker checks it: that one may have another standard input.
class StandardInput {
 public:
  // size: of all that comes, in bytes, where it is known; name: for messages; format: in which it is going to be read,
  // none if its content tells.
  StandardInput(int descriptor, std::optional<std::uintmax_t> size, std::string name,
                std::optional<document::Format> format);

  // Gives all of the bytes once they are there; afterwards none. Throws soat::Error as document::read does, as soon as
  // it is known that they cannot be read.
  WorkSource::State next(std::string& bytes);
  platform::Source& source() { return source_; }

 private:
  bool read_some();
  void refuse_early(std::optional<std::uintmax_t> size) const;

  platform::Source source_;
  std::optional<std::uintmax_t> size_;
  std::string name_;
  std::optional<document::Format> format_;
  std::string bytes_;
  bool ended_ = false;
};

}  // namespace soat::cli
