#include <memory>
#include <string>

#include "check/rule_info.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "report/rule_list.h"
#include "text/error.h"

namespace soat::cli {
namespace {

enum class RuleFormat { text, json, markdown };

struct RulesArguments {
  std::string id;  // empty: all
  RuleFormat format = RuleFormat::text;
  report::Language language = report::Language::vi;
};

const check::RuleInfo& rule_named(const std::string& id) {
  const check::RuleInfo* const rule = check::find_rule(id);
  if (rule == nullptr || rule->is_silent)
    throw Error("no rule is named \"" + id + "\"; nearest is " + std::string(check::nearest_rule(id)) +
                " (soat rules lists them)");
  return *rule;
}

std::string page(const RulesArguments& arguments) {
  if (arguments.format == RuleFormat::markdown) {
    if (!arguments.id.empty()) throw Error("--format markdown is the page of all rules and takes no ID");
    return report::rule_page();
  }
  const bool json = arguments.format == RuleFormat::json;
  if (arguments.id.empty())
    return json ? report::rule_list_json(arguments.language) : report::rule_list(arguments.language);
  const check::RuleInfo& rule = rule_named(arguments.id);
  return json ? report::rule_json(rule, arguments.language) : report::rule_text(rule, arguments.language);
}

}  // namespace

void add_rules_command(CLI::App& app) {
  const auto arguments = std::make_shared<RulesArguments>();
  CLI::App* command = app.add_subcommand("rules", "List what is told of, or explain one kind of finding");
  command->add_option("id", arguments->id, "The id of a finding, as in [spelling.context]")->type_name("ID");
  add_choice<RuleFormat>(*command, "--format", arguments->format,
                         {{"text", RuleFormat::text}, {"json", RuleFormat::json}, {"markdown", RuleFormat::markdown}},
                         "How they are written (default text); markdown is docs/rules.md");
  add_choice<report::Language>(*command, "--lang-ui", arguments->language,
                               {{"vi", report::Language::vi}, {"en", report::Language::en}},
                               "Language of what is told (default vi)");
  command->callback([arguments] {
    Output output({});
    output.write(page(*arguments));
    output.finish();
  });
}

}  // namespace soat::cli
