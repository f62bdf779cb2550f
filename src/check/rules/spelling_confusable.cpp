#include "check/rules/spelling_confusable.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/context/data_lines.h"
#include "check/rules/report_finding.h"
#include "check/suggestion_ranker.h"
#include "model/language_model.h"
#include "text/error.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "text/utf.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Syllable;
using text::Token;

// A place is judged by the gain of the right phrase (nats, in its sentence), by how much the words of the wrong one
// bind each other, which says that it is used as one word, and by how much they bind their neighbours, which says that
// two words only meet (chuyền | thông minh). Weight and bounds were chosen by reading 190 places of edited text; a
// phrase that usage has made common and that is hardly ever two words has a bound of its own.
constexpr float bond_weight = 0.7F;
constexpr float least_score = 2.5F;
constexpr float least_score_of_common = -6.5F;
constexpr float confidence = 0.95F;

using Phrase = std::vector<Syllable>;

// Words that make the phrase another one: those before it and those after it.
struct Exception {
  Phrase before;
  Phrase after;
};

struct Confusable {
  Phrase wrong;
  Phrase right;
  std::vector<std::u16string> words;  // of right, in small letters
  std::vector<Exception> exceptions;
  std::u16string reason;  // Vietnamese; may be empty
  bool common = false;
};

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(by, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

Syllable read_syllable(std::string_view word, const context::DataLines& lines) {
  const Syllable syllable = text::parse(text::to_utf16(word));
  if (!syllable) lines.fail("has a word that is no syllable");
  return text::fold_i_y(syllable);
}

Phrase read_phrase(std::string_view written, const context::DataLines& lines) {
  Phrase phrase;
  for (const std::string_view word : split(written, ' ')) phrase.push_back(read_syllable(word, lines));
  return phrase;
}

// "lịch _" or "_ luận" or both: the phrase is the underscore.
Exception read_exception(std::string_view written, const context::DataLines& lines) {
  Exception exception;
  bool met = false;
  for (const std::string_view word : split(written, ' ')) {
    if (word == "_") {
      met = true;
    } else {
      (met ? exception.after : exception.before).push_back(read_syllable(word, lines));
    }
  }
  if (!met) lines.fail("has an exception without _");
  return exception;
}

// WRONG (! before a common one), RIGHT, EXCEPTIONS (with ; between them), REASON; the last two may be left out.
Confusable read_line(std::string_view line, const context::DataLines& lines) {
  const bool common = line.starts_with('!');
  if (common) line.remove_prefix(1);
  const std::vector<std::string_view> fields = split(line, '\t');
  if (fields.size() < 2 || fields.size() > 4) lines.fail("does not have two to four fields");
  Confusable confusable{read_phrase(fields[0], lines), read_phrase(fields[1], lines), {}, {}, {}, common};
  if (confusable.wrong.size() < 2 || confusable.wrong.size() != confusable.right.size()) {
    lines.fail("has phrases of one word or of different lengths");
  }
  for (const std::string_view word : split(fields[1], ' ')) confusable.words.push_back(text::to_utf16(word));
  if (fields.size() > 2 && !fields[2].empty()) {
    for (const std::string_view exception : split(fields[2], ';')) {
      confusable.exceptions.push_back(read_exception(exception, lines));
    }
  }
  if (fields.size() > 3) confusable.reason = text::to_utf16(fields[3]);
  return confusable;
}

bool is_opening_quote(char16_t unit) {
  return unit == u'“' || unit == u'"' || unit == u'‘' || unit == u'\'';
}

class ConfusableRule final : public Rule {
 public:
  explicit ConfusableRule(const RuleData& data) : ranker_(*data.ranker), model_(data.model) {
    context::DataLines lines(data.folder / "confusables.tsv");
    for (std::string_view line; lines.next(line);) {
      Confusable confusable = read_line(line, lines);
      starts_.set(confusable.wrong.front().code());
      by_start_[key(confusable.wrong[0], confusable.wrong[1])].push_back(std::move(confusable));
    }
  }

  std::string_view id() const override { return "spelling.confusable"; }
  Category category() const override { return Category::spelling; }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      if (!tokens[i].syllable || !tokens[i + 1].syllable) continue;
      const Syllable first = text::fold_i_y(tokens[i].syllable);
      if (!starts_.test(first.code())) continue;
      const auto found = by_start_.find(key(first, text::fold_i_y(tokens[i + 1].syllable)));
      if (found == by_start_.end()) continue;
      for (const Confusable& confusable : found->second) {
        if (!is_meant(analysis, i, confusable)) continue;
        tell(analysis, paragraph, i, confusable, sink);
        i += confusable.wrong.size() - 1;
        break;
      }
    }
  }

 private:
  static std::uint32_t key(Syllable first, Syllable second) {
    return static_cast<std::uint32_t>(first.code()) << 16 | second.code();
  }

  // Whether the words of a phrase stand at a token, one blank between them, in one sentence.
  static bool stands_at(const Analysis& analysis, std::size_t first, const Phrase& phrase) {
    const std::vector<Token>& tokens = analysis.tokens;
    if (first + phrase.size() > tokens.size()) return false;
    for (std::size_t k = 0; k < phrase.size(); ++k) {
      const Token& token = tokens[first + k];
      if (!token.syllable || text::fold_i_y(token.syllable) != phrase[k]) return false;
      if (k > 0 && (token.sentence_start || token.start != tokens[first + k - 1].end + 1)) return false;
    }
    return true;
  }

  bool is_meant(const Analysis& analysis, std::size_t first, const Confusable& confusable) const {
    if (!stands_at(analysis, first, confusable.wrong)) return false;
    const std::vector<Token>& tokens = analysis.tokens;
    const std::size_t end = first + confusable.wrong.size();
    // A capital begins a name; capitals throughout do not (Ý alone is taken to be capitalised).
    if (tokens[first].letter_case == LetterCase::capitalised && !tokens[first].sentence_start) return false;
    for (std::size_t k = first + 1; k < end; ++k) {
      const bool capitals = tokens[first].letter_case == LetterCase::upper &&
                            (tokens[k].letter_case == LetterCase::upper || tokens[k].length() == 1);
      if (tokens[k].letter_case != LetterCase::lower && !capitals) return false;
    }
    if (is_mentioned(analysis, tokens[first], tokens[end - 1])) return false;
    for (const Exception& exception : confusable.exceptions) {
      if (exception.before.size() <= first && stands_at(analysis, first - exception.before.size(), exception.before) &&
          stands_at(analysis, end, exception.after)) {
        return false;
      }
    }
    const std::array<std::u16string, 2> candidates = {spelling(confusable.wrong), spelling(confusable.right)};
    std::array<float, 2> scores{};
    ranker_.score(analysis, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end), candidates, scores);
    const float before = first > 0 ? bond(tokens[first - 1], tokens[first]) : 0;
    const float after = end < tokens.size() ? bond(tokens[end - 1], tokens[end]) : 0;
    const float outer = std::max({before, after, 0.0F});
    const float inner = bond(tokens[first], tokens[first + 1]);
    const float score = scores[1] - scores[0] + bond_weight * (inner - outer);
    return score >= (confusable.common ? least_score_of_common : least_score);
  }

  // How much likelier a word makes the next one, in nats; 0 where a blank does not join them.
  float bond(const Token& word, const Token& next) const {
    if (!word.syllable || !next.syllable || next.start != word.end + 1) return 0;
    const model::WordId id = model_->find(next.syllable);
    model::State state = model_->no_context();
    const float alone = model_->score(state, id).log_probability;
    model_->score(state, model_->find(word.syllable), state);
    return model_->score(state, id).log_probability - alone;
  }

  // “thăm quan” in quotes of its own is spoken about, not used.
  static bool is_mentioned(const Analysis& analysis, const Token& first, const Token& last) {
    return first.start > 0 && is_opening_quote(analysis.text[first.start - 1]) && last.end < analysis.text.size() &&
           (analysis.text[last.end] == u'”' || is_opening_quote(analysis.text[last.end]) ||
            analysis.text[last.end] == u'’');
  }

  static std::u16string spelling(const Phrase& phrase) {
    std::u16string out;
    for (const Syllable syllable : phrase) {
      if (!out.empty()) out += u' ';
      out += text::compose(syllable);
    }
    return out;
  }

  // The right phrase; words that stay are left as they stand, with their case and the style of their tone mark.
  static std::u16string mended(const Analysis& analysis, std::size_t first, const Confusable& confusable) {
    std::u16string out;
    for (std::size_t k = 0; k < confusable.right.size(); ++k) {
      const Token& token = analysis.tokens[first + k];
      if (k > 0) out += u' ';
      if (confusable.right[k] == confusable.wrong[k]) {
        out += analysis.view(token);
      } else {
        out += text::apply_case(confusable.words[k], token.letter_case);
      }
    }
    return out;
  }

  void tell(const Analysis& analysis, std::uint32_t paragraph, std::size_t first, const Confusable& confusable,
            FindingSink& sink) const {
    const std::uint32_t start = analysis.tokens[first].start;
    const std::uint32_t end = analysis.tokens[first + confusable.wrong.size() - 1].end;
    const std::u16string written = analysis.text.substr(start, end - start);
    std::u16string right = mended(analysis, first, confusable);
    std::u16string why = u"“" + written + u"” là cách viết sai hay gặp; chính tả là “" + right + u"”";
    if (!confusable.reason.empty()) why += u" (" + confusable.reason + u")";
    Message message{why + u".", u"“" + written + u"” is a common misspelling of “" + right + u"”."};
    report(sink, *this, {paragraph, start, end}, Severity::error, confidence, std::move(message), {std::move(right)});
  }

  const SuggestionRanker& ranker_;
  std::shared_ptr<const model::LanguageModel> model_;
  std::bitset<text::code_limit> starts_;  // the cheap test first
  std::unordered_map<std::uint32_t, std::vector<Confusable>> by_start_;
};

}  // namespace

std::unique_ptr<Rule> make_spelling_confusable(const RuleData& data) {
  if (data.ranker == nullptr || data.model == nullptr) return nullptr;
  try {
    return std::make_unique<ConfusableRule>(data);
  } catch (const Error& error) {
    data.problems.emplace_back(error.what());
    return nullptr;
  }
}

}  // namespace soat::check
