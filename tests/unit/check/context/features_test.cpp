#include "check/context/features.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "unit/check/context/context_parts.h"

namespace soat::check::context {
namespace {

float value(const Features& features, Feature feature) {
  return features[static_cast<std::size_t>(feature)];
}

// What is known of a place of a text.
Features described(std::u16string_view text, std::size_t place) {
  ReadSentence read(text);
  RivalSearch search(*shipped_words(), *shipped_vectors(), shipped_examiner().candidates(), *shipped_facts(), 16);
  const std::vector<CaseShape> cases(read.sentence.size());
  const model::WordId written = read.sentence.word(place);
  const Weighing& weighing = search.weigh(read.sentence, cases, place, written);
  EXPECT_FALSE(weighing.rivals.empty());
  if (weighing.rivals.empty()) return {};
  return describe({read.sentence, place, written, weighing}, *shipped_facts());
}

TEST(ContextFeatures, HaveNamesOfTheirOwn) {
  EXPECT_EQ(std::set<std::string_view>(feature_names.begin(), feature_names.end()).size(), feature_count);
  EXPECT_EQ(name(Feature::gain), "gain");
  for (const std::string_view one : feature_names) EXPECT_FALSE(one.empty());
}

TEST(ContextFeatures, TellWrongWordsFromRightOnes) {
  const Features wrong = described(u"Đây là thương hiệu nỗi tiếng của tỉnh.", 4);
  const Features right = described(u"Đây là thương hiệu nổi tiếng của tỉnh.", 4);
  EXPECT_GT(value(wrong, Feature::gain), 0);
  EXPECT_LT(value(right, Feature::gain), 0);
  EXPECT_LT(value(wrong, Feature::posterior), value(right, Feature::posterior));
  for (const float one : wrong) EXPECT_TRUE(std::isfinite(one));
}

TEST(ContextFeatures, TellLetterCase) {
  EXPECT_EQ(value(described(u"Đây là thương hiệu nỗi tiếng của tỉnh.", 4), Feature::letter_case), 0);
  EXPECT_EQ(value(described(u"Đây là thương hiệu Nỗi tiếng của tỉnh.", 4), Feature::letter_case), 1);
  EXPECT_EQ(value(described(u"Đây là thương hiệu NỖI tiếng của tỉnh.", 4), Feature::letter_case), 2);
}

TEST(ContextFeatures, OfTheDocumentAreSetApart) {
  Features features{};
  DocumentEvidence document;
  document.words = 1000;
  describe(document, features);
  const Features none = features;
  document.same_before = 5;
  document.wrong = 3;
  describe(document, features);
  EXPECT_GT(value(features, Feature::same_before), value(none, Feature::same_before));
  EXPECT_GT(value(features, Feature::suspicion), value(none, Feature::suspicion));
  EXPECT_EQ(value(features, Feature::gain), 0);
}

}  // namespace
}  // namespace soat::check::context
