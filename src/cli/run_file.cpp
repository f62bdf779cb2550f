#include "cli/run_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/task.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/pipeline.h"

namespace soat::cli {

RunFile::RunFile(std::filesystem::path file, bool resume) : file_(std::move(file)) {
  descriptor_ = open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) fail(errno);
  if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    close(descriptor_);
    throw Error(texts::pipeline_output_busy, file_.string());
  }
  struct stat about = {};
  if (fstat(descriptor_, &about) != 0) fail(errno);
  try {
    if (about.st_size > 0 && !resume) throw Error(texts::pipeline_output_exists, file_.string());
    if (about.st_size > 0) read_done();
  } catch (...) {
    close(descriptor_);
    throw;
  }
}

RunFile::~RunFile() {
  close(descriptor_);
}

void RunFile::fail(int error) const {
  throw Error(texts::pipeline_output, file_.string(), text::system_error(error));
}

void RunFile::read_done() {
  using Json = nlohmann::json;
  std::ifstream in(file_, std::ios::binary);
  std::size_t at = 0;
  std::size_t good = 0;
  std::size_t number = 0;
  bool is_damaged = false;
  for (std::string line; std::getline(in, line);) {
    ++number;
    at += line.size() + 1;
    if (is_damaged) throw Error(texts::pipeline_output_damaged, file_.string(), number - 1);
    const Json json = in.eof() ? Json(Json::value_t::discarded) : Json::parse(line, nullptr, false);
    is_damaged = !json.is_object();
    if (is_damaged || !json.contains("status")) continue;
    const Json& name = json.contains("file") ? json["file"] : json.value("id", Json());
    done_.insert(hash_of_name(name.is_string() ? name.get<std::string>() : name.dump()));
    any_failed_ = any_failed_ || json["status"] != "checked";
    any_found_ = any_found_ || (json.contains("findings") && json["findings"] != 0);
    good = at;
  }
  if (ftruncate(descriptor_, static_cast<off_t>(good)) != 0) fail(errno);
  if (lseek(descriptor_, 0, SEEK_END) < 0) fail(errno);
}

void RunFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace soat::cli
