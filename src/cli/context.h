#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/checker.h"
#include "text/error.h"

namespace soat::cli {

// Exit status of every command.
enum class Status : int { done = 0, found = 1, failed = 2 };

// What the commands share. Each command has a file of its own with a function add_<name>_command(CLI::App&, Context&),
// called in main, which adds a subcommand, its options, and as its callback the work; the callback sets status, calls
// complain() for what goes wrong with one of several inputs, and throws soat::Error for what ends the command.
struct Context {
  std::filesystem::path program;                 // argv[0]
  std::optional<std::filesystem::path> data;     // --data
  std::vector<std::filesystem::path> additions;  // --additions
  text::Language language = text::Language::vi;  // of messages: --lang-ui
  Status status = Status::done;

  // Writes one line to standard error and makes the command fail at its end; messages, and what exceptions say, in the
  // language.
  void complain(const std::string& message);
  void complain(const std::exception& error) { complain(told(error, language)); }
  void complain(const text::Message& message) { complain(message.utf8(language)); }

  // The same, but it does not make the command fail.
  void warn(const std::string& message) const;
  void warn(const text::Message& message) const { warn(message.utf8(language)); }

  // A text in the language, as for the page of --help.
  std::string say(const text::Message& message) const { return message.utf8(language); }
};

// Adds --data to a command that needs the data folder.
void add_data_option(CLI::App& command, Context& context);

// Adds --additions to a command that reads with the language model.
void add_additions_option(CLI::App& command, Context& context);

// The folder with the word lists and models: --data, the environment variable SOAT_DATA, vi beside the program or
// share/soat/vi beside its folder where it is installed, dictionaries/vi of the source tree that it was built in.
// Throws soat::Error when there is none.
std::filesystem::path find_data(const Context& context);

// Loads the engine with the data that was found and the dictionaries of other languages on the system (DICPATH, as
// Hunspell's command takes it, else the usual folder). Throws soat::Error when nothing can be checked with the data;
// complains of each file of it that cannot be used.
std::shared_ptr<const check::Checker> load_checker(Context& context);

}  // namespace soat::cli
