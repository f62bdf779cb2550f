#include "text/tokeniser.h"

#include "text/char_class.h"
#include "text/letters.h"
#include "text/patterns.h"
#include "text/utf.h"

namespace soat::text {
namespace {

bool is_apostrophe(char16_t unit) {
  return unit == u'\'' || unit == u'’' || unit == u'ʼ';
}
bool is_currency_sign(char16_t unit) {
  return unit == u'$' || unit == u'€' || unit == u'£' || unit == u'¥' || unit == u'₫';
}

// Letters, marks and digits in a row.
struct Run {
  std::size_t end = 0;
  unsigned letters = 0;
  unsigned upper = 0;
  unsigned lower = 0;
  bool first_is_upper = false;
  bool digits = false;

  LetterCase letter_case() const {
    if (upper + lower == 0) return LetterCase::none;
    if (upper == 0) return LetterCase::lower;
    if (upper == 1 && first_is_upper) return LetterCase::capitalised;
    return lower == 0 ? LetterCase::upper : LetterCase::mixed;
  }
  bool all_upper() const { return letters > 0 && upper == letters; }
};

class Tokeniser {
 public:
  Tokeniser(std::u16string_view text, std::vector<Token>& tokens)
      : text_(text), tokens_(tokens), first_(tokens.size()), table_(CharTable::get()) {}

  void run() {
    while (at_ < text_.size()) {
      const char16_t unit = text_[at_];
      CharClass char_class = table_.class_of(unit);
      std::size_t length = 1;
      if (char_class == CharClass::surrogate) char_class = class_of_pair(at_, length);
      switch (char_class) {
        case CharClass::space:
          space_before_ = true;
          at_ += length;
          break;
        case CharClass::letter:
          word();
          break;
        case CharClass::digit:
          number(length);
          break;
        case CharClass::mark:
          stray_marks(length);
          break;
        case CharClass::control:
          put(at_ + length, TokenKind::placeholder);
          break;
        case CharClass::punctuation:
          punctuation();
          break;
        default:
          symbol(length);
          break;
      }
    }
  }

 private:
  char16_t unit_at(std::size_t at) const { return at < text_.size() ? text_[at] : u'\0'; }

  // Class of the code point at a surrogate; a lone one is a symbol.
  CharClass class_of_pair(std::size_t at, std::size_t& length) const {
    std::size_t next = at;
    const char32_t code_point = next_code_point(text_, next);
    length = next - at;
    return length == 1 ? CharClass::symbol : CharTable::class_of_code_point(code_point);
  }

  bool is_letter(std::size_t at) const {
    if (at >= text_.size()) return false;
    const CharClass char_class = table_.class_of(text_[at]);
    std::size_t length = 1;
    return char_class == CharClass::letter ||
           (char_class == CharClass::surrogate && class_of_pair(at, length) == CharClass::letter);
  }

  Token& put(std::size_t end, TokenKind kind, LetterCase letter_case = LetterCase::none) {
    Token& token = tokens_.emplace_back();
    token.start = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(end);
    token.kind = kind;
    token.letter_case = letter_case;
    token.space_before = space_before_;
    space_before_ = false;
    at_ = end;
    return token;
  }

  std::u16string_view view(const Token& token) const { return text_.substr(token.start, token.end - token.start); }
  const Token* previous() const { return tokens_.size() > first_ ? &tokens_.back() : nullptr; }

  void count_letter(Run& run, char16_t unit) const {
    if (table_.is_upper(unit)) {
      if (run.letters == 0) run.first_is_upper = true;
      ++run.upper;
    } else if (table_.is_lower(unit)) {
      ++run.lower;
    }
    ++run.letters;
  }

  // Precondition: a letter or digit stands at `at`.
  Run scan(std::size_t at) const {
    Run run;
    std::size_t end = at;
    while (end < text_.size()) {
      const char16_t unit = text_[end];
      const CharClass char_class = table_.class_of(unit);
      if (char_class == CharClass::letter) {
        count_letter(run, unit);
        ++end;
      } else if (char_class == CharClass::mark) {
        ++end;
      } else if (char_class == CharClass::digit) {
        run.digits = true;
        ++end;
      } else if (is_apostrophe(unit) && run.letters > 0 && table_.class_of(text_[end - 1]) == CharClass::letter &&
                 is_letter(end + 1)) {
        ++end;
      } else if (char_class == CharClass::surrogate) {
        std::size_t length = 1;
        const CharClass of_pair = class_of_pair(end, length);
        if (of_pair != CharClass::letter && of_pair != CharClass::mark && of_pair != CharClass::digit) break;
        if (of_pair == CharClass::letter) ++run.letters;
        end += length;
      } else {
        break;
      }
    }
    run.end = end;
    return run;
  }

  void word() {
    const Run run = scan(at_);
    switch (unit_at(run.end)) {
      case u'@':
      case u'_':
      case u'%':
      case u'+':
      case u':':
        if (address() || path()) return;
        break;
      case u'/':
      case u'\\':
        if (path()) return;
        break;
      case u'.':
        if (address() || path() || stop_after_word(run)) return;
        break;
      case u'-':
      case u'\u2010':
      case u'\u2011':
        if (address() || path() || hyphenated(run)) return;
        break;
      case u'&':
        if (joined_abbreviation(run)) return;
        break;
      default:
        break;
    }
    plain_word(run);
  }

  bool address() {
    if (!is_ascii_alphanumeric(text_[at_])) return false;
    if (const std::size_t end = match_email(text_, at_)) {
      put(end, TokenKind::email);
      return true;
    }
    if (const std::size_t end = match_url(text_, at_)) {
      put(end, TokenKind::url);
      return true;
    }
    return false;
  }

  bool path() {
    const std::size_t end = match_path(text_, at_);
    if (end != 0) put(end, TokenKind::path);
    return end != 0;
  }

  // A path that begins with a sign: /etc/hosts, ~/bao-cao, ../anh.
  bool rooted_path() {
    const char16_t unit = text_[at_];
    if (unit != u'/' && unit != u'~' && unit != u'.' && unit != u'\\') return false;
    if (at_ > 0 && (table_.is_word_unit(text_[at_ - 1]) || text_[at_ - 1] == u'/' || text_[at_ - 1] == u'.'))
      return false;
    return path();
  }

  void plain_word(const Run& run) {
    const std::u16string_view letters = text_.substr(at_, run.end - at_);
    const ParsedSyllable parsed = run.digits ? ParsedSyllable() : parse_with_placement(letters);
    TokenKind kind = TokenKind::word;
    if (run.all_upper() && !run.digits) {
      if (is_roman(letters, parsed.syllable)) {
        kind = TokenKind::roman;
      } else if (letters.size() >= 2 && !parsed.syllable.valid() && !has_tone(letters)) {
        kind = TokenKind::abbreviation;
      }
    }
    Token& token = put(run.end, kind, run.letter_case());
    if (kind == TokenKind::word) token.syllable = parsed.syllable;
  }

  static bool has_tone(std::u16string_view letters) {
    for (const char16_t unit : letters) {
      if (letter_info(unit).tone != Tone::ngang) return true;
    }
    return false;
  }

  // Capitals that may be a number or a word (XI, VI, I) count as a number after a word that takes one, and XI and VI
  // also where the words around are not in capitals. CD, MC and the like are abbreviations rather than numbers.
  bool is_roman(std::u16string_view letters, Syllable syllable) const {
    if (!is_roman_numeral(letters)) return false;
    if (letters.size() < 4 && letters.find_first_not_of(u"IVX") != std::u16string_view::npos) return false;
    const Token* before = previous();
    if (before != nullptr && before->kind == TokenKind::word && introduces_roman(view(*before))) return true;
    if (before == nullptr && unit_at(at_ + letters.size()) == u'.') return true;  // VI. Kết luận
    if (letters.size() == 1) return false;
    if (!syllable.valid()) return true;
    return before != nullptr && before->letter_case != LetterCase::upper && before->kind == TokenKind::word;
  }

  // Words joined by hyphens, digits among the later parts only after a part that is no syllable (Covid-19, VA-75).
  bool hyphenated(const Run& first) {
    if (!is_letter(first.end + 1) && table_.class_of(unit_at(first.end + 1)) != CharClass::digit) return false;
    const bool first_is_syllable =
        !first.digits && !first.all_upper() && parse(text_.substr(at_, first.end - at_)).valid();
    Run all = first;
    bool only_capitals = first.all_upper();
    unsigned parts = 1;
    while (is_hyphen(unit_at(all.end))) {
      const bool letter = is_letter(all.end + 1);
      if (!letter && (table_.class_of(unit_at(all.end + 1)) != CharClass::digit || first_is_syllable)) break;
      const Run part = scan(all.end + 1);
      only_capitals = only_capitals && part.upper >= 2 && part.first_is_upper;  // CP, TTg
      all.upper += part.upper;
      all.lower += part.lower;
      all.letters += part.letters;
      all.end = part.end;
      ++parts;
    }
    if (parts == 1) return false;
    put(all.end, only_capitals ? TokenKind::abbreviation : TokenKind::hyphenated, all.letter_case());
    return true;
  }

  // GD&ĐT
  bool joined_abbreviation(const Run& first) {
    if (!first.all_upper() || !is_letter(first.end + 1)) return false;
    const Run second = scan(first.end + 1);
    if (!second.all_upper()) return false;
    put(second.end, TokenKind::abbreviation, LetterCase::upper);
    return true;
  }

  // A word with a full stop after it that may belong to it: initials, GS.TS., TP.HCM, v.v.
  bool stop_after_word(const Run& run) {
    const std::u16string_view letters = text_.substr(at_, run.end - at_);
    if (run.digits) return false;
    if (letters == u"v" && unit_at(run.end + 1) == u'v' && !table_.is_word_unit(unit_at(run.end + 2))) {
      // "v.v." and "v.v": the last stop may also end the sentence, which costs nothing to leave out.
      put(run.end + 2 + (unit_at(run.end + 2) == u'.' && unit_at(run.end + 3) != u'.' ? 1 : 0), TokenKind::abbreviation,
          LetterCase::lower);
      return true;
    }
    if (unit_at(run.end + 1) == u'.') return false;  // an ellipsis
    if (run.letters == 1 && run.upper == 1) return initial(run);
    if (!takes_full_stop(letters)) return false;
    std::size_t end = run.end + 1;
    // Further parts without a space: capitals, or known titles.
    while (is_letter(end)) {
      const Run part = scan(end);
      const std::u16string_view more = text_.substr(end, part.end - end);
      const bool title = takes_full_stop(more) && unit_at(part.end) == u'.';
      if (!title && !(part.all_upper() && part.letters <= 6 && !parse(more).valid())) break;
      end = title ? part.end + 1 : part.end;
      if (!title) break;
    }
    // Small abbreviations such as "tr." need the number or name that they abbreviate for.
    if (end == run.end + 1 && run.upper == 0 && !number_follows(end)) return false;
    put(end, TokenKind::abbreviation, run.letter_case());
    return true;
  }

  bool number_follows(std::size_t at) const {
    if (table_.class_of(unit_at(at)) == CharClass::space) ++at;
    return at < text_.size() && table_.class_of(text_[at]) == CharClass::digit;
  }

  // A capital with a full stop: part of a name, or the end of a sentence ("vitamin C. Ngoài ra").
  bool initial(const Run& run) {
    std::size_t next = run.end + 1;
    const bool space = next < text_.size() && table_.class_of(text_[next]) == CharClass::space;
    if (space) ++next;
    if (next >= text_.size()) return false;
    const Token* before = previous();
    if (!is_letter(next)) {
      // Q.1, P.5: a district or ward.
      const char16_t capital = text_[at_];
      const bool place = capital == u'Q' || capital == u'P' || capital == u'F' || capital == u'H';
      if (place && !space && table_.class_of(text_[next]) == CharClass::digit) {
        put(run.end + 1, TokenKind::abbreviation, LetterCase::capitalised);
        return true;
      }
      return false;
    }
    if (before == nullptr) {
      // "A. Mở đầu" is a heading, "A. Einstein" looks the same: no syllable follows, or another initial.
      if (space && unit_at(next + 1) != u'.' && parse(text_.substr(next, scan(next).end - next)).valid()) return false;
    } else if (space && !table_.is_lower(text_[next]) && unit_at(next + 1) != u'.' && before->kind == TokenKind::word &&
               before->letter_case != LetterCase::capitalised && !introduces_person(view(*before))) {
      return false;
    }
    put(run.end + 1, TokenKind::initial, LetterCase::capitalised);
    return true;
  }

  void number(std::size_t length) {
    if (const std::size_t end = match_document_symbol(text_, at_)) {
      put(end, TokenKind::document_symbol);
      return;
    }
    const Token* before = previous();
    const bool day_is_near = before != nullptr && before->kind == TokenKind::word && introduces_date(view(*before));
    if (const std::size_t end = match_date(text_, at_, day_is_near)) {
      put(end, TokenKind::date);
      return;
    }
    std::size_t end = match_number(text_, at_);
    if (end == 0) {  // digits beyond the Basic Multilingual Plane
      put(at_ + length, TokenKind::number);
      return;
    }
    const char16_t next = unit_at(end);
    if ((is_ascii_letter(next) || next == u'@' || next == u'_' || next == u'-' || next == u'.') &&
        (address() || path()))
      return;
    if (const std::size_t unit = match_unit(text_, end)) {
      put(unit, TokenKind::amount);
      return;
    }
    if (is_letter(end)) {
      // 3D, 12A, 12A3, 65C: one token; after more letters the space was forgotten (20người, 4Họ).
      const Run run = scan(end);
      const bool code = run.letters <= 2 && is_ascii_letter(text_[end]) &&
                        (run.letters == 1 || is_ascii_alphanumeric(unit_at(end + 1)));
      put(code ? run.end : end, code ? TokenKind::amount : TokenKind::number);
      return;
    }
    put(end, TokenKind::number);
  }

  // Precondition: a mark of `length` units stands here.
  void stray_marks(std::size_t length) {
    std::size_t end = at_ + length;
    while (end < text_.size() && table_.class_of(text_[end]) == CharClass::mark) ++end;
    put(end, TokenKind::symbol);
  }

  void punctuation() {
    if (rooted_path()) return;
    const char16_t unit = text_[at_];
    if (unit == u'#' || unit == u'@') {
      std::size_t end = at_ + 1;
      bool letter = false;
      while (end < text_.size() && (table_.is_word_unit(text_[end]) || text_[end] == u'_')) {
        letter = letter || is_letter(end);
        ++end;
      }
      if (letter) {
        put(end, TokenKind::hashtag);
        return;
      }
    }
    std::size_t end = at_ + 1;
    if (unit == u'.' || unit == u'-' || unit == u'_' || unit == u'*') {
      while (unit_at(end) == unit) ++end;
    }
    put(end, TokenKind::punctuation);
  }

  void symbol(std::size_t length) {
    if (rooted_path()) return;
    const char16_t unit = text_[at_];
    if (is_currency_sign(unit)) {
      if (const std::size_t end = match_number(text_, at_ + 1)) {
        put(end, TokenKind::amount);
        return;
      }
    }
    std::size_t end = at_ + length;
    if (unit == u'=' || unit == u'~') {
      while (unit_at(end) == unit) ++end;
    }
    put(end, TokenKind::symbol);
  }

  std::u16string_view text_;
  std::vector<Token>& tokens_;
  const std::size_t first_;  // tokens that were there before
  const CharTable& table_;
  std::size_t at_ = 0;
  bool space_before_ = true;
};

}  // namespace

void tokenise(std::u16string_view text, std::vector<Token>& tokens) {
  Tokeniser(text, tokens).run();
}

}  // namespace soat::text
