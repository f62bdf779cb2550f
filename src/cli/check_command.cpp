#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "check/checker.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

struct CheckArguments {
  std::vector<std::string> files;
  std::shared_ptr<ReportArguments> report = std::make_shared<ReportArguments>();
  check::Profile profile = check::Profile::normal;
  std::string only;  // categories with commas between them; empty: all
};

std::vector<check::Category> parse_categories(const std::string& list) {
  std::vector<check::Category> result;
  std::istringstream names(list);
  for (std::string name; std::getline(names, name, ',');) {
    check::Category category;
    if (!check::category_from_name(name, category)) throw Error(texts::error_option_category, name);
    result.push_back(category);
  }
  return result;
}

void run_check(const CheckArguments& arguments, Context& context) {
  const std::vector<check::Category> only = parse_categories(arguments.only);
  const auto checker = load_checker(context);
  report_documents(
      arguments.files, *arguments.report,
      [&](const document::Document& document) {
        check::CheckOptions options = {arguments.profile, only};
        options.fonts = document.fonts();
        return checker->check_and_assess(document.paragraphs(), options);
      },
      context);
}

}  // namespace

void add_check_command(CLI::App& app, Context& context) {
  const auto arguments = std::make_shared<CheckArguments>();
  CLI::App* command =
      app.add_subcommand("check", "Find misspellings, garbled phrases, residue and the like in documents");
  command->add_option("files", arguments->files, ".txt, .md, .odt, .docx or .html files; - is standard input")
      ->type_name("FILE")
      ->required();
  add_choice<check::Profile>(*command, "--profile", arguments->profile,
                             {{"normal", check::Profile::normal}, {"strict", check::Profile::strict}},
                             "normal: only what is almost certain (default); strict: an editor's full pass");
  std::string names;
  for (const check::CategoryInfo& category : check::categories)
    names.append(names.empty() ? "" : ", ").append(category.name);
  command->add_option("--only", arguments->only, "Categories to tell of: " + names)->type_name("CATEGORY,...");
  add_report_options(*command, arguments->report);
  add_additions_option(*command, context);
  add_data_option(*command, context);
  command->callback([arguments, &context] { run_check(*arguments, context); });
}

}  // namespace soat::cli
