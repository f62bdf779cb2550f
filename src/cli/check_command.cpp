#include <cstdlib>
#include <iterator>
#include <map>
#include <memory>
#include <new>
#include <string>
#include <vector>

#ifndef _WIN32
#include <unistd.h>
#endif

#include "check/checker.h"
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
  std::vector<std::string> only;
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

std::vector<check::Category> categories(const std::vector<std::string>& names) {
  std::vector<check::Category> result;
  for (const std::string& name : names) {
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
  static const std::map<std::string, report::Format> formats = {{"text", report::Format::text},
                                                                {"jsonl", report::Format::jsonl},
                                                                {"json", report::Format::json},
                                                                {"html", report::Format::html}};
  command->add_option("--format", arguments->format, "text (default), jsonl, json or html")
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("FORMAT");
  static const std::map<std::string, check::Profile> profiles = {{"normal", check::Profile::normal},
                                                                 {"strict", check::Profile::strict}};
  command
      ->add_option("--profile", arguments->profile,
                   "normal: only what is almost certain (default); strict: an editor's full pass")
      ->transform(CLI::CheckedTransformer(profiles).description(""))
      ->type_name("PROFILE");
  command
      ->add_option(
          "--only", arguments->only,
          "Categories to tell of: spelling, garble, residue, encoding, capitalisation, punctuation, style, citation")
      ->delimiter(',')
      ->expected(1)
      ->type_name("CATEGORY,...");
  static const std::map<std::string, report::Language> languages = {{"vi", report::Language::vi},
                                                                    {"en", report::Language::en}};
  command->add_option("--lang-ui", arguments->language, "Language of messages: vi (default) or en")
      ->transform(CLI::CheckedTransformer(languages).description(""))
      ->type_name("LANGUAGE");
  command->add_option("-j,--jobs", arguments->threads, "Files checked at the same time (default 1)")
      ->check(CLI::Range(1, 256).description(""))
      ->type_name("N");
  command->add_flag("-r,--recursive", arguments->recursive, "Check the documents in folders");
  add_data_option(*command, context);
  command->footer("Exit status: 0 nothing found, 1 something found, 2 bad usage or an input that cannot be read.");
  command->callback([arguments, &context] { run_check(*arguments, context); });
}

}  // namespace soat::cli
