#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "writer/border/configuration.h"
#include "writer/text/selection.h"

namespace soat::writer {

// A paragraph in which words are to change, without what belongs to the office, so that any thread may read it.
struct WordsToChange {
  // [start, end) of the text, and whether it may be changed: Vietnamese or without a language, not locked, and
  // not written by a citation style.
  struct Letters {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    bool may_change = false;
  };

  std::u16string text;  // empty if none of it may be changed
  std::vector<Letters> portions;
  std::uint32_t start = 0;  // what is wanted of it
  std::uint32_t end = 0;
};

WordsToChange words_to_change(const Target& target);

// Whether all that a word [start, end) touches may be changed, and the word is wanted.
bool may_change(const WordsToChange& paragraph, std::uint32_t start, std::uint32_t end);

// What is to stand in the place of a word.
struct OtherWord {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::u16string_view text;
};

// What a run changes in a paragraph.
struct WordChanges {
  std::vector<LetterChange> letters;
  sal_Int32 words = 0;
  sal_Int32 left = 0;  // words that are wanted but may not be changed
};

// What puts words (ascending, not overlapping) in their places; goes through them and the portions once. Recorded
// changes must be readable, so they are of whole words; otherwise only from the first to the last letter that differs,
// and each portion for itself, so that every letter keeps its formatting.
WordChanges changes_of(const WordsToChange& paragraph, const std::vector<OtherWord>& words, bool recorded);

// Carries them out in the paragraph as it was read; no undo step of its own.
void change_words(const css::uno::Reference<css::frame::XModel>& document, const ParagraphText& paragraph,
                  const WordChanges& changes, bool recorded);

// Calls change for each of so many paragraphs, from the last on, so that what stands before stays where it is: in one
// undo step with this title, all before it returns (at_once) or in slices. What change throws is logged, and the rest
// goes on. ended: whatever ended it, also the document's being closed. Throws if it has been closed already.
void change_paragraphs(const Context& context, const css::uno::Reference<css::frame::XModel>& document,
                       const OUString& title, std::size_t count, bool at_once,
                       std::function<void(std::size_t paragraph)> change, std::function<void()> ended);

}  // namespace soat::writer
