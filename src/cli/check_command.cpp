#include <memory>
#include <string>
#include <vector>

#include "cli/checking.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

struct CheckArguments {
  std::vector<std::string> files;
  std::shared_ptr<ReportArguments> report = std::make_shared<ReportArguments>();
  std::shared_ptr<CheckingArguments> checking = std::make_shared<CheckingArguments>();
};

void run_check(const CheckArguments& arguments, Context& context) {
  const Checking checking(*arguments.checking, context);
  const DocumentChecker checker = {
      [&](const document::Document& document, const std::string& name) { return checking.check(document, name); },
      [&](const std::string& name) { return checking.fingerprint(name); },
      [&](const std::string& name) { return checking.settings_for(name).house_problems; }, checking.own_files()};
  report_documents(arguments.files, *arguments.report, checker, context);
}

}  // namespace

void add_check_command(CLI::App& app, Context& context) {
  const auto arguments = std::make_shared<CheckArguments>();
  CLI::App* command = app.add_subcommand("check", context.say(texts::help_check));
  command->add_option("files", arguments->files, context.say({texts::help_documents, document::format_endings()}))
      ->type_name("FILE");
  add_checking_options(*command, arguments->checking, context);
  add_report_options(*command, arguments->report, context);
  command->callback([arguments, &context] { run_check(*arguments, context); });
}

}  // namespace soat::cli
