#include "citation/library/attachments.h"

#include <system_error>
#include <utility>

#include "citation/exchange/custom_lists.h"
#include "citation/library/groups.h"
#include "citation/library/item_text.h"

namespace soat::citation {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

bool is_of_web(std::string_view address) {
  return address.starts_with("http://") || address.starts_with("https://");
}

}  // namespace

std::vector<std::string> files_of(const json& item) {
  return custom_list(item, custom_files);
}

void set_files(json& item, const std::vector<std::string>& paths) {
  set_custom_list(item, custom_files, paths);
}

json carried_by_documents(json item) {
  set_collections(item, {});
  set_tags(item, {});
  set_files(item, {});
  return item;
}

std::string page_of(const json& item) {
  if (std::string url = text_of(item, "URL"); is_of_web(url)) return url;
  std::string doi = text_of(item, "DOI");
  if (is_of_web(doi)) return doi;
  return doi.starts_with("10.") ? "https://doi.org/" + doi : std::string();
}

void find_files(json& items, const fs::path& folder) {
  for (json& item : items) {
    std::vector<std::string> paths = files_of(item);
    if (paths.empty()) continue;
    for (std::string& path : paths) {
      const fs::path whole = folder / fs::path(std::u8string(path.begin(), path.end()));
      std::error_code failed;
      if (!fs::exists(whole, failed)) continue;
      const std::u8string found = whole.lexically_normal().u8string();
      path.assign(found.begin(), found.end());
    }
    set_files(item, paths);
  }
}

}  // namespace soat::citation
