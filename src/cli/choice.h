#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>

#include "text/message.h"
#include "texts/texts.h"

namespace soat::cli {

// A value that is none of the choices.
class NoSuchChoice : public CLI::ValidationError {
 public:
  explicit NoSuchChoice(const text::Message& message)
      : CLI::ValidationError(message.utf8(text::Language::en)), message_(message) {}
  const text::Message& message() const { return message_; }

 private:
  text::Message message_;
};

// Adds an option whose value is one of a few names. target keeps what it holds when the option is not given.
template <typename Value>
CLI::Option* add_choice(CLI::App& command, const std::string& option, Value& target,
                        const std::map<std::string, Value>& choices, const std::string& help) {
  const auto choose = [&target, choices, option](const std::string& name) {
    if (const auto at = choices.find(name); at != choices.end()) {
      target = at->second;
      return;
    }
    std::string names;
    for (const auto& [choice, value] : choices) names += (names.empty() ? "" : ", ") + choice;
    throw NoSuchChoice({texts::usage_choice, option, name, names});
  };
  std::string type;
  for (const auto& [choice, value] : choices) type += (type.empty() ? "" : "|") + choice;
  return command.add_option_function<std::string>(option, choose, help)->type_name(type);
}

}  // namespace soat::cli
