#include "lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "support/test_folder.h"
#include "text/checksum.h"
#include "text/error.h"

namespace soat::lexicon {
namespace {

const std::filesystem::path shipped = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";

std::string failure_of(const std::filesystem::path& folder) {
  try {
    Lexicon::load({folder, {}, {}});
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

class DamagedLexicon : public testing::Test {
 protected:
  void write(const std::string& entries, std::size_t count) const {
    const auto digits = text::checksum_digits(text::checksum(entries));
    folder_.write("vi_VN.dic", std::to_string(count) + "\tsoat:words-1 checksum:" +
                                   std::string(digits.data(), digits.size()) + "\n" + entries);
  }

  test::TestFolder folder_;
};

TEST(Lexicon, KnowsWhichSyllablesAreInUseAndHowFrequentTheyAre) {
  const auto lexicon = Lexicon::load({shipped, {}, {}});
  for (const auto* word : {u"người", u"được", u"nghiêng", u"khuỷu", u"hòa", u"hoà", u"quýt", u"giếng", u"Nguyễn"}) {
    EXPECT_TRUE(lexicon->attested(text::parse(word))) << testing::PrintToString(std::u16string(word));
  }
  EXPECT_FALSE(lexicon->attested(text::parse(u"ngoẽo")));
  EXPECT_GT(lexicon->frequency(text::parse(u"của")), lexicon->frequency(text::parse(u"khuỷu")));
}

TEST(Lexicon, KnowsLoanwordsNamesAndForeignWords) {
  const auto lexicon = Lexicon::load({shipped, {}, {}});
  EXPECT_EQ(lexicon->find(u"axít").kind, WordKind::loan);
  EXPECT_EQ(lexicon->find(u"kilômét").kind, WordKind::loan);
  EXPECT_TRUE(lexicon->find(u"Xenlulô"));
  EXPECT_TRUE(lexicon->find(u"Đắk"));
  EXPECT_TRUE(lexicon->find(u"video"));
  EXPECT_FALSE(lexicon->find(u"nguời"));
}

TEST(Lexicon, TakesTheUsersOwnWords) {
  const auto lexicon = Lexicon::load({shipped, {}, {u"Soát", u"ngoẽo", u"grük"}});
  EXPECT_TRUE(lexicon->attested(text::parse(u"ngoẽo")));
  EXPECT_EQ(lexicon->find(u"grük").kind, WordKind::personal);
}

TEST_F(DamagedLexicon, SaysWhichFileIsMissing) {
  EXPECT_NE(failure_of(folder_ / "none").find("vi_VN.dic"), std::string::npos);
}

TEST_F(DamagedLexicon, SaysWhichLineIsWrong) {
  write("an\tpo:syllable fr:3\nnghành\tpo:syllable fr:3\n", 2);
  EXPECT_NE(failure_of(folder_.path()).find("vi_VN.dic:3: has “nghành”, which is no syllable; correct it"),
            std::string::npos);
  write("an\tpo:syllable fr:3\n\xC3\n", 2);
  EXPECT_NE(failure_of(folder_.path()).find("vi_VN.dic:3: not UTF-8"), std::string::npos);
}

TEST_F(DamagedLexicon, RefusesAListThatIsNotAsItWasSealed) {
  const std::string entries = "an\tpo:syllable fr:3\nba\tpo:syllable fr:4\n";
  write(entries, 2);
  EXPECT_EQ(failure_of(folder_.path()), "");
  std::ifstream in(folder_ / "vi_VN.dic", std::ios::binary);
  const std::string sound{std::istreambuf_iterator<char>(in), {}};
  for (std::size_t at = 0; at < sound.size(); ++at) {
    std::string changed = sound;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    folder_.write("vi_VN.dic", changed);
    EXPECT_NE(failure_of(folder_.path()).find("vi_VN.dic"), std::string::npos) << at;
    folder_.write("vi_VN.dic", sound.substr(0, at));
    EXPECT_NE(failure_of(folder_.path()).find("vi_VN.dic"), std::string::npos) << at;
  }
  folder_.write("vi_VN.dic", "2\n" + entries);
  EXPECT_NE(failure_of(folder_.path()).find("tools/seal-table"), std::string::npos);
}

TEST_F(DamagedLexicon, WantsSyllables) {
  write("ôxy\tpo:loan\n", 1);
  EXPECT_NE(failure_of(folder_.path()).find("no syllables"), std::string::npos);
  folder_.write("vi_VN.dic", "");
  EXPECT_NE(failure_of(folder_.path()), "");
}

TEST_F(DamagedLexicon, RefusesAFolderInPlaceOfTheFile) {
  std::filesystem::create_directories(folder_ / "vi_VN.dic");
  EXPECT_NE(failure_of(folder_.path()), "");
}

}  // namespace
}  // namespace soat::lexicon
