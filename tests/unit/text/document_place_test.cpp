#include "text/document_place.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::text {
namespace {

std::string told_in(const DocumentPlace& place, Language language) {
  const std::optional<Message> message = told(place);
  return message ? message->utf8(language) : "nothing";
}

TEST(DocumentPlace, ThatIsNotKnownIsNotTold) {
  EXPECT_FALSE(DocumentPlace{}.is_known());
  EXPECT_EQ(told_in({}, Language::en), "nothing");
  EXPECT_EQ(told_in({.paragraph = 7}, Language::en), "nothing");
}

TEST(DocumentPlace, IsToldByWhatTheDocumentCounts) {
  EXPECT_EQ(told_in({.page = 12}, Language::en), "page 12");
  EXPECT_EQ(told_in({.page = 12}, Language::vi), "trang 12");
  const DocumentPlace cell{.table = 2, .row = 3, .column = 1};
  EXPECT_TRUE(cell.is_known());
  EXPECT_EQ(told_in(cell, Language::en), "table 2, row 3, column 1");
}

TEST(DocumentPlace, InSeveralThingsIsToldByAll) {
  const std::string both = told_in({.chapter = 4, .footnote = 9}, Language::en);
  EXPECT_LT(both.find("4"), both.find("9"));
  EXPECT_NE(both.find("4"), std::string::npos);
  EXPECT_NE(told_in({.page = 1, .table = 2, .row = 3, .column = 6, .endnote = 5}, Language::vi).find("5"),
            std::string::npos);
}

}  // namespace
}  // namespace soat::text
