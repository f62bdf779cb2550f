#include "lexicon/dictionary_file.h"

#include <gtest/gtest.h>

#include <string>

#include "text/error.h"

namespace soat::lexicon {
namespace {

std::string reason_of(std::string_view text) {
  try {
    parse_dictionary(text, "words.dic");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(DictionaryFile, ReadsWordsKindsAndFrequencies) {
  const auto entries =
      parse_dictionary("3\nngười\tpo:syllable fr:21\nôxy\tpo:loan fr:10\nvideo/AB\tpo:foreign\n", "words.dic");
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].word, "người");
  EXPECT_EQ(entries[0].kind, WordKind::syllable);
  EXPECT_EQ(entries[0].frequency, 21);
  EXPECT_EQ(entries[1].kind, WordKind::loan);
  EXPECT_EQ(entries[2].word, "video");
  EXPECT_EQ(entries[2].frequency, 0);
}

TEST(DictionaryFile, TakesWindowsLineEndsAByteOrderMarkAndEmptyLines) {
  const auto entries = parse_dictionary(
      "\xEF\xBB\xBF"
      "1\r\n\r\nan\tpo:syllable fr:3\r\n",
      "words.dic");
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].word, "an");
  EXPECT_EQ(entries[0].frequency, 3);
}

TEST(DictionaryFile, PassesOverFieldsOfOthers) {
  const auto entries = parse_dictionary("1\nan\tst:an po:syllable is:x fr:3\n", "words.dic");
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].kind, WordKind::syllable);
}

TEST(DictionaryFile, NamesFileAndLineOfWhatIsWrong) {
  EXPECT_NE(reason_of("").find("words.dic:1: "), std::string::npos);
  EXPECT_NE(reason_of("an\n").find("number of entries"), std::string::npos);
  EXPECT_NE(reason_of("2\nan\n").find("more or fewer entries"), std::string::npos);
  EXPECT_NE(reason_of("99999999\nan\n").find("more or fewer entries"), std::string::npos);
  EXPECT_NE(reason_of("2\nan\n\xFFx\n").find("words.dic:3: not UTF-8"), std::string::npos);
  EXPECT_NE(reason_of("1\n/AB\n").find("words.dic:2: an entry without a word"), std::string::npos);
  EXPECT_NE(reason_of("1\nan\tpo:verb\n").find("unknown kind"), std::string::npos);
  EXPECT_NE(reason_of("1\nan\tfr:99\n").find("frequency class"), std::string::npos);
  EXPECT_NE(reason_of("1\nan\tfr:x\n").find("frequency class"), std::string::npos);
  EXPECT_NE(reason_of("1\n" + std::string(201, 'a') + "\n").find("longer than 200"), std::string::npos);
}

}  // namespace
}  // namespace soat::lexicon
