#include "citation/exchange/endnote_types.h"

#include <gtest/gtest.h>

#include "citation/csl/item_types.h"
#include "citation/exchange/ris_entry.h"

namespace soat::citation {
namespace {

TEST(EndNoteTypes, AreTypesOfRis) {
  EXPECT_EQ(ris_type_of_endnote("Journal Article"), "JOUR");
  EXPECT_EQ(ris_type_of_endnote("Book Section"), "CHAP");
  EXPECT_EQ(ris_type_of_endnote("Web Page"), "ELEC");
}

TEST(EndNoteTypes, WhatIsUnknownIsGeneral) {
  for (const char* name : {"", "book", "Sách"}) EXPECT_EQ(ris_type_of_endnote(name), "GEN");
}

TEST(EndNoteTypes, GiveItemsOfATypeOfCsl) {
  for (const char* name :
       {"Book", "Thesis", "Report", "Statute", "Film or Broadcast", "Social Media", "Grant", "Sách"}) {
    RisEntry entry;
    entry.add("TY", std::string(ris_type_of_endnote(name)));
    entry.add("TI", "Đò");
    EXPECT_TRUE(is_csl_type(item_of(entry, 1)["type"].get<std::string>())) << name;
  }
}

}  // namespace
}  // namespace soat::citation
