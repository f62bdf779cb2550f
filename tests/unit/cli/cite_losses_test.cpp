#include "cli/cite_losses.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "citation/exchange/exchange.h"
#include "text/message.h"

namespace soat::cli {
namespace {

using nlohmann::json;

std::string told(const json& items, const std::string& written, const char* format) {
  std::string out;
  for (const text::Message& loss : losses_of(items, written, format)) out += loss.utf8(text::Language::en) + "\n";
  return out;
}

TEST(CiteLosses, DatesThatComeBackOtherwiseAreTold) {
  const json items = json::parse(R"([
    {"id":"a","type":"book","title":"A","issued":{"literal":"khoảng 1990"}},
    {"id":"b","type":"book","title":"B","issued":{"date-parts":[["2001"],[2003]]}},
    {"id":"c","type":"book","title":"C","author":[{"family":"Lê"}],"issued":{"date-parts":[[2001,"05"]]}}])");
  const std::string in_bib = told(items, citation::write_biblatex(items), "bib");
  EXPECT_EQ(in_bib, "a: the format cannot hold all of issued\n");
  const std::string in_ris = told(items, citation::write_ris(items), "ris");
  EXPECT_NE(in_ris.find("b: the format cannot hold all of issued\n"), std::string::npos) << in_ris;
  EXPECT_EQ(in_ris.find("c: "), std::string::npos) << in_ris;
}

TEST(CiteLosses, VariablesAndNamesThatDoNotComeBackAreTold) {
  const json items = json::parse(R"([{"id":"a","type":"book","title":"A","genre":"","publisher":"NXB","volume":3,
    "author":[{"family":"Lê"},{"family":"Hà"}],"editor":[]}])");
  EXPECT_EQ(told(items, R"([{"id":"a","type":"book","title":"A","author":[{"family":"Lê"}]}])", "json"),
            "a: the format cannot hold all of author, publisher, volume\n");
  EXPECT_EQ(told(items, items.dump(), "json"), "");
}

TEST(CiteLosses, WhatCannotBeComparedIsNotTold) {
  const json items = json::parse(R"([{"id":"a","type":"book","title":"A"}])");
  EXPECT_EQ(told(items, "[]", "json"), "");
  EXPECT_EQ(told(items, "{", "json"), "");
}

}  // namespace
}  // namespace soat::cli
