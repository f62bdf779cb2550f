#include "document/paragraph_collector.h"

#include "expect.h"

namespace soat::document {
namespace {

ParagraphCollector keeping() {
  return {WhiteSpace::keep, "a.docx"};
}

ParagraphCollector collapsing() {
  return {WhiteSpace::collapse, "a.odt"};
}

TEST(ParagraphCollector, WhatIsHeldComesBehindWhatHoldsIt) {
  ParagraphCollector collector = keeping();
  collector.open();
  collector.add("đầu ");
  collector.open();
  collector.add("ghi chú");
  collector.close();
  collector.add("cuối");
  collector.close();
  collector.open();
  collector.close();
  EXPECT_EQ(texts(collector.finish()), (Texts{u"đầu cuối", u"ghi chú", u""}));
}

TEST(ParagraphCollector, OutsideParagraphsNothingIsAdded) {
  ParagraphCollector collector = keeping();
  collector.add("một");
  collector.add_exactly(u'\t');
  collector.add_blanks(5);
  collector.add_placeholder();
  collector.add_hidden("hai");
  collector.trim();
  collector.close();
  EXPECT_FALSE(collector.is_open());
  EXPECT_TRUE(texts(collector.finish()).empty());
}

TEST(ParagraphCollector, WhiteSpaceIsKeptOrCollapsedOverPieces) {
  for (const bool keep : {true, false}) {
    ParagraphCollector collector = keep ? keeping() : collapsing();
    collector.open();
    for (const char* piece : {" \n", " một ", "\t hai", "  "}) collector.add(piece);
    if (!keep) collector.trim();
    collector.close();
    EXPECT_EQ(texts(collector.finish()), (Texts{keep ? u" \n một \t hai  " : u"một hai"}));
  }
}

TEST(ParagraphCollector, SpacesWrittenAsElementsStay) {
  ParagraphCollector collector = collapsing();
  collector.open();
  collector.add("a");
  collector.add_blanks(3);
  collector.add(" b");
  collector.add_exactly(u'\t');
  collector.add(" c");
  collector.close();
  EXPECT_EQ(texts(collector.finish()), Texts{u"a   b\tc"});
}

TEST(ParagraphCollector, AHiddenRunIsOnePlaceholder) {
  ParagraphCollector collector = collapsing();
  collector.open();
  collector.add("xem ");
  for (const char* piece : {" rm", " ", "-r "}) collector.add_hidden(piece);
  collector.add("nhé");
  collector.close();
  EXPECT_EQ(texts(collector.finish()), Texts{u"xem \uFFFC nhé"});
}

TEST(ParagraphCollector, OriginsSayWhereTheTextStandsInThePart) {
  ParagraphCollector collector = collapsing();
  collector.start_part("content.xml");
  collector.open();
  const auto take = [&](std::string_view piece) {
    collector.add(piece);
    collector.pass(piece);
  };
  take("  đò");
  take("  \xF0\x9F\x98\x80 x");
  collector.close();
  const Document document = collector.finish();
  EXPECT_EQ(texts(document), Texts{u"đò \xD83D\xDE00 x"});
  ASSERT_EQ(document.origins().size(), 3U);
  EXPECT_EQ(document.origins()[0].position, 2U);  // behind two blanks
  EXPECT_EQ(document.origins()[0].size, 2U);
  EXPECT_EQ(document.origins()[1].position, 6U);  // đò are four bytes
  EXPECT_EQ(document.origins()[1].size, 1U);
  EXPECT_EQ(document.origins()[2].position, 8U);
  EXPECT_EQ(document.origins()[2].size, 4U);
  EXPECT_EQ(document.parts(), std::vector<std::string>{"content.xml"});
}

TEST(ParagraphCollector, StretchesOfOneFontAreJoined) {
  ParagraphCollector collector = keeping();
  const text::LegacyFont font{text::LegacyEncoding::tcvn3, "", false};
  collector.open();
  collector.add("a", font);
  collector.add("bc", font);
  collector.add("d");
  collector.add("e", font);
  collector.add("", font);
  collector.close();
  const Document document = collector.finish();
  ASSERT_EQ(document.fonts().size(), 2U);
  EXPECT_EQ(document.fonts()[0].end, 3U);
  EXPECT_EQ(document.fonts()[1].start, 4U);
}

TEST(ParagraphCollector, RangesNeedBothEnds) {
  using Kind = NamedRange::Kind;
  ParagraphCollector collector = keeping();
  collector.start_range(Kind::bookmark, "0", "ngoài");  // outside a paragraph
  collector.open();
  collector.add("một ");
  collector.start_range(Kind::bookmark, "1", "có");
  collector.start_range(Kind::bookmark, "2", "không hết");
  collector.add("hai");
  collector.end_range(Kind::reference_mark, "1");  // of another kind
  collector.end_range(Kind::bookmark, "1");
  collector.end_range(Kind::bookmark, "9");
  collector.close();
  const Document document = collector.finish();
  ASSERT_EQ(document.named_ranges().size(), 1U);
  EXPECT_EQ(document.named_ranges()[0].name, "có");
  EXPECT_EQ(document.named_ranges()[0].start, 4U);
  EXPECT_EQ(document.named_ranges()[0].end, 7U);
}

TEST(ParagraphCollector, SectionsGoRoundParagraphs) {
  using Kind = NamedRange::Kind;
  ParagraphCollector collector = keeping();
  collector.start_range(Kind::section, "a", "danh mục");
  for (const char* text : {"một", "hai"}) {
    collector.open();
    collector.add(text);
    collector.close();
  }
  collector.end_range(Kind::section, "a");
  collector.start_range(Kind::section, "b", "rỗng");
  collector.end_range(Kind::section, "b");
  const Document document = collector.finish();
  ASSERT_EQ(document.named_ranges().size(), 1U);
  EXPECT_EQ(document.named_ranges()[0].last_paragraph, 1U);
  EXPECT_EQ(document.named_ranges()[0].end, 3U);
}

TEST(ParagraphCollector, BlanksByNumberHaveALimit) {
  ParagraphCollector collector = keeping();
  collector.open();
  collector.add_blanks(1'000'000);
  EXPECT_NE(fault([&] { collector.add_blanks(1); }).find("a.docx"), std::string::npos);
  ParagraphCollector other = keeping();
  other.open();
  EXPECT_NE(fault([&] { other.add_blanks(static_cast<std::size_t>(-1)); }), "");
}

}  // namespace
}  // namespace soat::document
