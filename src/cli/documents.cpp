#include "cli/documents.h"

#include <cstdlib>
#include <new>
#include <string_view>

#ifndef _WIN32
#include <unistd.h>
#endif

#include "cli/choice.h"
#include "cli/inputs.h"
#include "cli/ordered.h"
#include "cli/output.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

// What came of one file: a fault, or the findings.
struct Outcome {
  std::string fault;
  std::vector<std::string> warnings;
  document::Document document;
  check::Checked checked;
};

bool wants_colour() {
#ifdef _WIN32
  return false;
#else
  const char* refused = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool is_plain = terminal != nullptr && std::string_view(terminal) == "dumb";
  return isatty(STDOUT_FILENO) && !(refused && *refused) && !is_plain;
#endif
}

// Findings of what was read, moved to where they stand in the file. A replacement would take out what was passed over
// inside, so none is offered there.
void place_in_file(const document::Document& document, std::vector<check::Finding>& findings) {
  if (!document.has_originals()) return;
  for (check::Finding& finding : findings) {
    const auto [start, end] = document.original_range(finding.paragraph, finding.start, finding.end);
    if (end - start != finding.end - finding.start) finding.suggestions.clear();
    finding.start = static_cast<std::uint32_t>(start);
    finding.end = static_cast<std::uint32_t>(end);
  }
}

Outcome check_input(const Input& input, std::optional<document::Format> as, const CheckDocument& check,
                    const Context& context) {
  Outcome outcome;
  if (input.fault) outcome.fault = input.fault->in(context.language);
  if (!outcome.fault.empty()) return outcome;
  try {
    outcome.document = read_input(input.file, as, context);
    for (const text::Message& warning : outcome.document.warnings())
      outcome.warnings.push_back(warning.utf8(context.language));
    outcome.checked = check(outcome.document);
    place_in_file(outcome.document, outcome.checked.findings);
  } catch (const Error& error) {
    outcome.fault = error.in(context.language);
  } catch (const std::bad_alloc&) {
    outcome.fault = text::Message(texts::error_no_memory, input_name(input.file, context)).utf8(context.language);
  }
  return outcome;
}

void write_outcome(const std::string& file, std::size_t number, const Outcome& outcome, const report::Report& report,
                   Output& output) {
  const std::vector<std::u16string_view> read = outcome.document.paragraphs();
  const std::vector<std::u16string_view> paragraphs = outcome.document.originals();
  const check::Assessment& assessment = outcome.checked.assessment;
  report.document({file, paragraphs, outcome.checked.findings, number,
                   assessment.paragraphs.empty() ? nullptr : &assessment, read, outcome.warnings},
                  [&](std::string_view piece) { output.write(piece); });
}

}  // namespace

void add_report_options(CLI::App& command, const std::shared_ptr<ReportArguments>& arguments, const Context& context) {
  add_choice<report::Format>(command, "--format", arguments->format,
                             {{"text", report::Format::text},
                              {"jsonl", report::Format::jsonl},
                              {"json", report::Format::json},
                              {"html", report::Format::html}},
                             context.say(texts::help_report_format));
  add_number(command, "-j,--jobs", arguments->threads, 1, 256, context.say(texts::help_report_jobs));
  command.add_flag("-r,--recursive", arguments->recursive, context.say(texts::help_report_recursive));
  add_choice<std::optional<document::Format>>(command, "--as", arguments->as,
                                              {{"text", document::Format::text},
                                               {"md", document::Format::markdown},
                                               {"html", document::Format::html},
                                               {"odt", document::Format::odt},
                                               {"docx", document::Format::docx}},
                                              context.say(texts::help_report_as));
  command.add_flag("--status", arguments->status, context.say(texts::help_report_status));
  command.footer(context.say(texts::help_report_exit));
}

void report_documents(const std::vector<std::string>& given, const ReportArguments& arguments,
                      const CheckDocument& check, Context& context) {
  if (arguments.status && arguments.format != report::Format::jsonl) throw Error(texts::error_option_status);
  const auto report = report::make_report({arguments.format, context.language, wants_colour(), arguments.status});
  const std::vector<Input> inputs = list_inputs(given, arguments.recursive);
  Output output({});
  output.write(report->opening());
  bool found = false;
  std::size_t number = 0;
  in_order(
      inputs.size(), arguments.threads,
      [&](std::size_t i) { return check_input(inputs[i], arguments.as, check, context); },
      [&](Outcome&& outcome) {
        const std::string& file = inputs[number].file;
        if (number > 0) output.write(report->separator());
        if (!outcome.fault.empty()) {
          context.complain(outcome.fault);
          output.write(report->failure({file, outcome.fault}));
        } else {
          for (const std::string& warning : outcome.warnings) context.warn(warning);
          write_outcome(file, number, outcome, *report, output);
          found = found || !outcome.checked.findings.empty();
        }
        ++number;
      });
  output.write(report->closing());
  output.finish();
  if (found && context.status == Status::done) context.status = Status::found;
}

}  // namespace soat::cli
