#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "check/house_list.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// What a file with a house list gives.
struct ReadHouseList {
  std::shared_ptr<const check::HouseList> list;  // null: no file, or one that cannot be read
  std::vector<Error> problems;                   // the file's, or of rows that were passed over
};

// An empty path is no file. For any thread.
ReadHouseList read_house_list(const std::filesystem::path& file);

// The file that the user has chosen; empty for none.
std::filesystem::path house_list_file(const Context& context);
void set_house_list_file(const Context& context, const std::filesystem::path& file);

}  // namespace soat::writer
