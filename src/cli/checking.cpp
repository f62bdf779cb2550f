#include "cli/checking.h"

#include <sstream>

#include "check/house_list.h"
#include "cli/choice.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

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

}  // namespace

void add_checking_options(CLI::App& command, const std::shared_ptr<CheckingArguments>& arguments, Context& context) {
  add_choice<check::Profile>(command, "--profile", arguments->profile,
                             {{"normal", check::Profile::normal}, {"strict", check::Profile::strict}},
                             context.say(texts::help_check_profile));
  std::string names;
  for (const check::CategoryInfo& category : check::categories)
    names.append(names.empty() ? "" : ", ").append(category.name);
  command.add_option("--only", arguments->only, context.say({texts::help_check_only, names}))
      ->type_name("CATEGORY,...");
  command.add_option("--house-list", arguments->house_list, context.say(texts::help_check_house_list))
      ->type_name("FILE");
  add_additions_option(command, context);
  add_data_option(command, context);
}

Checking::Checking(const CheckingArguments& arguments, Context& context)
    : only_(parse_categories(arguments.only)), profile_(arguments.profile), checker_(load_checker(context)) {
  if (arguments.house_list.empty()) return;
  std::vector<Error> problems;
  house_ = std::make_shared<const check::HouseList>(check::HouseList::read(arguments.house_list, problems));
  for (const Error& problem : problems) context.warn(told(problem, context.language));
}

check::Checked Checking::check(const document::Document& document) const {
  check::CheckOptions options = {profile_, only_};
  options.fonts = document.fonts();
  options.house = house_;
  return checker_->check_and_assess(document.paragraphs(), options);
}

}  // namespace soat::cli
