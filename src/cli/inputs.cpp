#include "cli/inputs.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "cli/settings.h"
#include "document/decode.h"
#include "document/reader.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

namespace fs = std::filesystem;

Error fault(const fs::path& at, const std::error_code& error) {
  return Error(texts::error_named, at.generic_string(), text::system_error(error));
}

// Goes through a folder and those below it. Names are written with "/" on every system, so that results are the same.
class Walk {
 public:
  Walk(const fs::path& folder, const std::vector<fs::path>& own_files, std::vector<Input>& inputs)
      : inputs_(inputs), own_files_(own_files), first_(inputs.size()), folder_(folder) {
    const fs::path file = find_settings(folder);
    if (file.empty()) return;
    settings_ = read_settings(file);
    settings_folder_ = file.parent_path();
    own_files_.push_back(settings_.house_file);
  }

  void run() {
    list(folder_);
    std::error_code failed;
    std::erase_if(own_files_, [&](const fs::path& own) { return !fs::exists(own, failed); });
    const auto is_own = [&](const Input& input) {
      return std::ranges::any_of(
          own_files_, [&](const fs::path& own) { return !input.fault && fs::equivalent(input.file, own, failed); });
    };
    const auto from = inputs_.begin() + static_cast<std::ptrdiff_t>(first_);
    inputs_.erase(std::remove_if(from, inputs_.end(), is_own), inputs_.end());
  }

 private:
  void list(const fs::path& folder) {
    std::vector<fs::directory_entry> entries;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed); !failed && at != fs::directory_iterator(); at.increment(failed))
      entries.push_back(*at);
    if (failed) inputs_.push_back({folder.generic_string(), fault(folder, failed)});
    std::sort(entries.begin(), entries.end());
    const bool has_patterns = read_gitignore(folder);
    note_settings(folder);
    for (const fs::directory_entry& entry : entries) list_entry(entry);
    if (has_patterns) gitignores_.pop_back();
  }

  struct Gitignore {
    fs::path folder;
    PathPatterns patterns;
  };

  // Documents below the folder go by the soat.toml in it, whose house list is none of them.
  void note_settings(const fs::path& folder) {
    std::error_code failed;
    if (folder == folder_ || !fs::is_regular_file(folder / "soat.toml", failed)) return;
    try {
      own_files_.push_back(read_settings(folder / "soat.toml").house_file);
    } catch (const Error&) {
      // Told of with each document that goes by it.
    }
  }

  bool read_gitignore(const fs::path& folder) {
    std::error_code failed;
    if (!settings_.gitignore || !fs::is_regular_file(folder / ".gitignore", failed)) return false;
    Gitignore one{folder, {}};
    try {
      one.patterns.add_lines(document::read_bytes(folder / ".gitignore"));
    } catch (const Error& error) {
      inputs_.push_back({(folder / ".gitignore").generic_string(), error});
      return false;
    }
    gitignores_.push_back(std::move(one));
    return true;
  }

  // The nearest .gitignore that says anything of a place decides; soat.toml goes before all.
  bool is_excluded(const fs::path& path, bool is_folder) const {
    using Verdict = PathPatterns::Verdict;
    if (!settings_.exclude.empty()) {
      std::error_code failed;
      const fs::path whole = fs::absolute(path, failed).lexically_normal();
      const Verdict verdict =
          settings_.exclude.judge(whole.lexically_relative(settings_folder_).generic_string(), is_folder);
      if (verdict != Verdict::none) return verdict == Verdict::excluded;
    }
    for (auto at = gitignores_.rbegin(); at != gitignores_.rend(); ++at) {
      const Verdict verdict = at->patterns.judge(path.lexically_relative(at->folder).generic_string(), is_folder);
      if (verdict != Verdict::none) return verdict == Verdict::excluded;
    }
    return false;
  }

  void list_entry(const fs::directory_entry& entry) {
    const fs::path& path = entry.path();
    const std::string name = path.filename().string();
    // Hidden files, and those in which Word says who has a document open.
    if (name.starts_with('.') || name.starts_with("~$")) return;
    const bool named_as_document = document::format_of_name(path).has_value();
    std::error_code failed;
    const fs::file_status status = entry.status(failed);
    const bool missing = status.type() == fs::file_type::not_found;  // a link that leads nowhere
    if (missing && !failed) failed = std::make_error_code(std::errc::no_such_file_or_directory);
    if (failed) {
      if (!missing || named_as_document) inputs_.push_back({path.generic_string(), fault(path, failed)});
    } else if (fs::is_directory(status)) {
      if (!entry.is_symlink(failed) && !is_excluded(path, true)) list(path);
    } else if (fs::is_regular_file(status) && named_as_document && !is_excluded(path, false)) {
      inputs_.push_back({path.generic_string(), {}});
    }
  }

  std::vector<Input>& inputs_;
  std::vector<fs::path> own_files_;  // what no document is; paths may be empty
  std::size_t first_ = 0;            // of the inputs, the first in the folder
  fs::path folder_;
  Settings settings_;
  fs::path settings_folder_;
  std::vector<Gitignore> gitignores_;
};

}  // namespace

std::vector<Input> list_inputs(const std::vector<std::string>& arguments, bool recursive,
                               const std::vector<fs::path>& own_files) {
  std::vector<Input> inputs;
  for (const std::string& argument : arguments) {
    std::error_code failed;
    if (argument == "-" || !fs::is_directory(argument, failed)) {
      inputs.push_back({argument, {}});
      continue;
    }
    if (!recursive) {
      inputs.push_back({argument, Error(texts::error_folder, argument)});
      continue;
    }
    const std::size_t before = inputs.size();
    Walk(argument, own_files, inputs).run();
    if (inputs.size() == before)
      inputs.push_back({argument, Error(texts::error_folder_without, argument, document::format_endings())});
  }
  return inputs;
}

void refuse_as_output(const std::optional<fs::path>& output, const std::vector<std::string>& inputs) {
  std::error_code failed;  // a file that is not there yet is none of them
  if (!output) return;
  for (const std::string& input : inputs) {
    if (input != "-" && fs::equivalent(*output, input, failed)) throw Error(texts::error_output_input, input);
  }
}

std::string input_name(const std::string& file, const Context& context) {
  return file == "-" ? text::Message(texts::input_standard).utf8(context.language) : file;
}

std::string read_input_bytes(const std::string& file, const Context& context) {
  return file == "-" ? document::read_stream(stdin, input_name(file, context)) : document::read_bytes(file);
}

std::optional<std::string> read_plain_text(const std::string& file, Context& context) {
  try {
    std::string bytes = read_input_bytes(file, context);
    document::require_utf8(bytes, input_name(file, context));
    return bytes;
  } catch (const Error& error) {
    context.complain(error);
    return std::nullopt;
  }
}

}  // namespace soat::cli
