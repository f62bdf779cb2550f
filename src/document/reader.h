#pragma once

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "document/document.h"

namespace soat::document {

enum class Format {
  text,  // .txt, .md: a paragraph is a line
  odt,
  docx,
  html
};

// The format that the ending of the name stands for (any letter case), if it is one of them.
std::optional<Format> format_of_name(const std::filesystem::path& file);

// The whole of a file. Throws soat::Error when it cannot be read, is a folder, or is larger than 1 GiB.
std::string read_bytes(const std::filesystem::path& file);

// The rest of an open stream; name: for messages. Throws as read_bytes does.
std::string read_stream(std::FILE* stream, const std::string& name);

// The text of a file held in memory. name: for messages. Without a format what the bytes begin with decides: an archive
// is taken for .odt or .docx by what is in it, all else for plain text. Throws soat::Error (name, position where there
// is one, reason) for what is damaged, too large when unpacked, or not of the format.
Document parse(std::string_view bytes, const std::string& name, std::optional<Format> format);

// Reads a file by the format of its name. Throws as read_bytes and parse do.
Document read(const std::filesystem::path& file);

}  // namespace soat::document
