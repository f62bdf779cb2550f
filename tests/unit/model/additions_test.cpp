#include "model/additions.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "model/restore.h"
#include "support/model_sample.h"
#include "text/error.h"
#include "text/syllable.h"
#include "text/utf.h"
#include "training/learn_additions.h"
#include "unit/model/office_additions.h"

namespace soat::model {
namespace {

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
