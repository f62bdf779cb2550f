#include "cli/documents.h"

#include <cstdlib>
#include <new>

#ifndef _WIN32
#include <unistd.h>
#endif

#include "cli/choice.h"
#include "cli/inputs.h"
#include "cli/ordered.h"
#include "cli/output.h"
#include "text/error.h"

namespace soat::cli {
namespace {

// What came of one file.
struct Outcome {
  std::string report;
  std::string fault;
  bool found = false;
};

bool wants_colour() {
#ifdef _WIN32
  return false;
#else
  const char* refused = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) && !(refused && *refused);
#endif
}

Outcome check_file(const std::string& file, std::size_t number, const CheckDocument& check,
                   const report::Report& report) {
  Outcome outcome;
  try {
    const document::Document document = read_input(file);
    const check::Checked checked = check(document);
    outcome.found = !checked.findings.empty();
    const bool assessed = !checked.assessment.paragraphs.empty();
    outcome.report = report.document(
        {file, document.paragraphs(), checked.findings, number, assessed ? &checked.assessment : nullptr});
  } catch (const Error& error) {
    outcome.fault = error.what();
  } catch (const std::bad_alloc&) {
    outcome.fault = file + ": not enough memory";
  }
  return outcome;
}

}  // namespace

void add_report_options(CLI::App& command, const std::shared_ptr<ReportArguments>& arguments) {
  add_choice<report::Format>(command, "--format", arguments->format,
                             {{"text", report::Format::text},
                              {"jsonl", report::Format::jsonl},
                              {"json", report::Format::json},
                              {"html", report::Format::html}},
                             "How findings are written (default text)");
  add_choice<report::Language>(command, "--lang-ui", arguments->language,
                               {{"vi", report::Language::vi}, {"en", report::Language::en}},
                               "Language of messages (default vi)");
  command.add_option("-j,--jobs", arguments->threads, "Files checked at the same time (default 1)")
      ->check(CLI::Range(1, 256).description(""))
      ->type_name("N");
  command.add_flag("-r,--recursive", arguments->recursive, "Check the documents in folders");
  command.footer("Exit status: 0 nothing found, 1 something found, 2 bad usage or an input that cannot be read.");
}

void report_documents(const std::vector<std::string>& given, const ReportArguments& arguments,
                      const CheckDocument& check, Context& context) {
  const auto report = report::make_report(arguments.format, arguments.language, wants_colour());
  const std::vector<std::string> files = list_inputs(given, arguments.recursive, context);
  Output output({});
  output.write(report->opening());
  bool found = false;
  bool first = true;
  in_order(
      files.size(), arguments.threads, [&](std::size_t i) { return check_file(files[i], i, check, *report); },
      [&](Outcome&& outcome) {
        if (!outcome.fault.empty()) {
          context.complain(outcome.fault);
          return;
        }
        if (!first) output.write(report->separator());
        first = false;
        output.write(outcome.report);
        found = found || outcome.found;
      });
  output.write(report->closing());
  output.finish();
  if (found && context.status == Status::done) context.status = Status::found;
}

}  // namespace soat::cli
