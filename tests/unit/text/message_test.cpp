#include "text/message.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace soat::text
