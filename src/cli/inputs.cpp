#include "cli/inputs.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "document/decode.h"
#include "document/reader.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

namespace fs = std::filesystem;

Error fault(const fs::path& at, const std::error_code& error) {
  return Error(texts::error_named, at.string(), text::system_error(error.value()));
}

void list_folder(const fs::path& folder, std::vector<Input>& inputs);

void list_entry(const fs::directory_entry& entry, std::vector<Input>& inputs) {
  const fs::path& path = entry.path();
  if (path.filename().string().starts_with('.')) return;
  const bool named_as_document = document::format_of_name(path).has_value();
  std::error_code failed;
  const fs::file_status status = entry.status(failed);
  const bool missing = status.type() == fs::file_type::not_found;  // a link that leads nowhere
  if (missing && !failed) failed = std::make_error_code(std::errc::no_such_file_or_directory);
  if (failed) {
    if (!missing || named_as_document) inputs.push_back({path.string(), fault(path, failed)});
  } else if (fs::is_directory(status)) {
    if (!entry.is_symlink(failed)) list_folder(path, inputs);
  } else if (fs::is_regular_file(status) && named_as_document) {
    inputs.push_back({path.string(), {}});
  }
}

void list_folder(const fs::path& folder, std::vector<Input>& inputs) {
  std::vector<fs::directory_entry> entries;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed); !failed && at != fs::directory_iterator(); at.increment(failed))
    entries.push_back(*at);
  if (failed) inputs.push_back({folder.string(), fault(folder, failed)});
  std::sort(entries.begin(), entries.end());
  for (const fs::directory_entry& entry : entries) list_entry(entry, inputs);
}

}  // namespace

std::vector<Input> list_inputs(const std::vector<std::string>& arguments, bool recursive) {
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
    list_folder(argument, inputs);
    if (inputs.size() == before) inputs.push_back({argument, Error(texts::error_folder_without, argument)});
  }
  return inputs;
}

std::string input_name(const std::string& file, const Context& context) {
  return file == "-" ? text::Message(texts::input_standard).utf8(context.language) : file;
}

std::string read_input_bytes(const std::string& file, const Context& context) {
  return file == "-" ? document::read_stream(stdin, input_name(file, context)) : document::read_bytes(file);
}

document::Document read_input(const std::string& file, std::optional<document::Format> format, const Context& context) {
  if (file == "-") return document::read(stdin, input_name(file, context), format);
  return document::read(file, format);
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
