#include "citation/zotero/lost_copies.h"

#include <gtest/gtest.h>

namespace soat::citation::zotero {
namespace {

using Counts = std::vector<std::size_t>;

TEST(LostCopies, TheLongestCounts) {
  EXPECT_EQ(count_texts(u"Ghe [1], xuồng [1, tr. 2] và [12]; [1][1]", {u"[1]", u"[1, tr. 2]", u"[3]"}),
            (Counts{3, 1, 0}));
  EXPECT_EQ(count_texts(u"(A, 1990; B, 1991) (A, 1990)", {u"(A, 1990)", u"(A, 1990; B, 1991)"}), (Counts{1, 1}));
}

TEST(LostCopies, NothingInNothing) {
  EXPECT_EQ(count_texts(u"", {u"[1]"}), (Counts{0}));
  EXPECT_EQ(count_texts(u"[1", {u"[1]"}), (Counts{0}));
  EXPECT_TRUE(count_texts(u"[1]", {}).empty());
}

}  // namespace
}  // namespace soat::citation::zotero
