#include "citation/csl/edition_number.h"

#include <gtest/gtest.h>

#include <utility>

namespace soat::citation {
namespace {

TEST(EditionNumber, IsReadInBothLanguages) {
  for (const auto& [text, number] : {std::pair("2nd", 2),
                                     {"1st ed.", 1},
                                     {"3rd edition", 3},
                                     {"Second", 2},
                                     {"TENTH EDITION", 10},
                                     {"11th edn.", 11},
                                     {"Tái bản lần thứ 3", 3},
                                     {"tái bản lần 2.", 2},
                                     {"Tái bản lần thứ tư", 4},
                                     {"(xuất bản lần thứ hai)", 2},
                                     {"Ấn bản 5", 5}})
    EXPECT_EQ(edition_number(text), number) << text;
}

TEST(EditionNumber, NothingIsLostThatItSaysBesides) {
  for (const char* text : {"2", "", ".", "Revised", "2nd rev. ed.", "Tái bản lần 3, có sửa chữa", "in lần thứ 5", "2a",
                           "0th", "2nd 3rd", "1000th", "International ed.", "tái bản", "\xFF"})
    EXPECT_EQ(edition_number(text), std::nullopt) << text;
}

}  // namespace
}  // namespace soat::citation
