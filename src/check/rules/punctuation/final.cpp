#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "check/rule_words.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "texts/rules/punctuation.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr std::uint32_t shortest_sentence =
    6;  // tokens; what is shorter may be a signature, a source, or the number of a heading
constexpr std::size_t longest_heading = 25;  // tokens
constexpr std::size_t habit = 4;             // finished paragraphs for each unfinished one that show the habit

bool is_word(const Token& token) {
  return token.kind == TokenKind::word && token.letter_case == LetterCase::lower && token.syllable;
}

// Several sentences, the first and the last of some length (“Điều 5. Giải thích từ ngữ” is a heading), or one that is
// longer than a heading.
bool is_prose(const Analysis& analysis) {
  if (analysis.sentences.size() == 1) return analysis.tokens.size() >= longest_heading;
  if (analysis.sentences.empty()) return false;
  const auto is_long = [](const text::Sentence& s) { return s.end_token - s.first_token >= shortest_sentence; };
  return is_long(analysis.sentences.front()) && is_long(analysis.sentences.back());
}

// The last token of a paragraph but for anchors of notes and the like.
const Token& last_of(const Analysis& analysis) {
  const auto is_seen = [](const Token& token) { return token.kind != TokenKind::placeholder; };
  const auto last = std::find_if(analysis.tokens.rbegin(), analysis.tokens.rend(), is_seen);
  return last == analysis.tokens.rend() ? analysis.tokens.back() : *last;
}

bool is_finished(const Analysis& analysis) {
  return last_of(analysis).kind == TokenKind::punctuation;
}

// A paragraph of several sentences whose last one has no full stop, where the paragraphs of the document have one.
class Final final : public Rule {
 public:
  explicit Final(const WordList& announcing) : announcing_(announcing) {}

  const RuleInfo& info() const override { return rule_info<"punctuation.final">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    // It may be one that is still being typed.
    if (view.scope == Scope::fragment) return;
    std::size_t finished = 0;
    std::vector<std::uint32_t> unfinished;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const Analysis& analysis = view.paragraphs[p];
      if (!is_prose(analysis)) continue;
      if (is_finished(analysis)) {
        ++finished;
      } else if (is_word(last_of(analysis)) && !announcing_.has(analysis.view(last_of(analysis))) &&
                 !runs_on(view, p)) {
        unfinished.push_back(p);
      }
    }
    if (finished < habit * unfinished.size()) return;
    for (const std::uint32_t p : unfinished) {
      const Analysis& analysis = view.paragraphs[p];
      const Token& last = last_of(analysis);
      report(sink, info(), {p, last.start, last.end}, 0.75F, texts::finding_punctuation_final,
             {std::u16string(analysis.view(last)) + u"."});
    }
  }

 private:
  // Whether the next paragraph goes on in the middle of the sentence.
  static bool runs_on(const DocumentView& view, std::uint32_t p) {
    if (p + 1 >= view.paragraphs.size() || view.paragraphs[p + 1].tokens.empty()) return false;
    return view.paragraphs[p + 1].tokens.front().letter_case == LetterCase::lower;
  }

  WordList announcing_;  // what lacks a colon behind it, or announces what stands elsewhere
};

}  // namespace

std::unique_ptr<Rule> make_punctuation_final(const RuleData& data) {
  return data.words == nullptr ? nullptr : std::make_unique<Final>((*data.words)[RuleWords::List::announcing]);
}

}  // namespace soat::check
