#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <string>

#include "model/restore.h"
#include "text/syllable.h"
#include "text/utf.h"
#include "unit/model/office_additions.h"

namespace soat::model {
namespace {

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

}  // namespace
}  // namespace soat::model
