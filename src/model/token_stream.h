#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/language_model.h"
#include "model/word_id.h"
#include "text/analysis.h"
#include "text/syllable.h"

// What the model sees of a text. Training and inference read text through these functions and no others, so that they
// agree.
namespace soat::model {

// A word, number or mark of a sentence as the model sees it. Most tokens are one item; quotation marks, full stops and
// symbols are none; the parts of a hyphenated word are items of their own with a dash between them.
struct Item {
  enum class Kind : std::uint8_t {
    fixed,     // one of the classes of word_id.h
    syllable,  // a possible Vietnamese syllable
    other      // any other word, known by its letters
  };
  Kind kind = Kind::fixed;
  WordId fixed = kNone;      // for fixed; otherwise the class to use when the vocabulary does not have the word
  bool capitalised = false;  // has a capital that is not there because of its place in the sentence
  text::LetterCase letter_case = text::LetterCase::none;
  text::Syllable syllable = {};  // for syllable
  std::uint32_t token = 0;       // index into Analysis::tokens
  std::uint32_t start = 0;       // UTF-16 range in Analysis::text
  std::uint32_t end = 0;
};

// The items of a sentence, replacing what is in items.
void read_sentence(const text::Analysis& analysis, const text::Sentence& sentence, std::vector<Item>& items);

// The items of tokens [first, end) of a sentence and of those beside them, replacing what is in items: on each side at
// least `reach` items, or all up to the sentence's edge; each as read_sentence() gives it. So a place costs the same
// however long its sentence is.
void read_around(const text::Analysis& analysis, const text::Sentence& sentence, std::uint32_t first, std::uint32_t end,
                 std::size_t reach, std::vector<Item>& items);

// The word number of an item. lower: a buffer that is overwritten, so that a loop need not allocate.
WordId find(const LanguageModel& model, const text::Analysis& analysis, const Item& item, std::u16string& lower);

// A name for each class of word_id.h, "<number>" and so on, for files that people read; empty for others. class_by_name
// gives kNone for what is no such name.
std::string_view class_name(WordId word);
WordId class_by_name(std::string_view name);

// A word in small letters.
void lower_form(std::u16string_view word, std::u16string& lower);

}  // namespace soat::model
