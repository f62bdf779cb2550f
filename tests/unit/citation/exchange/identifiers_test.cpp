#include "citation/exchange/identifiers.h"

#include <gtest/gtest.h>

#include "citation/exchange/exchange.h"

namespace soat::citation {
namespace {

TEST(Doi, IsFoundInAWord) {
  EXPECT_EQ(doi_in("doi:10.5555/a.b-(c),"), "10.5555/a.b-(c)");
  EXPECT_EQ(doi_in("(10.5555/a)"), "10.5555/a");
  EXPECT_EQ(doi_in("https://doi.org/10.5555/a?b#c"), "10.5555/a");
  EXPECT_EQ(doi_in("<b>10.5555/a</b>"), "10.5555/a");
  EXPECT_EQ(doi_in("10.1002/(SICI)10(1999)85:1<1::AID-C1>3.0.CO;2-W."),
            "10.1002/(SICI)10(1999)85:1<1::AID-C1>3.0.CO;2-W");
  for (const char* none : {"10.25", "10.1/a", "210.5555/a", "10.5555/", "10.5555/.", "10.abcd/e", ""})
    EXPECT_EQ(doi_in(none), "") << none;
}

TEST(Doi, LeadsToItsResolver) {
  EXPECT_EQ(doi_address("10.5555/a(b)"), "https://doi.org/10.5555/a(b)");
  EXPECT_EQ(doi_address("10.5555/a<b\"ê"), "https://doi.org/10.5555/a%3Cb%22%C3%AA");
}

TEST(BookNumber, ByItsDigits) {
  EXPECT_EQ(book_number("978-604-1-23456-7"), BookNumber::isbn);
  EXPECT_EQ(book_number("0-19-852663-X (pbk)"), BookNumber::isbn);
  EXPECT_EQ(book_number("1859-001X"), BookNumber::issn);
  EXPECT_EQ(book_number("12"), BookNumber::none);
}

}  // namespace
}  // namespace soat::citation
