#include "lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "support/test_folder.h"
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
  void write(const std::string& text) const { folder_.write("vi_VN.dic", text); }

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
  write("2\nan\tpo:syllable fr:3\nnghành\tpo:syllable fr:3\n");
  EXPECT_NE(failure_of(folder_.path()).find("nghành"), std::string::npos);
  write("2\nan\tpo:syllable fr:3\n\xC3\n");
  EXPECT_NE(failure_of(folder_.path()).find("line 3"), std::string::npos);
}

TEST_F(DamagedLexicon, WantsSyllables) {
  write("1\nôxy\tpo:loan\n");
  EXPECT_NE(failure_of(folder_.path()).find("no syllables"), std::string::npos);
  write("");
  EXPECT_NE(failure_of(folder_.path()), "");
}

TEST_F(DamagedLexicon, RefusesAFolderInPlaceOfTheFile) {
  std::filesystem::create_directories(folder_ / "vi_VN.dic");
  EXPECT_NE(failure_of(folder_.path()), "");
}

}  // namespace
}  // namespace soat::lexicon
