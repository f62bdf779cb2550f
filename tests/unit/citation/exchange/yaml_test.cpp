#include "citation/exchange/yaml.h"

#include <gtest/gtest.h>

#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;

json parse(const std::string& text) {
  return parse_yaml(text, "a.yaml");
}

TEST(Yaml, WhatPandocWrites) {
  EXPECT_EQ(parse("---\nreferences:\n- author:\n  - family: Nguyễn\n    given: Thị Ánh\n  - literal: Bộ Y tế\n"
                  "  id: anh99\n  issued: 1999-05\n  page: 4-9\n  title: \"Chợ: nổi\"\n  volume: 3\n  type: book\n"
                  "- id: b\n  issued:\n    date-parts:\n    - - 2001\n      - 2\n  edition: 1.10\n...\n"),
            (json{{"references",
                   {{{"author", {{{"family", "Nguyễn"}, {"given", "Thị Ánh"}}, {{"literal", "Bộ Y tế"}}}},
                     {"id", "anh99"},
                     {"issued", "1999-05"},
                     {"page", "4-9"},
                     {"title", "Chợ: nổi"},
                     {"volume", 3},
                     {"type", "book"}},
                    {{"id", "b"},
                     {"issued", {{"date-parts", json::array({json::array({2001, 2})})}}},
                     {"edition", "1.10"}}}}}));
}

TEST(Yaml, Scalars) {
  EXPECT_EQ(parse("a: 'it''s'\nb: \"x\\u1EBF\\n\\\"\"\nc: không # lời bàn\nd: x#y\ne:\nf: ~\ng: true\nh: 007\ni: -5\n"
                  "j: https://x.example/a:b\n\"k: 1\": v\n"),
            (json{{"a", "it's"},
                  {"b", "xế\n\""},
                  {"c", "không"},
                  {"d", "x#y"},
                  {"e", nullptr},
                  {"f", nullptr},
                  {"g", true},
                  {"h", "007"},
                  {"i", -5},
                  {"j", "https://x.example/a:b"},
                  {"k: 1", "v"}}));
}

TEST(Yaml, ScalarsOverLines) {
  EXPECT_EQ(parse("a: |\n  một\n    hai\n\n  ba\nb: >-\n  một\n  hai\n\n  ba\nc: một\n  hai\nd: \"một\n  hai\"\ne: "
                  "|+\n  x\n\nf: 1\n"),
            (json{{"a", "một\n  hai\n\nba\n"},
                  {"b", "một hai\nba"},
                  {"c", "một hai"},
                  {"d", "một hai"},
                  {"e", "x\n\n"},
                  {"f", 1}}));
}

TEST(Yaml, FlowCollections) {
  EXPECT_EQ(parse("a: [1, 'hai', {b: c, d: [ ]}, x y]\nb: {family: Lê, # họ\n  given: \"A, B\"}\nc: {}\n"),
            (json{{"a", {1, "hai", {{"b", "c"}, {"d", json::array()}}, "x y"}},
                  {"b", {{"family", "Lê"}, {"given", "A, B"}}},
                  {"c", json::object()}}));
}

TEST(Yaml, ListsOfListsAndEmptyDocuments) {
  EXPECT_EQ(parse("- - 1\n  - 2\n-\n  a: 1\n- \n- - - x\n"),
            (json{json::array({1, 2}), {{"a", 1}}, nullptr, json::array({json::array({"x"})})}));
  EXPECT_EQ(parse(""), nullptr);
  EXPECT_EQ(parse("# nothing\n---\n"), nullptr);
}

TEST(Yaml, WhatIsDamagedIsToldWithItsLine) {
  const std::string many(100'000, '[');
  std::string steps;
  for (int i = 0; i < 200; ++i) steps += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  for (const std::string& text :
       {std::string("a: 1\n   b: 2\n"), std::string("a: *x"), std::string("a: &x 1"), std::string("a: !!str 1"),
        std::string("a: [1, 2"), std::string("a: \"x"), std::string("a: 'x' y"), std::string("- 1\n 2: 3"),
        std::string("? a\n: b"), std::string("a:\n\t- 1"), "a: " + many, steps, std::string("a: {b: c]"),
        std::string("a: \"\\uD800\""), std::string("a: b: c")})
    EXPECT_THROW(parse(text), Error) << text.substr(0, 40);
}

TEST(Yaml, WhatIsWrittenIsReadAsTheSame) {
  const json values[] = {
      json::array(),
      json::object(),
      {{"a", {{"b", json::array({1, json::array({2, "3"}), json::object(), json::array(), nullptr, true})}}}},
      {"",   " x",          "x ", "null", "12", "1.5", "a: b",          "a #b",   "- a", "-",  "'",
       "\"", "Đò\nngang\t", "x:", "@a",   "*",  "yes", "http://x/?a#b", "\u2028", "---", "..."}};
  for (const json& value : values) EXPECT_EQ(parse(to_yaml(value)), value) << to_yaml(value);
}

}  // namespace
}  // namespace soat::citation
