#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/lookup.h"
#include "check/rule_weights.h"
#include "check/rule_words.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "lexicon/lexicon.h"
#include "model/language_model.h"
#include "model/token_stream.h"
#include "text/char_class.h"
#include "text/syllable.h"
#include "texts/rules/garble.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Syllable;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_syllable = 7;  // letters: nghiêng
// Words on either side that the language model is shown.
constexpr std::size_t words_beside = 3;
// Letters from A to this one count what has no numbers.
constexpr char16_t last_label = u'E';

// The numbers of rule-weights.txt.
struct Weights {
  RuleWeights::Of table;
  float line = table["line"];
  float letters = table["letters"];
  float hyphen = table["hyphen"];
  float paragraphs = table["paragraphs"];
  float shortest_line = table["shortest-line"];
  float least_gain = table["least-gain"];
  float least_behind_lettered = table["least-behind-lettered"];
  float least_of_label = table["least-of-label"];
};

// A token of a paragraph.
struct Piece {
  const Analysis& analysis;
  std::uint32_t index;

  const Token& token() const { return analysis.tokens[index]; }
  std::u16string_view letters() const { return analysis.view(token()); }
};

// A syllable cut in two by the end of a line, as text copied from pages with narrow columns has it: with the hyphen
// left (tri- ển), at a line break, or at the end of a paragraph that goes on in the next.
class Cut final : public Rule {
 public:
  explicit Cut(const RuleData& data)
      : lexicon_(data.lexicon), model_(data.model), words_(data.words), weights_{data.weights->of("garble.cut")} {}

  const RuleInfo& info() const override { return rule_info<"garble.cut">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::uint32_t i = 1; i < tokens.size(); ++i) {
      const Token& left = tokens[i - 1];
      const Token& right = tokens[i];
      if (!is_piece(left)) continue;
      if (right.kind == TokenKind::punctuation) {
        // tri- ển
        if (i + 1 >= tokens.size() || right.start != left.end || right.length() != 1) continue;
        if (!text::is_hyphen(analysis.text[right.start]) || !tokens[i + 1].space_before) continue;
        check_join(analysis, paragraph, i - 1, i + 1, sink);
      } else if (right.start == left.end + 1 && is_line_end(analysis.text[left.end])) {
        check_join(analysis, paragraph, i - 1, i, sink);
      }
    }
    if (paragraph + 1 < view.paragraphs.size()) check_paragraph_end(view, paragraph, sink);
  }

 private:
  static bool is_line_end(char16_t unit) { return unit == u'\n' || unit == u'\v' || unit == u'\u2028'; }

  // Capitals without a vowel (the NG of TƯỞ | NG) look like an abbreviation.
  static bool is_piece(const Token& token) {
    return token.kind == TokenKind::word ||
           (token.kind == TokenKind::abbreviation && token.letter_case == LetterCase::upper);
  }

  // The syllable that two pieces make, when one of them is none by itself; otherwise none.
  Syllable join(const Piece& left, const Piece& right) const {
    const Token& head = left.token();
    const Token& tail = right.token();
    if (!is_piece(tail) || (tail.letter_case != LetterCase::lower && tail.letter_case != head.letter_case)) return {};
    if (is_word(head) && is_word(tail)) return {};
    return whole_of(left, right);
  }

  // The syllable in use that two pieces make; none when they make no such.
  Syllable whole_of(const Piece& left, const Piece& right) const {
    if (left.token().length() + right.token().length() > longest_syllable) return {};
    const Syllable whole = text::parse(std::u16string(left.letters()).append(right.letters()));
    return whole && lexicon_.attested(whole) ? whole : Syllable{};
  }

  bool is_word(const Token& token) const { return token.syllable && lexicon_.attested(token.syllable); }

  void check_join(const Analysis& analysis, std::uint32_t paragraph, std::uint32_t first, std::uint32_t second,
                  FindingSink& sink) const {
    const Piece left{analysis, first};
    const Piece right{analysis, second};
    if (!join(left, right) && !join_title(left, right)) return;
    const std::u16string whole = std::u16string(left.letters()).append(right.letters());
    report(sink, info(), {paragraph, left.token().start, right.token().end}, weights_.line,
           {texts::finding_garble_cut, whole}, {whole});
  }

  // A single capital is one of the capitals beside it.
  static bool is_capital(const Token& token) {
    return token.letter_case == LetterCase::upper ||
           (token.length() == 1 && token.letter_case == LetterCase::capitalised);
  }

  static bool can_be_cut(const Token& token) {
    return is_capital(token) && (is_piece(token) || (token.kind == TokenKind::roman && token.length() == 1));
  }

  // A letter at the start of a paragraph that no blank follows is the head of a list.
  static bool is_list_head(const Piece& piece) {
    const std::vector<Token>& tokens = piece.analysis.tokens;
    return piece.token().length() < 2 && piece.index + 1 < tokens.size() && !tokens[piece.index + 1].space_before;
  }

  // The syllable that a title in capitals has in two pieces, the last of a line and the first of the next; otherwise
  // none. Letters that are no word need what follows; where a line ends with a word (TẢ | NG) or a letter (Đ | ẢNG),
  // or one letter follows (QUYỀ | N), the words beside them must want the whole.
  Syllable join_title(const Piece& left, const Piece& right) const {
    const Token& head = left.token();
    const Token& tail = right.token();
    if (left.index == 0 || !is_capital(left.analysis.tokens[left.index - 1])) return {};
    if (!can_be_cut(head) || !can_be_cut(tail)) return {};
    const bool incomplete = head.length() > 1 && !is_word(head);
    const Syllable whole = whole_of(left, right);
    if (!whole || (incomplete && head.kind == TokenKind::word && tail.length() > 1)) return whole;
    if (model_ == nullptr || gain_of_joining(left, right, whole) < weights_.least_gain) return {};
    return head.length() == 1 && may_be_label(left, whole) ? Syllable{} : whole;
  }

  // Whether a letter at the end of a line may stand for itself, whatever the next line makes of it (LỚP B | ÁN HÀNG):
  // it does behind what letters tell apart, and the first letters of the alphabet may anywhere (NGUYỄN VĂN A), unless
  // the words before want the whole syllable (KHU V | ỰC).
  bool may_be_label(const Piece& letter, Syllable whole) const {
    std::vector<model::WordId> words = words_round(letter, true);
    if (words.size() < 2) return false;
    words.pop_back();
    const bool lettered = words_ != nullptr && (*words_)[RuleWords::List::lettered].has_in_lower(
                                                   letter.analysis.view(letter.analysis.tokens[letter.index - 1]));
    const char16_t unit = letter.letters()[0];
    if (!lettered && (unit < u'A' || unit > last_label)) return false;
    model::State state = model_->no_context();
    for (const model::WordId word : words) model_->score(state, word, state);
    return model_->score(state, model_->find(whole)).log_probability <
           (lettered ? weights_.least_behind_lettered : weights_.least_of_label);
  }

  // A paragraph that ends inside a syllable; there is nothing to put in its place, the two paragraphs belong together.
  void check_paragraph_end(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const {
    const Analysis& analysis = view.paragraphs[paragraph];
    const Analysis& next = view.paragraphs[paragraph + 1];
    if (analysis.tokens.size() < 2 || next.tokens.empty()) return;
    const Token& last = analysis.tokens.back();
    const bool hyphen =
        last.kind == TokenKind::punctuation && last.length() == 1 && text::is_hyphen(analysis.text[last.start]);
    const Piece left{analysis, static_cast<std::uint32_t>(analysis.tokens.size() - (hyphen ? 2 : 1))};
    const Piece right{next, 0};
    if ((hyphen && left.token().end != last.start) || is_list_head(right)) return;
    // A title in capitals may be short, but its words must tell.
    if (is_capital(right.token()) ? !join_title(left, right) : !goes_on(left, right)) return;
    const std::u16string whole = std::u16string(left.letters()).append(right.letters());
    const float confidence = is_capital(right.token()) || !is_word(left.token()) ? weights_.letters
                             : hyphen                                            ? weights_.hyphen
                                                                                 : weights_.paragraphs;
    report(sink, info(), {paragraph, left.token().start, last.end}, confidence,
           {texts::finding_garble_cut_paragraphs, whole});
    if (confidence < view.threshold(info())) return;
    // The pieces would else be told as misspellings.
    silence(sink, paragraph, left);
    silence(sink, paragraph + 1, right);
  }

  void silence(FindingSink& sink, std::uint32_t paragraph, const Piece& piece) const {
    const auto [start, end] = piece.analysis.original_span(piece.token().start, piece.token().end);
    sink.silence(paragraph, start, end, info(), Silence::everything);
  }

  // Whether a paragraph of text goes on in the next with the rest of a syllable.
  bool goes_on(const Piece& left, const Piece& right) const {
    return is_piece(left.token()) && right.token().letter_case != LetterCase::capitalised &&
           static_cast<float>(std::min(left.analysis.tokens.size(), right.analysis.tokens.size())) >=
               weights_.shortest_line &&
           join(left, right);
  }

  // The words of a piece's sentence from words_beside before it up to it, or from it on.
  std::vector<model::WordId> words_round(const Piece& piece, bool before) const {
    std::vector<model::WordId> words;
    const text::Sentence* const sentence = sentence_of(piece.analysis, piece.index);
    if (sentence == nullptr) return words;
    std::vector<model::Item> items;
    model::read_around(piece.analysis, *sentence, piece.index, piece.index + 1, words_beside, items);
    std::u16string lower;
    for (const model::Item& item : items) {
      if (before ? item.token <= piece.index : item.token >= piece.index)
        words.push_back(model::find(*model_, piece.analysis, item, lower));
    }
    return words;
  }

  float score(model::State state, const std::vector<model::WordId>& words) const {
    float sum = 0;
    for (const model::WordId word : words) sum += model_->score(state, word, state).log_probability;
    return sum;
  }

  // By how much likelier the words are with two pieces as one syllable than as two words of one line or of two.
  float gain_of_joining(const Piece& left, const Piece& right, Syllable whole) const {
    std::vector<model::WordId> head = words_round(left, true);
    std::vector<model::WordId> tail = words_round(right, false);
    if (head.empty() || tail.empty()) return 0;
    std::vector<model::WordId> words = head;
    words.insert(words.end(), tail.begin(), tail.end());
    const float one_line = score(model_->no_context(), words);
    words = head;
    words.push_back(model::kBoundary);
    const float two_lines = score(model_->no_context(), words) + score(model_->sentence_start(), tail);
    head.back() = model_->find(whole);
    head.insert(head.end(), tail.begin() + 1, tail.end());
    const float joined = score(model_->no_context(), head);
    return joined - std::max(one_line, two_lines);
  }

  const lexicon::Lexicon& lexicon_;
  std::shared_ptr<const model::LanguageModel> model_;  // none: the letters alone
  std::shared_ptr<const RuleWords> words_;             // none: nothing is known of what letters tell apart
  Weights weights_;
};

}  // namespace

std::unique_ptr<Rule> make_garble_cut(const RuleData& data) {
  return make_with_weights(data, [&] { return std::make_unique<Cut>(data); });
}

}  // namespace soat::check
