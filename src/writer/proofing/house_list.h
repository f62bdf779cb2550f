#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/house_list.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// Where the house list is kept: a file, or an address of the web, of which a copy is read that was fetched on the
// user's word.
struct HousePlace {
  std::string address;         // empty: it is a file
  std::filesystem::path file;  // or the copy; empty: there is no list

  bool operator==(const HousePlace&) const = default;
};

// What a house list gives.
struct ReadHouseList {
  std::shared_ptr<const check::HouseList> list;  // null: none, or one that cannot be read
  std::vector<Error> problems;                   // the file's, or of rows that were passed over
};

// An empty place is no list. For any thread.
ReadHouseList read_house_list(const HousePlace& place);

// What a user has written: a path, or an address (UTF-8).
HousePlace house_place(const Context& context, const std::string& written);
std::string written_of(const HousePlace& place);

// The one that the user has chosen.
HousePlace kept_house_place(const Context& context);
void keep_house_place(const Context& context, const HousePlace& place);

// Puts what came from the place's address into the place of its copy. The old one stays where that is no house list;
// throws soat::Error then, and when it cannot be written. For any thread.
void take_fetched(const HousePlace& place, std::string_view bytes);

// When the copy was fetched; nothing where it was not.
std::optional<std::chrono::system_clock::time_point> fetched_at(const HousePlace& place);

}  // namespace soat::writer
