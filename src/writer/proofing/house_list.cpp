#include "writer/proofing/house_list.h"

#include <system_error>
#include <utility>

#include "citation/exchange/web_page.h"
#include "model/output_file.h"
#include "text/checksum.h"
#include "text/utf.h"
#include "texts/texts.h"
#include "writer/border/folders.h"
#include "writer/border/strings.h"

namespace soat::writer {

namespace {

namespace fs = std::filesystem;

constexpr const char* list_setting = "HouseList";

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

ReadHouseList read(const fs::path& file) {
  ReadHouseList out;
  try {
    check::HouseList list = check::HouseList::read(file, out.problems);
    out.list = std::make_shared<const check::HouseList>(std::move(list));
  } catch (const Error& error) {
    out.problems.push_back(error);
  }
  return out;
}

bool is_there(const fs::path& file) {
  std::error_code absent;
  return fs::exists(file, absent);
}

}  // namespace

ReadHouseList read_house_list(const HousePlace& place) {
  if (place.file.empty()) return {};
  if (!place.address.empty() && !is_there(place.file)) {
    ReadHouseList out;
    out.problems.emplace_back(texts::error_house_not_fetched, place.address);
    return out;
  }
  return read(place.file);
}

// Each address has a copy of its own, so that none is taken for another's.
HousePlace house_place(const Context& context, const std::string& written) {
  if (!is_address(written)) return {{}, fs::path(std::u8string(written.begin(), written.end()))};
  const std::string address = citation::web_address(written).value_or(written);
  const auto digits = text::checksum_digits(text::checksum(address));
  return {address, user_folder(context) / ("house-list-" + std::string(digits.begin(), digits.end()) + ".txt")};
}

std::string written_of(const HousePlace& place) {
  if (!place.address.empty()) return place.address;
  const std::u8string path = place.file.u8string();
  return {path.begin(), path.end()};
}

HousePlace kept_house_place(const Context& context) {
  const OUString kept = read_text(context, settings_node, list_setting);
  const std::string written = text::to_utf8(to_view(kept));
  if (is_address(written)) return house_place(context, written);
  return {{}, kept.isEmpty() ? fs::path() : system_path(kept)};
}

void keep_house_place(const Context& context, const HousePlace& place) {
  OUString kept;
  if (!place.address.empty()) {
    kept = to_office(std::string_view(place.address));
  } else if (!place.file.empty()) {
    kept = file_url(place.file);
  }
  write_text(context, settings_node, list_setting, kept);
}

void take_fetched(const HousePlace& place, std::string_view bytes) {
  std::vector<Error> problems;
  // Pages that say that something went wrong have no rows of a list either.
  if (check::HouseList::parse(bytes, place.address, problems).entries().empty())
    throw Error(texts::error_house_not_a_list, place.address);
  std::error_code failed;
  fs::create_directories(place.file.parent_path(), failed);
  model::OutputFile out(place.file);
  out.write(bytes);
  out.commit();
}

std::optional<std::chrono::system_clock::time_point> fetched_at(const HousePlace& place) {
  std::error_code absent;
  const auto time = place.address.empty() ? fs::file_time_type() : fs::last_write_time(place.file, absent);
  if (place.address.empty() || absent) return std::nullopt;
  return std::chrono::time_point_cast<std::chrono::system_clock::duration>(std::chrono::file_clock::to_sys(time));
}

}  // namespace soat::writer
