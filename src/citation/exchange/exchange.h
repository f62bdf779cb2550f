#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "text/message.h"

namespace soat::citation {

// What the user must know of a file that was read: "an.bib:12: …", one line.
struct Remark {
  text::Message text;
  bool lost = false;  // something of the file did not come in
};
using Remarks = std::vector<Remark>;

// Readers of files with sources. Each takes the bytes of a file (UTF-8, with or without byte order mark, UTF-16 with
// one, or, with a remark, Windows-1252 or Windows-1258) and gives an array of CSL-JSON items, each with id and type.
// `name` is the file's name, for messages. A damaged entry costs itself only and is remarked on, with its line; at most
// twenty remarks are made, and one that counts the rest. A file of which nothing can be understood, or larger than 64
// MB, throws soat::Error. read_csl_json takes remarks to mean that fields are looked at too: names and dates that are
// texts are read, and what no style could be given (checked_item) is left out and told.
nlohmann::json read_csl_json(std::string_view bytes, const std::string& name, Remarks* remarks = nullptr);
// The same items as YAML, as Pandoc has them.
nlohmann::json read_csl_yaml(std::string_view bytes, const std::string& name, Remarks* remarks = nullptr);
nlohmann::json read_bibtex(std::string_view bytes, const std::string& name, Remarks* remarks = nullptr);
nlohmann::json read_ris(std::string_view bytes, const std::string& name, Remarks* remarks = nullptr);
// EndNote's tagged format (.enw) and its XML; PubMed's tagged format (.nbib).
nlohmann::json read_endnote_tagged(std::string_view bytes, const std::string& name, Remarks* remarks = nullptr);
nlohmann::json read_endnote_xml(std::string_view bytes, const std::string& name);
nlohmann::json read_pubmed(std::string_view bytes, const std::string& name, Remarks* remarks = nullptr);
// Zotero's RDF, and its library, zotero.sqlite (1 GB at most): the file's bytes, so that nothing is locked or changed.
// What Zotero keeps in the write-ahead log beside it is not seen.
nlohmann::json read_zotero_rdf(std::string_view bytes, const std::string& name);
nlohmann::json read_zotero_database(std::string_view bytes, const std::string& name);
// The cites of one of EndNote's fields in a document, <EndNote><Cite>…, as citationItems of CSL-JSON: id, and as far as
// the field has them itemData, prefix, suffix and locator.
nlohmann::json read_endnote_cites(std::string_view xml, const std::string& name);
// Sources of Microsoft Word: Sources.xml, or the part of a document with its own. Each has its tag for an id.
nlohmann::json read_word_sources(std::string_view bytes, const std::string& name);
bool are_word_sources(std::string_view bytes);
// Whether a file is a database of SQLite.
bool is_database(std::string_view bytes);
// One item that describes a web page: JSON-LD, citation_*, Dublin Core, Open Graph, and a visible date as Vietnamese
// papers print it. The page of a law is that law.
nlohmann::json read_html(std::string_view bytes, const std::string& name);

// By the file's extension, where that says it, else by what it begins with. `format` is the name of one of
// source_formats() and decides alone.
nlohmann::json read_sources(std::string_view bytes, const std::string& name, Remarks* remarks = nullptr,
                            std::string_view format = {});

// The name of the format that read_sources takes a file for; empty where it knows none.
std::string_view source_format(std::string_view bytes, const std::string& name);

// The names by which read_sources knows the formats: "json", "yaml", "bib", "ris", "enw", "endnote-xml", "word",
// "nbib", "rdf", "zotero", "html".
std::vector<std::string> source_formats();

// BibLaTeX, and BibTeX as its classic styles know it: year and month, school, journal. What they have no field for
// stands in one with the name of CSL's variable, which is read again.
std::string write_csl_json(const nlohmann::json& items);
std::string write_csl_yaml(const nlohmann::json& items);
std::string write_biblatex(const nlohmann::json& items);
std::string write_bibtex(const nlohmann::json& items);
std::string write_ris(const nlohmann::json& items);

// --- Pieces that the readers share
// -----------------------------------------------------------------------------------------

// Clean UTF-8 without byte order mark. Lines that are no UTF-8 are read as Windows-1258 where their bytes are such
// Vietnamese, else as Windows-1252, with one remark. Throws soat::Error when the file is too large.
std::string checked_utf8(std::string_view bytes, const std::string& name, Remarks* remarks = nullptr);

// Without white space at the ends, runs of it made one space.
std::string squeezed(std::string_view text);

// The text where something in it can be seen; nothing where all of it is white space, controls, and signs for bytes
// that mean nothing (UTF-8).
std::string if_seen(std::string text);

// Lower case of A to Z; other bytes as they are.
std::string lower_ascii(std::string_view text);

}  // namespace soat::citation
