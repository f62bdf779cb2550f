#include "training/vocabulary_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/analysis.h"

namespace soat::training {
namespace {

// Counts every word of a text, each paragraph by itself; the forms in their order.
std::vector<FormId> count(VocabularyBuilder& builder, std::u16string_view text) {
  std::vector<FormId> forms;
  text::Analysis analysis;
  text::analyse(text, analysis);
  std::vector<model::Item> items;
  for (const text::Sentence& sentence : analysis.sentences) {
    read_sentence(analysis, sentence, items);
    for (const model::Item& item : items) {
      if (item.kind != model::Item::Kind::fixed) forms.push_back(builder.count(analysis, item));
    }
  }
  return forms;
}

std::vector<std::string> spellings(const VocabularyBuilder& builder) {
  std::vector<std::string> all;
  for (std::size_t i = model::kFirstWord; i < builder.words().size(); ++i)
    all.push_back((builder.words()[i].capitalised_entry ? "^" : "") + builder.words()[i].spelling);
  return all;
}

TEST(VocabularyBuilder, CaseAndPlaceOfTheToneMakeNoOtherForm) {
  VocabularyBuilder builder;
  const std::vector<FormId> forms = count(builder, u"hoà hòa HÒA và Hòa");
  ASSERT_EQ(forms.size(), 5U);
  EXPECT_EQ(forms[0], forms[1]);
  EXPECT_EQ(forms[0], forms[2]);
  EXPECT_EQ(forms[0], forms[4]);
  EXPECT_NE(forms[0], forms[3]);
  builder.choose(100, 1, 0);
  const auto found = std::ranges::find(builder.words(), "hòa", &VocabularyWord::spelling);
  ASSERT_NE(found, builder.words().end());
  EXPECT_EQ(found->counts.lower, 2U);
  EXPECT_EQ(found->counts.upper, 1U);
  EXPECT_EQ(found->counts.capitalised, 1U);
}

TEST(VocabularyBuilder, LeavesOutWhatIsTooRare) {
  VocabularyBuilder builder;
  count(builder, u"ghe ghe bầu");
  builder.choose(100, 2, 0);
  EXPECT_EQ(spellings(builder), std::vector<std::string>{"ghe"});
}

TEST(VocabularyBuilder, SyllablesComeBeforeOtherWordsWhereRoomIsShort) {
  VocabularyBuilder builder;
  count(builder, u"xbox xbox xbox ghe");
  builder.choose(model::kFirstWord + 1, 1, 0);
  EXPECT_EQ(spellings(builder), std::vector<std::string>{"ghe"});
}

TEST(VocabularyBuilder, FamiliesStandTogether) {
  VocabularyBuilder builder;
  count(builder, u"ma cá má ca mạ");
  builder.choose(100, 1, 0);
  EXPECT_EQ(spellings(builder), (std::vector<std::string>{"ca", "cá", "ma", "má", "mạ"}));
  const auto& words = builder.words();
  const std::size_t first = model::kFirstWord;
  EXPECT_EQ(words[first].family, words[first + 1].family);
  EXPECT_EQ(words[first + 2].family, words[first + 4].family);
  EXPECT_LT(words[first + 1].family, words[first + 2].family);
}

TEST(VocabularyBuilder, ACapitalisedFormHasAnEntryWhereBothAreUsed) {
  VocabularyBuilder builder;
  const FormId form = count(builder, u"hoa gặp Hoa và Hoa").front();
  builder.choose(100, 1, 2);
  const model::WordId lower = builder.word(form, false, model::kUnknownWord);
  const model::WordId capitalised = builder.word(form, true, model::kUnknownWord);
  EXPECT_NE(lower, capitalised);
  EXPECT_TRUE(builder.words()[capitalised].capitalised_entry);
  EXPECT_FALSE(builder.words()[lower].capitalised_entry);
}

TEST(VocabularyBuilder, WhatIsNotInItIsUnknown) {
  VocabularyBuilder builder;
  const FormId form = count(builder, u"ghe").front();
  builder.choose(100, 2, 0);
  EXPECT_EQ(builder.word(form, false, model::kRareSyllable), model::kRareSyllable);
  EXPECT_EQ(builder.word(VocabularyBuilder::kUncounted, true, model::kUnknownWord), model::kUnknownWord);
}

TEST(VocabularyBuilder, VeryLongWordsAreNotCounted) {
  VocabularyBuilder builder;
  EXPECT_EQ(count(builder, std::u16string(33, u'x')), std::vector<FormId>{VocabularyBuilder::kUncounted});
}

}  // namespace
}  // namespace soat::training
