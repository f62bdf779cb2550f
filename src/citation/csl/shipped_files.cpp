#include "citation/csl/shipped_files.h"

#include <optional>
#include <string>
#include <system_error>

#include "text/checksum.h"
#include "text/error.h"
#include "text/table_reader.h"
#include "texts/texts.h"

namespace soat::citation {
namespace {

constexpr const char* list_name = "checksums.txt";

// The checksum that a list has for a file; nothing when it does not have the file.
std::optional<std::string> listed(const std::filesystem::path& list, std::string_view name) {
  std::optional<std::string> found;
  text::TableReader table(list, "checksums");
  while (table.next(2, 2)) {
    if (table[0] == name) found = table[1];
  }
  return found;
}

std::optional<std::string> listed_above(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.parent_path();
  const std::filesystem::path list = folder.parent_path() / list_name;
  std::error_code failed;
  if (!std::filesystem::exists(list, failed)) return std::nullopt;
  try {
    return listed(list, (folder.filename() / file.filename()).generic_string());
  } catch (const Error&) {  // check_list tells
    return std::nullopt;
  }
}

}  // namespace

void check_list(const std::filesystem::path& folder) {
  listed(folder / list_name, "");
}

bool is_listed(const std::filesystem::path& file) {
  return listed_above(file).has_value();
}

void check_listed(const std::filesystem::path& file, std::string_view bytes) {
  const std::optional<std::string> wanted = listed_above(file);
  const auto digits = text::checksum_digits(text::checksum(bytes));
  if (wanted && *wanted != std::string_view(digits.data(), digits.size())) {
    text::data_fault(file, 0, text::Message(texts::error_data_altered_file, list_name), true);
  }
}

}  // namespace soat::citation
