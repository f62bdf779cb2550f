#include "model/token_stream.h"

#include <algorithm>
#include <array>

#include "text/letter_case.h"

namespace soat::model {

namespace {

using text::LetterCase;
using text::Token;
using text::TokenKind;

// Marks that stand for something in the build of a sentence. Quotation marks and the like are left out, so that n-grams
// reach over them.
WordId punctuation_class(char16_t unit) {
  switch (unit) {
    case u',':
      return kComma;
    case u';':
    case u':':
      return kColon;
    case u'(':
    case u'[':
      return kOpenBracket;
    case u')':
    case u']':
      return kCloseBracket;
    case u'-':
    case u'–':
    case u'—':
    case u'/':
      return kDash;
    default:
      return kNone;
  }
}

WordId class_of_mark(const text::Analysis& analysis, const Token& token) {
  return token.length() == 1 ? punctuation_class(analysis.text[token.start]) : kNone;
}

WordId unknown_class(LetterCase letter_case) {
  switch (letter_case) {
    case LetterCase::capitalised:
    case LetterCase::mixed:
      return kUnknownName;
    case LetterCase::upper:
      return kUnknownAcronym;
    default:
      return kUnknownWord;
  }
}

bool is_hyphen(char16_t unit) {
  return unit == u'-' || unit == u'\u2010' || unit == u'\u2011';
}

// Reads tokens in order. What came before tells whether a capital means anything.
class Reader {
 public:
  Reader(const text::Analysis& analysis, std::vector<Item>& items, bool expects_capital)
      : analysis_(analysis), items_(items), expects_capital_(expects_capital) {}

  void read(std::uint32_t index) {
    const Token& token = analysis_.tokens[index];
    switch (token.kind) {
      case TokenKind::word:
      case TokenKind::abbreviation:
        word(index, token.start, token.end, token.letter_case, token.syllable);
        break;
      case TokenKind::hyphenated:
        hyphenated(index, token);
        break;
      case TokenKind::number:
      case TokenKind::amount:
        fixed(index, kNumber);
        break;
      case TokenKind::date:
        fixed(index, kDate);
        break;
      case TokenKind::document_symbol:
        fixed(index, kDocumentSymbol);
        break;
      case TokenKind::roman:
        fixed(index, kRoman);
        break;
      case TokenKind::initial:
        fixed(index, kUnknownName);
        break;
      case TokenKind::url:
      case TokenKind::email:
      case TokenKind::path:
      case TokenKind::hashtag:
        fixed(index, kUnknownWord);
        break;
      case TokenKind::punctuation:
        punctuation(index, token);
        break;
      case TokenKind::symbol:
      case TokenKind::placeholder:
        break;
    }
  }

 private:
  void fixed(std::uint32_t index, WordId word) {
    const Token& token = analysis_.tokens[index];
    items_.push_back({Item::Kind::fixed, word, false, token.letter_case, {}, index, token.start, token.end});
    expects_capital_ = false;
  }

  void word(std::uint32_t index, std::uint32_t start, std::uint32_t end, LetterCase letter_case,
            text::Syllable syllable) {
    const bool capitalised = letter_case == LetterCase::capitalised && !expects_capital_;
    const bool valid = syllable.valid();
    items_.push_back({valid ? Item::Kind::syllable : Item::Kind::other,
                      valid ? kRareSyllable : unknown_class(letter_case), capitalised, letter_case, syllable, index,
                      start, end});
    expects_capital_ = false;
  }

  void hyphenated(std::uint32_t index, const Token& token) {
    const std::u16string_view text = analysis_.text;
    for (std::uint32_t start = token.start; start < token.end;) {
      std::uint32_t end = start;
      while (end < token.end && !is_hyphen(text[end])) ++end;
      const std::u16string_view part = text.substr(start, end - start);
      if (!part.empty()) word(index, start, end, text::letter_case(part), text::parse(part));
      if (end < token.end)
        items_.push_back({Item::Kind::fixed, kDash, false, LetterCase::none, {}, index, end, end + 1});
      start = end + 1;
    }
  }

  void punctuation(std::uint32_t index, const Token& token) {
    const WordId word = class_of_mark(analysis_, token);
    const bool expected = expects_capital_;
    if (word != kNone) fixed(index, word);
    // After these, quoted speech or an item of a list often starts with a capital of its own.
    expects_capital_ = expected || word == kNone || word == kColon;
  }

  const text::Analysis& analysis_;
  std::vector<Item>& items_;
  bool expects_capital_;
};

// What a Reader that has read the sentence up to a token expects of it; looks back over marks only.
bool expects_capital(const text::Analysis& analysis, const text::Sentence& sentence, std::uint32_t token) {
  for (std::uint32_t i = token; i > sentence.first_token; --i) {
    const Token& before = analysis.tokens[i - 1];
    if (before.kind == TokenKind::symbol || before.kind == TokenKind::placeholder) continue;
    if (before.kind != TokenKind::punctuation) return false;
    const WordId mark = class_of_mark(analysis, before);
    if (mark == kNone || mark == kColon) return true;
  }
  return true;
}

}  // namespace

void read_sentence(const text::Analysis& analysis, const text::Sentence& sentence, std::vector<Item>& items) {
  items.clear();
  Reader reader(analysis, items, true);
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) reader.read(i);
}

void read_around(const text::Analysis& analysis, const text::Sentence& sentence, std::uint32_t first, std::uint32_t end,
                 std::size_t reach, std::vector<Item>& items) {
  const std::uint32_t available = first - sentence.first_token;
  for (std::uint32_t tokens = static_cast<std::uint32_t>(reach);; tokens *= 2) {
    const std::uint32_t begin = first - std::min(tokens, available);
    items.clear();
    Reader reader(analysis, items, expects_capital(analysis, sentence, begin));
    for (std::uint32_t i = begin; i < first; ++i) reader.read(i);
    // Marks that are no items make it necessary to go further back.
    if (items.size() < reach && begin > sentence.first_token) continue;
    for (std::uint32_t i = first; i < end; ++i) reader.read(i);
    const std::size_t enough = items.size() + reach;
    for (std::uint32_t i = end; i < sentence.end_token && items.size() < enough; ++i) reader.read(i);
    return;
  }
}

WordId find(const LanguageModel& model, const text::Analysis& analysis, const Item& item, std::u16string& lower) {
  switch (item.kind) {
    case Item::Kind::fixed:
      return item.fixed;
    case Item::Kind::syllable:
      return model.find(item.syllable, item.capitalised);
    case Item::Kind::other:
      break;
  }
  lower_form(std::u16string_view(analysis.text).substr(item.start, item.end - item.start), lower);
  const WordId word = model.find(lower, item.capitalised);
  return word == kUnknownWord ? item.fixed : word;
}

namespace {

constexpr std::array<std::string_view, kFirstWord> kClassNames{
    "",        "<boundary>", "<number>", "<date>", "<document>", "<comma>", "<colon>", "<open>",
    "<close>", "<dash>",     "<word>",   "<name>", "<acronym>",  "<rare>",  "<roman>", ""};

}  // namespace

std::string_view class_name(WordId word) {
  return word < kClassNames.size() ? kClassNames[word] : std::string_view();
}

WordId class_by_name(std::string_view name) {
  if (name.empty()) return kNone;
  const auto found = std::find(kClassNames.begin(), kClassNames.end(), name);
  return found == kClassNames.end() ? kNone : static_cast<WordId>(found - kClassNames.begin());
}

void lower_form(std::u16string_view word, std::u16string& lower) {
  lower.assign(word);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char16_t unit) { return text::to_lower(unit); });
}

}  // namespace soat::model
