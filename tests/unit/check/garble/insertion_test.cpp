#include "check/garble/insertion.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string_view>

#include "text/analysis.h"
#include "text/syllable.h"

namespace soat::check::garble {
namespace {

class GarbleInsertion : public testing::Test {
 protected:
  // The words that stand in a window of a sentence, with those that are suggested in their place.
  std::optional<Replacement> missing(std::u16string_view sentence, std::u16string_view window,
                                     std::initializer_list<std::u16string_view> filler,
                                     Replacement::Source source = Replacement::Source::model) {
    text::analyse(std::u16string(sentence), analysis_);
    Replacement suspect;
    suspect.source = source;
    suspect.start = static_cast<std::uint32_t>(sentence.find(window));
    suspect.end = suspect.start + static_cast<std::uint32_t>(window.size());
    suspect.window_size = 1;
    for (const std::u16string_view word : filler)
      suspect.filler.at(suspect.filler_size++) = words_->find(text::parse(word));
    return as_missing(*words_, analysis_, suspect, 1);
  }

  // What stands up to a place.
  std::u16string_view before(const Replacement& place) {
    return std::u16string_view(analysis_.text).substr(0, place.start);
  }

  std::shared_ptr<const model::LanguageModel> words_ =
      model::LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model");
  text::Analysis analysis_;
};

TEST_F(GarbleInsertion, AWordThatFitsBeforeTheWindowWasLeftOut) {
  const auto place = missing(u"Dịp này, ban tổ còn tặng học sinh hai chiếc xe đạp.", u"còn", {u"chức"});
  ASSERT_TRUE(place);
  EXPECT_EQ(place->window_size, 0);
  EXPECT_EQ(place->start, place->end);
  EXPECT_EQ(before(*place), u"Dịp này, ban tổ");
}

TEST_F(GarbleInsertion, OfAFillerThatHasTheWindowOnlyTheRestWasLeftOut) {
  const auto front = missing(u"Mỗi trường chịu trách trước sở về việc này.", u"trước", {u"nhiệm", u"trước"});
  ASSERT_TRUE(front);
  EXPECT_EQ(before(*front), u"Mỗi trường chịu trách");
  EXPECT_EQ(front->filler_size, 1);
  const auto back = missing(u"Mỗi trường chịu trách trước sở về việc này.", u"trách", {u"trách", u"nhiệm"});
  ASSERT_TRUE(back);
  EXPECT_EQ(before(*back), u"Mỗi trường chịu trách");
  EXPECT_EQ(words_->spelling(back->filler[0]), "nhiệm");
}

TEST_F(GarbleInsertion, AWordInAnothersPlaceStaysOne) {
  EXPECT_FALSE(missing(u"Cán bộ công chức phải nâng cao đạo ghế nghề nghiệp.", u"ghế", {u"đức"}));
  EXPECT_FALSE(
      missing(u"Dịp này, ban tổ còn tặng học sinh hai chiếc xe đạp.", u"còn", {u"chức"}, Replacement::Source::synonym));
}

TEST_F(GarbleInsertion, NothingIsSaidOfNothing) {
  EXPECT_FALSE(as_missing(*words_, analysis_, {}, 1));
}

}  // namespace
}  // namespace soat::check::garble
