#include <CLI/CLI.hpp>
#include <exception>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/help_page.h"
#include "cli/nearest.h"
#include "cli/output.h"
#include "model/output_file.h"
#include "platform/program.h"
#include "platform/terminal.h"
#include "text/error.h"
#include "texts/texts.h"

namespace {

using soat::cli::Context;
using soat::cli::Status;
using soat::text::Message;
namespace texts = soat::texts;

// The version of the program, and one line for each of the data files in use.
std::string version_text(Context& context) {
  std::string text = "soat " SOAT_VERSION;
  try {
    for (const std::string& line : soat::cli::load_checker(context)->data_versions()) text += "\n" + line;
  } catch (const soat::Error& error) {
    text += "\n" + error.in(context.language);
  }
  return text;
}

// What --help or --version asked for.
void print(const CLI::App& app, const CLI::Success& wanted, Context& context) {
  std::ostringstream text;
  app.exit(wanted, text, text);
  try {
    soat::cli::Output output({});
    output.write(text.str());
    output.finish();
  } catch (const soat::Error& error) {
    context.complain(error);
  }
}

// Adds --lang-ui to a command and to those in it.
void add_language_option(CLI::App& command, Context& context) {
  using soat::text::Language;
  soat::cli::add_choice<Language>(command, "--lang-ui", context.language, {{"vi", Language::vi}, {"en", Language::en}},
                                  context.say(texts::help_lang_ui));
  for (CLI::App* const inner : command.get_subcommands({})) add_language_option(*inner, context);
}

// The innermost command that was named.
const CLI::App& command_of(const CLI::App& app) {
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return *at;
}

// The reason, and which of a command's options and commands is most like what was written.
Message with_nearest(const Message& reason, std::string written, const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* const inner : command.get_subcommands({})) names.push_back(inner->get_name());
  for (const CLI::Option* const option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  written = written.substr(0, written.find('='));
  const std::string like = soat::cli::nearest(written, names);
  return like.empty() ? reason : Message(texts::usage_like, reason, like);
}

Message reason_of(const CLI::App& app, const CLI::ParseError& error) {
  constexpr std::string_view required = " is required";  // behind the name, in CLI11's words
  const std::string what = error.what();
  if (const auto* choice = dynamic_cast<const soat::cli::WrongValue*>(&error)) return choice->message();
  if (app.get_subcommands().empty() && !app.remaining().empty())
    return with_nearest({texts::usage_unknown, app.remaining().front()}, app.remaining().front(), app);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    std::string extras;
    for (const std::string& extra : app.remaining(true)) extras += (extras.empty() ? "" : " ") + extra;
    return with_nearest({texts::usage_extra, extras}, app.remaining(true).front(), command_of(app));
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && what.ends_with(required)) {
    if (what.starts_with("A subcommand")) return texts::usage_no_command;
    return {texts::usage_required, what.substr(0, what.size() - required.size())};
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    return {texts::usage_no_value, what.substr(0, what.find(": "))};  // "--data: 1 required DIR missing"
  return {texts::usage_wrong, what};
}

void complain_of_usage(const CLI::App& app, const CLI::ParseError& error, Context& context) {
  std::string command;  // as far as it is known
  for (auto inner = app.get_subcommands(); !inner.empty(); inner = inner.front()->get_subcommands())
    command += inner.front()->get_name() + " ";
  context.complain(Message(texts::usage_see, reason_of(app, error), command));
}

// Reasons why options cannot be read are told in the language that one of them asks for.
soat::text::Language wanted_language(const std::vector<std::string>& arguments) {
  bool english = false;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    english = english || arguments[i] == "--lang-ui=en" ||
              (arguments[i] == "--lang-ui" && i + 1 < arguments.size() && arguments[i + 1] == "en");
  }
  return english ? soat::text::Language::en : soat::text::Language::vi;
}

// arguments: the program's name first.
int run(const std::vector<std::string>& arguments) {
  Context context;
  context.program = arguments.front();
  context.language = wanted_language(arguments);
  CLI::App app(context.say(texts::help_soat), "soat");
  app.require_subcommand(1);
  app.allow_windows_style_options(false);  // names of files begin with a stroke there, too
  app.formatter(std::make_shared<soat::cli::HelpPage>(context.language));
  app.set_help_flag("-h,--help", context.say(texts::help_help));
  app.set_version_flag(
      "--version", [&context] { return version_text(context); }, context.say(texts::help_version));
  soat::cli::add_check_command(app, context);
  soat::cli::add_fix_command(app, context);
  soat::cli::add_restore_command(app, context);
  soat::cli::add_train_command(app, context);
  soat::cli::add_normalise_command(app, context);
  soat::cli::add_convert_command(app, context);
  soat::cli::add_cite_command(app, context);
  soat::cli::add_rules_command(app, context);
  soat::cli::add_report_command(app, context);
  soat::cli::add_completions_command(app, context);
  add_language_option(app, context);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend() - 1));  // as it takes them, the last first
  } catch (const CLI::Success& wanted) {
    print(app, wanted, context);
  } catch (const CLI::ParseError& error) {
    complain_of_usage(app, error, context);
  } catch (const soat::Error& error) {
    context.complain(error);
  } catch (const std::exception& error) {
    context.complain(Message(texts::error_stopped, error.what()));
  }
  return static_cast<int>(context.status);
}

}  // namespace

int main(int argc, char** argv) {
  soat::platform::keep_memory();
  soat::platform::set_up_streams();
  // Half-written files go with the program.
  soat::platform::call_at_ending(soat::model::OutputFile::remove_unfinished);
  return run(soat::platform::arguments(argc, argv));
}
