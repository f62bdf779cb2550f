#include "citation/exchange/bibtex_entries.h"

#include <gtest/gtest.h>

namespace soat::citation {
namespace {

struct Read {
  std::vector<BibEntry> entries;
  Remarks remarks;
};

Read read(std::string_view text) {
  Read result;
  RemarkList list("a.bib", &result.remarks);
  result.entries = read_bib_entries(text, list);
  list.finish();
  return result;
}

TEST(BibEntries, KeepValuesAsTheyAreWritten) {
  const Read all = read("@Book{an, Title = {Chợ {Phiên}}, year = 2019, note = \"a \" # {b}}");
  ASSERT_EQ(all.entries.size(), 1U);
  EXPECT_EQ(all.entries[0].type, "book");
  EXPECT_EQ(all.entries[0].key, "an");
  EXPECT_EQ(all.entries[0].raw("title"), "Chợ {Phiên}");
  EXPECT_EQ(all.entries[0].raw("year"), "2019");
  EXPECT_EQ(all.entries[0].raw("note"), "a b");
  EXPECT_EQ(all.entries[0].raw("publisher"), "");
  EXPECT_TRUE(all.remarks.empty());
}

TEST(BibEntries, ParenthesesCommentsAndPreambles) {
  const Read all = read("@comment{gì đó}\n@preamble{\"x\"}\n@book(an, title = \"Đò (ngang)\")\ntrôi nổi @ x");
  ASSERT_EQ(all.entries.size(), 1U);
  EXPECT_EQ(all.entries[0].raw("title"), "Đò (ngang)");
}

TEST(BibEntries, APercentSignBetweenFieldsBeginsAComment) {
  for (const char* end : {"\n", "\r\n", "\r"}) {
    const std::string e(end);
    const Read all = read("@book{an, % khóa" + e + "% title = {Bỏ}," + e + "title = {Giảm 5% {thuế}}, % }" + e +
                          "year = % năm" + e + "2019 % hết" + e + "}" + e + "@book{b, title={Bến}} % @");
    ASSERT_EQ(all.entries.size(), 2U);
    EXPECT_EQ(all.entries[0].raw("title"), "Giảm 5% {thuế}");
    EXPECT_EQ(all.entries[0].raw("year"), "2019");
    EXPECT_TRUE(all.remarks.empty());
  }
  // One that is never ended costs the entry only.
  EXPECT_EQ(read("@book{a, title={Đò} % }\n@book{b, title={Bến}}").entries.size(), 1U);
}

TEST(BibEntries, MacrosAreKnownFromWhereTheyStand) {
  const Read all = read("@string{cho = {Chợ}}\n@book{a, title = CHO # \" nổi\", month = mar}");
  ASSERT_EQ(all.entries.size(), 1U);
  EXPECT_EQ(all.entries[0].raw("title"), "Chợ nổi");
  EXPECT_EQ(all.entries[0].raw("month"), "mar");
}

TEST(BibEntries, LinesAreToldWhateverTheirEnds) {
  for (const char* end : {"\n", "\r\n", "\r"}) {
    const std::string e(end);
    const Read all = read(e + e + "@book{a, title={Đò}}" + e + "@book{b, title={Bến}}");
    ASSERT_EQ(all.entries.size(), 2U);
    EXPECT_EQ(all.entries[0].line, 3U);
    EXPECT_EQ(all.entries[1].line, 4U);
  }
}

TEST(BibEntries, DamageCostsTheEntryOnly) {
  const Read all = read("@book{a, title={Không đóng\n@book{b, title={Đò}}\n@book{c, title=}\n@book{d, title={Bến}}");
  ASSERT_EQ(all.entries.size(), 2U);
  EXPECT_EQ(all.entries[0].key, "b");
  EXPECT_EQ(all.entries[1].key, "d");
  EXPECT_EQ(all.remarks.size(), 2U);
}

TEST(BibEntries, OfNothingAreNone) {
  for (const char* text : {"", "@", "@book", "@book{", "@{", "@@@", "không có gì"})
    EXPECT_TRUE(read(text).entries.empty()) << text;
}

TEST(BibEntries, InheritWhatTheyLackAndNotInARing) {
  const Read all = read("@book{a, crossref={b}, title={Một}}\n@book{b, crossref={a}, title={Hai}, publisher={Phù Sa}}");
  ASSERT_EQ(all.entries.size(), 2U);
  EXPECT_EQ(all.entries[0].raw("title"), "Một");
  EXPECT_EQ(all.entries[0].raw("publisher"), "Phù Sa");
}

}  // namespace
}  // namespace soat::citation
