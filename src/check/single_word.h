#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace soat::check {

class SyllableCandidates;

// Words without their context, as a spell checker sees them. A word may bring punctuation at its ends ("zậy."), may
// hold hyphens or spaces, in which case every part counts.

// Whether nothing is wrong with the word: it is known, or it does not look like Vietnamese misspelt (a foreign word or
// a name). Numbers, single letters, words with digits, addresses and pieces of them are no matter of spelling.
bool is_known(const lexicon::Lexicon& lexicon, const SyllableCandidates& candidates, std::u16string_view word);

// What may have been meant by a word that is not known, best first, at most ten, written in its letter case and with
// its punctuation.
std::vector<std::u16string> suggestions_for(const lexicon::Lexicon& lexicon, const SyllableCandidates& candidates,
                                            std::u16string_view word);

}  // namespace soat::check
