#include "check/garble/features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "unit/check/garble/garble_parts.h"

namespace soat::check::garble {
namespace {

constexpr std::u16string_view broken = u"Trung tâm y cúng dự phòng khuyến cáo người dân.";

float value(const Features& features, Feature feature) {
  return features[static_cast<std::size_t>(feature)];
}

TEST(GarbleFeatures, HaveNamesOfTheirOwn) {
  EXPECT_EQ(std::set<std::string_view>(feature_names.begin(), feature_names.end()).size(), feature_count);
}

TEST(GarbleFeatures, TellAFillerThatFits) {
  ReadSentence read(broken);
  FillerSearch search = shipped_filler_search();
  Window window;
  window.start = 3;
  window.size = 1;
  window.search = window.thorough = true;
  const Fillers& found = search.find(read.sentence, window);
  const auto filler =
      std::ranges::find_if(found.fillers, [](const Filler& one) { return one.words[0] == word_of(u"tế"); });
  ASSERT_NE(filler, found.fillers.end());
  const Features features =
      describe({read.sentence, 3, 1, *filler, 2, found.known_between, 0, 0, 0}, *shipped_words(), *shipped_facts());
  EXPECT_GT(value(features, Feature::gain), 0);
  EXPECT_EQ(value(features, Feature::gain_each), value(features, Feature::gain));
  EXPECT_GT(value(features, Feature::new_left), value(features, Feature::own_left));
  EXPECT_EQ(value(features, Feature::words), static_cast<float>(read.sentence.size()));
  for (const float one : features) EXPECT_TRUE(std::isfinite(one));
}

TEST(GarbleFeatures, OfTheDocumentAreSetApart) {
  Features features{};
  DocumentEvidence document;
  describe(document, features);
  const Features none = features;
  document.pair_left_new = 9;
  describe(document, features);
  EXPECT_GT(value(features, Feature::pair_left_new), value(none, Feature::pair_left_new));
  EXPECT_EQ(value(features, Feature::gain), 0);
}

TEST(Cohesion, OfOneWordIsNone) {
  ReadSentence read(broken);
  EXPECT_EQ(cohesion(read.sentence, 3, 1, *shipped_facts()), 0);
  // "trung tâm" belong together, "y cúng" do not.
  EXPECT_GT(cohesion(read.sentence, 0, 2, *shipped_facts()), cohesion(read.sentence, 2, 2, *shipped_facts()));
}

TEST(OwnTotal, IsTheWindowAndWhatStandsBehind) {
  ReadSentence read(broken);
  const std::size_t n = read.sentence.size();
  EXPECT_FLOAT_EQ(own_total(read.sentence, n - 1, 1), read.sentence.sum(n - 1, n + 1));  // with the boundary
  EXPECT_FLOAT_EQ(own_total(read.sentence, 0, 1), read.sentence.sum(0, 1 + reach_right));
}

}  // namespace
}  // namespace soat::check::garble
