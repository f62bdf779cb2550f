#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <sstream>
#include <string>

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/output.h"
#include "model/output_file.h"
#include "text/error.h"

namespace {

using soat::cli::Context;
using soat::cli::Status;

// The version of the program, and one line for each of the data files in use.
std::string version_text(Context& context) {
  std::string text = "soat " SOAT_VERSION;
  try {
    for (const std::string& line : soat::cli::load_checker(context)->data_versions()) text += "\n" + line;
  } catch (const soat::Error& error) {
    text += std::string("\n") + error.what();
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
    context.complain(error.what());
  }
}

void complain_of_usage(const CLI::App& app, const CLI::ParseError& error, Context& context) {
  const auto commands = app.get_subcommands();
  const bool unknown = commands.empty() && !app.remaining().empty();
  const std::string reason = unknown ? "unknown command or option " + app.remaining().front() : error.what();
  context.complain(reason + " (see soat " + (commands.empty() ? "" : commands.front()->get_name() + " ") + "--help)");
}

int run(int argc, char** argv) {
  Context context;
  context.program = argv[0];
  CLI::App app("Soát: checks Vietnamese text for misspellings, garbled phrases and citations.", "soat");
  app.require_subcommand(1);
  app.set_version_flag(
      "--version", [&context] { return version_text(context); }, "Print the versions of the program and its data");
  soat::cli::add_check_command(app, context);
  soat::cli::add_restore_command(app, context);
  soat::cli::add_train_command(app);
  soat::cli::add_normalise_command(app);
  soat::cli::add_convert_command(app);
  soat::cli::add_cite_command(app, context);
  soat::cli::add_rules_command(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {
    print(app, wanted, context);
  } catch (const CLI::ParseError& error) {
    complain_of_usage(app, error, context);
  } catch (const soat::Error& error) {
    context.complain(error.what());
  } catch (const std::exception& error) {
    context.complain(std::string("stopped: ") + error.what());
  }
  return static_cast<int>(context.status);
}

// Signals that end the program take its half-written files with them, then do what they would have done.
void end_by_signal(int signal) {
  soat::model::OutputFile::remove_unfinished();
  raise(signal);
}

void catch_signals() {
  struct sigaction action = {};
  action.sa_handler = end_by_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU}) {
    struct sigaction old = {};
    if (sigaction(signal, nullptr, &old) == 0 && old.sa_handler == SIG_DFL) sigaction(signal, &action, nullptr);
  }
}

}  // namespace

int main(int argc, char** argv) {
  catch_signals();
  return run(argc, argv);
}
