#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "citation/reference/csl_item.h"
#include "fixture.h"

// Every line of tests/golden/cite/legal-forms.tsv is understood.

namespace soat::citation {
namespace {

using nlohmann::json;

json expected_item(const std::vector<std::string>& fields) {
  if (fields[1] == "-") return nullptr;
  json item = {{"type", "legislation"}, {"genre", fields[1]}};
  const char* names[] = {"number", "issued", "authority", "title", "locator"};
  for (std::size_t i = 0; i < 5; ++i) {
    const std::string& value = fields[i + 2];
    if (value.empty()) continue;
    if (i != 1) {
      item[names[i]] = value;
      continue;
    }
    json parts = json::array();
    std::istringstream in(value);
    for (std::string part; std::getline(in, part, '-');) parts.push_back(std::stoi(part));
    item["issued"] = {{"date-parts", json::array({parts})}};
  }
  return item;
}

TEST(LegalForms, AreAllUnderstood) {
  std::istringstream in(test::read(std::filesystem::path(SOAT_SOURCE_DIR) / "tests/golden/cite/legal-forms.tsv"));
  std::size_t count = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) continue;
    std::vector<std::string> fields;
    std::istringstream columns(line);
    for (std::string field; std::getline(columns, field, '\t');) fields.push_back(field);
    fields.resize(7);
    ++count;
    EXPECT_EQ(parse_reference(fields[0]).dump(), expected_item(fields).dump()) << fields[0];
  }
  EXPECT_GE(count, 150U);
}

TEST(ParseReference, KnowsAddresses) {
  EXPECT_EQ(parse_reference("Nguồn: https://dongbang.example/a.").dump(),
            R"({"URL":"https://dongbang.example/a","type":"webpage"})");
  EXPECT_EQ(parse_reference("http://dongbang.example/a")["URL"], "http://dongbang.example/a");
  EXPECT_TRUE(parse_reference("Xem https://dongbang.example/a để biết thêm.").is_null());
  EXPECT_TRUE(parse_reference("javascript://a").is_null());
}

}  // namespace
}  // namespace soat::citation
