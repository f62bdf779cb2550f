#include "cli/inputs.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "document/reader.h"
#include "text/error.h"

namespace soat::cli {
namespace {

namespace fs = std::filesystem;

void list_folder(const fs::path& folder, std::vector<std::string>& files) {
  std::vector<fs::directory_entry> entries(fs::directory_iterator(folder), fs::directory_iterator{});
  std::sort(entries.begin(), entries.end());
  for (const fs::directory_entry& entry : entries) {
    if (entry.path().filename().string().starts_with('.')) continue;
    if (entry.is_directory() && !entry.is_symlink()) {
      list_folder(entry.path(), files);
    } else if (entry.is_regular_file() && document::format_of_name(entry.path())) {
      files.push_back(entry.path().string());
    }
  }
}

}  // namespace

std::vector<std::string> list_inputs(const std::vector<std::string>& arguments, bool recursive, Context& context) {
  std::vector<std::string> files;
  for (const std::string& argument : arguments) {
    std::error_code failed;
    if (argument == "-" || !fs::is_directory(argument, failed)) {
      files.push_back(argument);
      continue;
    }
    if (!recursive) {
      context.complain(argument + ": a folder: give --recursive to check the documents in it");
      continue;
    }
    const std::size_t before = files.size();
    try {
      list_folder(argument, files);
      if (files.size() == before)
        context.complain(argument + ": no .txt, .md, .odt, .docx or .html file in this folder");
    } catch (const fs::filesystem_error& error) {
      context.complain(error.path1().string() + ": " + error.code().message());
    }
  }
  return files;
}

std::string input_name(const std::string& file) {
  return file == "-" ? "standard input" : file;
}

std::string read_input_bytes(const std::string& file) {
  return file == "-" ? document::read_stream(stdin, input_name(file)) : document::read_bytes(file);
}

document::Document read_input(const std::string& file) {
  if (file == "-") return document::parse(read_input_bytes(file), input_name(file), std::nullopt);
  return document::read(file);
}

}  // namespace soat::cli
