#include "check/lookup.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::check {
namespace {

class LookupTest : public testing::Test {
 protected:
  LookupTest() { text::analyse(u"“Anh đi  rồi”, em nói. Chị ở lại (một mình).", analysis_); }

  std::u16string view(const text::Token* token) const {
    return token == nullptr ? u"-" : std::u16string(analysis_.view(*token));
  }

  text::Analysis analysis_;
};

TEST_F(LookupTest, FindsTheTokensRoundEveryOffset) {
  for (std::uint32_t offset = 0; offset <= analysis_.text.size() + 1; ++offset) {
    const text::Token* ending = nullptr;
    const text::Token* starting = nullptr;
    const text::Token* before = nullptr;
    const text::Token* after = nullptr;
    for (const text::Token& token : analysis_.tokens) {
      if (token.end == offset) ending = &token;
      if (token.start == offset) starting = &token;
      if (token.end <= offset) before = &token;
      if (token.start >= offset && after == nullptr) after = &token;
    }
    EXPECT_EQ(token_ending_at(analysis_, offset), ending) << offset;
    EXPECT_EQ(token_starting_at(analysis_, offset), starting) << offset;
    EXPECT_EQ(token_before(analysis_, offset), before) << offset;
    EXPECT_EQ(token_after(analysis_, offset), after) << offset;
  }
}

TEST_F(LookupTest, AWordBesideIsOneBlankAway) {
  const auto at = [&](std::u16string_view word) { return static_cast<std::uint32_t>(analysis_.text.find(word)); };
  EXPECT_EQ(view(word_before(analysis_, at(u"đi"))), u"Anh");
  EXPECT_EQ(view(word_after(analysis_, at(u"Anh") + 3)), u"đi");
  EXPECT_EQ(view(word_before(analysis_, at(u"rồi"))), u"-");  // two blanks
  EXPECT_EQ(view(word_before(analysis_, at(u"Anh"))), u"-");
  EXPECT_EQ(view(word_before(analysis_, at(u"em"))), u"-");  // a comma
  EXPECT_EQ(view(word_before(analysis_, 0)), u"-");
  EXPECT_EQ(view(word_after(analysis_, static_cast<std::uint32_t>(analysis_.text.size()))), u"-");
}

TEST_F(LookupTest, FindsTheSentenceOfEveryToken) {
  ASSERT_EQ(analysis_.sentences.size(), 2U);
  for (std::uint32_t i = 0; i < analysis_.tokens.size(); ++i) {
    const text::Sentence* sentence = sentence_of(analysis_, i);
    ASSERT_NE(sentence, nullptr);
    EXPECT_LE(sentence->first_token, i);
    EXPECT_LT(i, sentence->end_token);
  }
  EXPECT_EQ(sentence_of(analysis_, static_cast<std::uint32_t>(analysis_.tokens.size())), nullptr);
  EXPECT_EQ(sentence_of({}, 0), nullptr);
}

}  // namespace
}  // namespace soat::check
