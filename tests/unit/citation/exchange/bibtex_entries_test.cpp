#include "citation/exchange/bibtex_entries.h"

#include <gtest/gtest.h>

#include <string>

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

// The remarks as one text, a line each; those that tell of a loss begin with '!'.
std::string told(const Read& all) {
  std::string lines;
  for (const Remark& one : all.remarks) lines += (one.lost ? "!" : "") + one.text.utf8(text::Language::en) + "\n";
  return lines;
}

TEST(BibEntries, BlanksMayStandBehindTheSign) {
  const Read all = read("@ book {a, title={Một}} @\tbook(b, title={Hai})\n@book{d, title={Bốn\n@ book{c, title={Ba}}");
  ASSERT_EQ(all.entries.size(), 3U);
  EXPECT_EQ(all.entries[0].type, "book");
  EXPECT_EQ(all.entries[1].key, "b");
  EXPECT_EQ(all.entries[2].key, "c");
  EXPECT_EQ(told(all), "!a.bib:2: entry \"d\" cannot be read (a closing brace is missing) and is left out\n");
}

TEST(BibEntries, DamagedBeginningsAreTold) {
  for (const char* damaged : {"@book a,title={Một}}", "@book[a, title={Một}}", "  @book", "@sach a, title={Một}}",
                              "@sach[a,", "@book{x, title={X}} @misc b", "@string cho = {Chợ}"}) {
    const Read all = read(std::string(damaged) + "\n@book{c,title={Ba}}");
    EXPECT_EQ(all.entries.back().key, "c") << damaged;
    EXPECT_EQ(told(all), "!a.bib:1: an entry cannot be read (no opening brace behind its type) and is left out\n")
        << damaged;
  }
  EXPECT_EQ(told(read("\n@{a, title={Một}}\n@book{c,title={Ba}}")),
            "!a.bib:2: an entry cannot be read (its type is missing) and is left out\n");
  EXPECT_EQ(told(read("@book{c}")), "!a.bib:1: an entry without any field is left out\n");
}

TEST(BibEntries, WordsBetweenEntriesAreNotTold) {
  const Read all = read(
      "Hỏi a@b.vn, c@d.vn (sáng, chiều) hay e@f.vn\n@an viết\n@\n"
      "@book{c, title={Ba}}\n@comment a = b\nxem @book và @ x");
  ASSERT_EQ(all.entries.size(), 1U);
  EXPECT_EQ(told(all), "");
}

TEST(BibEntries, StringsThatAreNotDefinedAreTold) {
  const Read all = read("@book{a, title={Một} # chuax,\n note = chuay # 12 # {b},\n month = March,\n year = 2019}");
  ASSERT_EQ(all.entries.size(), 1U);
  EXPECT_EQ(all.entries[0].raw("title"), "Một");
  EXPECT_EQ(all.entries[0].raw("note"), "12b");
  EXPECT_EQ(all.entries[0].raw("month"), "March");
  EXPECT_EQ(told(all),
            "!a.bib:1: string \"chuax\" is not defined and is left out\n"
            "!a.bib:2: string \"chuay\" is not defined and is left out\n"
            "a.bib:3: string \"March\" is not defined; its name is read as text\n");
}

TEST(BibEntries, OfTwoFieldsOfOneNameTheFirstCounts) {
  const Read all = read("@book{a, title={Một},\n year=2019, YEAR={2019},\n Title={Hai}}");
  ASSERT_EQ(all.entries.size(), 1U);
  EXPECT_EQ(all.entries[0].raw("title"), "Một");
  EXPECT_EQ(told(all),
            "!a.bib:3: field \"title\" stands twice in the entry; the first is kept, this one is left out\n");
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
