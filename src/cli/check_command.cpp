#include <cstdlib>
#include <iterator>
#include <memory>
#include <new>
#include <sstream>
#include <string>
#include <vector>

#ifndef _WIN32
#include <unistd.h>
#endif

#include "check/checker.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/ordered.h"
#include "cli/output.h"
#include "report/report.h"
#include "text/error.h"

namespace soat::cli {
namespace {

struct CheckArguments {
  std::vector<std::string> files;
  report::Format format = report::Format::text;
  report::Language language = report::Language::vi;
  check::Profile profile = check::Profile::normal;
  std::string only;  // categories with commas between them; empty: all
  std::size_t threads = 1;
  bool recursive = false;
};

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

std::vector<check::Category> categories(const std::string& list) {
  std::vector<check::Category> result;
  std::istringstream names(list);
  for (std::string name; std::getline(names, name, ',');) {
    check::Category category;
    if (!check::category_from_name(name, category))
      throw Error("--only: no category is named \"" + name + "\" (see soat check --help)");
    result.push_back(category);
  }
  return result;
}

Outcome check_file(const std::string& file, std::size_t number, const check::Checker& checker,
                   const check::CheckOptions& options, const report::Report& report) {
  Outcome outcome;
  try {
    const document::Document document = read_input(file);
    const auto paragraphs = document.paragraphs();
    const auto findings = checker.check(paragraphs, options);
    outcome.found = !findings.empty();
    outcome.report = report.document({file, paragraphs, findings, number});
  } catch (const Error& error) {
    outcome.fault = error.what();
  } catch (const std::bad_alloc&) {
    outcome.fault = file + ": not enough memory";
  }
  return outcome;
}

void run_check(const CheckArguments& arguments, Context& context) {
  const check::CheckOptions options = {arguments.profile, categories(arguments.only)};
  const auto checker = load_checker(context);
  const auto report = report::make_report(arguments.format, arguments.language, wants_colour());
  const std::vector<std::string> files = list_inputs(arguments.files, arguments.recursive, context);
  Output output({});
  output.write(report->opening());
  bool found = false;
  bool first = true;
  in_order(
      files.size(), arguments.threads,
      [&](std::size_t i) { return check_file(files[i], i, *checker, options, *report); },
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

}  // namespace

void add_check_command(CLI::App& app, Context& context) {
  const auto arguments = std::make_shared<CheckArguments>();
  CLI::App* command =
      app.add_subcommand("check", "Find misspellings, garbled phrases, residue and the like in documents");
  command->add_option("files", arguments->files, ".txt, .odt, .docx or .html files; - is standard input")
      ->type_name("FILE")
      ->required();
  add_choice<report::Format>(*command, "--format", arguments->format,
                             {{"text", report::Format::text},
                              {"jsonl", report::Format::jsonl},
                              {"json", report::Format::json},
                              {"html", report::Format::html}},
                             "How findings are written (default text)");
  add_choice<check::Profile>(*command, "--profile", arguments->profile,
                             {{"normal", check::Profile::normal}, {"strict", check::Profile::strict}},
                             "normal: only what is almost certain (default); strict: an editor's full pass");
  command
      ->add_option(
          "--only", arguments->only,
          "Categories to tell of: spelling, garble, residue, encoding, capitalisation, punctuation, style, citation")
      ->type_name("CATEGORY,...");
  add_choice<report::Language>(*command, "--lang-ui", arguments->language,
                               {{"vi", report::Language::vi}, {"en", report::Language::en}},
                               "Language of messages (default vi)");
  command->add_option("-j,--jobs", arguments->threads, "Files checked at the same time (default 1)")
      ->check(CLI::Range(1, 256).description(""))
      ->type_name("N");
  command->add_flag("-r,--recursive", arguments->recursive, "Check the documents in folders");
  add_additions_option(*command, context);
  add_data_option(*command, context);
  command->footer("Exit status: 0 nothing found, 1 something found, 2 bad usage or an input that cannot be read.");
  command->callback([arguments, &context] { run_check(*arguments, context); });
}

}  // namespace soat::cli
