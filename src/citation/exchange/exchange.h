#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace soat::citation {

// Readers of files with sources. Each takes the bytes of a file (UTF-8, with or without byte order mark, or UTF-16
// with one; bytes that are neither become U+FFFD) and gives an array of CSL-JSON items, each with id and type. `name`
// is the file's name, for messages. A file of which nothing can be understood, or larger than 64 MB, throws
// soat::Error; a damaged entry inside a file is left out.
nlohmann::json read_csl_json(std::string_view bytes, const std::string& name);
nlohmann::json read_bibtex(std::string_view bytes, const std::string& name);
nlohmann::json read_ris(std::string_view bytes, const std::string& name);
// One item that describes a web page: citation_*, Dublin Core, Open Graph, JSON-LD, and a visible date as Vietnamese
// papers print it.
nlohmann::json read_html(std::string_view bytes, const std::string& name);

// By the file's extension: json, bib, ris, html or htm.
nlohmann::json read_sources(std::string_view bytes, const std::string& name);

std::string write_csl_json(const nlohmann::json& items);
std::string write_bibtex(const nlohmann::json& items);
std::string write_ris(const nlohmann::json& items);

// --- Pieces that the readers share
// -----------------------------------------------------------------------------------------

// Clean UTF-8 without byte order mark. Throws soat::Error when the file is too large.
std::string checked_utf8(std::string_view bytes, const std::string& name);

// "Nguyễn Văn An", "An, Nguyễn Văn", "Smith, John": a CSL name. A Vietnamese name without comma has its family name
// first, another last.
nlohmann::json read_name(std::string_view text);

// "2020-03-05", "05/3/2020", "2020/03", "2020", "5 March 2020" (year only): a CSL date; null when there is no year.
nlohmann::json read_date(std::string_view text);

// Without white space at the ends, runs of it made one space.
std::string squeezed(std::string_view text);

}  // namespace soat::citation
