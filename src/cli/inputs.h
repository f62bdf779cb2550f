#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "text/error.h"

namespace soat::cli {

// One thing that the arguments stand for: a file to read, or a place where nothing can be read.
struct Input {
  std::string file;
  std::optional<Error> fault;  // names the place and says why; none for a file to read
};

// The files that the arguments stand for, in their order. With recursive, a folder stands for the files of formats
// that can be read in it and in the folders below, by name; hidden ones are left out and links to folders not
// followed, and so is what a .gitignore or the soat.toml that holds for the folder excludes, the house list that
// a soat.toml there names, and own_files, which the command reads or writes otherwise. What cannot be read on the way
// (a folder, a link in a ring), a folder without documents, and one given without recursive are inputs with a fault, in
// their place; the others follow all the same. Throws SettingsError for a soat.toml that cannot be read.
std::vector<Input> list_inputs(const std::vector<std::string>& arguments, bool recursive,
                               const std::vector<std::filesystem::path>& own_files = {});

// Throws soat::Error where the file that is to be written is one of those to be read (by whatever name): a report would
// take the document's place.
void refuse_as_output(const std::optional<std::filesystem::path>& output, const std::vector<std::string>& inputs);

// How messages name an input: standard input for "-", in their language.
std::string input_name(const std::string& file, const Context& context);

// The bytes of a file, or of standard input for "-". Throws soat::Error when it cannot be read.
std::string read_input_bytes(const std::string& file, const Context& context);

// The bytes of a file of plain text, which must be UTF-8. Complains of one that cannot be read or is not, and gives
// nothing, so that the next one has its turn.
std::optional<std::string> read_plain_text(const std::string& file, Context& context);

}  // namespace soat::cli
