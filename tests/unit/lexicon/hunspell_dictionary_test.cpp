#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <hunspell.hxx>
#include <string>
#include <vector>

namespace soat::lexicon {
namespace {

// The word list is also a dictionary for Hunspell by itself.
TEST(HunspellDictionary, IsUsableByItself) {
  const std::filesystem::path folder = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";
  Hunspell hunspell((folder / "vi_VN.aff").string().c_str(), (folder / "vi_VN.dic").string().c_str());
  EXPECT_EQ(hunspell.get_dict_encoding(), "UTF-8");
  for (const std::string word : {"người", "Người", "NGƯỜI", "hòa", "hoà", "ôxy", "axít", "Đắk", "video"}) {
    EXPECT_TRUE(hunspell.spell(word)) << word;
  }
  for (const std::string word : {"nguời", "nghành", "đuợc", "tôt"}) EXPECT_FALSE(hunspell.spell(word)) << word;
  const std::vector<std::string> suggestions = hunspell.suggest("nghành");
  EXPECT_NE(std::find(suggestions.begin(), suggestions.end(), "ngành"), suggestions.end());
}

}  // namespace
}  // namespace soat::lexicon
