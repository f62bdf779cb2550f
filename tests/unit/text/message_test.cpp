#include "text/message.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "text/message_table.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::text {
namespace {

TEST(Message, PutsItsArgumentsInBothLanguages) {
  const Message message(texts::library_count, 3, u"7");
  EXPECT_EQ(message.utf8(Language::en), "3 of 7 sources are shown.");
  EXPECT_EQ(message.utf8(Language::vi), "Hiện 3 trong 7 nguồn.");
}

TEST(Message, TakesBytesThatAreNotUtf8) {
  EXPECT_EQ(Message(texts::library_deleted, "a\xFFz").in(Language::en), u"Deleted: a\\xffz.");
}

TEST(Message, PutsAMessageInInTheSameLanguage) {
  const Message inner = texts::library_empty;
  EXPECT_EQ(Message(texts::file_unreadable, inner).utf8(Language::vi),
            "Không đọc được tệp:\n" + inner.utf8(Language::vi));
}

TEST(Message, LeavesBracesOfArgumentsAlone) {
  EXPECT_EQ(Message(texts::library_count, u"{1}", u"{0?a|b}").in(Language::en), u"{1} of {0?a|b} sources are shown.");
}

TEST(Message, CountsAsTheLanguageDoes) {
  EXPECT_EQ(Message(texts::legacy_left, 1).utf8(Language::en),
            "1 paragraph was left as it is because it is protected.");
  EXPECT_EQ(Message(texts::legacy_left, 2).utf8(Language::en),
            "2 paragraphs were left as they are because they are protected.");
}

TEST(Message, PutsTheNumberInWhereTheLanguageCounts) {
  EXPECT_EQ(Message(texts::sure_line, u"nứơc", u"nước", 300).utf8(Language::en), "nứơc → nước  (300 places)");
  EXPECT_EQ(Message(texts::sure_line, u"nứơc", u"nước", 1).utf8(Language::en), "nứơc → nước  (1 place)");
  EXPECT_EQ(Message(texts::consistency_unify, 1).utf8(Language::en), "~Write 1 Place This Way");
  EXPECT_EQ(Message(texts::consistency_count, 0).utf8(Language::en),
            "0 groups are written in several ways. Choose a group and the way to keep, then press the button.");
  EXPECT_EQ(Message(texts::consistency_done_but, 2, 1).utf8(Language::en),
            "2 places changed. 1 place was left: protected, or just edited.");
}

// The number that a text tells is that of each place, whatever else it is told of.
TEST(Message, HasNoTextThatCountsAndShowsItsBraces) {
  int counting = 0;
  for (const MessageRow& row : message_table()) {
    const std::u16string_view english = row.texts[static_cast<std::size_t>(Language::en)];
    std::size_t plural = 0;
    while ((plural = english.find(u'?', plural + 1)) != std::u16string_view::npos) {
      if (plural < 2 || english[plural - 2] != u'{') continue;
      ++counting;
      const char16_t digit = english[plural - 1];
      const std::u16string place = {u'{', digit, u'}'};
      for (const int number : {0, 1, 2, 300}) {
        const Message message(MessageId<10>{row.number}, number, number, number, number, number, number, number, number,
                              number, number);
        std::u16string said = message.in(Language::en);
        if (const auto list = said.find(u"{a|b}"); list != std::u16string::npos) said.erase(list, 5);  // is meant so
        EXPECT_EQ(said.find_first_of(u"{}|"), std::u16string::npos) << to_utf8(said);
        if (english.find(place) == std::u16string_view::npos) continue;  // "One …|Several …"
        const bool says = number == 1 || to_utf8(said).find(std::to_string(number)) != std::string::npos;
        EXPECT_TRUE(says) << to_utf8(said);
      }
    }
  }
  EXPECT_GT(counting, 30);
}

}  // namespace
}  // namespace soat::text
