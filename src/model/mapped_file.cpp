#include "model/mapped_file.h"

#include <cerrno>
#include <utility>

#include "platform/mapping.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/error.h"

namespace soat::model {

MappedFile::MappedFile(const std::filesystem::path& path) {
  platform::MappingFault fault = {};
  bytes_ = platform::map_file(path, fault);
  const int error = errno;
  switch (fault) {
    case platform::MappingFault::none:
      return;
    case platform::MappingFault::unopened:
      throw Error(texts::error_named, path.string(), text::system_error(error));
    case platform::MappingFault::not_regular:
      throw Error(texts::error_file_not_regular, path.string());
    case platform::MappingFault::unmapped:
      throw Error(texts::error_file_not_mapped, path.string(), text::system_error(error));
  }
}

MappedFile::~MappedFile() {
  platform::unmap(bytes_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

}  // namespace soat::model
