#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "citation/exchange/exchange.h"
#include "cli/context.h"

namespace soat::cli {

// Gives the text of a file with sources.
using Writing = std::string(const nlohmann::json& items);

// Adds --to to a command that writes sources.
void add_writing_option(CLI::App& command, Writing*& to, const std::string& help);

// What --to says, else what the name of the output says, CSL-JSON for none or one without an ending. Throws soat::Error
// for an ending that no format has.
Writing* writing_of(Writing* to, const std::optional<std::filesystem::path>& output);

// The text of a file with the sources; what the format cannot hold is told.
std::string write_sources(Writing* writing, const nlohmann::json& items, const Context& context);

// Tells what did not come in as it should; what is lost makes the command fail.
void tell(const citation::Remarks& remarks, Context& context);

}  // namespace soat::cli
