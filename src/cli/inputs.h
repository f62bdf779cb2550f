#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/context.h"
#include "document/document.h"

namespace soat::cli {

// The files that the arguments stand for, in their order. With recursive, a folder stands for the .txt, .md, .odt,
// .docx and .html files in it and in the folders below, by name; hidden ones are left out and links to folders not
// followed. Complains of a folder that has none or cannot be read, or that is given without recursive.
std::vector<std::string> list_inputs(const std::vector<std::string>& arguments, bool recursive, Context& context);

// How messages name an input: standard input for "-".
std::string input_name(const std::string& file);

// Reads a file, or standard input for "-". Throws as document::read does.
document::Document read_input(const std::string& file);

// The bytes of a file, or of standard input for "-". Throws soat::Error when it cannot be read.
std::string read_input_bytes(const std::string& file);

}  // namespace soat::cli
