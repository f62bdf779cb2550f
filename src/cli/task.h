#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/inputs.h"
#include "cli/standard_input.h"
#include "cli/worker_pool.h"
#include "document/reader.h"
#include "platform/source.h"
#include "text/message.h"

namespace soat::cli {

// One document to be checked.
struct Task {
  std::size_t number = 0;              // among the documents of this run, from 0
  std::string name;                    // the file as the user named it; of a text that came by itself its id
  std::string id;                      // as JSON; empty: it has none
  bool is_file = true;                 // false: a text of its own, UTF-8
  std::string fault;                   // why there is nothing to check; empty: there is
  std::optional<std::string> content;  // its bytes; none: they are in the file

  // Takes the content.
  std::string packed() &&;
  static Task unpacked(std::string bytes);
};

// One of several parts into which documents are divided by their names, so that each part is the same in every run.
struct Shard {
  std::size_t number = 1;  // from 1
  std::size_t count = 1;

  bool has(std::string_view name) const;
};

// "3/10". Nothing for what is no shard.
std::optional<Shard> parse_shard(std::string_view text);
// The same the other way round; empty where there is one part only.
std::string name_of(const Shard& shard);

// Lines of a stream as they come, without reading ahead of what is there.
class LineReader {
 public:
  // Of a descriptor of the C library, which is closed at the end if it is ours.
  LineReader(int descriptor, bool is_ours) : source_(descriptor, is_ours) {}
  // Throws std::system_error.
  explicit LineReader(const std::filesystem::path& file) : source_(file) {}

  // The next line without its end; the last may have none. Throws soat::Error when reading fails, or for a line of more
  // than 1 GiB.
  WorkSource::State next(std::string& line);
  platform::Source& source() { return source_; }

 private:
  platform::Source source_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t searched_ = 0;
  bool ended_ = false;
};

// The documents of a run, one after the other.
class TaskSource final : public WorkSource {
 public:
  struct Options {
    std::vector<Input> inputs;
    std::string files_from;      // a file of names, one a line; "-": standard input; empty: none
    bool json_lines_in = false;  // standard input has {"id","text"} or {"id","path"}, one a line
    Shard shard;
    std::set<std::uint64_t> done;        // hashes of names that were checked before
    std::optional<document::Format> as;  // the format of every file; none: as name and content tell
    text::Language language = text::Language::vi;
  };

  // Throws soat::Error when the list cannot be opened.
  explicit TaskSource(Options options);

  State next(std::string& task) override;
  platform::Source* source() override;

  // How many documents there are, where that is known before all have come.
  std::optional<std::size_t> total() const;
  // Those that were left out because they were checked before.
  std::size_t skipped() const { return skipped_; }

 private:
  State begin_next();
  State read_standard_input(Task& task);
  bool take(Task task, std::string& out);
  Task task_of_line(const std::string& line);

  Options options_;
  std::size_t next_input_ = 0;
  std::unique_ptr<LineReader> lines_;
  bool are_lines_standard_input_ = false;
  std::optional<StandardInput> standard_input_;  // once a document is in it
  std::optional<Task> begun_;                    // whose content has not all come
  std::size_t line_ = 0;
  std::size_t number_ = 0;
  std::size_t skipped_ = 0;
};

// By which a document is known again.
std::uint64_t hash_of_name(std::string_view name);

}  // namespace soat::cli
