#include "text/document_place.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::text {
namespace {

std::string english(const DocumentPlace& place) {
  const std::optional<Message> message = told(place);
  return message ? message->utf8(Language::en) : "";
}

TEST(DocumentPlace, IsToldByWhatTheDocumentCounts) {
  DocumentPlace place;
  place.table = 2;
  place.row = 3;
  place.column = 1;
  EXPECT_TRUE(place.is_known());
  EXPECT_EQ(english(place), "table 2, row 3, column 1");
  DocumentPlace page;
  page.page = 7;
  EXPECT_NE(english(page).find('7'), std::string::npos);
  page.footnote = 4;
  EXPECT_LT(english(page).find('7'), english(page).find('4'));
}

TEST(DocumentPlace, OfNothingIsNotTold) {
  DocumentPlace place;
  place.paragraph = 12;
  EXPECT_FALSE(place.is_known());
  EXPECT_FALSE(told(place));
  place.row = 3;  // of no table
  EXPECT_FALSE(told(place));
}

}  // namespace
}  // namespace soat::text
