#pragma once

#include "cli/context.h"

namespace soat::cli {

// soat cite check: what is wrong with the citations of documents.
void add_cite_check_command(CLI::App& cite, Context& context);

}  // namespace soat::cli
