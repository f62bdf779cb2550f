#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "citation/csl/full_names.h"
#include "citation/zotero/codec.h"

// The citations of one document, decided without the program that shows it. A surface tells what stands in the document
// (StoredDocument); a Session reads that as a DocumentModel; a command is a list of rounds, each of which has the
// engine work something out and then says what is to be changed (FieldEdit). Only the surface changes anything. Text is
// UTF-8.
namespace soat::citation::session {

using zotero::Json;

enum class NoteKind { none, footnotes, endnotes };

// What a new list of sources gets above it; usual: what the document says, or a title where it is Vietnamese.
enum class ListTitle { none, usual };

// What a field is in a document: reference mark or, for a list, text section; or bookmark, which Word's formats keep.
enum class Storage { mark, bookmark };

// How a document cites; kept in its preferences (ZOTERO_PREF), where what other programs wrote stays.
struct Settings {
  std::string style;   // the id in the .csl file
  std::string locale;  // "vi-VN"; empty: the style's own, or Vietnamese
  NoteKind notes = NoteKind::none;
  Storage fields = Storage::mark;
  bool headings = false;           // the list of sources grouped by language, each group with a heading
  bool links = false;              // addresses and DOIs in the list of sources lead there
  bool cite_links = false;         // citations lead to the entries of their sources in the list
  bool delayed = false;            // numbers and the list are brought up to date by a refresh only
  std::optional<bool> list_title;  // a title above the list of sources; none where nobody has been asked
  bool vietnamese_order = true;    // Vietnamese works first, their authors by given name
  FullNames full_names = FullNames::usual;
};

// A source that the document carries: cited, or in its list though not cited.
struct Source {
  std::vector<std::string> uris;
  Json data;              // CSL-JSON
  std::size_t cited = 0;  // how often
};

// The works in the list of sources that the citations alone do not tell.
struct ListChoice {
  std::vector<Source> uncited;                    // listed though not cited
  std::vector<std::vector<std::string>> omitted;  // uris of works cited but not listed
};

// What a command has done, as far as it is counted.
struct Tally {
  std::size_t changed = 0;  // citations whose text is another now
  std::size_t edited = 0;   // left alone because they were edited by hand
  std::size_t left = 0;     // left alone because they stand in a note with other text, or because they are damaged
  bool list_lost = false;   // the document's list of sources is not to be found any more
  std::string other_style;  // the id of a style that is not there, instead of which the usual one was taken
};

}  // namespace soat::citation::session
