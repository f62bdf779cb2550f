#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citation/zotero/codec.h"

// Citations that other programs keep in a document: those for Word as Word fields (ECMA-376, part 1, 17.16) or in
// content controls, JabRef in names of reference marks, LibreOffice in bibliography marks (source_cites.h). They are
// recognised and read as far as they carry their sources; writing them is left to those programs.
namespace soat::citation::zotero {

enum class Program { zotero, mendeley, endnote, word, citavi, jabref, libreoffice, other };

struct ForeignField {
  Program program = Program::other;
  bool list = false;               // a list of sources, not a citation
  bool damaged = false;            // a citation that should carry data which cannot be read
  bool partial = false;            // it cites more than it carries the data of
  bool author_in_text = false;     // its text begins with the authors, which belong to the sentence
  Json citation;                   // in today's form; null for a list and for programs that keep their data elsewhere
  Json cites;                      // of programs that keep their data elsewhere: cites by id, see supply()
  std::string text;                // what it shows, where the code says so (UTF-8); else empty
  std::string tag;                 // of the content control that it is; else empty
  std::vector<std::string> lines;  // the paragraphs of a list in a content control (UTF-8)
};

// "Zotero", "Mendeley", …
std::string_view name_of(Program program);

// The code of a Word field (" ADDIN ZOTERO_ITEM CSL_CITATION {…} "), UTF-8. Nothing when it is no citation and no list
// of sources; parts of other fields (EN.CITE.DATA) are none.
std::optional<ForeignField> read_word_field(std::string_view code);

// The tag of a content control ("MENDELEY_CITATION_v3_…").
std::optional<ForeignField> read_content_tag(std::string_view tag);

// The one or the other.
std::optional<ForeignField> read_foreign(std::string_view code_or_tag);

// The tags of the content controls in word/document.xml, in their order, as far as they are citations or lists: some
// versions of LibreOffice show a document's content controls without them. Takes the part's bytes (UTF-8).
std::vector<ForeignField> read_content_tags(std::string_view part);

}  // namespace soat::citation::zotero
