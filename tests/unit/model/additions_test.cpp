#include "model/additions.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "model/restore.h"
#include "support/model_sample.h"
#include "text/error.h"
#include "text/syllable.h"
#include "text/utf.h"
#include "training/learn_additions.h"

namespace soat::model {
namespace {

std::string office_text() {
  std::string text;
  for (int i = 0; i < 5; ++i) {
    text += "Ông Phùng Quyết ký văn bản.\nGặp ông Phùng Quyết về dự án Kim-Long.\nMáy Zenbox hỏng.\n";
  }
  return text + "Chỉ một lần thôi.\n";
}

class AdditionsTest : public testing::Test {
 protected:
  std::shared_ptr<const LanguageModel> with(const std::string& text) {
    const std::array texts{folder_.write("office.txt", text)};
    training::learn_additions(texts).write(folder_ / "office.additions");
    const std::array additions{folder_ / "office.additions"};
    return LanguageModel::open(folder_ / "sample.model", additions);
  }
  std::string error_of(const std::string& bytes) const {
    try {
      Additions::read(folder_.write("bad.additions", bytes));
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  TestFolder folder_;
  std::shared_ptr<const LanguageModel> model_ = sample_model(folder_);
};

TEST_F(AdditionsTest, WhatIsWrittenIsRead) {
  const std::array texts{folder_.write("office.txt", office_text())};
  const Additions learnt = training::learn_additions(texts);
  learnt.write(folder_ / "a");
  const Additions read = Additions::read(folder_ / "a");
  ASSERT_EQ(read.entries.size(), learnt.entries.size());
  bool triple = false;
  for (std::size_t i = 0; i < read.entries.size(); ++i) {
    EXPECT_EQ(read.entries[i].words, learnt.entries[i].words);
    EXPECT_EQ(read.entries[i].count, learnt.entries[i].count);
    EXPECT_GE(read.entries[i].count, 3U);
    triple = triple || read.entries[i].words == std::vector<std::string>{"ông", "^phùng", "^quyết"};
  }
  EXPECT_TRUE(triple);
}

TEST_F(AdditionsTest, NewWordsBecomeKnown) {
  ASSERT_EQ(model_->find(text::parse(u"phùng")), kRareSyllable);
  ASSERT_EQ(model_->find(u"zenbox"), kUnknownWord);
  const auto taught = with(office_text());
  EXPECT_EQ(taught->spelling(taught->find(text::parse(u"phùng"))), "phùng");
  EXPECT_EQ(taught->spelling(taught->find(u"zenbox")), "zenbox");
  EXPECT_EQ(taught->find(text::parse(u"chỉ")), kRareSyllable);  // seen once
  EXPECT_EQ(taught->vocabulary_size() > model_->vocabulary_size(), true);
}

TEST_F(AdditionsTest, NamesAreRestored) {
  EXPECT_EQ(restore(*model_, u"Gap ong Phung Quyet").text, u"Gap ong Phung Quyet");
  EXPECT_EQ(restore(*with(office_text()), u"Gap ong Phung Quyet").text, u"Gặp ông Phùng Quyết");
}

TEST_F(AdditionsTest, TheUsersUsageOutweighsTheModels) {
  EXPECT_EQ(restore(*model_, u"toi uong ca").text, u"tôi uống cà");
  std::string text;
  for (int i = 0; i < 40; ++i) text += "Thuốc này uống cá.\n";
  EXPECT_EQ(restore(*with(text), u"toi uong ca").text, u"tôi uống cá");
}

TEST_F(AdditionsTest, ContextsKeepTheirDistribution) {
  const auto taught = with(office_text() + sample_text());
  State state = taught->sentence_start();
  for (const char16_t* text : {u"tôi", u"thấy", u"ông", u"phùng", u"quyết", u"ký"}) {
    double sum = 0;
    for (std::size_t w = 1; w < taught->vocabulary_size(); ++w) {
      sum += std::exp(static_cast<double>(taught->score(state, static_cast<WordId>(w)).log_probability));
    }
    EXPECT_NEAR(sum, 1, 0.1);
    taught->score(state, taught->find(text::parse(text)), state);
  }
}

TEST_F(AdditionsTest, BatchAndSingleScoresAgree) {
  const auto taught = with(office_text());
  State state = taught->sentence_start();
  for (const char16_t* text : {u"gặp", u"ông", u"phùng", u"quyết"}) {
    const WordId word = taught->find(text::parse(text));
    State next;
    const Score single = taught->score(state, word, next);
    EXPECT_FLOAT_EQ(single.log_probability, taught->score(state, word).log_probability);
    EXPECT_EQ(single.order, taught->score(state, word).order);
    state = next;
  }
}

TEST_F(AdditionsTest, DamagedFilesAreToldApart) {
  EXPECT_NE(error_of("").find("not a file of additions"), std::string::npos);
  EXPECT_NE(error_of("soat additions 1\n3\tông\n").find("cut short"), std::string::npos);
  EXPECT_NE(error_of("soat additions 1\nx\tông\nend\n").find("line 2"), std::string::npos);
  EXPECT_NE(error_of("soat additions 1\n3 ông\nend\n").find("no tab"), std::string::npos);
  EXPECT_NE(error_of("soat additions 1\n3\ta b c d\nend\n").find("one to three"), std::string::npos);
  EXPECT_NE(error_of("soat additions 1\n3\t\xC3\nend\n").find("UTF-8"), std::string::npos);
  EXPECT_EQ(error_of("soat additions 1\n3\tông\nend\n"), "");
  EXPECT_EQ(error_of("soat additions 1\r\n3\tông\r\nend"), "");
  EXPECT_THROW(Additions::read(folder_ / "missing"), Error);
}

TEST_F(AdditionsTest, NothingToLearnIsSaid) {
  const std::array texts{folder_.write("once.txt", "Một câu thôi.\n")};
  EXPECT_THROW(training::learn_additions(texts), Error);
}

}  // namespace
}  // namespace soat::model
