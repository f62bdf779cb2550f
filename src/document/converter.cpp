#include "document/converter.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <optional>
#include <system_error>

#include "document/reader.h"
#include "platform/files.h"
#include "platform/guarded_program.h"
#include "platform/program.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

namespace fs = std::filesystem;

fs::path make_folder(const std::string& name) {
  std::error_code failed;
  fs::path folder = platform::make_private_folder(failed);
  if (failed) throw Error(texts::error_converter_folder, name, text::system_error(failed));
  return folder;
}

void write_file(const fs::path& file, std::string_view bytes, const std::string& name) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw Error(texts::error_converter_folder, name, text::system_error(errno));
}

// Removes the folder where no guard does.
struct RemoveFolder {
  fs::path folder;
  ~RemoveFolder() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
};

}  // namespace

std::optional<fs::path> find_program(const std::vector<std::string>& names) {
  const std::string path = platform::environment("PATH").value_or(platform::usual_program_path);
  for (const std::string& name : names) {
    for (std::size_t at = 0; at <= path.size();) {
      const std::size_t end = std::min(path.find(platform::path_list_separator, at), path.size());
      const fs::path file = fs::path(path.substr(at, end - at)) / (name + platform::program_ending);
      if (end > at && platform::is_program(file)) return file;
      at = end + 1;
    }
  }
  return std::nullopt;
}

std::string convert(const Converter& converter, std::string_view bytes, const std::string& name) {
  const RemoveFolder removed = {make_folder(name)};
  write_file(removed.folder / converter.input, bytes, name);
  const std::string program = converter.program.filename().string();
  const std::vector<std::string> arguments = converter.arguments(removed.folder);
  std::optional<platform::GuardedProgram> guarded;  // the folder goes with it
  try {
    guarded.emplace(converter.program, arguments, removed.folder);
  } catch (const std::system_error& failed) {
    throw Error(texts::error_converter_start, name, text::system_error(failed.code()));
  }
  if (!guarded->wait(converter.limit)) throw Error(texts::error_converter_time, name, program, converter.limit.count());
  std::error_code failed;
  const fs::path output = removed.folder / converter.output;
  if (!fs::is_regular_file(output, failed)) throw Error(texts::error_converter_nothing, name, program);
  return read_bytes(output);
}

}  // namespace soat::document
