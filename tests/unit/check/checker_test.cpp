#include "check/checker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <span>
#include <stop_token>
#include <string>
#include <thread>
#include <tuple>

#include "support/test_folder.h"
#include "text/error.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Checker, OrdersFindingsAndGivesOffsetsInTheTextAsHandedIn) {
  // The first paragraph has its marks decomposed (o + horn + grave in "nguời").
  const std::u16string decomposed = u"Mọi nguo\u031B\u0300i dân đều đuợc biết.";
  const std::u16string second = u"Đây là nghành nghề mới.";
  const std::array<std::u16string_view, 2> paragraphs = {decomposed, second};
  const std::vector<Finding> findings = shipped_checker().check(paragraphs, {Profile::normal, {Category::spelling}});
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(decomposed.substr(findings[0].start, findings[0].end - findings[0].start), u"nguo\u031B\u0300i");
  EXPECT_EQ(decomposed.substr(findings[1].start, findings[1].end - findings[1].start), u"đuợc");
  EXPECT_EQ(findings[2].paragraph, 1U);
  EXPECT_EQ(second.substr(findings[2].start, findings[2].end - findings[2].start), u"nghành");
}

TEST(Checker, RunsOnlyTheCategoriesAskedFor) {
  const std::array<std::u16string_view, 1> paragraphs = {u"Mọi nguời dân đều biết."};
  EXPECT_EQ(shipped_checker().check(paragraphs, {Profile::normal, {Category::spelling}}).size(), 1U);
  EXPECT_TRUE(shipped_checker().check(paragraphs, {Profile::normal, {Category::citation}}).empty());
}

TEST(Checker, FindsNothingInNothing) {
  EXPECT_TRUE(shipped_checker().check({}, {}).empty());
  const std::array<std::u16string_view, 2> empty = {u"", u""};
  EXPECT_TRUE(shipped_checker().check(empty, {}).empty());
}

TEST(Checker, EndsWhenItIsToldToStop) {
  const std::array<std::u16string_view, 1> paragraphs = {u"Mọi nguời dân đều biết."};
  std::stop_source stop;
  CheckOptions options;
  options.stop = stop.get_token();
  EXPECT_FALSE(shipped_checker().check(paragraphs, options).empty());
  stop.request_stop();
  EXPECT_TRUE(shipped_checker().check(paragraphs, options).empty());
}

TEST(Checker, JudgesNothingInTextOfAnOldEncoding) {
  const std::u16string_view words =
      u"Sáng nay thầy trò trường làng đi gặt lúa giúp dân, trời mưa to mà ai cũng vui; nước dâng lên bờ, ông từ "
      u"trạm bơm nhắn: “Cứ yên tâm”, rồi mưa tạnh.";
  for (const text::LegacyEncoding encoding : {text::LegacyEncoding::tcvn3, text::LegacyEncoding::vni}) {
    std::u16string written;
    for (const char byte : text::encode_legacy(words, encoding).bytes)
      written.push_back(static_cast<unsigned char>(byte));
    for (char16_t& unit : written) {
      if (unit == 0x93) unit = u'“';
      if (unit == 0x94) unit = u'”';
    }
    const std::array<std::u16string_view, 3> paragraphs = {written, u"", written};
    const std::vector<Finding> findings = shipped_checker().check(paragraphs, {Profile::strict, {}});
    ASSERT_EQ(findings.size(), 1U) << text::name(encoding) << " " << findings.at(1).rule->id;
    EXPECT_EQ(findings[0].rule->id, "encoding.legacy");
    EXPECT_EQ(findings[0].paragraph, 0U);
    EXPECT_TRUE(findings[0].message->en.starts_with(u"2 paragraphs")) << text::to_utf8(findings[0].message->en);
    EXPECT_TRUE(words.find(findings[0].suggestions.front()) != std::u16string_view::npos);
    EXPECT_TRUE(shipped_checker().check(paragraphs, {Profile::strict, {Category::spelling}}).empty());
  }
}

TEST(Checker, BelievesWhatFontsSayOfAnOldEncoding) {
  const std::array<std::u16string_view, 1> paragraphs = {u"céng hoµ, nghµnh"};
  CheckOptions options;
  options.fonts = {{0, 0, 8, text::LegacyEncoding::tcvn3, true, 1.0}};
  const std::vector<Finding> findings = shipped_checker().check(paragraphs, options);
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings[0].suggestions.front(), u"CỘNG HOÀ");
}

TEST(Checker, AssessesEachParagraph) {
  const std::array<std::u16string_view, 3> paragraphs = {
      u"Phát biểu tại buổi lễ, cô hiệu to lớn nhấn mạnh nhiệm vụ trọng tâm của nhà ngôi trường là cải thiện chất đong "
      u"dạy và học, xây dựng đội năm giáo hòn vững vàng về chuyên môn. Làng hội ngày càng quan tâm đến sự nghiệp đạo "
      u"dục; các cơ bắp quan, đối kháng vị trên địa bàn đã ủng hộ trường nhiều thiết bị dạy học.",
      u"",
      u"Mưa lớn từ đêm qua đến sáng nay làm nhiều tuyến đường ở phía nam thành phố ngập sâu, có nơi nước lên quá đầu "
      u"gối. Chị bán rau ở đầu chợ cho biết chị ra chợ từ bốn giờ nhưng đến bảy giờ vẫn chưa bán được mớ nào."};
  const auto assess = [&](std::span<const std::u16string_view> document, const CheckOptions& options) {
    return shipped_checker().check_and_assess(document, options).assessment;
  };
  const Assessment rewritten = assess(std::span(paragraphs).first(2), {});
  ASSERT_EQ(rewritten.paragraphs.size(), 2U);
  EXPECT_GT(rewritten.probability, worth_telling);
  EXPECT_FALSE(rewritten.paragraphs[0].evidence.empty());
  EXPECT_EQ(rewritten.paragraphs[1].probability, 0);
  EXPECT_LT(assess(std::span(paragraphs).last(1), {}).probability, 0.1F);
  EXPECT_GT(assess(paragraphs, {Profile::normal, {Category::garble}}).probability, worth_telling);
  EXPECT_TRUE(assess(paragraphs, {Profile::normal, {Category::spelling}}).paragraphs.empty());
}

TEST(Checker, SaysWhatIsWrongWithoutASyllableList) {
  EXPECT_THROW(Checker::load({test::TestFolder() / "no such folder", {}, {}}), Error);
}

TEST(Checker, NamesItsData) {
  EXPECT_FALSE(shipped_checker().data_versions().empty());
}

TEST(Checker, GoesOnWithoutALanguageModelThatCannotBeUsed) {
  const test::TestFolder folder;
  for (const char* name : {"vi_VN.aff", "vi_VN.dic", "rule-weights.txt"}) {
    std::filesystem::copy_file(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi" / name, folder / name);
  }
  const std::filesystem::path model = folder / "soat.model";
  for (const char* bytes : {"", "no model at all"}) {
    std::filesystem::remove(model);
    if (*bytes != 0) std::ofstream(model) << bytes;
    const std::shared_ptr<const Checker> checker = Checker::load({folder.path(), {}, {}});
    EXPECT_EQ(checker->language_model(), nullptr);
    EXPECT_TRUE(std::any_of(checker->problems().begin(), checker->problems().end(), [](const Error& problem) {
      return std::string_view(problem.what()).find("soat.model") != std::string::npos;
    }));
    const std::array<std::u16string_view, 1> paragraphs = {u"Mọi nguời dân đều biết, đượcmột năm."};
    EXPECT_EQ(checker->check(paragraphs, {Profile::normal, {Category::spelling}}).size(), 2U);
  }
  EXPECT_NE(shipped_checker().language_model(), nullptr);
  EXPECT_TRUE(shipped_checker().problems().empty());
}

TEST(Checker, GoesOnWithoutADamagedContextFile) {
  const test::TestFolder folder;
  const std::filesystem::path shipped = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";
  const std::array names = {"context-slips.tsv", "context.vectors", "context-trees.txt", "context-decision.txt"};
  for (const char* name : {"vi_VN.aff", "vi_VN.dic", "soat.model", "rule-weights.txt"}) folder.take(shipped / name);
  for (const char* name : names) std::filesystem::copy_file(shipped / name, folder / name);
  const std::array<std::u16string_view, 1> paragraphs = {u"Mọi nguời dân đều biết, đượcmột năm."};
  for (const char* name : names) {
    for (const char* bytes : {"", "PK\3\4 something else\n"}) {
      folder.write(name, bytes);
      const std::shared_ptr<const Checker> checker = Checker::load({folder.path(), {}, {}});
      EXPECT_TRUE(std::any_of(checker->problems().begin(), checker->problems().end(), [&](const Error& problem) {
        return std::string_view(problem.what()).find(name) != std::string::npos;
      })) << name;
      EXPECT_NE(checker->language_model(), nullptr);
      EXPECT_EQ(checker->check(paragraphs, {Profile::normal, {Category::spelling}}).size(), 2U) << name;
    }
    std::filesystem::copy_file(shipped / name, folder / name, std::filesystem::copy_options::overwrite_existing);
  }
}

TEST(Checker, GivesSeveralThreadsTheSameFindings) {
  const std::array<std::u16string_view, 2> paragraphs = {u"Mọi nguời dân đều đuợc biết.",
                                                         u"Nứơc sạch về tới thôn bản, đượcmột năm."};
  const std::size_t expected = shipped_checker().check(paragraphs, {}).size();
  std::array<std::size_t, 4> sizes{};
  std::vector<std::thread> threads;
  for (std::size_t& size : sizes) {
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) size = shipped_checker().check(paragraphs, {}).size();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t size : sizes) EXPECT_EQ(size, expected);
}

TEST(Checker, BearsAnyCodeUnits) {
  std::mt19937 random(7);
  const std::u16string letters =
      u"aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạ ờỡ.,-“”()1920\u0301\u0323\u031B\u200B\uFFF9ĐĂzwfj";
  for (int round = 0; round < 300; ++round) {
    std::u16string text;
    for (int i = 0; i < 200; ++i) {
      text.push_back(round % 2 == 0 ? letters[random() % letters.size()] : static_cast<char16_t>(random() & 0xFFFF));
    }
    const std::array<std::u16string_view, 1> paragraphs = {text};
    for (const Finding& finding : shipped_checker().check(paragraphs, {Profile::strict, {}})) {
      EXPECT_LE(finding.start, finding.end);
      EXPECT_LE(finding.end, text.size());
      EXPECT_LE(finding.suggestions.size(), 10U);
      EXPECT_FALSE(finding.message->vi.empty());
      EXPECT_FALSE(finding.message->en.empty());
    }
  }
}

TEST(WordOfTheChecker, KnowsSyllablesLoansNumbersAndCompounds) {
  for (const auto* word : {u"người", u"Người", u"NGƯỜI", u"hoà", u"hòa", u"ôxy", u"2018", u"5km", u"zalo1", u"bánh",
                           u"kinh tế", u"người.", u"“nghề”", u"", u".", u"đ"}) {
    EXPECT_TRUE(shipped_checker().is_known_word(word)) << testing::PrintToString(std::u16string(word));
  }
  for (const auto* word : {u"nguời", u"nghành nghề", u"zậy.", u"tôt"}) {
    EXPECT_FALSE(shipped_checker().is_known_word(word)) << testing::PrintToString(std::u16string(word));
  }
}

TEST(WordOfTheChecker, LeavesForeignWordsAndNamesAlone) {
  for (const auto* word : {u"Wolfowitz", u"Müller", u"Grigorjeva", u"kubernetes", u"Stroessner"}) {
    EXPECT_TRUE(shipped_checker().is_known_word(word)) << testing::PrintToString(std::u16string(word));
  }
  EXPECT_FALSE(shipped_checker().is_known_word(u"nguoi"));
  EXPECT_FALSE(shipped_checker().is_known_word(u"đượcmột"));
}

TEST(WordOfTheChecker, SuggestsTheLikelySlipFirstInTheSameWriting) {
  const auto first = [](std::u16string_view word) {
    const auto suggestions = shipped_checker().suggest(word);
    return suggestions.empty() ? std::u16string() : suggestions.front();
  };
  EXPECT_EQ(first(u"nguời"), u"người");
  EXPECT_EQ(first(u"Nguời"), u"Người");
  EXPECT_EQ(first(u"ĐUỢC"), u"ĐƯỢC");
  EXPECT_EQ(first(u"nghành nghề"), u"ngành nghề");
  EXPECT_EQ(first(u"nghề nghành"), u"nghề ngành");
  EXPECT_TRUE(first(u"tôt.").starts_with(u"tốt"));
  EXPECT_TRUE(first(u"người").empty());
  EXPECT_EQ(first(u"đượcmột"), u"được một");
  EXPECT_EQ(first(u"HàNội"), u"Hà Nội");
  EXPECT_EQ(first(u"\u00D0ức"), u"Đức");
  EXPECT_EQ(first(u"zậy."), u"vậy.");
  EXPECT_LE(shipped_checker().suggest(u"nguoi").size(), 10U);
}

}  // namespace
}  // namespace soat::check
