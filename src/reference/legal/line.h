#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "reference/phrases.h"
#include "reference/words.h"

namespace soat::reference::legal {

// A word as texts are compared with it.
struct WordForm {
  std::u16string key;
  std::u16string plain;
};

template <std::size_t size>
struct WordLiteral {
  char16_t units[size];
  constexpr WordLiteral(const char16_t (&text)[size]) {  // NOLINT: made from literals alone
    for (std::size_t i = 0; i < size; ++i) units[i] = text[i];
  }
};

// u"số"_w: the word of a literal; its forms are made once.
template <WordLiteral literal>
const WordForm& operator""_w() {
  static const WordForm form = [] {
    const std::u16string_view word(literal.units, sizeof literal.units / sizeof(char16_t) - 1);
    return WordForm{word_key(word), word_plain(word)};
  }();
  return form;
}

// Words [first, end) of a line.
struct Span {
  std::size_t first = 0;
  std::size_t end = 0;
};

// A text as words, and what the parts of the grammar ask of the words at a place. Places may lie behind the last word,
// where nothing stands.
class Line {
 public:
  // text outlives the line.
  explicit Line(std::u16string_view text);

  std::size_t size() const { return words_.size(); }
  const LineWord& operator[](std::size_t i) const { return words_[i]; }
  const std::vector<LineWord>& words() const { return words_; }
  // No marks anywhere: typed without them.
  bool plain() const { return plain_; }
  // A heading in capitals, where case tells nothing.
  bool shouting() const { return shouting_; }

  // Whether word i is this one, tone placement and case aside.
  bool is(std::size_t i, const WordForm& word) const {
    if (i >= words_.size() || words_[i].kind == LineWord::Kind::digits) return false;
    return plain_ ? words_[i].plain == word.plain : words_[i].key == word.key;
  }
  bool mark(std::size_t i, char16_t unit) const {
    return i < words_.size() && words_[i].kind == LineWord::Kind::mark && words_[i].key[0] == unit;
  }
  bool digits(std::size_t i) const { return i < words_.size() && words_[i].kind == LineWord::Kind::digits; }
  bool letters(std::size_t i) const { return i < words_.size() && words_[i].kind == LineWord::Kind::letters; }
  // How many words of the longest phrase that stands at i; 0 when none does.
  std::size_t fits(const Phrases& phrases, std::size_t i) const {
    return i < words_.size() ? phrases.at(words_, i, plain_).length : 0;
  }
  // Whether word i has a capital or none, where case tells something; both where it does not.
  bool capital(std::size_t i) const { return i < words_.size() && (shouting_ || plain_ || words_[i].capital); }
  bool lower(std::size_t i) const { return i < words_.size() && (shouting_ || plain_ || !words_[i].capital); }
  // Capitals that are a Roman number.
  bool roman(std::size_t i) const;
  // Whether the full stop at i ends a sentence.
  bool ends_sentence(std::size_t i) const;

  // The value of the digits at i, a million at most.
  int value(std::size_t i) const;
  // Word i as it is written.
  std::u16string_view written(std::size_t i) const {
    return text_.substr(words_[i].start, words_[i].end - words_[i].start);
  }
  // The words [first, end) as they are written, with single spaces.
  std::u16string slice(std::size_t first, std::size_t end) const;

 private:
  std::u16string_view text_;
  std::vector<LineWord> words_;
  bool plain_ = false;
  bool shouting_ = false;
};

}  // namespace soat::reference::legal
