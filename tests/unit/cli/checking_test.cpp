#include "cli/checking.h"

#include <gtest/gtest.h>

#include "support/test_folder.h"
#include "text/error.h"

namespace soat::cli {
namespace {

Context data_context() {
  Context context;
  context.data = SOAT_SOURCE_DIR "/dictionaries/vi";
  return context;
}

// Rules that find something in a text of which a file in the folder would be.
std::string rules(const Checking& checking, std::u16string text, const std::filesystem::path& file) {
  std::string out;
  for (const check::Finding& finding :
       checking.check(document::Document::from_lines(std::move(text)), file.string()).findings)
    out += (out.empty() ? "" : " ") + std::string(finding.rule->id);
  return out;
}

constexpr const char16_t* text = u"Nhiều nguời hoà giải với nhau.";

TEST(StampOf, DiffersWhenTheFileDoes) {
  const test::TestFolder folder;
  const std::string missing = stamp_of(folder / "a");
  const std::string there = stamp_of(folder.write("a", "một"));
  EXPECT_NE(missing, there);
  EXPECT_EQ(there, stamp_of(folder / "a"));
  EXPECT_NE(there, stamp_of(folder.write("a", "một hai")));
  EXPECT_NE(stamp_of(folder.write("b", "một hai")), stamp_of(folder / "a"));
}

TEST(Checking, GoesByTheSettingsOfTheFile) {
  const test::TestFolder folder;
  Context context = data_context();
  const Checking checking({}, context);
  folder.write("soat.toml", "");
  EXPECT_EQ(rules(checking, text, folder / "a.txt"), "spelling.non-syllable");
  std::filesystem::create_directories(folder / "trong");
  folder.write("trong/soat.toml", "tones = 'old'\n[rules]\nspelling = false\n");
  EXPECT_EQ(rules(checking, text, folder / "trong" / "a.txt"), "style.tone");
  EXPECT_NE(checking.fingerprint((folder / "a.txt").string()), checking.fingerprint((folder / "trong/a.txt").string()));
  EXPECT_EQ(checking.fingerprint((folder / "a.txt").string()), checking.fingerprint((folder / "b.txt").string()));
}

TEST(Checking, OptionsGoBeforeTheSettings) {
  const test::TestFolder folder;
  folder.write("soat.toml", "[rules]\nspelling = false\n");
  Context context = data_context();
  CheckingArguments arguments;
  arguments.no_config = true;
  const Checking without(arguments, context);
  EXPECT_EQ(rules(without, text, folder / "a.txt"), "spelling.non-syllable");
  arguments.only = "punctuation";
  const Checking only(arguments, context);
  EXPECT_EQ(rules(only, text, folder / "a.txt"), "");
  EXPECT_NE(only.fingerprint(""), without.fingerprint(""));
}

TEST(Checking, WrongOptionsAreRefusedBeforeAnythingIsLoaded) {
  Context context;
  context.data = "/không/có";
  CheckingArguments arguments;
  arguments.only = "spelling,sai";
  try {
    const Checking checking(arguments, context);
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("sai"), std::string::npos) << error.what();
  }
  arguments.only.clear();
  arguments.config = "/không/có/soat.toml";
  EXPECT_THROW(Checking(arguments, context), SettingsError);
}

}  // namespace
}  // namespace soat::cli
