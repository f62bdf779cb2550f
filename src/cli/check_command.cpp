#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "check/checker.h"
#include "check/house_list.h"
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
  std::string house_list;  // a file; empty: none
  std::string only;        // categories with commas between them; empty: all
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
  std::shared_ptr<const check::HouseList> house;
  if (!arguments.house_list.empty()) {
    std::vector<Error> problems;
    house = std::make_shared<const check::HouseList>(check::HouseList::read(arguments.house_list, problems));
    for (const Error& problem : problems) context.warn(told(problem, context.language));
  }
  report_documents(
      arguments.files, *arguments.report,
      [&](const document::Document& document) {
        check::CheckOptions options = {arguments.profile, only};
        options.fonts = document.fonts();
        options.house = house;
        return checker->check_and_assess(document.paragraphs(), options);
      },
      context);
}

}  // namespace

void add_check_command(CLI::App& app, Context& context) {
  const auto arguments = std::make_shared<CheckArguments>();
  CLI::App* command = app.add_subcommand("check", context.say(texts::help_check));
  command->add_option("files", arguments->files, context.say(texts::help_documents))->type_name("FILE")->required();
  add_choice<check::Profile>(*command, "--profile", arguments->profile,
                             {{"normal", check::Profile::normal}, {"strict", check::Profile::strict}},
                             context.say(texts::help_check_profile));
  std::string names;
  for (const check::CategoryInfo& category : check::categories)
    names.append(names.empty() ? "" : ", ").append(category.name);
  command->add_option("--only", arguments->only, context.say({texts::help_check_only, names}))
      ->type_name("CATEGORY,...");
  command->add_option("--house-list", arguments->house_list, context.say(texts::help_check_house_list))
      ->type_name("FILE");
  add_report_options(*command, arguments->report, context);
  add_additions_option(*command, context);
  add_data_option(*command, context);
  command->callback([arguments, &context] { run_check(*arguments, context); });
}

}  // namespace soat::cli
