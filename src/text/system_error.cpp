#include "text/system_error.h"

#include <cerrno>

#include "platform/files.h"
#include "texts/system.h"

namespace soat::text {

Message system_error(int code) {
  if (code == platform::error_of_quota) return texts::system_quota;
  switch (code) {
    case ENOENT:
      return texts::system_no_file;
    case EACCES:
      return texts::system_denied;
    case EPERM:
      return texts::system_not_permitted;
    case EISDIR:
      return texts::system_folder;
    case ENOTDIR:
      return texts::system_no_folder;
    case ENOSPC:
      return texts::system_disk_full;
    case EROFS:
      return texts::system_read_only;
    case EIO:
      return texts::system_input_output;
    case ELOOP:
      return texts::system_links;
    case EFBIG:
      return texts::system_too_large;
    case EMFILE:
      return texts::system_files;
    case ENAMETOOLONG:
      return texts::system_name;
    case EPIPE:
      return texts::system_pipe;
    default:
      return {texts::system_other, std::generic_category().message(code)};
  }
}

Message system_error(const std::error_code& code) {
  const std::error_condition condition = code.default_error_condition();
  if (condition.category() == std::generic_category()) return system_error(condition.value());
  return {texts::system_other, code.message()};
}

}  // namespace soat::text
