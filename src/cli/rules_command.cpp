#include <memory>
#include <string>

#include "check/rule_info.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "report/rule_list.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

enum class RuleFormat { text, json, markdown };

struct RulesArguments {
  std::string id;  // empty: all
  RuleFormat format = RuleFormat::text;
};

const check::RuleInfo& rule_named(const std::string& id) {
  const check::RuleInfo* const rule = check::find_rule(id);
  if (rule == nullptr || rule->is_silent) throw Error(texts::error_option_rule, id, check::nearest_rule(id));
  return *rule;
}

std::string page(const RulesArguments& arguments, const Context& context) {
  if (arguments.format == RuleFormat::markdown) {
    if (!arguments.id.empty()) throw Error(texts::error_option_markdown);
    return report::rule_page();
  }
  const bool json = arguments.format == RuleFormat::json;
  if (arguments.id.empty())
    return json ? report::rule_list_json(context.language) : report::rule_list(context.language);
  const check::RuleInfo& rule = rule_named(arguments.id);
  return json ? report::rule_json(rule, context.language) : report::rule_text(rule, context.language);
}

}  // namespace

void add_rules_command(CLI::App& app, Context& context) {
  const auto arguments = std::make_shared<RulesArguments>();
  CLI::App* command = app.add_subcommand("rules", context.say(texts::help_rules));
  command->add_option("id", arguments->id, context.say(texts::help_rules_id))->type_name("RULE");
  add_choice<RuleFormat>(*command, "--format", arguments->format,
                         {{"text", RuleFormat::text}, {"json", RuleFormat::json}, {"markdown", RuleFormat::markdown}},
                         context.say(texts::help_rules_format));
  command->callback([arguments, &context] {
    Output output({});
    output.write(page(*arguments, context));
    output.finish();
  });
}

}  // namespace soat::cli
