#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "citation/csl/csl_engine.h"
#include "unit/citation/fixture.h"

// Works to cite, for tests of the engine.
namespace soat::citation {

using nlohmann::json;
using test::options_for;

inline json book(const std::string& id, const std::string& family, const std::string& given, const std::string& title,
                 int year) {
  return {{"id", id},
          {"type", "book"},
          {"title", title},
          {"author", {{{"family", family}, {"given", given}}}},
          {"issued", {{"date-parts", {{year}}}}}};
}

inline json works() {
  json list = json::array();
  list.push_back(book("smith", "Smith", "John", "Testing at sea", 2011));
  list.push_back(book("tran", "Trần", "Văn Út", "Sông nước miền Tây", 2003));
  list.push_back(book("nguyen", "Nguyễn", "Thị Ánh", "Chợ nổi và người bán hàng", 1999));
  list.push_back({{"id", "so"},
                  {"type", "report"},
                  {"title", "Báo cáo giao thông năm 2018"},
                  {"author", {{{"literal", "Sở Giao thông vận tải"}}}},
                  {"issued", {{"date-parts", {{2018}}}}}});
  return list;
}

inline json cite(const std::string& id, const std::string& item, const json& more = json::object()) {
  json one = {{"id", item}};
  one.update(more);
  return {{"citationID", id}, {"citationItems", {one}}, {"properties", {{"noteIndex", 0}}}};
}

inline std::string message_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

inline EngineOptions options_with(const std::string& bibliography) {
  EngineOptions options = options_for("ieee");
  options.style = check_style(
      R"(<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><id>x</id></info>
    <citation><layout><text variable="title"/></layout></citation>)" +
          bibliography + "</style>",
      "x.csl");
  return options;
}

}  // namespace soat::citation
