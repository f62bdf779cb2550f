#include "citation/lookup/complete.h"

#include <gtest/gtest.h>

namespace soat::citation {
namespace {

using nlohmann::json;
using Kind = Identifier::Kind;

TEST(Complete, TheIdentifierOfAnItem) {
  const std::pair<json, Identifier> known[] = {
      {{{"DOI", "https://doi.org/10.5555/cho"}, {"ISBN", "9786041000001"}}, {Kind::doi, "10.5555/cho"}},
      {{{"URL", "https://dx.doi.org/10.5555/cho"}}, {Kind::doi, "10.5555/cho"}},
      {{{"PMID", "31234567"}}, {Kind::pmid, "31234567"}},
      {{{"number", "arXiv:1706.03762"}}, {Kind::arxiv, "1706.03762"}},
      {{{"type", "book"}, {"ISBN", "978-604-1-00000-1"}}, {Kind::isbn, "9786041000001"}}};
  for (const auto& [item, identifier] : known) EXPECT_EQ(identifier_of(item), identifier) << item;
  for (const json& item : {json::object(), json{{"type", "chapter"}, {"ISBN", "978-604-1-00000-1"}},
                           json{{"type", "book"}, {"ISBN", "978-604-1-00000-2"}}, json{{"DOI", 7}}})
    EXPECT_EQ(identifier_of(item), std::nullopt) << item;
}

TEST(Complete, WhatTheItemSaysStays) {
  const json found = {{"id", "x"}, {"type", "article-journal"}, {"title", "Khác"}, {"volume", "4"}};
  EXPECT_EQ(completed({{"id", "a"}, {"type", "document"}, {"title", "Chợ"}}, found),
            (json{{"id", "a"}, {"type", "article-journal"}, {"title", "Chợ"}, {"volume", "4"}}));
  EXPECT_EQ(completed({{"id", "a"}, {"type", "book"}, {"title", "Chợ"}}, found)["type"], "book");
}

}  // namespace
}  // namespace soat::citation
