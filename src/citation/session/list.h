#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "citation/csl/csl_engine.h"
#include "citation/zotero/codec.h"
#include "citation/zotero/rich_text.h"

namespace soat::citation::session {

// A paragraph of a list of sources.
struct ListLine {
  std::vector<zotero::TextRun> runs;
  std::u16string plain;
  bool heading = false;
  std::string item = {};  // the engine's id of the work whose entry it is
  std::string name = {};  // under which citations lead to it; empty where none do
};

// The paragraphs of a list, headings of languages among them. A list without text would be lost in a document: an empty
// one has one line without text, to be filled by the surface. `links`: addresses and DOIs in the entries lead there.
std::vector<ListLine> lines_of(const Bibliography& list, bool links);

// Entries that the user has written himself (Zotero's "custom": [[uris], RTF]) take the place of the style's. `id_of`
// gives the engine's id of a cite's source.
void keep_own_entries(const zotero::Json& data, const std::function<std::string(const zotero::Json& cite)>& id_of,
                      Bibliography& list);

// A list of those works alone, in the same order and with the same numbers. Headings go where one language is left.
Bibliography only(Bibliography list, const std::set<std::string>& works);

// How the paragraphs of a list stand, in hundredths of a millimetre, as the style asks and as Zotero does it.
struct ListFormat {
  int left = 0;            // indent
  int first_line = 0;      // indent of the first line, from the left one
  std::optional<int> tab;  // a tab stop, from the left indent
  int line_height = 0;     // at least
  int below = 0;           // space below a paragraph
};
ListFormat format_of(const Bibliography& list);

// Which lines of a list are to be written: those that say what stands there already stay.
struct ListChange {
  std::size_t first = 0;      // lines and paragraphs before it stay
  std::size_t last_line = 0;  // lines from it on stay
  std::size_t last_old = 0;   // paragraphs from it on stay
  bool none() const { return first == last_line && first == last_old; }
};
// `old` holds the texts of the paragraphs, at least one. With `force` all lines are written.
ListChange change_of(const std::vector<ListLine>& lines, const std::vector<std::u16string>& old, bool force);

}  // namespace soat::citation::session
