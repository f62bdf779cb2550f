// csl-styles DATA FOLDER [ONLY]: formats works of every CSL type in every style of a folder (only in those whose file
// names hold ONLY): as citations in the text or in notes, repeated, with a locator, several at once, and as a list.
// Names each style that fails and why, and ends with "N styles, N failed". DATA is dictionaries/vi/citation.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "citation/csl/csl_engine.h"
#include "citation/csl/item_types.h"
#include "citation/csl/style_files.h"

namespace {

using nlohmann::json;
using namespace soat::citation;

json person(const char* family, const char* given) {
  return {{"family", family}, {"given", given}};
}

// One work of each type; every third without author, every fifth without date, so that what a style falls back on is
// used too.
json works() {
  json list = json::array();
  int i = 0;
  std::vector<std::string_view> types(csl_types.begin(), csl_types.end());
  types.emplace_back("no-such-type");
  for (const std::string_view type : types) {
    json item = {{"id", type},
                 {"type", type},
                 {"title", std::string("Bến nước thứ ") + std::to_string(i)},
                 {"container-title", "Sông ngòi"},
                 {"publisher", "Nhà xuất bản Phù Sa"},
                 {"publisher-place", "Cần Thơ"},
                 {"volume", "12"},
                 {"issue", "3"},
                 {"page", "45-58"},
                 {"number", "30/2020"},
                 {"edition", 2},
                 {"URL", "https://ben.example/" + std::to_string(i)},
                 {"accessed", {{"date-parts", {{2022, 1, 9}}}}},
                 {"editor", {person("Trần", "Văn Ổn")}}};
    if (i % 2 == 0) item["language"] = i % 4 == 0 ? "vi" : "fr";
    if (i % 3 != 0) item["author"] = {person("Lê", "Thị Hoa"), person("Smith", "John Q."), person("Đặng", "Ước")};
    if (i % 5 != 0) item["issued"] = {{"date-parts", {{2014 - i % 3, 3, 5}}}};
    if (i % 7 == 0) item.erase("editor");
    list.push_back(item);
    ++i;
  }
  list.push_back({{"id", "bare"}, {"type", "book"}});
  list.push_back(
      {{"id", "body"}, {"type", "report"}, {"title", "Báo cáo"}, {"author", {{{"literal", "Sở Giao thông"}}}}});
  return list;
}

json citations(const json& works, bool notes) {
  json list = json::array();
  const auto add = [&](json cites) {
    const std::size_t at = list.size() + 1;
    list.push_back({{"citationID", "c" + std::to_string(at)},
                    {"citationItems", std::move(cites)},
                    {"properties", {{"noteIndex", notes ? at : 0}}}});
  };
  for (std::size_t i = 0; i < works.size(); i += 3) {  // some; the list has all
    json one = {{"id", works[i]["id"]}};
    if (i % 4 == 0) one.update({{"locator", "12-14"}, {"label", "page"}});
    if (i % 6 == 0) {
      add({one});  // then again at once, with another place: "ibid."
      add({{{"id", works[i]["id"]}, {"locator", "5"}, {"label", "article-locator"}}});
      continue;
    }
    if (i % 5 == 0 && i > 0) {
      add({one, {{"id", works[i - 1]["id"]}, {"prefix", "xem thêm "}, {"suppress-author", true}}});
      continue;
    }
    add({one});
  }
  return list;
}

void format(const std::filesystem::path& data, const std::filesystem::path& file, const json& items) {
  EngineOptions options;
  options.style = StyleFiles({}).open(file);
  options.locale_folders = {data / "locales"};
  const bool notes = options.style.info.notes;
  const bool listed = options.style.info.has_bibliography;
  CslEngine engine(std::move(options));
  engine.set_items(items);
  const json cited = citations(items, notes);
  engine.restore(cited, {});
  engine.render(cited.size(), {});
  std::vector<CitationPlace> before;
  for (const json& one : cited) before.emplace_back(one["citationID"], one["properties"]["noteIndex"]);
  json last = {{"citationID", "last"},
               {"citationItems", {{{"id", "bare"}}}},
               {"properties", {{"noteIndex", notes ? before.size() + 1 : 0}}}};
  engine.preview(last, before, {});
  engine.insert(last, before, {});
  if (listed) engine.bibliography(true, {});
}

int run(const std::filesystem::path& data, const std::filesystem::path& folder, const std::string& only) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".csl" && entry.path().stem().string().find(only) != std::string::npos)
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  const json items = works();
  int failed = 0;
  for (const auto& file : files) {
    try {
      format(data, file, items);
    } catch (const std::exception& error) {
      ++failed;
      std::printf("FAILED %s: %s\n", file.stem().c_str(), error.what());
      std::fflush(stdout);
    }
  }
  std::printf("%zu styles, %d failed\n", files.size(), failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3 || count > 4) {
    std::fputs("usage: csl-styles DATA FOLDER [ONLY]\n", stderr);
    return 2;
  }
  try {
    return run(arguments[1], arguments[2], count == 4 ? arguments[3] : "");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "csl-styles: %s\n", error.what());
    return 2;
  }
}
