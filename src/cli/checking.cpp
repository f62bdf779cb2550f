#include "cli/checking.h"

#include <algorithm>
#include <sstream>
#include <system_error>
#include <utility>

#include "check/house_list.h"
#include "cli/choice.h"
#include "cli/text_ignores.h"
#include "platform/program.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

namespace fs = std::filesystem;

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

std::string stamps_below(const fs::path& folder) {
  std::vector<std::string> stamps;
  std::error_code failed;
  for (fs::recursive_directory_iterator at(folder, failed); !failed && at != fs::recursive_directory_iterator();
       at.increment(failed)) {
    if (at->is_regular_file(failed)) stamps.push_back(stamp_of(at->path()));
  }
  std::sort(stamps.begin(), stamps.end());
  std::string out;
  for (const std::string& stamp : stamps) out += stamp;
  return out;
}

}  // namespace

std::string stamp_of(const fs::path& file) {
  std::error_code failed;
  const auto size = fs::file_size(file, failed);
  if (failed) return file.string() + " -\n";
  const auto time = fs::last_write_time(file, failed).time_since_epoch().count();
  return file.string() + ' ' + std::to_string(size) + ' ' + std::to_string(time) + '\n';
}

std::string stamp_of_data(const Context& context) {
  std::string out = stamps_below(find_data(context)) + stamp_of(platform::program_file());
  for (const fs::path& additions : context.additions) out += stamp_of(additions);
  return out;
}

void add_checking_options(CLI::App& command, const std::shared_ptr<CheckingArguments>& arguments, Context& context) {
  add_choice<std::optional<check::Profile>>(command, "--profile", arguments->profile,
                                            {{"normal", check::Profile::normal}, {"strict", check::Profile::strict}},
                                            context.say(texts::help_check_profile));
  std::string names;
  for (const check::CategoryInfo& category : check::categories)
    names.append(names.empty() ? "" : ", ").append(category.name);
  command.add_option("--only", arguments->only, context.say({texts::help_check_only, names}))
      ->type_name("CATEGORY,...");
  command.add_option("--house-list", arguments->house_list, context.say(texts::help_check_house_list))
      ->type_name("FILE");
  command.add_option("--config", arguments->config, context.say(texts::help_check_config))->type_name("FILE");
  command.add_flag("--no-config", arguments->no_config, context.say(texts::help_check_no_config));
  add_additions_option(command, context);
  add_data_option(command, context);
}

Checking::Checking(const CheckingArguments& arguments, Context& context)
    : arguments_(arguments), only_(parse_categories(arguments.only)) {
  if (!arguments.config.empty()) static_cast<void>(settings_for({}));  // before the models, which take longer
  checker_ = load_checker(context);
  data_stamp_ = stamp_of_data(context);
  if (!arguments.house_list.empty()) {
    std::vector<Error> problems;
    house_ = std::make_shared<const check::HouseList>(check::HouseList::read(arguments.house_list, problems));
    for (const Error& problem : problems) context.warn(told(problem, context.language));
    data_stamp_ += stamp_of(arguments.house_list);
  }
}

const Settings& Checking::settings_for(const std::string& file) const {
  const std::lock_guard lock(mutex_);
  fs::path settings_file;
  if (arguments_.no_config) {
    settings_file.clear();
  } else if (!arguments_.config.empty()) {
    settings_file = arguments_.config;
  } else {
    const fs::path folder = file.empty() || file == "-" ? fs::path() : fs::path(file).parent_path();
    const auto known = files_.find(folder);
    settings_file = known != files_.end() ? known->second : files_.emplace(folder, find_settings(folder)).first->second;
  }
  const auto known = settings_.find(settings_file);
  if (known != settings_.end()) return known->second;
  return settings_.emplace(settings_file, settings_file.empty() ? Settings() : read_settings(settings_file))
      .first->second;
}

check::Checked Checking::check(const document::Document& document, const std::string& file) const {
  const Settings& settings = settings_for(file);
  const check::Profile profile = arguments_.profile.value_or(settings.profile.value_or(check::Profile::normal));
  check::CheckOptions options = {settings.to_look_with(profile), only_.empty() ? settings.only : only_};
  options.fonts = document.fonts();
  options.house = house_ ? house_ : settings.house;
  options.tones = settings.tones;
  check::Checked checked = checker_->check_and_assess(document.paragraphs(), options);
  if (!settings.file.empty())
    std::erase_if(checked.findings, [&](const check::Finding& one) { return !settings.tells(one, profile); });
  take_out_ignored(document, checked.findings);
  return checked;
}

std::vector<fs::path> Checking::own_files() const {
  std::vector<fs::path> files = {arguments_.house_list, arguments_.config};
  if (!arguments_.config.empty()) files.push_back(settings_for({}).house_file);
  return files;
}

std::string Checking::fingerprint(const std::string& file) const {
  const Settings& settings = settings_for(file);
  std::string out = data_stamp_;
  if (!settings.file.empty()) out += stamp_of(settings.file);
  if (settings.house) out += stamp_of(settings.house_file);
  const auto profile = arguments_.profile;
  out += profile ? (*profile == check::Profile::strict ? "strict" : "normal") : "-";
  return out + '\n' + arguments_.only + '\n';
}

}  // namespace soat::cli
