#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "citation/session/cite_links.h"
#include "citation/session/list.h"
#include "citation/session/list_record.h"
#include "citation/session/types.h"

// What is to be changed in a document. A field is named by its place in the model's `stored.fields`; where it is gone
// by the time an edit is carried out, the edit does nothing, but for `must` below.
namespace soat::citation::session {

// A citation at the command's place.
struct PutCitation {
  Json citation;
  std::string rtf;
  Storage storage = Storage::mark;
  int note = 0;                        // number of the note that it will stand in
  NoteKind new_note = NoteKind::none;  // put into a note of its own
  std::u16string lead;                 // before it in the text, outside the field; not where a note is made
  std::vector<TextLink> links = {};    // in its text
};

// The citation that the command has put in, with another text.
struct RewritePut {
  CitationText text;
};

// What stands at the command's place goes, as if the user had deleted it.
struct ClearPlace {};

// A citation with another text. What was typed beside it stays beside it.
struct RewriteCitation {
  std::size_t field = 0;
  std::string id;
  std::string rtf;
  std::optional<Json> data;          // other data too: the user has edited this one; it must be there
  bool overwrite_edits = false;      // also where the text has been edited by hand
  std::vector<TextLink> links = {};  // in its text
};

// A citation or a list with other data or as another kind of field, under the same text; no field where `data` is null.
struct RecodeField {
  std::size_t field = 0;
  Storage storage = Storage::mark;
  Json data;
  bool must = false;    // it is an error that the field is gone
  bool counted = true;  // among the changed
};

// With its note where that holds nothing else.
struct RemoveCitation {
  std::size_t field = 0;
  bool with_note = false;
};

// From the text into a note of its own.
struct MoveToNote {
  std::size_t field = 0;
  NoteKind to = NoteKind::none;
};

// All citations of one note into the text or into notes of another kind; they stay where the note says more.
struct MoveOutOfNote {
  std::vector<std::size_t> fields;
  NoteKind to = NoteKind::none;
};

// A list, empty so far, at the command's place.
struct PutList {
  Storage storage = Storage::mark;
  Json data;
  std::u16string title;  // to stand above it, unless such a heading is there; empty for none
};

// The title above a list; empty: what was put there goes.
struct TitleList {
  std::size_t field = 0;
  std::u16string title;
};

// A list with its lines and the title that was put above it; what else stands in it stays as text.
struct RemoveList {
  std::size_t field = 0;
};

// A citation or a list that another program keeps in the document becomes one of ours: a citation under the same text,
// a list empty so far.
struct TakeOver {
  std::size_t other = 0;  // its place among those that the surface has told of
  bool list = false;
  Json data;  // null: what stands there goes (another program's second list)
  Storage storage = Storage::mark;
  std::string lead;  // the beginning of its text, which stays outside and before the citation
};

struct FormatList {
  ListFormat format;
};

struct WriteList {
  std::size_t field = 0;
  std::vector<ListLine> lines;
  bool force = false;  // all lines, not only those that differ
  ListMemory memory;   // by which earlier lines are known
  std::string record;  // what the document is to remember of all its lists
  std::string part;    // see entry_name in cite_links.h
};

// A custom property of the document, cut in pieces as Zotero does; removed where the value is empty.
struct WriteProperty {
  std::string stem;
  std::string value;
};

// The property of a document whose numbers and list wait for a refresh.
inline constexpr const char* pending_property = "SOAT_PENDING";

using FieldEdit =
    std::variant<PutCitation, RewritePut, ClearPlace, RewriteCitation, RecodeField, RemoveCitation, MoveToNote,
                 MoveOutOfNote, PutList, TitleList, RemoveList, TakeOver, FormatList, WriteList, WriteProperty>;
using FieldEdits = std::vector<FieldEdit>;

// What becomes of a citation that is to be rewritten, seen at the time: asking a document for each text takes long, so
// that is left to the edit.
enum class Rewriting {
  text,      // it says something else
  data,      // the text stays, what is stored with it or where it leads is another
  needless,  // it says and holds all that already, or its text is the user's own for good
  edited,    // by hand: left alone
};
Rewriting judge(const RewriteCitation& edit, const Json& data, std::string_view text, int note);

// Whether a document's note says more than its citations: `shown` are their texts in the document.
bool says_more(std::u16string_view note, const std::vector<std::u16string>& shown, const std::vector<Json>& citations);

}  // namespace soat::citation::session
