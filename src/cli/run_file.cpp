#include "cli/run_file.h"

#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>
#include <utility>

#include "cli/task.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/pipeline.h"

namespace soat::cli {
namespace {

using Json = nlohmann::json;

// Whether a line is one of --format jsonl --status.
bool is_ours(const Json& line) {
  const bool is_named = line.is_object() && (line.contains("file") || line.contains("id"));
  return (is_named && (line.contains("rule") || (line.contains("status") && line.contains("findings")))) ||
         (line.is_object() && line.contains("shard") && line.contains("documents"));
}

// Whether a line that was cut off can have been one.
bool begins_as_ours(std::string_view line) {
  const auto is_begun = [&](std::string_view beginning) {
    return line.starts_with(beginning) || (!line.empty() && beginning.starts_with(line));
  };
  return is_begun("{\"file\":") || is_begun("{\"id\":") || is_begun("{\"shard\":");
}

}  // namespace

RunFile::RunFile(std::filesystem::path file, bool resume, std::string shard)
    : file_(std::move(file)), shard_(std::move(shard)) {
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
  std::ifstream in(file_, std::ios::binary);
  std::uintmax_t at = 0;
  std::uintmax_t good = 0;
  std::size_t number = 0;
  std::size_t damaged = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    at += line.size() + 1;
    const Json json = Json::parse(line, nullptr, false);
    // Only the last line can have been cut off, and what was never ours is nobody's to cut.
    if (damaged == 0 && (json.is_object() ? !is_ours(json) : number == 1 && !begins_as_ours(line))) damaged = number;
    if (damaged > 0) throw Error(texts::pipeline_output_damaged, file_.string(), damaged);
    if (!json.is_object()) damaged = number;
    if (json.is_object() && json.contains("shard") && json["shard"] != shard_)
      throw Error(texts::pipeline_output_shard, file_.string(), number, json["shard"].dump());
    if (in.eof() || damaged > 0 || !json.contains("status")) continue;
    done_.insert(hash_of_name(json.contains("file") && json["file"].is_string() ? json["file"].get<std::string>()
                                                                                : json.value("id", Json()).dump()));
    any_failed_ = any_failed_ || json["status"] != "checked";
    any_found_ = any_found_ || json["findings"] != 0;
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
