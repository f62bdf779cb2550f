#include <gtest/gtest.h>

#include <string>

#include "citation/exchange/exchange.h"
#include "citation/exchange/latex.h"

namespace soat::citation {
namespace {

using nlohmann::json;

json read_one(const std::string& entry) {
  const json items = read_bibtex(entry, "a.bib");
  EXPECT_EQ(items.size(), 1U) << entry;
  return items.empty() ? json::object() : items.front();
}

// The remarks as one text, a line each; those that tell of a loss begin with '!'.
std::string remarks_on(const std::string& text, json& items) {
  Remarks remarks;
  items = read_bibtex(text, "a.bib", &remarks);
  std::string lines;
  for (const Remark& one : remarks) lines += (one.lost ? "!" : "") + one.text.utf8(text::Language::en) + "\n";
  return lines;
}

TEST(BibTeX, MonthsInWordsNumbersAndRanges) {
  const auto issued = [](const std::string& fields) {
    return read_one("@article{a, title={Bến}, " + fields + "}")["issued"].dump();
  };
  EXPECT_EQ(issued("year={2018}, month={Oct}, day={07}"), R"({"date-parts":[[2018,10,7]]})");
  EXPECT_EQ(issued("year=2018, month={september}"), R"({"date-parts":[[2018,9]]})");
  EXPECT_EQ(issued("year=2018, month=dec"), R"({"date-parts":[[2018,12]]})");
  EXPECT_EQ(issued("year=2018, month={tháng 4}"), R"({"date-parts":[[2018,4]]})");
  EXPECT_EQ(issued("year=2018, month={Tháng 4}"), R"({"date-parts":[[2018,4]]})");
  EXPECT_EQ(issued("year=2018, month=\"9~\" # may"), R"({"date-parts":[[2018,5,9]]})");
  EXPECT_EQ(issued("year=2018, month=apr # \"--\" # may"), R"({"date-parts":[[2018,4],[2018,5]]})");
  EXPECT_EQ(issued("year={2018--19}"), R"({"date-parts":[[2018],[2019]]})");
  EXPECT_EQ(issued("date={2018-04-02/2018-04-05}"), R"({"date-parts":[[2018,4,2],[2018,4,5]]})");
  EXPECT_EQ(issued("year={sắp in}"), R"({"literal":"sắp in"})");
}

TEST(BibTeX, UncertainEarlyAndSeasonalDatesComeBack) {
  for (const auto& [said, meant] : {std::pair{"date={1999~}", R"({"circa":true,"date-parts":[[1999]]})"},
                                    std::pair{"year={1999?}", R"({"circa":true,"date-parts":[[1999]]})"},
                                    std::pair{"date={-0044}", R"({"date-parts":[[-45]]})"},
                                    std::pair{"date={2001-22}", R"({"date-parts":[[2001]],"season":2})"}}) {
    const json item = read_one("@book{a, title={Bến}, " + std::string(said) + "}");
    EXPECT_EQ(item["issued"].dump(), meant);
    EXPECT_EQ(read_bibtex(write_biblatex(json::array({item})), "b.bib")[0], item) << said;
  }
}

TEST(BibTeX, PeopleWithOtherRolesAreKept) {
  const json item = read_one(
      "@book{a, title={Bến}, year=2001, editor={Lê, An}, editortype={compiler}, editora={Hà, Bé}, "
      "editoratype={collaborator}, foreword={Tạ, Cả and Võ, Dã}}");
  EXPECT_FALSE(item.contains("editor"));
  EXPECT_EQ(item["compiler"].size(), 1U);
  ASSERT_EQ(item["contributor"].size(), 3U);
  EXPECT_EQ(item["contributor"][2]["family"], "Võ");
}

TEST(BibTeX, WhatStandsBesideIsKept) {
  const json item = read_one(
      "@misc{a, title={Bến}, year=2001, howpublished={Tờ rơi}, organization={Hội}, note={Bản in}, addendum={Kèm bản "
      "đồ}, language={vietnamese}, langid={english}}");
  EXPECT_EQ(item["publisher"], "Hội");
  EXPECT_EQ(item["medium"], "Tờ rơi");
  EXPECT_EQ(item["note"], "Bản in. Kèm bản đồ");
  EXPECT_EQ(item["language"], "vi");
  const json paper = read_one(
      "@inproceedings{a, title={Bến}, year=2001, journal={Tạp chí}, booktitle={Kỷ yếu}, issuetitle={Số riêng}}");
  EXPECT_EQ(paper["container-title"], "Kỷ yếu");
  EXPECT_EQ(paper["volume-title"], "Số riêng");
}

TEST(BibTeX, AddressesAreVerbatim) {
  EXPECT_EQ(read_one("@misc{a, title={Bến}, howpublished={\\url{https://ben.example/~do/a_1}}}")["URL"],
            "https://ben.example/~do/a_1");
  EXPECT_EQ(read_one("@online{a, title={Bến}, url={\\url{http://ben.example/a\\_1?b=1\\&c}}}")["URL"],
            "http://ben.example/a_1?b=1&c");
  EXPECT_EQ(read_one("@misc{a, title={Bến}, url={http://ben.example/{\\~{}}do}}")["URL"], "http://ben.example/~do");
  EXPECT_EQ(read_one("@misc{a, title={Bến}, note={Có ở \\url{https://ben.example/x}}}")["URL"],
            "https://ben.example/x");
  const json read = read_one("@misc{a, title={Bến}, url={https://ben.example}, note={Accessed: 2019-11-02}}");
  EXPECT_EQ(read["accessed"].dump(), R"({"date-parts":[[2019,11,2]]})");
  EXPECT_FALSE(read.contains("note"));
}

TEST(BibTeX, IdentifiersAreBare) {
  for (const char* doi : {"https://doi.org/10.7/ben.1", "http://dx.doi.org/10.7/ben.1", "doi:10.7/ben.1", "10.7/ben.1"})
    EXPECT_EQ(read_one("@article{a, title={Bến}, doi={" + std::string(doi) + "}}")["DOI"], "10.7/ben.1") << doi;
  const json preprint = read_one("@misc{a, title={Bến}, eprint={2101.00012}, eprinttype={arxiv}}");
  EXPECT_EQ(preprint["URL"], "https://arxiv.org/abs/2101.00012");
  EXPECT_EQ(preprint["number"], "arXiv:2101.00012");
  const json swapped = read_one("@article{a, title={Bến}, isbn={1859-0012}}");
  EXPECT_EQ(swapped["ISSN"], "1859-0012");
  EXPECT_FALSE(swapped.contains("ISBN"));
}

TEST(BibTeX, TitlesAreWhole) {
  const json part = read_one(
      "@incollection{a, title={Ghe}, subtitle={Một đời}, booktitle={Sông nước}, booksubtitle={Tập khảo}, "
      "maintitle={Miền Tây}, shorttitle={Ghe}}");
  EXPECT_EQ(part["title"], "Ghe: Một đời");
  EXPECT_EQ(part["title-short"], "Ghe");
  EXPECT_EQ(part["container-title"], "Miền Tây. Sông nước: Tập khảo");
  EXPECT_EQ(read_one("@book{a, title={Ghe về đâu?}, subtitle={Chuyện bến}}")["title"], "Ghe về đâu? Chuyện bến");
  EXPECT_EQ(read_one("@article{a, title={Ghe}, shortjournal={T. Sông}, pmid={71}}")["container-title-short"],
            "T. Sông");
}

TEST(BibTeX, NumbersAndPlacesStandWhereTheyBelong) {
  const json paper = read_one(
      "@inproceedings{a, title={Ghe}, booktitle={Hội thảo}, series={LNCS}, number=812, location={Huế}, "
      "address={Berlin}, publisher={Springer}}");
  EXPECT_EQ(paper["collection-number"], "812");
  EXPECT_EQ(paper["publisher-place"], "Berlin");
  EXPECT_EQ(paper["event-place"], "Huế");
  EXPECT_FALSE(paper.contains("number"));
  EXPECT_EQ(read_one("@article{a, title={Ghe}, number=4}")["issue"], "4");
  EXPECT_EQ(read_one("@techreport{a, title={Ghe}, number={TR-4}}")["number"], "TR-4");
  EXPECT_EQ(read_one("@phdthesis{a, title={Ghe bầu miền Trung}, school={Trường X}}")["genre"], "Luận án tiến sĩ");
  EXPECT_EQ(read_one("@mastersthesis{a, title={River boats}}")["genre"], "Master's thesis");
  EXPECT_EQ(read_one("@thesis{a, title={River boats}, type={phdthesis}}")["genre"], "PhD thesis");
}

TEST(BibTeX, EntriesInheritFromOthers) {
  const json items = read_bibtex(
      "@inproceedings{a, title={Ghe}, crossref={P}}\n@proceedings{p, title={Kỷ yếu}, year=2011, publisher={Sóng}, "
      "doi={10.7/p}}\n@book{b, title={Bến}, xdata={nha}}\n@xdata{nha, publisher={Phù Sa}, location={Bến Tre}}",
      "a.bib");
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0]["container-title"], "Kỷ yếu");
  EXPECT_EQ(items[0]["publisher"], "Sóng");
  EXPECT_EQ(items[0]["issued"]["date-parts"], json::parse("[[2011]]"));
  EXPECT_FALSE(items[0].contains("DOI"));
  EXPECT_EQ(items[2]["publisher-place"], "Bến Tre");
  // A ring ends.
  const json ring = read_bibtex("@book{a, title={A}, crossref=b}@book{b, year=2001, crossref=a}", "a.bib");
  EXPECT_EQ(ring[0]["issued"]["date-parts"], json::parse("[[2001]]"));
}

TEST(BibTeX, WhatIsInheritedIsBounded) {
  std::string text = "@book{p, title={P}, annotation={" + std::string(100000, 'x') + "}}\n";
  for (int i = 0; i < 400; ++i) text += "@book{c" + std::to_string(i) + ", title={C}, crossref={p}}\n";
  json items;
  EXPECT_NE(remarks_on(text, items).find("is too much"), std::string::npos);
  EXPECT_LT(items.dump().size(), std::size_t{20} << 20);
}

TEST(BibTeX, DamageIsToldWithItsLine) {
  json items;
  EXPECT_EQ(remarks_on("@book{a, title={Một}}\n\n@book{b, title={Hai {x}, year=2002}\n@book{c, title={Ba}}", items),
            "!a.bib:3: entry \"b\" cannot be read (it does not end) and is left out\n");
  EXPECT_EQ(items.size(), 2U);
  EXPECT_EQ(remarks_on("@book{b, title={Hai {x}, year=2002\n@book{c, title={Ba}}", items),
            "!a.bib:1: entry \"b\" cannot be read (a closing brace is missing) and is left out\n");
  EXPECT_EQ(remarks_on("@book{a, title=\"Một}\n@book{b, title={Hai}}", items),
            "!a.bib:1: entry \"a\" cannot be read (a quotation mark is missing) and is left out\n");
  EXPECT_EQ(items[0]["id"], "b");
  EXPECT_EQ(remarks_on("@book{a, title={Một}}, year=2001}\n@book{b, title={Hai}}", items),
            "!a.bib:1: what stands behind the end of entry \"a\" is left out; a brace too many before it?\n");
  EXPECT_EQ(items.size(), 2U);
  EXPECT_EQ(remarks_on("@book{a, title=}\n@book{b, title={Hai}}", items),
            "!a.bib:1: entry \"a\" cannot be read (a value is missing) and is left out\n");
}

TEST(BibTeX, ForgottenCommasCostNothing) {
  json items;
  EXPECT_EQ(remarks_on("@book{a title={Một},\r\n year={2001}\r\n publisher={Sóng}}", items),
            "a.bib:1: no comma behind the key \"a\"; read all the same\n"
            "a.bib:3: no comma behind \"year\"; read all the same\n");
  EXPECT_EQ(items[0]["title"], "Một");
  EXPECT_EQ(items[0]["publisher"], "Sóng");
}

TEST(BibTeX, DamageOnEveryPageIsCounted) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "@book{k" + std::to_string(i) + ", title={x\n";
  json items;
  EXPECT_NE(remarks_on(text, items).find("a.bib: 30 more places like these"), std::string::npos);
  EXPECT_NE(remarks_on("@book{@book{@book{", items).find("a.bib: 1 more place like"), std::string::npos);
}

TEST(BibTeX, OldEncodingsAreReadAndTold) {
  json items;
  EXPECT_EQ(remarks_on("@book{a, title={B\xE9n}}", items),
            "a.bib:1: not UTF-8; read as Windows-1252, look over letters with marks\n");
  EXPECT_EQ(items[0]["title"], "Bén");
  // Windows-1258: "Chợ nổi", tones behind their vowels.
  EXPECT_EQ(remarks_on("% ghi chú\n@book{a, title={Ch\xF5\xF2 n\xF4\xD2i}}", items),
            "a.bib:2: not UTF-8; read as Windows-1258, look over letters with marks\n");
  EXPECT_EQ(items[0]["title"], "Chợ nổi");
  // Lines of UTF-8 in such a file stay.
  remarks_on("@book{a, title={Bến đò},\nnote={caf\xE9}}", items);
  EXPECT_EQ(items[0]["title"], "Bến đò");
  EXPECT_EQ(items[0]["note"], "café");
}

TEST(BibTeX, ReadsNamesAccentsMacrosAndPages) {
  const json items = read_bibtex(
      "@string{cho = \"Tạp chí Chợ\"}\n@article{an, author = {Ph\\d{a}m \\'{\\ohorn} and Lê, Thị Hoa and {Bộ Y tế}},"
      " title = \"Chợ {Phiên} \\& tiếng rao\", journal = cho # { quê}, year = 2019, month = mar, pages = {45--58}}",
      "a.bib");
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0]["title"], "Chợ Phiên & tiếng rao");
  EXPECT_EQ(items[0]["container-title"], "Tạp chí Chợ quê");
  EXPECT_EQ(items[0]["page"], "45-58");
  EXPECT_EQ(items[0]["issued"]["date-parts"], json::parse("[[2019,3]]"));
  EXPECT_EQ(items[0]["author"][0]["family"], "Phạm");
  EXPECT_EQ(items[0]["author"][0]["given"], "ớ");
  EXPECT_EQ(items[0]["author"][1]["given"], "Thị Hoa");
  EXPECT_EQ(items[0]["author"][2]["literal"], "Bộ Y tế");
}

TEST(BibTeX, ADamagedEntryCostsOnlyItself) {
  const json items = read_bibtex("@book{a, title={Không đóng\n@book{b, title={Đò ngang}}", "a.bib");
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0]["id"], "b");
}

TEST(BibTeX, MacrosThatMultiplyEnd) {
  std::string text = "@string{a0 = \"xxxxxxxxxx\"}\n";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "a" + std::to_string(i - 1);
    text += "@string{a" + std::to_string(i) + " = " + before + " # " + before + " # " + before + " # " + before + "}\n";
  }
  text += "@book{b, title={Đò}, note = a39}";
  EXPECT_LT(read_bibtex(text, "a.bib").dump().size(), std::size_t{8} << 20);
}

TEST(BibTeX, AnAddressKeepsItsAngleBrackets) {
  for (const char* doi :
       {"10.1002/(SICI)1-2(1999)7:1<32::AID-P32>3.0.CO;2-1", "10.1002/(SICI)1-2(1999)7:1$<$32::AID-P32$>$3.0.CO;2-1",
        "10.1002/(SICI)1-2(1999)7:1{\\textless}32::AID-P32{\\textgreater}3.0.CO;2-1"}) {
    const json item = read_bibtex(std::string("@article{a, title={Ghe}, doi={") + doi + "}}", "a.bib")[0];
    EXPECT_EQ(item["DOI"], "10.1002/(SICI)1-2(1999)7:1<32::AID-P32>3.0.CO;2-1") << doi;
  }
  EXPECT_EQ(read_bibtex("@misc{a, title={Ghe}, url={<https://example.org/a>}}", "a.bib")[0]["URL"],
            "https://example.org/a");
}

TEST(BibTeX, WhatStandsInQuotationMarksKeepsThem) {
  const json item = read_bibtex("@misc{a, title={Từ \\enquote{bến} và \\mkbibquote{đò} \\emph{ghe}}}", "a.bib")[0];
  EXPECT_EQ(item["title"], "Từ “bến” và “đò” <i>ghe</i>");
}

TEST(BibTeX, AJournalHasItsNameAndItsAbbreviation) {
  const json item =
      read_bibtex("@article{a, title={Ghe}, journal={TC Sông}, fjournal={Tạp chí Sông nước}}", "a.bib")[0];
  EXPECT_EQ(item["container-title"], "Tạp chí Sông nước");
  EXPECT_EQ(item["container-title-short"], "TC Sông");
}

TEST(BibTeX, WhatIsWrittenIsReadAgain) {
  const json items = json::parse(
      R"([{"id":"a","type":"book","title":"100 % Đò & {bến}","author":[{"family":"Trần","given":"Văn Ổn"},{"literal":"Sở Y tế"}],"issued":{"date-parts":[[2005,3,1]]},"publisher":"Phù Sa","DOI":"10.5/a_b"}])");
  const json again = read_bibtex(write_bibtex(items), "a.bib");
  ASSERT_EQ(again.size(), 1U);
  for (const char* key : {"id", "title", "type", "author", "issued", "publisher", "DOI"})
    EXPECT_EQ(again[0][key], items[0][key]) << key;
}

}  // namespace
}  // namespace soat::citation
