#include "cli/output.h"

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "text/error.h"
#include "text/system_error.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

[[noreturn]] void fail() {
  throw Error(texts::error_output, text::system_error(errno));
}

}  // namespace

Output::Output(const std::optional<std::filesystem::path>& file) {
  if (file) file_.emplace(*file);
}

void Output::write(std::string_view bytes) {
  if (file_) return file_->write(bytes);
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) fail();
}

void Output::finish() {
  if (file_) return file_->commit();
  if (std::fflush(stdout) != 0) fail();
}

}  // namespace soat::cli
