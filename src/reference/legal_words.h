#pragma once

#include <cstddef>
#include <string_view>

#include "reference/phrases.h"

namespace soat::reference::legal {

// Kinds of documents. The order of the groups matters: those below named_genres have names of their own, those below
// strong_genres need no symbol with letters.
const Phrases& genres();
inline constexpr std::size_t constitution = 0;
inline constexpr std::size_t named_genres = 4;
inline constexpr std::size_t decree = 6;
inline constexpr std::size_t consolidated = 14;
inline constexpr std::size_t strong_genres = 19;

// Treaties, which are known by their names.
const Phrases& treaties();

// What people write for a kind or for a code: "NĐ" for "Nghị định", "BLDS" for "Bộ luật Dân sự".
struct Abbreviation {
  std::u16string_view written;
  std::u16string_view full;
  bool code = false;  // a law of its own, which needs no number
};
const Abbreviation* abbreviation_of(std::u16string_view capitals);

// "TCVN" is "Tiêu chuẩn quốc gia"; empty for what is no series of standards.
std::u16string_view standards_of(std::u16string_view capitals);

// Abbreviations of kinds in symbols.
const Phrases& symbol_kinds();
// First words of bodies that issue documents.
const Phrases& bodies();
// What a subject without "về" begins with.
const Phrases& subject_verbs();
// Words with which a sentence goes on after a reference.
const Phrases& goes_on();
// Phrases that end a subject or a law's name in running text.
const Phrases& subject_ends();
// Words with which it goes on after the name of a law.
const Phrases& law_goes_on();
// Bodies that make laws.
const Phrases& law_bodies();
// Words after "luật" that make it no law.
const Phrases& no_law();
// Where names of laws in force have commas.
const Phrases& name_commas();

}  // namespace soat::reference::legal
