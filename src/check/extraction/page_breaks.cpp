#include "check/extraction/page_breaks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "check/rules/characters.h"
#include "text/letter_case.h"
#include "text/syllable.h"

namespace soat::check::extraction {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Syllable;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_head = 16;  // tokens of a running head
constexpr std::size_t enough = 3;         // places in a document
constexpr std::size_t shortest_line = 6;  // tokens of a paragraph that may be interrupted
constexpr std::size_t shortest_rest = 3;  // of the one that goes on
constexpr std::size_t old_spelling = 12;  // words for one hyphen, from which on hyphens are how the text is spelt
constexpr int in_common_use = 12;         // frequency class of either syllable
constexpr float compound = -3;  // logarithm of the probability from which on the second syllable completes the first
constexpr std::size_t sparse = 300;  // words for one hyphen of a line end, a page or so
constexpr float least_gain = 3;      // nats

bool is_hyphen(char16_t unit) {
  return unit == u'-' || unit == u'\u2010' || unit == u'\u2011';
}

// The text of a paragraph with a sign for each number; empty for what is no head or foot of a page.
std::u16string head_key(const Analysis& analysis) {
  std::u16string key;
  if (analysis.tokens.empty() || analysis.tokens.size() > longest_head) return key;
  bool number = false;
  for (const Token& token : analysis.tokens) {
    if (token.kind == TokenKind::number || token.kind == TokenKind::roman) {
      number = true;
      key += u'#';
    } else {
      key += analysis.view(token);
    }
    key += u' ';
  }
  if (!number && analysis.tokens.size() < enough) key.clear();
  return key;
}

bool is_broken_off(const Analysis& analysis) {
  if (analysis.tokens.size() < shortest_line) return false;
  const Token& last = analysis.tokens.back();
  return last.kind == TokenKind::word && last.letter_case == LetterCase::lower;
}

bool goes_on(const Analysis& analysis) {
  if (analysis.tokens.size() < shortest_rest) return false;
  const Token& first = analysis.tokens.front();
  const Token& second = analysis.tokens[1];
  // a) and b. are heads of items.
  return first.kind == TokenKind::word && first.letter_case == LetterCase::lower && first.length() > 1 &&
         second.kind != TokenKind::punctuation;
}

class HyphenFinder {
 public:
  HyphenFinder(const lexicon::Lexicon& lexicon, const model::LanguageModel& words) : lexicon_(lexicon), words_(words) {}

  void read(const Analysis& analysis, std::uint32_t paragraph, std::vector<LeftOver>& out) {
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::uint32_t t = 0; t < tokens.size(); ++t) {
      const Token& token = tokens[t];
      if (token.kind == TokenKind::hyphenated) {
        ++hyphens_;
        const std::u16string_view word = analysis.view(token);
        const auto sign = static_cast<std::size_t>(std::ranges::find_if(word, is_hyphen) - word.begin());
        if (word.size() < 3 || std::any_of(word.begin() + static_cast<std::ptrdiff_t>(sign) + 1, word.end(), is_hyphen))
          continue;
        check(analysis, paragraph, t, token.start, token.start + static_cast<std::uint32_t>(sign),
              token.start + static_cast<std::uint32_t>(sign) + 1, token.end, out);
      } else if (token.kind == TokenKind::punctuation && token.length() == 1 && is_hyphen(analysis.text[token.start]) &&
                 t > 0 && t + 1 < tokens.size() && tokens[t - 1].end == token.start &&
                 tokens[t + 1].start == token.end + 1 && tokens[t - 1].kind == TokenKind::word &&
                 tokens[t + 1].kind == TokenKind::word) {
        // phát- triển
        check(analysis, paragraph, t - 1, tokens[t - 1].start, tokens[t - 1].end, tokens[t + 1].start,
              tokens[t + 1].end, out);
      } else if (token.kind == TokenKind::word) {
        ++word_count_;
      }
    }
  }

  std::size_t word_count() const { return word_count_; }
  bool is_old_spelling() const { return hyphens_ * old_spelling > word_count_; }

 private:
  void check(const Analysis& analysis, std::uint32_t paragraph, std::uint32_t token, std::uint32_t start,
             std::uint32_t first_end, std::uint32_t second_start, std::uint32_t end, std::vector<LeftOver>& out) const {
    const std::u16string_view text = analysis.text;
    const std::u16string_view left = text.substr(start, first_end - start);
    const std::u16string_view right = text.substr(second_start, end - second_start);
    if (text::letter_case(right) != LetterCase::lower) return;
    if (text::letter_case(left) != LetterCase::lower && !analysis.tokens[token].sentence_start) return;
    const Syllable first = text::parse(left);
    const Syllable second = text::parse(right);
    if (!first || !second || first == second) return;
    if (lexicon_.frequency(first) < in_common_use || lexicon_.frequency(second) < in_common_use) return;
    if (lexicon_.find(text.substr(start, end - start))) return;
    model::State state = words_.no_context();
    for (std::uint32_t k = token - std::min(token, 2U); k < token; ++k) {
      const Syllable before = analysis.tokens[k].syllable;
      state = before ? state : words_.no_context();
      if (before) words_.score(state, words_.find(before), state);
    }
    words_.score(state, words_.find(first), state);
    const model::Score together = words_.score(state, words_.find(second));
    model::State dashed = state;
    float apart = words_.score(state, model::kDash, dashed).log_probability;
    apart += words_.score(dashed, words_.find(second)).log_probability;
    if (together.order < 2 || together.log_probability < compound || together.log_probability < apart + least_gain)
      return;
    LeftOver found;
    found.paragraph = paragraph;
    found.start = start;
    found.end = end;
    found.meant = std::u16string(left) + u' ' + std::u16string(right);
    out.push_back(std::move(found));
  }

  const lexicon::Lexicon& lexicon_;
  const model::LanguageModel& words_;
  std::size_t hyphens_ = 0;
  std::size_t word_count_ = 0;
};

}  // namespace

void find_running_heads(std::span<const Analysis> paragraphs, std::vector<LeftOver>& out) {
  if (paragraphs.size() < 2 * enough + 1) return;
  std::unordered_map<std::u16string, std::vector<std::uint32_t>> heads;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    std::u16string key = head_key(paragraphs[p]);
    if (!key.empty()) heads[std::move(key)].push_back(p);
  }
  const std::size_t before = out.size();
  for (const auto& [key, places] : heads) {
    if (places.size() < enough) continue;
    const auto interrupts = static_cast<std::size_t>(std::ranges::count_if(places, [&](std::uint32_t p) {
      return p > 0 && p + 1 < paragraphs.size() && is_broken_off(paragraphs[p - 1]) && goes_on(paragraphs[p + 1]);
    }));
    if (interrupts < 2 || 2 * interrupts < places.size()) continue;
    for (const std::uint32_t p : places) {
      const Analysis& analysis = paragraphs[p];
      out.push_back({p, analysis.tokens.front().start, analysis.tokens.back().end, {}, LeftOver::Kind::page});
    }
  }
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
            [](const LeftOver& a, const LeftOver& b) { return a.paragraph < b.paragraph; });
}

void find_line_hyphens(std::span<const Analysis> paragraphs, const lexicon::Lexicon& lexicon,
                       const model::LanguageModel& words, std::vector<LeftOver>& out) {
  std::vector<LeftOver> found;
  HyphenFinder finder(lexicon, words);
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) finder.read(paragraphs[p], p, found);
  if (found.size() < enough || found.size() * sparse < finder.word_count() || finder.is_old_spelling()) return;
  std::ranges::move(found, std::back_inserter(out));
}

}  // namespace soat::check::extraction
