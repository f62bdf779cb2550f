#include "citation/exchange/custom_lists.h"

#include <gtest/gtest.h>

namespace soat::citation {
namespace {

using nlohmann::json;
using Texts = std::vector<std::string>;

TEST(CustomLists, AreReadAndWrittenBesideWhatElseIsThere) {
  json item = {{"custom", {{"short", "x"}}}};
  set_custom_list(item, custom_files, {"a.pdf"});
  EXPECT_EQ(item["custom"], json({{"short", "x"}, {"files", {"a.pdf"}}}));
  EXPECT_EQ(custom_list(item, custom_files), Texts{"a.pdf"});
  EXPECT_TRUE(custom_list(item, custom_collections).empty());
  set_custom_list(item, custom_files, {});
  EXPECT_EQ(item, json({{"custom", {{"short", "x"}}}}));
}

TEST(CustomLists, AnEmptyOneLeavesNothing) {
  json item = {{"title", "Đò"}};
  set_custom_list(item, custom_files, {});
  EXPECT_EQ(item, json({{"title", "Đò"}}));
  set_custom_list(item, custom_files, {"a.pdf"});
  set_custom_list(item, custom_files, {});
  EXPECT_EQ(item, json({{"title", "Đò"}}));
}

TEST(CustomLists, OfDataOfAnyShape) {
  for (const json& custom :
       {json("x"), json(5), json::array({1}), json({{"files", 5}}), json({{"files", {1, "", " "}}})})
    EXPECT_TRUE(custom_list({{"custom", custom}}, custom_files).empty()) << custom;
  EXPECT_EQ(custom_list({{"custom", {{"files", {" a  b ", "a b"}}}}}, custom_files), Texts{"a b"});
}

}  // namespace
}  // namespace soat::citation
