#include "cli/documents.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "support/test_folder.h"
#include "texts/error.h"
#include "unit/cli/some_findings.h"

namespace soat::cli {
namespace {

// Documents whose every paragraph has a finding.
class Documents : public testing::Test {
 protected:
  Documents() {
    arguments_.format = report::Format::jsonl;
    arguments_.output = folder_ / "out";
    checker_.check = [](const document::Document& document, const std::string&) {
      check::Checked checked;
      for (std::uint32_t p = 0; p < document.size(); ++p)
        checked.findings.push_back(some_finding("spelling.context", p, 0, 1));
      return checked;
    };
    checker_.fingerprint = [](const std::string&) { return "1"; };
  }

  // What was written for these files.
  std::vector<std::string> written(const std::vector<std::string>& files) {
    std::filesystem::remove(folder_ / "out");
    report_documents(files, arguments_, checker_, context_);
    std::ifstream in(folder_ / "out");
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
  }
  std::string file(const std::string& name, std::string_view text) const { return folder_.write(name, text).string(); }

  test::TestFolder folder_;
  ReportArguments arguments_;
  DocumentChecker checker_;
  Context context_;
};

TEST_F(Documents, FindingsOfEachAreWrittenInOrder) {
  const std::vector<std::string> lines = written({file("b.txt", "một\nhai"), file("a.txt", "ba")});
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_NE(lines[0].find("b.txt"), std::string::npos);
  EXPECT_NE(lines[2].find("a.txt"), std::string::npos);
  EXPECT_EQ(context_.status, Status::found);
}

TEST_F(Documents, ProblemsOfSettingsAreToldOnce) {
  checker_.problems = [](const std::string&) { return std::vector<Error>{Error(texts::error_folder, "dòng 8")}; };
  testing::internal::CaptureStderr();
  written({file("b.txt", "một"), file("a.txt", "ba")});
  const std::string said = testing::internal::GetCapturedStderr();
  const std::size_t at = said.find("dòng 8");
  ASSERT_NE(at, std::string::npos) << said;
  EXPECT_EQ(said.find("dòng 8", at + 1), std::string::npos) << said;
  EXPECT_EQ(context_.status, Status::found);
}

TEST_F(Documents, ABaselineThatIsWrittenHasAllThatIsFound) {
  const std::vector<std::string> files = {file("a.txt", "một\nhai")};
  arguments_.write_baseline = folder_ / "known";
  written(files);
  arguments_.baseline = folder_ / "known";
  EXPECT_TRUE(written(files).empty());
  EXPECT_TRUE(written(files).empty()) << "what was known stays known";
}

TEST_F(Documents, WithoutFindingsAllIsDone) {
  EXPECT_TRUE(written({file("a.txt", "")}).empty());
  EXPECT_EQ(context_.status, Status::done);
}

TEST_F(Documents, OneThatCannotBeReadDoesNotStopTheOthers) {
  const std::vector<std::string> lines = written({(folder_ / "none.txt").string(), file("a.txt", "ba")});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(context_.status, Status::failed);
}

TEST_F(Documents, StatusIsALineOfItsOwn) {
  arguments_.status = true;
  const std::vector<std::string> lines = written({file("a.txt", "ba")});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_NE(lines[1].find("\"status\":\"checked\""), std::string::npos) << lines[1];
}

TEST_F(Documents, OneThatEndsItsProcessIsToldOf) {
  checker_.check = [](const document::Document& document, const std::string&) -> check::Checked {
    if (document.paragraphs()[0] == u"chết") std::_Exit(9);
    check::Checked checked;
    checked.findings.push_back(some_finding("spelling.context", 0, 0, 1));
    return checked;
  };
  EXPECT_EQ(written({file("a.txt", "chết"), file("b.txt", "sống")}).size(), 1U);
  EXPECT_EQ(context_.status, Status::failed);
}

TEST_F(Documents, KnownResultsComeFromTheCache) {
  arguments_.cache = folder_ / "cache";
  const std::vector<std::string> files = {file("a.txt", "ba"), file("b.txt", "bốn")};
  const std::vector<std::string> first = written(files);
  checker_.check = [](const document::Document&, const std::string&) { return check::Checked(); };
  EXPECT_EQ(written(files), first) << "not checked again";
  checker_.fingerprint = [](const std::string&) { return "2"; };
  EXPECT_TRUE(written(files).empty()) << "another checker finds another thing";
}

}  // namespace
}  // namespace soat::cli
