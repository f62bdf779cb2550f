#include "document/paragraph_collector.h"

#include <gtest/gtest.h>

#include <string>

#include "expect.h"

namespace soat::document {
namespace {

TEST(ParagraphCollector, ParagraphsInAParagraphComeBehindIt) {
  ParagraphCollector collector(WhiteSpace::keep, "bài");
  collector.open();
  collector.add("một ");
  collector.open();
  collector.add("chú thích");
  EXPECT_EQ(collector.current(), 1U);
  collector.close();
  collector.add("hai");
  collector.close();
  EXPECT_FALSE(collector.is_open());
  EXPECT_EQ(texts(collector.finish()), (Texts{u"một hai", u"chú thích"}));
}

TEST(ParagraphCollector, WhiteSpaceIsKeptOrCollapsed) {
  const auto collected = [](WhiteSpace white_space) {
    ParagraphCollector collector(white_space, "bài");
    collector.open();
    collector.add("  một \n\t ");
    collector.add(" hai");
    collector.add_exactly(u'\t');
    collector.add_blanks(2);
    collector.add("ba  ");
    collector.trim();
    collector.close();
    return texts(collector.finish());
  };
  EXPECT_EQ(collected(WhiteSpace::keep), Texts{u"  một \n\t  hai\t  ba"});
  EXPECT_EQ(collected(WhiteSpace::collapse), Texts{u"một hai\t  ba"});
}

TEST(ParagraphCollector, TextOutsideOfParagraphsIsNone) {
  ParagraphCollector collector(WhiteSpace::keep, "bài");
  collector.add("một");
  collector.add_placeholder();
  collector.open();
  collector.close();
  EXPECT_EQ(texts(collector.finish()), Texts{u""});
}

TEST(ParagraphCollector, WhatIsNoRunningTextIsAPlaceholder) {
  ParagraphCollector collector(WhiteSpace::collapse, "bài");
  collector.open();
  collector.add("một");
  collector.add_placeholder();
  collector.add("và");
  collector.add_hidden(" code ");
  collector.add("hai");
  collector.close();
  EXPECT_EQ(texts(collector.finish()), Texts{u"một\uFFFCvà \uFFFC hai"});
}

TEST(ParagraphCollector, RangesBelongTogetherByKindAndKey) {
  ParagraphCollector collector(WhiteSpace::keep, "bài");
  collector.open();
  collector.add("ab");
  collector.start_range(NamedRange::Kind::bookmark, "1", "dấu");
  collector.start_range(NamedRange::Kind::bookmark, "2", "không hết");
  collector.add("cd");
  collector.close();
  collector.open();
  collector.add("e");
  collector.end_range(NamedRange::Kind::reference_mark, "1");
  collector.end_range(NamedRange::Kind::bookmark, "1");
  collector.close();
  const Document document = collector.finish();
  ASSERT_EQ(document.named_ranges().size(), 1U) << "without both ends there is none";
  const NamedRange& range = document.named_ranges()[0];
  EXPECT_EQ(range.name, "dấu");
  EXPECT_EQ(range.first_paragraph, 0U);
  EXPECT_EQ(range.start, 2U);
  EXPECT_EQ(range.last_paragraph, 1U);
  EXPECT_EQ(range.end, 1U);
}

TEST(ParagraphCollector, TellsWhereTextStandsInThePart) {
  ParagraphCollector collector(WhiteSpace::keep, "bài");
  collector.start_part("content.xml");
  collector.open();
  collector.pass("xxxx");
  collector.add("một");
  collector.pass("một");
  collector.close();
  const Document document = collector.finish();
  EXPECT_EQ(document.parts(), (std::vector<std::string>{"content.xml"}));
  ASSERT_EQ(document.origins().size(), 1U);
  EXPECT_EQ(document.origins()[0].position, 4U);
  EXPECT_EQ(document.origins()[0].size, 3U);
}

TEST(ParagraphCollector, FewBytesThatStandForVeryManyBlanksAreRefused) {
  ParagraphCollector collector(WhiteSpace::keep, "bài");
  collector.open();
  EXPECT_NE(fault([&] {
              for (int i = 0; i < 100; ++i) collector.add_blanks(std::size_t{1} << 24);
            }).find("bài"),
            std::string::npos);
}

}  // namespace
}  // namespace soat::document
