#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/checker.h"
#include "cli/context.h"
#include "cli/fail_on.h"
#include "cli/task.h"
#include "cli/worker_pool.h"
#include "document/document.h"
#include "document/reader.h"
#include "report/report.h"
#include "text/error.h"

namespace soat::cli {

// How documents are gone through and findings are written; the options of every command that checks documents.
struct ReportArguments {
  report::Format format = report::Format::text;
  std::size_t jobs = 1;
  bool recursive = false;
  bool status = false;
  std::optional<document::Format> as;  // the format of every file; none: as name and content tell
  std::string files_from;              // a list of files; "-": standard input; empty: none
  bool json_lines_in = false;          // standard input has documents, one a line
  FailOn fail_on;
  WorkLimits limits = {120, 4096};
  bool are_limits_given = false;  // then they hold for a single document, too
  Shard shard;
  std::optional<std::filesystem::path> output;
  bool resume = false;
  std::filesystem::path cache;           // empty: none
  std::filesystem::path baseline;        // empty: none
  std::filesystem::path write_baseline;  // empty: none
};

void add_report_options(CLI::App& command, const std::shared_ptr<ReportArguments>& arguments, const Context& context);

// What is found in a document, and by which version of what: the text differs when the same document may give other
// findings. name: the file. The last two may be left out.
struct DocumentChecker {
  std::function<check::Checked(const document::Document&, const std::string& name)> check;
  std::function<std::string(const std::string& name)> fingerprint;
  // What of the settings for a file cannot be used; each is told once in a run.
  std::function<std::vector<Error>(const std::string& name)> problems = {};
  // Files that it reads beside the documents: folders do not stand for them.
  std::vector<std::filesystem::path> own_files = {};
};

// Goes through the documents that the arguments stand for, checks them and writes the report. Complains of those that
// cannot be read, and sets the status "found" where something was. Several documents, those that come one by one, and a
// single one with limits are checked in processes of their own: see run_in_workers.
void report_documents(const std::vector<std::string>& files, const ReportArguments& arguments,
                      const DocumentChecker& checker, Context& context);

}  // namespace soat::cli
