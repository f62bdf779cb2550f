#include "cli/documents.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "support/test_folder.h"
#include "text/error.h"
#include "unit/cli/some_findings.h"

namespace soat::cli {
namespace {

// Finds the first letter of every paragraph that has "x" in it.
DocumentChecker finder() {
  return {[](const document::Document& document, const std::string&) {
            check::Checked checked;
            for (std::uint32_t i = 0; i < document.size(); ++i) {
              if (document.paragraphs()[i].find(u'x') != std::u16string_view::npos)
                checked.findings.push_back(some_finding("spelling.non-syllable", i, 0, 1));
            }
            return checked;
          },
          [](const std::string&) { return std::string("1"); }};
}

class Documents : public testing::Test {
 protected:
  std::string report(const std::vector<std::string>& names) {
    arguments_.format = report::Format::jsonl;
    arguments_.status = true;
    arguments_.output = folder_ / "out.jsonl";
    std::filesystem::remove(*arguments_.output);
    std::vector<std::string> files;
    for (const std::string& name : names) files.push_back((folder_ / name).string());
    testing::internal::CaptureStderr();
    report_documents(files, arguments_, finder(), context_);
    told_ = testing::internal::GetCapturedStderr();
    std::ifstream in(*arguments_.output, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static std::size_t count(const std::string& text, std::string_view what) {
    std::size_t times = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++times;
    return times;
  }

  test::TestFolder folder_;
  ReportArguments arguments_;
  Context context_;
  std::string told_;
};

TEST_F(Documents, AreReportedInTheirOrder) {
  folder_.write("a.txt", "x\n");
  folder_.write("b.txt", "không\n");
  const std::string out = report({"b.txt", "a.txt"});
  EXPECT_EQ(count(out, "\"rule\""), 1U) << out;
  EXPECT_EQ(count(out, "\"checked\""), 2U) << out;
  EXPECT_LT(out.find("b.txt"), out.find("a.txt"));
  EXPECT_EQ(context_.status, Status::found);
}

TEST_F(Documents, NothingFoundIsDone) {
  folder_.write("a.txt", "không\n");
  report({"a.txt"});
  EXPECT_EQ(context_.status, Status::done);
}

TEST_F(Documents, OneThatCannotBeReadStopsNoOther) {
  folder_.write("a.txt", "x\n");
  const std::string out = report({"không có.txt", "a.txt"});
  EXPECT_EQ(count(out, "\"checked\""), 1U) << out;
  EXPECT_NE(told_.find("không có.txt"), std::string::npos) << told_;
  EXPECT_EQ(context_.status, Status::failed);
}

TEST_F(Documents, MayBeCheckedByOthersAtOnce) {
  std::vector<std::string> names;
  for (int i = 0; i < 20; ++i) {
    names.push_back(std::to_string(i) + ".txt");
    folder_.write(names.back(), i % 2 == 0 ? "x\n" : "không\n");
  }
  const std::string one = report(names);
  arguments_.jobs = 3;
  EXPECT_EQ(report(names), one);
}

TEST_F(Documents, FailOnlyOnWhatWasAskedFor) {
  folder_.write("a.txt", "x\n");
  arguments_.fail_on.confidence = 0.95;
  EXPECT_EQ(count(report({"a.txt"}), "\"rule\""), 1U);
  EXPECT_EQ(context_.status, Status::done);
}

TEST_F(Documents, WhatIsInTheBaselineIsNotTold) {
  folder_.write("a.txt", "x\n");
  arguments_.write_baseline = folder_ / "baseline";
  report({"a.txt"});
  arguments_.write_baseline.clear();
  arguments_.baseline = folder_ / "baseline";
  EXPECT_EQ(count(report({"a.txt"}), "\"rule\""), 0U);
}

TEST_F(Documents, OptionsThatDoNotGoTogetherAreRefused) {
  ReportArguments arguments;
  arguments.status = true;
  EXPECT_THROW(report_documents({"a.txt"}, arguments, finder(), context_), Error);
  arguments = {};
  arguments.resume = true;
  EXPECT_THROW(report_documents({"a.txt"}, arguments, finder(), context_), Error);
  arguments = {};
  arguments.json_lines_in = true;
  EXPECT_THROW(report_documents({"a.txt"}, arguments, finder(), context_), Error);
}

}  // namespace
}  // namespace soat::cli
