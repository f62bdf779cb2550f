#include "cli/settings.h"

#include <gtest/gtest.h>

#include "support/test_folder.h"
#include "unit/cli/some_findings.h"

namespace soat::cli {
namespace {

Settings read(const std::string& text) {
  const test::TestFolder folder;
  return read_settings(folder.write("soat.toml", text));
}

std::string fault(const std::string& text) {
  try {
    read(text);
  } catch (const SettingsError& error) {
    return error.what();
  }
  return "";
}

TEST(Settings, SayWhatTheFileSays) {
  const Settings settings = read(
      "profile = 'strict'\nonly = ['spelling', 'garble']\ntones = 'new'\ngitignore = false\nleast-confidence = 0.7\n"
      "exclude = ['nháp/']\n[rules]\nstyle.tone = false\n\"spelling.split\" = 0.5\n");
  EXPECT_EQ(settings.profile, check::Profile::strict);
  EXPECT_EQ(settings.only.size(), 2U);
  EXPECT_EQ(settings.tones, text::ToneStyle::new_style);
  EXPECT_FALSE(settings.gitignore);
  EXPECT_FLOAT_EQ(settings.least_confidence, 0.7F);
  EXPECT_TRUE(settings.off.contains("style.tone"));
  EXPECT_FLOAT_EQ(settings.thresholds.at("spelling.split"), 0.5F);
  EXPECT_EQ(settings.exclude.judge("nháp", true), PathPatterns::Verdict::excluded);
}

TEST(Settings, OfAnEmptyFileAreTheUsualOnes) {
  const Settings settings = read("");
  EXPECT_FALSE(settings.profile);
  EXPECT_TRUE(settings.only.empty() && settings.off.empty() && settings.gitignore);
}

TEST(Settings, ACategoryIsSwitchedAsAWhole) {
  const Settings settings = read("[rules]\ncitation = false\n\"citation.unsourced-quote\" = true\n");
  EXPECT_FALSE(settings.off.contains("citation.unsourced-quote"));
  EXPECT_GT(settings.off.size(), 1U);
  for (const std::string& id : settings.off) EXPECT_TRUE(id.starts_with("citation.")) << id;
}

TEST(Settings, FaultsAreToldWithTheirLine) {
  EXPECT_NE(fault("profile = 'normal'\nprofil = 'strict'\n").find(":2"), std::string::npos) << fault("\nprofil = 1");
  EXPECT_NE(fault("profil = 'strict'").find("profile"), std::string::npos);  // the one most like it
  for (const char* text : {"x =", "profile = 'x'", "profile = 3", "only = 'spelling'", "only = [3]", "only = ['x']",
                           "least-confidence = 2", "least-confidence = true", "gitignore = 1", "tones = 'x'",
                           "house-list = 'không có'", "house-list = 3", "rules = 3", "[rules]\n'x.y' = false",
                           "[rules]\nspelling = 0.5", "[rules]\n'spelling.split' = 'x'"})
    EXPECT_NE(fault(text), "") << text;
}

TEST(Settings, ARowOfTheHouseListThatCannotBeUsedIsPassedOver) {
  const test::TestFolder folder;
  folder.write("house.txt", "bogus\tx\nnever\tSoát\n");
  const Settings settings = read_settings(folder.write("soat.toml", "house-list = 'house.txt'"));
  ASSERT_EQ(settings.house_problems.size(), 1U);
  EXPECT_NE(std::string(settings.house_problems[0].what()).find("house.txt:1"), std::string::npos);
  EXPECT_EQ(settings.house->entries().size(), 1U);
}

TEST(Settings, AFileThatIsNotThereIsAFault) {
  EXPECT_THROW(read_settings("/không/có/soat.toml"), SettingsError);
}

TEST(Settings, ARulesOwnThresholdGoesBeforeThatOfAll) {
  Settings settings;
  settings.least_confidence = 0.9F;
  const auto tells = [&](const char* rule, float confidence) {
    return settings.tells(some_finding(rule, 0, 0, 1, confidence), check::Profile::normal);
  };
  EXPECT_FALSE(tells("spelling.non-syllable", 0.89F));
  EXPECT_TRUE(tells("spelling.non-syllable", 0.9F));
  settings.thresholds["spelling.non-syllable"] = 0.2F;
  EXPECT_TRUE(tells("spelling.non-syllable", 0.2F));
  settings.off.insert("spelling.non-syllable");
  EXPECT_FALSE(tells("spelling.non-syllable", 1));
}

TEST(Settings, LookStrictlyWhereAThresholdAsksForIt) {
  Settings settings;
  EXPECT_EQ(settings.to_look_with(check::Profile::normal), check::Profile::normal);
  settings.thresholds["spelling.non-syllable"] = 0.99F;
  EXPECT_EQ(settings.to_look_with(check::Profile::normal), check::Profile::normal);
  settings.thresholds["spelling.non-syllable"] = 0.01F;
  EXPECT_EQ(settings.to_look_with(check::Profile::normal), check::Profile::strict);
}

TEST(FindSettings, LooksUpwards) {
  const test::TestFolder folder;
  std::filesystem::create_directories(folder / "a" / "b");
  EXPECT_EQ(find_settings(folder / "a" / "b").parent_path().string().find(folder.path().string()), std::string::npos);
  folder.write("soat.toml", "");
  EXPECT_EQ(find_settings(folder / "a" / "b"), std::filesystem::weakly_canonical(folder / "soat.toml"));
  std::filesystem::create_directories(folder / "a" / "soat.toml");  // a folder of the name is none
  EXPECT_EQ(find_settings(folder / "a" / "b"), std::filesystem::weakly_canonical(folder / "soat.toml"));
}

}  // namespace
}  // namespace soat::cli
