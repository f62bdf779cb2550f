#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "check/category.h"
#include "check/finding.h"
#include "check/rule_info.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

// What shells are told of a command's option.
struct CompletedOption {
  std::vector<std::string> names;   // "-j", "--jobs"
  std::vector<std::string> values;  // where it takes one of a few
  bool takes_value = false;
  std::string help;
};

// A command with its options, and those in it.
struct CompletedCommand {
  std::string path;  // "soat cite check"
  std::string help;
  std::vector<std::string> commands;
  std::vector<std::string> values;  // that its arguments are, where they are no files
  std::vector<CompletedOption> options;
};

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string piece; std::getline(in, piece, at);) out.push_back(piece);
  return out;
}

// What an option or argument can be, by the name of what it takes.
std::vector<std::string> values_of(const std::string& type) {
  std::vector<std::string> values;
  if (type.find('|') != std::string::npos) return split(type, '|');
  if (type == "RULE") {
    for (const check::RuleInfo& rule : check::rule_infos()) {
      if (!rule.is_silent) values.emplace_back(rule.id);
    }
  }
  if (type == "CATEGORY,..." || type == "WHAT") {
    for (const check::CategoryInfo& category : check::categories) values.emplace_back(category.name);
  }
  if (type == "WHAT") {
    for (const check::Severity severity : {check::Severity::error, check::Severity::warning, check::Severity::info})
      values.emplace_back(check::name(severity));
  }
  return values;
}

void collect(const CLI::App& app, const std::string& path, std::vector<CompletedCommand>& out) {
  CompletedCommand command{path, app.get_description(), {}, {}, {}};
  for (const CLI::App* inner : app.get_subcommands({})) command.commands.push_back(inner->get_name());
  for (const CLI::Option* option : app.get_options()) {
    CompletedOption one;
    for (const std::string& name : option->get_snames()) one.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) one.names.push_back("--" + name);
    one.values = values_of(option->get_type_name());
    if (one.names.empty()) {
      command.values = std::move(one.values);
      continue;
    }
    one.takes_value = option->get_items_expected_max() > 0;
    one.help = option->get_description();
    command.options.push_back(std::move(one));
  }
  out.push_back(std::move(command));
  for (const CLI::App* inner : app.get_subcommands({})) collect(*inner, path + " " + inner->get_name(), out);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Between apostrophes of a shell.
std::string in_quotes(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string case_of_paths(const std::vector<CompletedCommand>& commands) {
  std::string out;
  for (const CompletedCommand& command : commands) {
    if (command.path != "soat") out += (out.empty() ? "" : "|") + in_quotes(command.path);
  }
  return out;
}

// In bash and zsh alike: the command that the words so far name, and what may follow.
std::string bash(const std::vector<CompletedCommand>& commands) {
  std::string out =
      "_soat() {\n  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path=soat i\n"
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n    case \"$path ${COMP_WORDS[i]}\" in\n      " +
      case_of_paths(commands) + ") path=\"$path ${COMP_WORDS[i]}\";;\n    esac\n  done\n  COMPREPLY=()\n" +
      "  case \"$path $prev\" in\n";
  for (const CompletedCommand& command : commands) {
    for (const CompletedOption& option : command.options) {
      for (const std::string& name : option.names) {
        if (!option.takes_value) continue;
        out += "    " + in_quotes(command.path + " " + name) + ") ";
        if (!option.values.empty())
          out += "COMPREPLY=($(compgen -W " + in_quotes(joined(option.values)) + " -- \"$cur\")); ";
        out += "return;;\n";
      }
    }
  }
  out += "  esac\n  case \"$path\" in\n";
  for (const CompletedCommand& command : commands) {
    std::vector<std::string> options;
    for (const CompletedOption& option : command.options)
      options.insert(options.end(), option.names.begin(), option.names.end());
    out += "    " + in_quotes(command.path) + ")\n      if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W " +
           in_quotes(joined(options)) + " -- \"$cur\"))\n";
    if (const auto& words = command.commands.empty() ? command.values : command.commands; !words.empty())
      out += "      else COMPREPLY=($(compgen -W " + in_quotes(joined(words)) + " -- \"$cur\"))\n";
    out += "      fi;;\n";
  }
  return out + "  esac\n}\ncomplete -o bashdefault -o default -F _soat soat\n";
}

std::string described(const std::string& name, const std::string& help) {
  std::string escaped;
  for (const char c : name) escaped += c == ':' ? std::string("\\:") : std::string(1, c);
  return in_quotes(escaped + ":" + help);
}

std::string zsh(const std::vector<CompletedCommand>& commands) {
  std::string out =
      "#compdef soat\n_soat() {\n  local path_of=soat prev=${words[CURRENT-1]} i\n  local -a options commands\n"
      "  for ((i = 2; i < CURRENT; i++)); do\n    case \"$path_of ${words[i]}\" in\n      " +
      case_of_paths(commands) + ") path_of=\"$path_of ${words[i]}\";;\n    esac\n  done\n" +
      "  case \"$path_of $prev\" in\n";
  for (const CompletedCommand& command : commands) {
    for (const CompletedOption& option : command.options) {
      for (const std::string& name : option.names) {
        if (!option.takes_value) continue;
        out += "    " + in_quotes(command.path + " " + name) + ") ";
        out += option.values.empty() ? "_files" : "compadd -- " + joined(option.values);
        out += "; return;;\n";
      }
    }
  }
  out += "  esac\n  case \"$path_of\" in\n";
  for (const CompletedCommand& command : commands) {
    out += "    " + in_quotes(command.path) + ")\n      options=(";
    for (const CompletedOption& option : command.options) {
      for (const std::string& name : option.names) out += "\n        " + described(name, option.help);
    }
    out += ")\n      commands=(";
    for (const std::string& inner : command.commands) {
      const auto at = std::ranges::find(commands, command.path + " " + inner, &CompletedCommand::path);
      out += "\n        " + described(inner, at->help);
    }
    for (const std::string& value : command.values) out += "\n        " + in_quotes(value);
    out += ");;\n";
  }
  return out +
         "  esac\n  if [[ ${words[CURRENT]} == -* ]]; then _describe -o option options\n"
         "  elif (( ${#commands} )); then _describe command commands\n  else _files\n  fi\n}\n_soat \"$@\"\n";
}

std::string fish(const std::vector<CompletedCommand>& commands) {
  std::string out;
  for (const CompletedCommand& command : commands) {
    const std::vector<std::string> words = split(command.path, ' ');
    std::string condition = words.size() == 1 ? "__fish_use_subcommand" : "";
    for (std::size_t i = 1; i < words.size(); ++i)
      condition += (i > 1 ? "; and " : "") + std::string("__fish_seen_subcommand_from ") + words[i];
    if (words.size() == 2 && words[1] != "cite") condition += "; and not __fish_seen_subcommand_from cite";
    const std::string start = "complete -c soat -n " + in_quotes(condition);
    for (const std::string& inner : command.commands) {
      const auto at = std::ranges::find(commands, command.path + " " + inner, &CompletedCommand::path);
      out += start + " -f -a " + inner + " -d " + in_quotes(at->help) + "\n";
    }
    if (!command.values.empty()) out += start + " -f -a " + in_quotes(joined(command.values)) + "\n";
    for (const CompletedOption& option : command.options) {
      out += start;
      for (const std::string& name : option.names)
        out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (!option.values.empty()) {
        out += " -x -a " + in_quotes(joined(option.values));
      } else if (option.takes_value) {
        out += " -r";
      }
      out += " -d " + in_quotes(option.help) + "\n";
    }
  }
  return out;
}

}  // namespace

void add_completions_command(CLI::App& app, Context& context) {
  const auto shell = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("completions", context.say(texts::help_completions));
  command->add_option("shell", *shell, context.say(texts::help_completions_shell))
      ->type_name("bash|zsh|fish")
      ->required();
  command->callback([shell, &app] {
    std::vector<CompletedCommand> commands;
    collect(app, "soat", commands);
    Output output({});
    if (*shell == "bash") {
      output.write(bash(commands));
    } else if (*shell == "zsh") {
      output.write(zsh(commands));
    } else if (*shell == "fish") {
      output.write(fish(commands));
    } else {
      throw WrongValue({texts::usage_choice, "SHELL", *shell, "bash, zsh, fish"});
    }
    output.finish();
  });
}

}  // namespace soat::cli
