#include "cli/task.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "cli/packet.h"
#include "report/names.h"
#include "text/checksum.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/error.h"
#include "texts/pipeline.h"

namespace soat::cli {

std::string Task::packed() const {
  Packet packet;
  packet.put(number).put(name).put(id).put(std::uint64_t{text.has_value()}).put(text.value_or("")).put(fault);
  return packet.release();
}

Task Task::unpacked(std::string bytes) {
  Packet packet(std::move(bytes));
  Task task;
  task.number = packet.number();
  task.name = packet.text();
  task.id = packet.text();
  const bool has_text = packet.number() != 0;
  task.text = packet.text();
  if (!has_text) task.text.reset();
  task.fault = packet.text();
  return task;
}

std::uint64_t hash_of_name(std::string_view name) {
  return text::checksum(name);
}

bool Shard::has(std::string_view name) const {
  return count <= 1 || hash_of_name(name) % count == number - 1;
}

std::optional<Shard> parse_shard(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  Shard shard;
  const auto read = [](std::string_view digits, std::size_t& number) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  const bool is_read = read(text.substr(0, slash), shard.number) && read(text.substr(slash + 1), shard.count);
  if (!is_read || shard.number < 1 || shard.number > shard.count) return std::nullopt;
  return shard;
}

WorkSource::State LineReader::next(std::string& line) {
  constexpr std::size_t most = std::size_t{1} << 30;
  while (true) {
    const std::size_t end = buffer_.find('\n', searched_);
    if (end != std::string::npos || (ended_ && at_ < buffer_.size())) {
      const std::size_t stop = std::min(end, buffer_.size());
      line.assign(buffer_, at_, stop - at_);
      if (!line.empty() && line.back() == '\r') line.pop_back();
      at_ = searched_ = std::min(stop + 1, buffer_.size());
      return WorkSource::State::ready;
    }
    if (ended_) return WorkSource::State::ended;
    buffer_.erase(0, at_);
    at_ = 0;
    searched_ = buffer_.size();
    if (buffer_.size() > most) throw Error(texts::pipeline_line_long);
    try {
      const platform::Source::State state = source_.read(buffer_);
      if (state == platform::Source::State::waiting) return WorkSource::State::waiting;
      ended_ = state == platform::Source::State::ended;
    } catch (const std::system_error& failed) {
      throw Error(texts::pipeline_list, text::system_error(failed.code()));
    }
  }
}

TaskSource::TaskSource(Options options) : options_(std::move(options)) {
  if (options_.json_lines_in || options_.files_from == "-") {
    constexpr int standard_input = 0;
    lines_ = std::make_unique<LineReader>(standard_input, false);
  } else if (!options_.files_from.empty()) {
    try {
      lines_ = std::make_unique<LineReader>(std::filesystem::path(options_.files_from));
    } catch (const std::system_error& failed) {
      throw Error(texts::error_named, options_.files_from, text::system_error(failed.code()));
    }
  }
}

std::optional<std::size_t> TaskSource::total() const {
  if (lines_ || options_.shard.count > 1) return std::nullopt;
  return options_.inputs.size();
}

bool TaskSource::take(Task& task, std::string& out) {
  if (!options_.shard.has(task.name)) return false;
  if (options_.done.contains(hash_of_name(report::reversible_name(task.name)))) {
    ++skipped_;
    return false;
  }
  task.number = number_++;
  out = task.packed();
  return true;
}

WorkSource::State TaskSource::next(std::string& out) {
  while (next_input_ < options_.inputs.size()) {
    const Input& input = options_.inputs[next_input_++];
    Task task;
    task.name = input.file;
    if (input.fault) task.fault = input.fault->in(options_.language);
    if (take(task, out)) return State::ready;
  }
  while (lines_) {
    std::string line;
    const State state = lines_->next(line);
    if (state != State::ready) return state;
    ++line_;
    if (line.empty()) continue;
    Task task;
    if (options_.json_lines_in) {
      task = task_of_line(line);
    } else {
      task.name = line;
    }
    if (take(task, out)) return State::ready;
  }
  return State::ended;
}

Task TaskSource::task_of_line(const std::string& line) {
  using Json = nlohmann::json;
  Task task;
  task.id = "null";
  task.name = text::Message(texts::pipeline_line, line_).utf8(options_.language);
  const Json json = Json::parse(line, nullptr, false);
  const bool has_id = json.is_object() && json.contains("id") && (json["id"].is_string() || json["id"].is_number());
  if (has_id) {
    task.id = json["id"].dump(-1, ' ', false, Json::error_handler_t::replace);
    task.name = json["id"].is_string() ? json["id"].get<std::string>() : task.id;
  }
  const auto has_text = [&](const char* key) {
    return json.is_object() && json.contains(key) && json[key].is_string();
  };
  if (!has_id || has_text("text") == has_text("path")) {
    task.fault = text::Message(texts::pipeline_line_wrong, line_).utf8(options_.language);
    task.text = "";
  } else if (has_text("text")) {
    task.text = json["text"].get<std::string>();
  } else {
    task.name = json["path"].get<std::string>();
  }
  return task;
}

}  // namespace soat::cli
