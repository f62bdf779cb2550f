#include "text/sentences.h"

#include "text/char_class.h"

namespace soat::text {
namespace {

enum class Stop { none, full, question, ellipsis };

class Splitter {
 public:
  Splitter(std::u16string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  void split(std::vector<Sentence>& sentences) {
    std::size_t first = 0;
    std::size_t head = none;  // the sentence's first word
    bool word_seen = false;   // another than a list head
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      tokens_[i].sentence_start = !word_seen;
      if (is_word_like(tokens_[i])) {
        if (head != none || !is_list_head(i)) word_seen = true;
        if (head == none) head = i;
      }
      if (i - first == most_tokens) {
        add(sentences, first, i);
        first = i;
      }
      const Stop stop = stop_at(i);
      if (stop == Stop::none || (head != none && i == head + 1 && is_list_head(head))) continue;
      const std::size_t last = with_closers(i);
      for (std::size_t j = i + 1; j <= last; ++j) tokens_[j].sentence_start = !word_seen;
      if (ends_sentence(stop, i, last)) {
        add(sentences, first, last + 1);
        first = last + 1;
        head = none;
        word_seen = false;
      }
      i = last;
    }
    if (first < tokens_.size()) add(sentences, first, tokens_.size());
  }

 private:
  static bool is_word_like(const Token& token) {
    return token.kind != TokenKind::punctuation && token.kind != TokenKind::symbol &&
           token.kind != TokenKind::placeholder;
  }

  std::u16string_view view(std::size_t index) const {
    return text_.substr(tokens_[index].start, tokens_[index].end - tokens_[index].start);
  }

  // "1." "a)" "IV." before the first word of a sentence: numbering, not a sentence of its own. A letter with a stop
  // counts at the start of the paragraph only, and a number before the end of the paragraph only.
  bool is_list_head(std::size_t index) const {
    const Token& token = tokens_[index];
    if (index + 1 >= tokens_.size() || tokens_[index + 1].space_before) return false;
    const bool letter = token.kind == TokenKind::word && token.length() == 1;
    if (!letter && token.kind != TokenKind::number && token.kind != TokenKind::roman) return false;
    if (token.length() > 8) return false;
    const std::u16string_view next = view(index + 1);
    if (next == u")" || next == u"/") return true;
    if (next != u"." || index + 2 >= tokens_.size()) return false;
    return letter ? index == 0 : index == 0 || token.length() <= 3 || token.kind == TokenKind::roman;
  }

  Stop stop_at(std::size_t index) const {
    if (tokens_[index].kind != TokenKind::punctuation) return Stop::none;
    const std::u16string_view mark = view(index);
    switch (mark[0]) {
      case u'.':
        return mark.size() == 1 ? Stop::full : Stop::ellipsis;
      case u'…':
        return Stop::ellipsis;
      case u'!':
      case u'?':
      case u'！':
      case u'？':
        return Stop::question;
      case u'。':
        return Stop::full;
      default:
        return Stop::none;
    }
  }

  static bool closes(char16_t unit) {
    switch (unit) {
      case u'"':
      case u'\'':
      case u'”':
      case u'’':
      case u'»':
      case u')':
      case u']':
        return true;
      default:
        return false;
    }
  }

  // The last of the stops and closing marks that follow a stop without a space.
  std::size_t with_closers(std::size_t index) const {
    std::size_t last = index;
    while (last + 1 < tokens_.size() && !tokens_[last + 1].space_before &&
           tokens_[last + 1].kind == TokenKind::punctuation &&
           (closes(view(last + 1)[0]) || stop_at(last + 1) != Stop::none)) {
      ++last;
    }
    return last;
  }

  // Whether what follows could begin a sentence: past opening marks, no small letter.
  bool small_letter_follows(std::size_t index) const {
    for (std::size_t i = index + 1; i < tokens_.size() && i <= index + 3; ++i) {
      if (!is_word_like(tokens_[i])) continue;
      return CharTable::get().is_lower(text_[tokens_[i].start]);
    }
    return false;
  }

  bool ends_sentence(Stop stop, std::size_t at, std::size_t last) const {
    if (last + 1 == tokens_.size()) return true;
    const Token& next = tokens_[last + 1];
    if (!next.space_before) {
      // "xong.Sau đó": the space was forgotten.
      return stop != Stop::ellipsis && next.kind == TokenKind::word && next.letter_case == LetterCase::capitalised &&
             at > 0 && tokens_[at - 1].kind == TokenKind::word && tokens_[at - 1].letter_case == LetterCase::lower;
    }
    if (!small_letter_follows(last)) return next.kind != TokenKind::punctuation || !continues(view(last + 1)[0]);
    if (stop != Stop::full || last != at) return false;
    // A small letter after a full stop: a sentence whose capital was forgotten, unless the word before may be an
    // abbreviation.
    const Token& before = tokens_[at == 0 ? 0 : at - 1];
    return at > 0 &&
           ((before.kind == TokenKind::word && before.syllable.valid() && before.length() > 1) ||
            before.kind == TokenKind::date || before.kind == TokenKind::number || before.kind == TokenKind::amount);
  }

  static bool continues(char16_t unit) { return unit == u',' || unit == u';' || unit == u':' || unit == u')'; }

  void add(std::vector<Sentence>& sentences, std::size_t first, std::size_t end) const {
    sentences.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end), tokens_[first].start,
                         tokens_[end - 1].end});
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  // Who reads a sentence holds some hundred bytes for each of its tokens.
  static constexpr std::size_t most_tokens = 4096;

  std::u16string_view text_;
  std::vector<Token>& tokens_;
};

}  // namespace

void split_sentences(std::u16string_view text, std::vector<Token>& tokens, std::vector<Sentence>& sentences) {
  Splitter(text, tokens).split(sentences);
}

}  // namespace soat::text
