#include "cli/inputs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "support/test_folder.h"

namespace soat::cli {
namespace {

namespace fs = std::filesystem;

class Inputs : public testing::Test {
 protected:
  // The names below the folder of what the arguments stand for; "!" before those with a fault.
  std::vector<std::string> listed(const std::vector<std::string>& names, bool recursive) const {
    std::vector<std::string> arguments;
    for (const std::string& name : names) arguments.push_back((folder_ / name).string());
    std::vector<std::string> out;
    for (const Input& input : list_inputs(arguments, recursive)) {
      const std::string name = fs::path(input.file).lexically_relative(folder_.path()).generic_string();
      out.push_back((input.fault ? "!" : "") + name);
      EXPECT_TRUE(!input.fault || std::string(input.fault->what()).find(name) != std::string::npos) << name;
    }
    return out;
  }

  test::TestFolder folder_;
  Context context_;
};

using Names = std::vector<std::string>;

TEST_F(Inputs, FilesStandForThemselvesInTheirOrder) {
  folder_.write("b.txt", "b");
  folder_.write("a.txt", "a");
  EXPECT_EQ(listed({"b.txt", "a.txt"}, false), (Names{"b.txt", "a.txt"}));
  EXPECT_TRUE(list_inputs({}, false).empty());
}

TEST_F(Inputs, AFolderStandsForTheDocumentsInIt) {
  fs::create_directories(folder_ / "d/e/.hidden");
  folder_.write("d/b.txt", "b");
  folder_.write("d/a.md", "a");
  folder_.write("d/e/c.txt", "c");
  folder_.write("d/x.png", "x");
  folder_.write("d/.y.txt", "y");
  folder_.write("d/~$b.docx", "who has b.docx open");
  folder_.write("d/e/.hidden/z.txt", "z");
  EXPECT_EQ(listed({"d"}, true), (Names{"d/a.md", "d/b.txt", "d/e/c.txt"}));
}

TEST_F(Inputs, WhatIgnoreFilesExcludeIsLeftOut) {
  fs::create_directories(folder_ / "d/build");
  folder_.write("d/.gitignore", "build/\n*.tmp.txt\n");
  folder_.write("d/a.txt", "a");
  folder_.write("d/b.tmp.txt", "b");
  folder_.write("d/build/c.txt", "c");
  EXPECT_EQ(listed({"d"}, true), Names{"d/a.txt"});
}

TEST_F(Inputs, WhatSettingsAndTheCommandNameIsNoDocument) {
  fs::create_directories(folder_ / "d/e");
  folder_.write("d/soat.toml", "house-list = 'e/house.txt'\n");
  folder_.write("d/a.txt", "a");
  folder_.write("d/known.txt", "k");
  folder_.write("d/e/house.txt", "never\ta\n");
  folder_.write("d/e/soat.toml", "house-list = '../list.txt'\n");
  folder_.write("d/list.txt", "never\tb\n");
  EXPECT_EQ(listed({"d"}, true), (Names{"d/a.txt", "d/known.txt"}));
  EXPECT_EQ(listed({"d/list.txt"}, true), Names{"d/list.txt"}) << "asked for by its name";
  const std::vector<Input> inputs = list_inputs({(folder_ / "d").string()}, true, {"", folder_ / "d/../d/known.txt"});
  ASSERT_EQ(inputs.size(), 1U);
  EXPECT_EQ(fs::path(inputs[0].file).filename(), "a.txt");
}

TEST_F(Inputs, DamagedSettingsBelowLeaveTheRestOfTheFolder) {
  fs::create_directories(folder_ / "d/e");
  folder_.write("d/a.txt", "a");
  folder_.write("d/e/soat.toml", "[");
  folder_.write("d/e/b.txt", "b");
  EXPECT_EQ(listed({"d"}, true), (Names{"d/a.txt", "d/e/b.txt"}));
}

TEST_F(Inputs, WhatIsReadIsNoOutput) {
  const std::string a = folder_.write("a.txt", "a").string();
  EXPECT_THROW(refuse_as_output(folder_ / "." / "a.txt", {"-", a}), Error);
  refuse_as_output(folder_ / "b.txt", {a});
  refuse_as_output({}, {a});
}

TEST_F(Inputs, WhatCannotBeReadHasAFaultInItsPlace) {
  fs::create_directories(folder_ / "d");
  fs::create_directories(folder_ / "empty");
  folder_.write("d/a.txt", "a");
  EXPECT_EQ(listed({"empty", "d"}, true), (Names{"!empty", "d/a.txt"})) << "a folder without documents";
  EXPECT_EQ(listed({"d"}, false), Names{"!d"}) << "a folder without recursive";
}

TEST_F(Inputs, LinksInARingEnd) {
  fs::create_directories(folder_ / "d");
  folder_.write("d/a.txt", "a");
  std::error_code failed;
  fs::create_directory_symlink(folder_ / "d", folder_ / "d/ring", failed);
  if (failed) GTEST_SKIP() << failed.message();
  EXPECT_EQ(listed({"d"}, true), Names{"d/a.txt"});
}

TEST_F(Inputs, AreReadAsText) {
  const std::string file = folder_.write("a.txt", "Một\nHai").string();
  EXPECT_EQ(read_input_bytes(file, context_), "Một\nHai");
  EXPECT_EQ(read_plain_text(file, context_), "Một\nHai");
  EXPECT_EQ(context_.status, Status::done);
}

TEST_F(Inputs, TextThatIsNoUtf8IsComplainedOf) {
  EXPECT_FALSE(read_plain_text(folder_.write("a.txt", "caf\xE9").string(), context_));
  EXPECT_EQ(context_.status, Status::failed);
}

TEST_F(Inputs, AFileThatIsNotThereIsAFaultThatNamesIt) {
  const std::string none = (folder_ / "none.txt").string();
  EXPECT_THROW(read_input_bytes(none, context_), Error);
  EXPECT_FALSE(read_plain_text(none, context_));
  EXPECT_EQ(input_name(none, context_), none);
  EXPECT_NE(input_name("-", context_), "-");
}

}  // namespace
}  // namespace soat::cli
