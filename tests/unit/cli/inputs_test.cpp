#include "cli/inputs.h"

#include <gtest/gtest.h>

#include "support/test_folder.h"

namespace soat::cli {
namespace {

// The names of the inputs below a folder; "!" before those with a fault.
std::string listed(const test::TestFolder& folder, const std::vector<std::string>& arguments, bool recursive) {
  std::string out;
  for (const Input& input : list_inputs(arguments, recursive)) {
    const std::filesystem::path path(input.file);
    out += (out.empty() ? "" : " ") + std::string(input.fault ? "!" : "") +
           (path.is_absolute() ? path.lexically_relative(folder.path()).string() : input.file);
  }
  return out;
}

class Inputs : public testing::Test {
 protected:
  Inputs() {
    for (const char* name : {"con/sâu", ".ẩn"}) std::filesystem::create_directories(folder_ / name);
    folder_.write("soat.toml", "");  // none further up counts
    for (const char* name : {"b.txt", "a.md", "x.png", ".c.txt", "con/d.docx", "con/sâu/e.html", ".ẩn/f.txt"})
      folder_.write(name, "");
  }
  std::string list() const { return listed(folder_, {folder_.path().string()}, true); }

  test::TestFolder folder_;
};

TEST_F(Inputs, AFolderStandsForItsDocumentsByName) {
  EXPECT_EQ(list(), "a.md b.txt con/d.docx con/sâu/e.html");
}

TEST_F(Inputs, AFolderThatWasNotAskedForIsAFault) {
  EXPECT_EQ(listed(folder_, {folder_.path().string(), "-"}, false), "!. -");
}

TEST_F(Inputs, FilesAreTakenAsTheyAreNamed) {
  EXPECT_EQ(listed(folder_, {"-", "không có.xyz", (folder_ / "x.png").string()}, true), "- không có.xyz x.png");
}

TEST_F(Inputs, AFolderWithoutDocumentsIsAFault) {
  std::filesystem::create_directories(folder_ / "rỗng");
  EXPECT_EQ(listed(folder_, {(folder_ / "rỗng").string()}, true), "!rỗng");
}

TEST_F(Inputs, WhatGitignoreOrTheSettingsExcludeIsLeftOut) {
  folder_.write(".gitignore", "*.txt\n/con/sâu/\n");
  EXPECT_EQ(list(), "a.md con/d.docx");
  folder_.write("soat.toml", "gitignore = false\nexclude = ['con/']\n");
  EXPECT_EQ(list(), "a.md b.txt");
  folder_.write("soat.toml", "exclude = ['!b.txt']\n");
  EXPECT_EQ(list(), "a.md b.txt con/d.docx");
}

TEST_F(Inputs, LinksToFoldersAreNotFollowed) {
  std::filesystem::create_directory_symlink(folder_.path(), folder_ / "vòng");
  std::filesystem::create_symlink(folder_ / "không có", folder_ / "z.txt");
  EXPECT_EQ(list(), "a.md b.txt con/d.docx con/sâu/e.html !z.txt");
}

TEST(InputName, IsInTheLanguageOfMessages) {
  Context context;
  EXPECT_EQ(input_name("a.txt", context), "a.txt");
  const std::string vietnamese = input_name("-", context);
  context.language = text::Language::en;
  EXPECT_NE(input_name("-", context), vietnamese);
}

TEST(ReadPlainText, ComplainsAndGivesNothing) {
  const test::TestFolder folder;
  Context context;
  EXPECT_EQ(read_plain_text(folder.write("a.txt", "nước").string(), context), "nước");
  EXPECT_EQ(context.status, Status::done);
  testing::internal::CaptureStderr();
  EXPECT_FALSE(read_plain_text(folder.write("b.txt", "\xFF").string(), context));
  EXPECT_FALSE(read_plain_text((folder / "không có").string(), context));
  const std::string told = testing::internal::GetCapturedStderr();
  EXPECT_NE(told.find("b.txt"), std::string::npos);
  EXPECT_NE(told.find("không có"), std::string::npos);
  EXPECT_EQ(context.status, Status::failed);
}

}  // namespace
}  // namespace soat::cli
