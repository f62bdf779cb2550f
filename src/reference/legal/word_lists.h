#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reference/legal/line.h"
#include "reference/phrases.h"

// The words of data/legal.txt.
namespace soat::reference::legal {

enum class GenreClass : std::uint8_t {
  constitution,
  named,         // known by a name of its own
  decree,        // like strong, and a bare number without "số" does
  consolidated,  // like strong, and holds the reference of another document
  strong,        // a bare number makes a reference of it
  common,        // a reference only with a symbol
};
inline bool has_name(GenreClass genre) {
  return genre == GenreClass::constitution || genre == GenreClass::named;
}

struct Genre {
  std::size_t length = 0;  // words; 0 when there is none
  GenreClass kind = GenreClass::common;
};
// The kind of document that stands at a word.
Genre genre_at(const Line& line, std::size_t i);
// The same, marks never aside, for a title.
Genre genre_with_marks(const Line& line, std::size_t i);
// All of them.
const Phrases& genres();
const std::vector<std::u16string>& genre_names();

// Treaties, which are known by their names.
const Phrases& treaties();

// What people write for a kind or for a code: "NĐ" for "Nghị định", "BLDS" for "Bộ luật Dân sự".
struct Abbreviation {
  std::u16string full;
  bool code = false;  // a law of its own, which needs no number
  GenreClass kind = GenreClass::common;
};
const Abbreviation* abbreviation_of(std::u16string_view capitals);

// "TCVN" is "Tiêu chuẩn quốc gia"; empty for what is no series of standards.
std::u16string_view standards_of(std::u16string_view capitals);

// Parts of symbols that are not all capitals: "TTg".
const std::vector<std::u16string>& mixed_case_parts();
// Abbreviations of kinds in symbols.
const Phrases& symbol_kinds();
// First words of bodies that issue documents.
const Phrases& bodies();
// Bodies that make laws.
const Phrases& law_bodies();
// What a subject without "về" begins with; what it begins with behind a body's name, with a capital; and of these what
// is done to other documents.
const Phrases& subject_verbs();
const Phrases& headings();
const Phrases& on_documents();
// Words with which a sentence goes on after a reference.
const Phrases& goes_on();
// Phrases that end a subject or a law's name in running text.
const Phrases& subject_ends();
// Words with which it goes on after the name of a law.
const Phrases& law_goes_on();
// Words after "luật" that make it no law, and before it; after "luật" alone those that make a person of it.
const Phrases& no_law();
const Phrases& before_no_law();
const Phrases& persons_of_law();
// What goes on behind a comma after the name of a law, and after a subject.
const Phrases& behind_law_comma();
const Phrases& behind_subject_comma();
// Kinds of documents that make law.
const Phrases& law_makers();
// Words with which the sentence goes on behind "quy định".
const Phrases& not_rules_on();
// First words in parentheses that are no part of the subject; of those that stand between the parts of a reference.
const Phrases& asides_of_subject();
const Phrases& asides();
// Where names of laws in force have commas.
const Phrases& name_commas();
// Words by which a draft is told.
const Phrases& drafts();
// Kinds of Party documents that a meeting passed, and Party documents with names of their own.
const Phrases& party_kinds();
const Phrases& party_names();
// Verbs with which a sentence goes on after a document that makes law, not its subject.
const Phrases& no_subjects();
// Words with which a line ends only where it goes on in the next; those behind which a number may stand.
const Phrases& hanging();
const Phrases& hanging_dates();
// Places where books are published.
const Phrases& places();
// Parts of a document.
const Phrases& locator_units();

}  // namespace soat::reference::legal
