#pragma once

#include "cli/commands.h"

namespace soat::cli {

// soat cite add.
void add_cite_add_command(CLI::App& cite, Context& context);

}  // namespace soat::cli
