#pragma once

#include <CLI/CLI.hpp>
#include <charconv>
#include <concepts>
#include <map>
#include <string>
#include <system_error>
#include <type_traits>
#include <vector>

#include "cli/nearest.h"
#include "text/message.h"
#include "texts/texts.h"

namespace soat::cli {

// A value that an option cannot take.
class WrongValue : public CLI::ValidationError {
 public:
  explicit WrongValue(const text::Message& message)
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
    std::vector<std::string> known;
    for (const auto& [choice, value] : choices) known.push_back(choice);
    const std::string like = nearest(name, known);
    const text::Message reason(texts::usage_choice, option, name, names);
    throw WrongValue(like.empty() ? reason : text::Message(texts::usage_like, reason, like));
  };
  std::string type;
  for (const auto& [choice, value] : choices) type += (type.empty() ? "" : "|") + choice;
  return command.add_option_function<std::string>(option, choose, help)->type_name(type);
}

// Adds an option whose value is a whole number in [least, most]; target keeps what it holds when it is not given.
template <std::integral Value>
CLI::Option* add_number(CLI::App& command, const std::string& option, Value& target, std::type_identity_t<Value> least,
                        std::type_identity_t<Value> most, const std::string& help) {
  const std::string name = option.substr(option.rfind(',') + 1);  // -j,--jobs
  const auto take = [&target, least, most, name](const std::string& given) {
    Value value = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (error != std::errc() || end != given.data() + given.size() || value < least || value > most)
      throw WrongValue({texts::usage_number, name, given, least, most});
    target = value;
  };
  return command.add_option_function<std::string>(option, take, help)->type_name("N");
}

// Adds an option whose value is a number above 0, of so many units.
inline CLI::Option* add_amount(CLI::App& command, const std::string& option, double& target, const std::string& unit,
                               const std::string& help) {
  const auto take = [&target, option](const std::string& given) {
    double value = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (error != std::errc() || end != given.data() + given.size() || !(value > 0))
      throw WrongValue({texts::usage_amount, option, given});
    target = value;
  };
  return command.add_option_function<std::string>(option, take, help)->type_name(unit);
}

// Adds an option whose value is a number from 0 to 1, such as a confidence.
inline CLI::Option* add_fraction(CLI::App& command, const std::string& option, double& target,
                                 const std::string& help) {
  const auto take = [&target, option](const std::string& given) {
    double value = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (error != std::errc() || end != given.data() + given.size() || !(value >= 0 && value <= 1))
      throw WrongValue({texts::usage_fraction, option, given});
    target = value;
  };
  return command.add_option_function<std::string>(option, take, help)->type_name("P");
}

}  // namespace soat::cli
