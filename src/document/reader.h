#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "document/document.h"

namespace soat::document {

enum class Format {
  text,      // .txt: a paragraph is a line
  markdown,  // .md: a paragraph is a line, of which only what a reader sees as text is read
  latex,     // .tex: the same
  odt,
  docx,
  html,
  epub,
  rtf,  // these through other programs, where they are installed
  doc,
  pdf
};

// The formats by the names that users give them, "odt".
struct NamedFormat {
  std::string_view name;
  Format format;
};
std::span<const NamedFormat> format_names();

// The endings of all files that can be read: ".txt, .md, …".
std::string format_endings();

// The format that the ending of the name stands for (any letter case), if it is one of them.
std::optional<Format> format_of_name(const std::filesystem::path& file);

// Of a larger file nothing is read.
constexpr std::size_t most_file_bytes = std::size_t{1} << 30;

// The whole of a file. Throws soat::Error when it cannot be read, is a folder, or is larger than most_file_bytes.
std::string read_bytes(const std::filesystem::path& file);

// The rest of an open stream; name: for messages. Throws as read_bytes does.
std::string read_stream(std::FILE* stream, const std::string& name);

// The text of a file held in memory. name: for messages. Without a format what the bytes begin with decides: an archive
// is taken for .odt, .docx or .epub by what is in it, a page that begins as one does (WHATWG MIME Sniffing, 7.1) for
// HTML, RTF, PDF and Word's old format by their first bytes, all else for plain text. What is named .doc or .rtf is
// often of another format, so there the bytes decide, too. Throws soat::Error (name, position where there is one,
// reason) for what is damaged, too large when unpacked, or not of the format.
Document parse(std::string_view bytes, const std::string& name, std::optional<Format> format);

// Whether parse takes these bytes for plain text, be it Markdown or LaTeX.
bool is_plain_text(std::string_view bytes, std::optional<Format> format);

// Reads a file in a format, or in the one that its name or else its content tells. Throws as read_bytes and parse do;
// what is too large, or cannot be of the format by its first bytes, is refused before all of it is read.
Document read(const std::filesystem::path& file, std::optional<Format> format = std::nullopt);

// For bytes that come little by little: how many of them tell whether they can be of a format.
constexpr std::size_t head_bytes = std::size_t{64} << 10;

// Throws what parse would throw, or read_bytes, once all is there: for more than most_file_bytes, and for what cannot
// be of the format by its first bytes. head: as many as head_bytes, or all if there are fewer; size: of the whole, as
// far as it is known; name: for messages.
void refuse_early(std::string_view head, std::optional<std::uintmax_t> size, const std::string& name,
                  std::optional<Format> format);

}  // namespace soat::document
