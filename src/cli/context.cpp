#include "cli/context.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "platform/program.h"
#include "report/names.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

namespace fs = std::filesystem;

fs::path program_folder(const Context& context) {
  std::error_code failed;
  fs::path program = platform::program_file();
  if (program.empty()) program = fs::weakly_canonical(context.program, failed);  // the name it was started by must do
  return program.parent_path();
}

std::vector<fs::path> foreign_folders() {
  const std::string all = platform::environment("DICPATH").value_or(platform::usual_dictionaries().string());
  std::vector<fs::path> folders;
  for (std::size_t start = 0; start <= all.size();) {
    const std::size_t end = std::min(all.find(platform::path_list_separator, start), all.size());
    if (end > start) folders.emplace_back(all.substr(start, end - start));
    start = end + 1;
  }
  return folders;
}

}  // namespace

void Context::complain(const std::string& message) {
  warn(message);
  status = Status::failed;
}

void Context::warn(const std::string& message) const {
  // A file's name must not break the line or drive the terminal.
  std::fputs((report::one_line("soat: " + message) + '\n').c_str(), stderr);
}

void add_data_option(CLI::App& command, Context& context) {
  command.add_option("--data", context.data, context.say(texts::help_data))->type_name("DIR");
}

fs::path find_data(const Context& context) {
  const auto given = [](const fs::path& folder, const char* by) {
    std::error_code failed;
    if (!fs::is_directory(folder, failed)) throw Error(texts::error_data_no_folder, folder.string(), by);
    return folder;
  };
  if (context.data) return given(*context.data, "--data");
  if (const auto variable = platform::environment("SOAT_DATA"); variable && !variable->empty())
    return given(*variable, "SOAT_DATA");
  const fs::path folder = program_folder(context);
  for (const char* place : {"vi", "../share/soat/vi", "../../../dictionaries/vi"}) {
    std::error_code failed;
    if (fs::is_directory(folder / place, failed)) return fs::weakly_canonical(folder / place, failed);
  }
  throw Error(texts::error_data_none);
}

void add_additions_option(CLI::App& command, Context& context) {
  command.add_option("--additions", context.additions, context.say(texts::help_additions))
      ->type_name("FILE")
      ->allow_extra_args(false);  // what follows its value is a file to check
}

std::shared_ptr<const check::Checker> load_checker(Context& context) {
  check::LoadOptions options;
  options.data = find_data(context);
  options.foreign = foreign_folders();
  options.additions = context.additions;
  auto checker = check::Checker::load(options);
  for (const Error& problem : checker->problems()) context.complain(problem);
  return checker;
}

}  // namespace soat::cli
