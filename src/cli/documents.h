#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/checker.h"
#include "cli/context.h"
#include "document/document.h"
#include "document/reader.h"
#include "report/report.h"

namespace soat::cli {

// How findings are written; the options of every command that checks documents.
struct ReportArguments {
  report::Format format = report::Format::text;
  std::size_t threads = 1;
  bool recursive = false;
  bool status = false;
  std::optional<document::Format> as;  // the format of every file; none: as name and content tell
};

void add_report_options(CLI::App& command, const std::shared_ptr<ReportArguments>& arguments, const Context& context);

// What is found in a document; called on several threads at once.
using CheckDocument = std::function<check::Checked(const document::Document&)>;

// Reads the documents that the arguments stand for, checks them and writes the report. Complains of those that cannot
// be read, and sets the status "found" where something was.
void report_documents(const std::vector<std::string>& files, const ReportArguments& arguments,
                      const CheckDocument& check, Context& context);

}  // namespace soat::cli
