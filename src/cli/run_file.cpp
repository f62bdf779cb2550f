#include "cli/run_file.h"

#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "cli/task.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/pipeline.h"

namespace soat::cli {

RunFile::RunFile(std::filesystem::path file, bool resume) : file_(std::move(file)) {
  try {
    locked_.emplace(file_);
    const std::uintmax_t size = locked_->size();
    if (size > 0 && !resume) throw Error(texts::pipeline_output_exists, file_.string());
    if (size > 0) read_done();
  } catch (const std::system_error& error) {
    if (error.code() == std::errc::resource_unavailable_try_again)
      throw Error(texts::pipeline_output_busy, file_.string());
    fail(error);
  }
}

void RunFile::fail(const std::system_error& error) const {
  throw Error(texts::pipeline_output, file_.string(), text::system_error(error.code()));
}

void RunFile::read_done() {
  using Json = nlohmann::json;
  std::ifstream in(file_, std::ios::binary);
  std::uintmax_t at = 0;
  std::uintmax_t good = 0;
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
  locked_->cut(good);
}

void RunFile::write(std::string_view bytes) {
  try {
    locked_->write(bytes);
  } catch (const std::system_error& error) {
    fail(error);
  }
}

}  // namespace soat::cli
