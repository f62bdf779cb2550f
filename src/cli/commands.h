#pragma once

#include <CLI/CLI.hpp>

#include "cli/context.h"

// One file a command.
namespace soat::cli {

void add_check_command(CLI::App& app, Context& context);
void add_fix_command(CLI::App& app, Context& context);
void add_cite_command(CLI::App& app, Context& context);
void add_restore_command(CLI::App& app, Context& context);
void add_train_command(CLI::App& app, Context& context);
void add_normalise_command(CLI::App& app, Context& context);
void add_convert_command(CLI::App& app, Context& context);
void add_rules_command(CLI::App& app, Context& context);
void add_report_command(CLI::App& app, Context& context);
void add_completions_command(CLI::App& app, Context& context);  // after all others, whose options it knows

}  // namespace soat::cli
