#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soat::reference {

// Year, or year and month, or all three; 0 where the text does not say.
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;
};

// A reference to a Vietnamese legal, administrative or Party document, as written in running text. What the text lacks
// is empty.
struct LegalReference {
  std::u16string genre;  // the kind as written, "Nghị quyết"; in full where it was abbreviated, "NĐ", "BLDS", "TCVN"
  std::u16string number;  // the symbol without stray spaces: "35-NQ/TW", "30/2020/NĐ-CP", "TCVN 8819:2011"
  PartialDate issued;
  std::u16string authority;  // who issued it
  std::u16string title;      // the subject without "về", or the name of a law with its kind: "Luật Báo chí"
  std::u16string locator;    // article and clause before it: "khoản 2 Điều 5"
  bool named = false;        // title is a law's name
  // Ranges in the text, half open, UTF-16 units: the whole reference without its locator, the number (empty range when
  // there is none), the date with its "ngày".
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t number_start = 0;
  std::size_t number_end = 0;
  std::size_t date_start = 0;
  std::size_t date_end = 0;
};

// All references in a text, in order, not overlapping. Composed UTF-16; any text at all. The forms are those of Decree
// 30/2020/NĐ-CP, Appendices I and III (kinds of documents, symbols, dates), the 2015 Law on the Promulgation of Legal
// Documents (laws, decrees, circulars), and the Party's Regulation 66-QĐ/TW of 2017 and Guideline 36-HD/VPTW (symbols
// such as 35-NQ/TW).
std::vector<LegalReference> find_legal_references(std::u16string_view text);

// The first reference of a line, which may be decomposed, spaced out by character recognition or all in capitals.
// Offsets are then those of the cleaned line and of no use to the caller.
std::optional<LegalReference> parse_legal_reference(std::u16string_view line);
// All of them.
std::vector<LegalReference> parse_legal_references(std::u16string_view line);

// The names of all kinds of documents in small letters, as data/legal.txt lists them: "nghị định".
const std::vector<std::u16string>& kinds_of_documents();

// The references of a text in lines: for each line those that begin in it. One may run on over the ends of lines that
// were broken to a width.
std::vector<std::vector<LegalReference>> parse_legal_references(std::span<const std::u16string> lines);

// The kind of document that a title begins with.
struct LeadingGenre {
  std::size_t length = 0;  // UTF-16 units; 0 when it begins with none
  bool named = false;      // a kind whose documents have names: "Luật Đất đai"
};
LeadingGenre leading_genre(std::u16string_view title);

}  // namespace soat::reference
