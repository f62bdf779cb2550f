#include "cli/task.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <new>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "cli/packet.h"
#include "platform/files.h"
#include "report/names.h"
#include "text/checksum.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/error.h"
#include "texts/input.h"
#include "texts/pipeline.h"

namespace soat::cli {
namespace {

constexpr int standard_input = 0;

}  // namespace

std::string Task::packed() && {
  Packet packet;
  packet.put(number).put(name).put(id).put(std::uint64_t{is_file}).put(fault);
  packet.put(std::uint64_t{content.has_value()});
  if (content) packet.put_last(std::move(*content));
  return packet.release();
}

Task Task::unpacked(std::string bytes) {
  Packet packet(std::move(bytes));
  Task task;
  task.number = packet.number();
  task.name = packet.text();
  task.id = packet.text();
  task.is_file = packet.number() != 0;
  task.fault = packet.text();
  if (packet.number() != 0) task.content = packet.last_text();
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

std::string name_of(const Shard& shard) {
  return shard.count > 1 ? std::to_string(shard.number) + "/" + std::to_string(shard.count) : std::string();
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
    lines_ = std::make_unique<LineReader>(standard_input, false);
    are_lines_standard_input_ = true;
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

platform::Source* TaskSource::source() {
  if (begun_) return &standard_input_->source();
  return lines_ ? &lines_->source() : nullptr;
}

bool TaskSource::take(Task task, std::string& out) {
  if (!options_.shard.has(task.name)) return false;
  const bool is_known_by_id = !task.is_file && !task.id.empty();
  if (options_.done.contains(hash_of_name(is_known_by_id ? task.id : report::reversible_name(task.name)))) {
    ++skipped_;
    return false;
  }
  out = std::move(task).packed();
  ++number_;
  return true;
}

WorkSource::State TaskSource::next(std::string& out) {
  while (true) {
    if (!begun_) {
      const State state = begin_next();
      if (state != State::ready) return state;
    }
    if (begun_->is_file && begun_->name == "-" && begun_->fault.empty() &&
        read_standard_input(*begun_) == State::waiting)
      return State::waiting;
    if (take(*std::exchange(begun_, std::nullopt), out)) return State::ready;
  }
}

// Puts the next document, as it is named, into begun_.
WorkSource::State TaskSource::begin_next() {
  Task task;
  if (next_input_ < options_.inputs.size()) {
    const Input& input = options_.inputs[next_input_++];
    task.name = input.file;
    if (input.fault) task.fault = input.fault->in(options_.language);
  } else {
    if (!lines_) return State::ended;
    std::string line;
    do {
      const State state = lines_->next(line);
      if (state != State::ready) return state;
      ++line_;
    } while (line.empty());
    if (options_.json_lines_in) {
      task = task_of_line(line);
    } else {
      task.name = std::move(line);
    }
  }
  if (task.is_file && task.name.find('\0') != std::string::npos && task.fault.empty()) {
    // A system reads a name up to there.
    const std::error_code missing = std::make_error_code(std::errc::no_such_file_or_directory);
    task.fault = text::Message(texts::error_named, report::reversible_name(task.name), text::system_error(missing))
                     .utf8(options_.language);
  }
  task.number = number_;
  begun_ = std::move(task);
  return State::ready;
}

// Ready when the task has its content, or a fault.
WorkSource::State TaskSource::read_standard_input(Task& task) {
  try {
    if (are_lines_standard_input_) throw Error(texts::pipeline_input_taken);
    if (!standard_input_) {
      std::string name = text::Message(texts::input_standard).utf8(options_.language);
      standard_input_.emplace(standard_input, platform::size_of(stdin), std::move(name), options_.as);
    }
    return standard_input_->next(task.content.emplace());
  } catch (const Error& error) {
    task.content.reset();
    task.fault = error.in(options_.language);
  } catch (const std::bad_alloc&) {
    const text::Message name = texts::input_standard;
    task.content.reset();
    task.fault = text::Message(texts::error_no_memory, name).utf8(options_.language);
  }
  return State::ready;
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
    task.is_file = false;
  } else if (has_text("text")) {
    task.is_file = false;
    task.content = json["text"].get<std::string>();
  } else {
    task.name = json["path"].get<std::string>();
  }
  return task;
}

}  // namespace soat::cli
