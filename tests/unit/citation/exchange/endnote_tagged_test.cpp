#include <gtest/gtest.h>

#include "citation/exchange/exchange.h"
#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(EndNoteTagged, EntriesAreApartByLinesOrTypes) {
  const json items = read_endnote_tagged("%0 Book\r\n%A Lý, An\r\n%T Ghe\r\n%0 Thesis\r\n%T Lúa\r\n\r\n%T Đò", "a.enw");
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0]["type"], "book");
  EXPECT_EQ(items[0]["author"][0]["family"], "Lý");
  EXPECT_EQ(items[1]["type"], "thesis");
  EXPECT_EQ(items[2]["title"], "Đò");
}

TEST(EndNoteTagged, AnEntryWithoutFieldsIsTold) {
  Remarks remarks;
  EXPECT_EQ(read_endnote_tagged("%0 Book\n\n%0 Book\n%T Ghe\n", "a.enw", &remarks).size(), 1U);
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_TRUE(remarks[0].lost);
  EXPECT_THROW(read_endnote_tagged("ghe\n", "a.enw"), Error);
}

}  // namespace
}  // namespace soat::citation
