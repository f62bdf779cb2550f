#include "citation/exchange/identifiers.h"

#include <gtest/gtest.h>

#include "citation/exchange/exchange.h"

namespace soat::citation {
namespace {

TEST(BookNumber, ByItsDigits) {
  EXPECT_EQ(book_number("978-604-1-23456-7"), BookNumber::isbn);
  EXPECT_EQ(book_number("0-19-852663-X (pbk)"), BookNumber::isbn);
  EXPECT_EQ(book_number("1859-001X"), BookNumber::issn);
  EXPECT_EQ(book_number("12"), BookNumber::none);
}

}  // namespace
}  // namespace soat::citation
