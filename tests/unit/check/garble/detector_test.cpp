#include "check/garble/detector.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "support/table_file.h"
#include "support/test_folder.h"
#include "text/error.h"
#include "text/utf.h"

namespace soat::check::garble {
namespace {

const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";

const std::shared_ptr<const model::LanguageModel>& words() {
  static const auto words = model::LanguageModel::open(data / "soat.model");
  return words;
}

const std::shared_ptr<const ngram::WordFacts>& facts() {
  static const std::shared_ptr<const ngram::WordFacts> facts = std::make_shared<ngram::WordFacts>(*words());
  return facts;
}

const Detector& detector() {
  static const Detector detector = Detector::load(data, words(), facts());
  return detector;
}

Detection detect(const std::vector<std::u16string_view>& paragraphs, float least = 0.3F) {
  std::vector<text::Analysis> analyses(paragraphs.size());
  for (std::size_t i = 0; i < paragraphs.size(); ++i) text::analyse(paragraphs[i], analyses[i]);
  Examiner::Reader reader(detector().examiner(), analyses);
  reader.read();
  return detector().detect(reader, analyses, least);
}

std::string spelt(std::span<const model::WordId> list) {
  std::string out;
  for (const model::WordId word : list) out += (out.empty() ? "" : " ") + std::string(words()->spelling(word));
  return out;
}

// "window>filler" of every phrase.
std::vector<std::string> repairs(const Detection& detection) {
  std::vector<std::string> out;
  for (const Phrase& phrase : detection.phrases) {
    out.push_back(spelt(phrase.suspect.window_words()) + ">" + spelt(phrase.suspect.filler_words()));
  }
  return out;
}

bool contains(const std::vector<std::string>& list, const std::string& entry) {
  return std::ranges::find(list, entry) != list.end();
}

constexpr std::u16string_view clean =
    u"Nhà trường phối hợp với cơ quan chức năng tổ chức tập huấn phòng cháy chữa cháy cho toàn thể giáo viên và học "
    u"sinh. Trung tâm y tế dự phòng khuyến cáo người dân đi tiêm chủng đầy đủ.";
constexpr std::u16string_view broken =
    u"Nhà trường phối hợp với cơ quan lại chức năng tổ chức tập huấn phòng cháy chữa cháy cho toàn thể giáo hòn và học "
    u"đẻ. Trung tâm y cúng dự phòng khuyến cáo người dân đi tiêm chủng no đủ đầy đủ.";

TEST(Detector, LeavesCleanTextAlone) {
  const Detection detection = detect({clean, clean});
  EXPECT_TRUE(detection.phrases.empty());
  ASSERT_EQ(detection.rewritten.size(), 2U);
  EXPECT_LT(detection.rewritten[0], 0.1F);
}

TEST(Detector, RepairsABrokenParagraph) {
  const Detection detection = detect({broken});
  EXPECT_GT(detection.rewritten[0], 0.7F);
  const std::vector<std::string> found = repairs(detection);
  EXPECT_TRUE(contains(found, "cúng>tế") || contains(found, "y cúng>y tế")) << testing::PrintToString(found);
  EXPECT_TRUE(contains(found, "hòn>viên")) << testing::PrintToString(found);
  EXPECT_TRUE(contains(found, "đẻ>sinh")) << testing::PrintToString(found);
}

TEST(Detector, APhraseWeighsLessAmongCleanNeighbours) {
  constexpr std::u16string_view one = u"Trung tâm y cúng dự phòng khuyến cáo người dân đi tiêm chủng đầy đủ.";
  const auto confidence = [](const Detection& detection, std::uint32_t paragraph) {
    float most = 0;
    for (const Phrase& phrase : detection.phrases) {
      if (phrase.suspect.paragraph == paragraph) most = std::max(most, phrase.confidence);
    }
    return most;
  };
  const float crowd = confidence(detect({broken, one, broken}, 0), 1);
  const float alone = confidence(detect({clean, clean, one, clean, clean}, 0), 2);
  EXPECT_GT(crowd, 0.5F);
  EXPECT_LT(alone, crowd);
}

// Words that come back with their whole paragraph are no sign that the document means them.
TEST(Detector, TellsOfEachCopyOfAParagraphAlike) {
  const std::size_t told_once = detect({broken}).phrases.size();
  const std::vector<std::u16string_view> ten(10, broken);
  std::vector<std::u16string_view> among = ten;
  among.insert(among.begin() + 4, 3, clean);
  for (const auto& paragraphs : {ten, among}) {
    const Detection detection = detect(paragraphs);
    EXPECT_GT(detection.rewritten[0], 0.7F);
    for (std::uint32_t i = 0; i < paragraphs.size(); ++i) {
      if (paragraphs[i] != broken) continue;
      EXPECT_FLOAT_EQ(detection.rewritten[i], detection.rewritten[0]) << i;
      const auto stands_here = [i](const Phrase& phrase) { return phrase.suspect.paragraph == i; };
      EXPECT_EQ(std::ranges::count_if(detection.phrases, stands_here), static_cast<std::ptrdiff_t>(told_once)) << i;
    }
  }
}

TEST(Choose, TakesTheBestOfThoseThatOverlap) {
  const auto suspect = [](std::uint32_t start, std::uint32_t end, float repaired, bool settled = false) {
    Replacement out;
    out.start = start;
    out.end = end;
    out.repaired = repaired;
    out.settled = settled;
    return out;
  };
  const std::vector<Replacement> suspects = {suspect(0, 3, 1),     suspect(2, 6, 2),   suspect(2, 6, 1.5F),
                                             suspect(6, 6, 0),     suspect(6, 9, 3),   suspect(9, 9, 1),
                                             suspect(8, 12, 2.5F), suspect(20, 22, 1), suspect(21, 24, 0, true)};
  std::vector<std::string> chosen;
  std::vector<Phrase> phrases;
  choose(suspects, phrases);
  for (const Phrase& phrase : phrases) {
    chosen.push_back(std::to_string(phrase.suspect.start) + "-" + std::to_string(phrase.suspect.end) + " " +
                     std::to_string(phrase.alternatives.size()));
  }
  EXPECT_EQ(chosen, (std::vector<std::string>{"2-6 1", "6-9 0", "9-9 0", "21-24 0"}));
}

TEST(Choose, KeepsTheOtherFillersOfAWindowBestFirst) {
  const auto suspect = [](std::uint32_t start, float repaired, std::vector<model::WordId> filler, float odds = 1) {
    Replacement out;
    out.paragraph = 4;
    out.start = start;
    out.end = start + 3;
    out.repaired = repaired;
    out.broken = odds;
    std::ranges::copy(filler, out.filler.begin());
    out.filler_size = static_cast<std::uint8_t>(filler.size());
    return out;
  };
  std::vector<Phrase> phrases(1);
  choose(std::vector<Replacement>{suspect(9, 1, {30}), suspect(2, 1, {31, 32}), suspect(2, 3, {33}),
                                  suspect(2, 2, {34, 35}), suspect(2, 9, {36}, -4)},
         phrases);
  ASSERT_EQ(phrases.size(), 3U);  // appended, in order of their places
  EXPECT_EQ(phrases[1].suspect.start, 2U);
  EXPECT_EQ(phrases[1].suspect.filler[0], 33);
  ASSERT_EQ(phrases[1].alternatives.size(), 2U);
  EXPECT_TRUE(std::ranges::equal(phrases[1].alternatives[0].view(), std::vector<model::WordId>{34, 35}));
  EXPECT_TRUE(std::ranges::equal(phrases[1].alternatives[1].view(), std::vector<model::WordId>{31, 32}));
  EXPECT_EQ(phrases[2].suspect.start, 9U);
  EXPECT_TRUE(phrases[2].alternatives.empty());
}

TEST(Detector, PhrasesAreInOrderAndDoNotOverlap) {
  const Detection detection = detect({broken, clean, broken}, 0);
  for (std::size_t i = 1; i < detection.phrases.size(); ++i) {
    const Replacement& before = detection.phrases[i - 1].suspect;
    const Replacement& next = detection.phrases[i].suspect;
    EXPECT_TRUE(before.paragraph < next.paragraph || claimed_end(before) <= next.start);
  }
}

TEST(Detector, ReadsAnything) {
  for (const std::u16string_view text : {u"", u" ", u".", u"1 2 3", u"?!", u"a", u"Ừ.", u"báo báo báo báo báo báo",
                                         u"XYZ xyz Qqq 12/3 –", u"đẻ", u"của của", u"\xFFFC\xD800 \x0300"}) {
    const Detection detection = detect({text, text}, 0);
    EXPECT_EQ(detection.rewritten.size(), 2U);
  }
  EXPECT_TRUE(detect({}).phrases.empty());
}

TEST(Detector, NamesADamagedFile) {
  const test::TestFolder folder;
  for (const char* name : {"substitutions.txt", "garble-broken.txt", "garble-repaired.txt", "garble-decision.txt"}) {
    std::filesystem::copy_file(data / name, folder / name);
  }
  EXPECT_NO_THROW(Detector::load(folder.path(), words(), facts()));
  const auto problem = [&] {
    try {
      Detector::load(folder.path(), words(), facts());
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  const std::filesystem::path decision = folder / "garble-decision.txt";
  for (const char* damaged : {"", "prior\t-6\n", "prior\tx\n", "sorcery\t1\n", "prior\t-6\nprior\t-6\n", "prior\t-6"}) {
    test::write_table(folder, "garble-decision.txt", "garble-decision", damaged);
    EXPECT_NE(problem().find("garble-decision.txt"), std::string::npos) << damaged;
  }
  std::filesystem::remove(decision);
  EXPECT_NE(problem().find("garble-decision.txt"), std::string::npos);
  std::filesystem::copy_file(data / "garble-decision.txt", decision);
  test::write_table(folder, "garble-broken.txt", "trees", "trees 1\n");
  EXPECT_NE(problem().find("garble-broken.txt"), std::string::npos);
}

}  // namespace
}  // namespace soat::check::garble
