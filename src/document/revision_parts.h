#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/archive.h"
#include "document/revision.h"
#include "document/xml_outline.h"

// How each format marks changes and comments, for revision.cpp.
namespace soat::document {

// Bytes of a part that give way to others; of those at one place the first comes first.
struct ByteEdit {
  Span at;
  std::string bytes;
  // Of what parts a text of a run (.docx): which one, and the bytes that end it and its run, and begin both again.
  std::size_t parted = XmlElement::none;
  std::size_t ending = 0;
  std::size_t beginning = 0;
};

// A part that is being changed.
struct PartInWork {
  std::string name;  // in the archive; empty for a file that is none
  std::string bytes;
  bool is_main = false;  // holds the text itself, not notes
  XmlOutline outline;
  std::vector<ByteEdit> edits;
  std::size_t next_number = 1;  // of a mark
  std::string marks;            // XML that tells of the marks elsewhere: comments, tracked changes
};

// Characters that stand in one text of a part, one after the other; none where only something is put in.
struct Piece {
  std::size_t text = 0;  // of XmlOutline::texts
  Span raw;
};

// Adds to a part's edits what tracks a change or comments on it; inserted: what comes behind the last piece. False when
// it cannot be done at this place or was done before, whereupon no edit is added.
bool mark_docx(PartInWork& part, const std::vector<Piece>& pieces, const Change& change, std::u16string_view inserted,
               const RevisionOptions& options);
bool mark_odt(PartInWork& part, const std::vector<Piece>& pieces, const Change& change, std::u16string_view inserted,
              const RevisionOptions& options);

// The least number that is greater than those that the part's marks have already.
std::size_t free_number_docx(std::string_view bytes);
std::size_t free_number_odt(std::string_view bytes);

// Puts the marks where they belong: comments of a .docx into a part of their own, which is entered where it is new;
// changes of an .odt before its text.
void finish_docx(const Archive& archive, const std::string& name, const PartInWork& main,
                 std::map<std::string, std::string>& written);
void finish_odt(PartInWork& part);

// Where a text of a .docx was parted at its very start or end, or twice at one place, no run without text is left.
void drop_empty_runs(PartInWork& part);

// The bytes with the edits made.
std::string edited(std::string_view bytes, std::vector<ByteEdit> edits);

}  // namespace soat::document
