#include "writer/proofing/house_list.h"

#include <utility>

#include "writer/border/folders.h"

namespace soat::writer {

ReadHouseList read_house_list(const std::filesystem::path& file) {
  ReadHouseList out;
  if (file.empty()) return out;
  try {
    check::HouseList list = check::HouseList::read(file, out.problems);
    out.list = std::make_shared<const check::HouseList>(std::move(list));
  } catch (const Error& error) {
    out.problems.push_back(error);
  }
  return out;
}

std::filesystem::path house_list_file(const Context& context) {
  const OUString url = read_text(context, settings_node, "HouseList");
  return url.isEmpty() ? std::filesystem::path() : system_path(url);
}

void set_house_list_file(const Context& context, const std::filesystem::path& file) {
  write_text(context, settings_node, "HouseList", file.empty() ? OUString() : file_url(file));
}

}  // namespace soat::writer
