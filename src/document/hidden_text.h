#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/document.h"

// What readers of plain text with markup (Markdown, LaTeX) do with what is not read.
namespace soat::document {

// A range of a line, or of several joined with line feeds, that is not read, and what is read in its place. UTF-16
// units, half open.
struct Hidden {
  std::size_t start = 0;
  std::size_t end = 0;
  std::u16string_view shown;
};

// Takes ranges of lines joined with line feeds apart into those of each line. hidden: in order, none in another;
// starts: where each line starts in what is joined, and the size of that. What goes on over the end of a line is hidden
// in each; what is shown for it stands in the first.
std::vector<std::vector<Hidden>> by_line(const std::vector<Hidden>& hidden, const std::vector<std::size_t>& starts);

// Adds what a comment tells checkers, if it is for them. comment: without its signs and blanks before it; is_alone:
// whether it has its line to itself, and so speaks of the next.
void add_note(std::u16string_view comment, std::size_t line, bool is_alone, std::vector<Note>& notes);

// Adds a line to the document as a paragraph of which the ranges, in order, are not read.
void append_line(std::u16string_view line, const std::vector<Hidden>& hidden, Document& document);

}  // namespace soat::document
