#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/logistic.h"
#include "check/rule_weights.h"
#include "check/rules/characters.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/suggestion_ranker.h"
#include "check/surroundings.h"
#include "check/word_letters.h"
#include "lexicon/lexicon.h"
#include "text/input_method.h"
#include "text/letter_case.h"
#include "texts/rules/spelling.h"

namespace soat::check {
namespace {

using text::InputMethod;
using text::LetterCase;
using text::Residue;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_word = 14;
constexpr int least_frequency = 8;
constexpr std::uint32_t reach = 3;      // words on either side that tell of keys
constexpr std::size_t least_words = 3;  // of a paragraph that is typed without an input method
constexpr std::size_t long_word = 5;    // keys of a word that is hardly one of another language by chance

// The numbers of rule-weights.txt.
struct Weights {
  RuleWeights::Of table;
  float bias = table["bias"];
  float mark = table["mark"];
  float written_mark = table["written-mark"];
  float telling_key = table["telling-key"];
  float d_stroke = table["d-stroke"];
  float code = table["code"];
  float keys_only = table["keys-only"];
  float digit_inside = table["digit-inside"];
  float digit_at_end = table["digit-at-end"];
  float viqr_hat = table["viqr-hat"];
  float frequency = table["frequency"];
  float usual_frequency = table["usual-frequency"];
  float vietnamese = table["vietnamese"];
  float foreign = table["foreign"];
  float keys_near = table["keys-near"];
  float strong_near = table["strong-near"];
  float weak_near = table["weak-near"];
  float all_foreign = table["all-foreign"];
  float capital = table["capital"];
  float capital_expected = table["capital-expected"];
  float upper = table["upper"];
  float upper_near_keys = table["upper-near-keys"];
  float abbreviation = table["abbreviation"];
  float gain = table["gain"];
  float usual_gain = table["usual-gain"];
  float least_gain = table["least-gain"];
  float most_gain = table["most-gain"];
  float throughout = table["throughout"];
};

std::u16string_view name_of(InputMethod method) {
  switch (method) {
    case InputMethod::telex:
      return u"Telex";
    case InputMethod::vni:
      return u"VNI";
    case InputMethod::viqr:
      return u"VIQR";
  }
  return u"";
}

// Keys of an input method that stayed in a word (tieesng, dduwowngf, Vie65t, Vie^.t).
class ResidueRule final : public Rule {
 public:
  explicit ResidueRule(const RuleData& data)
      : lexicon_(data.lexicon), ranker_(data.ranker), weights_{data.weights->of("spelling.residue")} {}

  const RuleInfo& info() const override { return rule_info<"spelling.residue">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const text::Analysis& analysis = view.paragraphs[paragraph];
    std::uint32_t words = 0;
    std::vector<Reading> readings = read_words(analysis, false, words);
    if (readings.empty()) return;
    if (std::ranges::any_of(readings, &Reading::strong)) readings = read_words(analysis, true, words);
    const bool throughout = is_typed_throughout(analysis, readings, words);
    if (!throughout) leave_out_known(readings);
    std::vector<Reading> reported;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      if (judge(analysis, paragraph, readings, i, throughout, sink) >= view.threshold(info()))
        reported.push_back(readings[i]);
    }
    if (throughout || reported.size() > 1) silence_stretches(analysis, paragraph, reported, throughout, sink);
  }

 private:
  // Where the run of letters and VIQR signs ends that starts at this word (Vie^.t is a word, a symbol, a full stop and
  // a word to the tokeniser), or 0 when none does. Only ^ and + are taken for a sign that it is one: the others are
  // punctuation.
  static std::uint32_t viqr_end(const text::Analysis& analysis, std::uint32_t index) {
    const Token& first = analysis.tokens[index];
    if (index > 0 && !first.space_before && analysis.tokens[index - 1].kind == TokenKind::symbol) return 0;
    constexpr std::u16string_view signs = u"^+('`?~.";
    bool sure = false;
    std::uint32_t end = first.end;
    const std::u16string_view text = analysis.text;
    while (end < text.size() && end - first.start <= longest_word) {
      const char16_t unit = text[end];
      const bool letter = text::letter_info(unit).letter != text::Letter::none;
      if (!letter && signs.find(unit) == std::u16string_view::npos) break;
      // A full stop or question mark that ends the word is punctuation.
      if (!letter && end + 1 == text.size()) break;
      if (!letter && (unit == u'.' || unit == u'?') && (text[end + 1] == u' ' || text[end + 1] == u'\n')) break;
      sure = sure || unit == u'^' || unit == u'+';
      ++end;
    }
    // A sign at the end alone (nhỏ+, C++) says nothing.
    const std::u16string_view inside = text.substr(first.start, end - first.start - (sure ? 1 : 0));
    return sure && inside.find_first_of(u"^+") != std::u16string_view::npos ? end : 0;
  }

  // A word that can be read as keys.
  struct Reading {
    std::uint32_t token = 0;
    std::uint32_t end = 0;
    std::uint32_t ordinal = 0;  // among the words of the paragraph
    Residue meant;
    bool strong = false;  // by itself it is more likely keys than anything else
    bool known = false;   // right as it stands (gif, cos, coong): keys only among others
  };

  static std::u16string_view view_of(const text::Analysis& analysis, const Reading& reading) {
    const std::uint32_t start = analysis.tokens[reading.token].start;
    return std::u16string_view(analysis.text).substr(start, reading.end - start);
  }

  bool is_in_use(text::Syllable syllable) const { return syllable && lexicon_.attested(syllable); }

  // The words of a paragraph that can be read as keys, and how many words it has. long_o: also syllables with the long
  // o of xoong, which are in use and hardly ever meant (coong, thoong).
  std::vector<Reading> read_words(const text::Analysis& analysis, bool long_o, std::uint32_t& words) const {
    std::vector<Reading> readings;
    words = 0;
    for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
      const Token& token = analysis.tokens[i];
      // A word of keys in capitals has letters enough of an abbreviation.
      if (token.kind != TokenKind::word && token.kind != TokenKind::abbreviation) continue;
      ++words;
      if (const std::uint32_t end = viqr_end(analysis, i); end != 0) {
        read(analysis, i, end, words, readings);
      } else if (!is_in_use(token.syllable) || (long_o && token.syllable.nucleus() == text::Nucleus::oo)) {
        read(analysis, i, token.end, words, readings);
      }
    }
    return readings;
  }

  void read(const text::Analysis& analysis, std::uint32_t index, std::uint32_t end, std::uint32_t ordinal,
            std::vector<Reading>& out) const {
    const Token& token = analysis.tokens[index];
    Reading reading{index, end, ordinal, {}};
    const std::u16string_view word = view_of(analysis, reading);
    if (word.size() < 2 || word.size() > longest_word || token.letter_case == LetterCase::mixed) return;
    int best = 0;
    for (const Residue& each : meanings_of(word)) {
      const int frequency = lexicon_.frequency(each.syllable);
      if (frequency < least_frequency || frequency <= best) continue;
      best = frequency;
      reading.meant = each;
    }
    if (best == 0) return;
    reading.known = static_cast<bool>(lexicon_.find(word)) || is_in_use(token.syllable);
    const bool telling = text::to_lower(word.back()) == u'j' || is_typed_d_stroke(word);
    reading.strong = !reading.known && (reading.meant.marks > 1 || telling) && letters_of(reading, word) > 1 &&
                     !lexicon_.is_foreign(word);
    if (token.kind == TokenKind::abbreviation && (reading.meant.marks < 2 || word.size() < 4)) return;
    out.push_back(reading);
  }

  // What the keys mean; where they mean nothing, with the w of Telex behind the vowel that it was typed before: dwungf.
  static text::Residues meanings_of(std::u16string_view word) {
    text::Residues meanings = text::decode_residue(word);
    const std::size_t w = word.find(u'w');
    if (!std::ranges::empty(meanings) || w == std::u16string_view::npos || w == 0 || w + 1 == word.size())
      return meanings;
    if (std::u16string_view(u"uoa").find(word[w + 1]) == std::u16string_view::npos) return meanings;
    std::u16string swapped(word);
    std::swap(swapped[w], swapped[w + 1]);
    return text::decode_residue(swapped);
  }

  // dd of Telex, d9 of VNI
  static bool is_typed_d_stroke(std::u16string_view word) {
    return word.size() > 2 && text::to_lower(word[0]) == u'd' && (text::to_lower(word[1]) == u'd' || word[1] == u'9');
  }

  // How many keys are letters rather than marks.
  static std::size_t letters_of(const Reading& reading, std::u16string_view word) {
    return word.size() - std::min<std::size_t>(word.size(), reading.meant.marks);
  }

  // Whether the paragraph was typed with no input method on: most of its words can be read as keys, and some of these
  // are no words of another language.
  bool is_typed_throughout(const text::Analysis& analysis, const std::vector<Reading>& readings,
                           std::size_t words) const {
    if (words < least_words || readings.size() < 2 || readings.size() * 5 < words * 3) return false;
    std::size_t own = 0;
    bool telling = false;
    for (const Reading& reading : readings) {
      const std::u16string_view word = view_of(analysis, reading);
      if (reading.known || analysis.tokens[reading.token].letter_case == LetterCase::upper || lexicon_.is_foreign(word))
        continue;
      ++own;
      telling = telling || word.size() >= long_word || (is_digit(word[word.size() - 2]) && !is_digit(word.back()));
      if (own > 1 && telling) return true;
    }
    return false;
  }

  // Leaves out words that are right as they stand, but for those between words that are keys.
  static void leave_out_known(std::vector<Reading>& readings) {
    const auto is_strong = [&](std::size_t at, std::size_t other) {
      const auto [first, last] = std::minmax(readings[at].ordinal, readings[other].ordinal);
      return readings[other].strong && last - first <= reach;
    };
    std::vector<Reading> kept;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      const bool between = i > 0 && i + 1 < readings.size() && is_strong(i, i - 1) && is_strong(i, i + 1);
      if (!readings[i].known || between) kept.push_back(readings[i]);
    }
    readings = std::move(kept);
  }

  // Whether a token may stand in a stretch that was typed with no input method on: no word, or a syllable in use that
  // keys write as it is.
  bool is_plain(const text::Analysis& analysis, const Token& token) const {
    if (token.kind == TokenKind::hyphenated) return false;
    return token.kind != TokenKind::word || (is_in_use(token.syllable) && !has_marks(analysis.view(token)));
  }

  // In such a stretch other rules would judge words by neighbours that are keys. The keys that were told of explain it:
  // nothing is said of the wording from the first of them to the last; of none outside unless all is typed so.
  void silence_stretches(const text::Analysis& analysis, std::uint32_t paragraph, const std::vector<Reading>& told,
                         bool throughout, FindingSink& sink) const {
    auto key = told.begin();
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::size_t keys = 0;
    const auto close = [&] {
      if (keys > 1 || (throughout && keys > 0)) {
        const auto [first, last] = analysis.original_span(start, end);
        sink.silence(paragraph, first, last, info(), Silence::wording);
      }
      start = end = 0;
      keys = 0;
    };
    for (const Token& token : analysis.tokens) {
      while (key != told.end() && key->end <= token.start) ++key;
      const bool is_key = key != told.end() && analysis.tokens[key->token].start <= token.start;
      if (!is_key && !is_plain(analysis, token)) {
        close();
        continue;
      }
      if (end == 0 && (is_key || throughout)) start = token.start;
      if (is_key || throughout) end = token.end;
      if (is_key) ++keys;
    }
    close();
  }

  // Reports a word if it may be keys; returns how sure that is, 0 if it is not.
  float judge(const text::Analysis& analysis, std::uint32_t paragraph, const std::vector<Reading>& readings,
              std::size_t at, bool throughout, FindingSink& sink) const {
    const Reading& reading = readings[at];
    const Token& token = analysis.tokens[reading.token];
    const std::u16string_view word = view_of(analysis, reading);
    const float confidence = confidence_of(analysis, readings, at, throughout);
    // The dictionaries are asked last: reading them takes longer than everything else.
    if (confidence < info().thresholds.strict || (!throughout && lexicon_.is_foreign(word))) return 0;
    const text::Residues meanings = meanings_of(word);
    std::vector<std::u16string> suggestions = {spelt(reading.meant, token)};
    for (const Residue& meaning : meanings) {
      if (lexicon_.attested(meaning.syllable)) suggestions.push_back(spelt(meaning, token));
    }
    const std::u16string method(name_of(reading.meant.method));
    const text::Message message(texts::finding_spelling_residue, method, suggestions.front());
    report(sink, info(), {paragraph, token.start, reading.end}, confidence, message, std::move(suggestions));
    return confidence;
  }

  static std::u16string spelt(const Residue& meaning, const Token& token) {
    return text::apply_case(text::spell(meaning.syllable).view(), token.letter_case);
  }

  // Words near by that can be read as keys as well.
  struct Keyed {
    int strong = 0;
    int weak = 0;
  };

  static Keyed keyed_near(const std::vector<Reading>& readings, std::size_t at) {
    Keyed out;
    const auto count = [&](const Reading& other) { ++(other.strong ? out.strong : out.weak); };
    for (std::size_t i = at; i > 0 && readings[i - 1].ordinal + reach >= readings[at].ordinal; --i)
      count(readings[i - 1]);
    for (std::size_t i = at + 1; i < readings.size() && readings[i].ordinal <= readings[at].ordinal + reach; ++i)
      count(readings[i]);
    return out;
  }

  // Whether a sign of program text touches the word: char*, $conf, sys.argv, a[row].
  static bool is_in_code(const text::Analysis& analysis, const Token& token) {
    constexpr std::u16string_view signs = u"=*_<>/\\&|#$@[]{}~^`";
    const std::u16string_view text = analysis.text;
    return (token.start > 0 && signs.find(text[token.start - 1]) != std::u16string_view::npos) ||
           (token.end < text.size() && signs.find(text[token.end]) != std::u16string_view::npos);
  }

  // Log-odds that the word is typed keys and neither foreign nor a name nor a code.
  float confidence_of(const text::Analysis& analysis, const std::vector<Reading>& readings, std::size_t at,
                      bool throughout) const {
    const Reading& reading = readings[at];
    const Residue& best = reading.meant;
    const std::uint32_t index = reading.token;
    const std::u16string_view word = view_of(analysis, reading);
    const Token& token = analysis.tokens[index];
    Surroundings around = look_around(analysis, index, lexicon_);
    const Keyed keyed = keyed_near(readings, at);
    // Neighbours that are keys too are no foreign words.
    if (keyed.strong > 0 || reading.strong) around.foreign = std::max(0, around.foreign - keyed.strong - keyed.weak);
    if (throughout) around.foreign = 0;
    const Weights& w = weights_;
    float odds = (throughout ? w.throughout : 0.0F) + w.bias + w.mark * static_cast<float>(best.marks);
    if (has_marks(word)) odds += w.written_mark;
    if (best.method == InputMethod::telex) {
      // Keys that stand where no English or French word has those letters.
      constexpr std::u16string_view telling = u"fjwz";
      for (std::size_t i = 1; i < word.size(); ++i)
        odds += telling.find(text::to_lower(word[i])) != std::u16string_view::npos ? w.telling_key : 0.0F;
      if (is_typed_d_stroke(word)) odds += w.d_stroke;
      if (is_in_code(analysis, token)) odds += w.code;
      // Names of programs and commands are short, and nearly all of their letters are keys of marks (ufw, aws).
      if (letters_of(reading, word) < 2) odds += w.keys_only;
    } else if (best.method == InputMethod::vni) {
      // co2 and a1 are formulas and names; a digit inside (Vie65t) is none of these.
      const bool inside = is_digit(word[word.size() - 1]) ? std::any_of(word.begin(), word.end() - 2, is_digit) : true;
      odds += inside ? w.digit_inside : w.digit_at_end;
    } else {
      odds += word.find(u'^') != std::u16string_view::npos ? w.viqr_hat : 0.0F;
    }
    odds += w.frequency * (static_cast<float>(lexicon_.frequency(best.syllable)) - w.usual_frequency);
    odds += w.vietnamese * static_cast<float>(std::min(around.vietnamese, 4)) +
            w.foreign * static_cast<float>(around.foreign);
    if (keyed.strong > 0)
      odds += w.keys_near + w.strong_near * static_cast<float>(std::min(keyed.strong, 3)) +
              w.weak_near * static_cast<float>(std::min(keyed.weak, 2));
    if (around.vietnamese + around.plain + keyed.strong == 0 && around.foreign > 0) odds += w.all_foreign;
    const bool expected =
        (token.sentence_start ? 1 : 0) + (best.marks > 1 ? 1 : 0) + (keyed.strong > 0 ? 1 : 0) + (throughout ? 1 : 0) >
        1;
    if (token.letter_case == LetterCase::capitalised) odds += expected ? w.capital_expected : w.capital;
    if (token.letter_case == LetterCase::upper) odds += keyed.strong > 0 ? w.upper_near_keys : w.upper;
    if (token.kind == TokenKind::abbreviation && keyed.strong == 0) odds += w.abbreviation;
    if (!reading.strong && keyed.strong == 0 && !throughout && !has_marks(word)) odds += fit(analysis, reading);
    return logistic(odds);
  }

  // A single key at the end may be chance (char, conf): whether the word that it makes belongs here.
  float fit(const text::Analysis& analysis, const Reading& reading) const {
    if (ranker_ == nullptr || reading.end != analysis.tokens[reading.token].end) return 0;
    const std::array<std::u16string, 2> forms = {text::spell(reading.meant.syllable).str(),
                                                 text::to_lower(view_of(analysis, reading))};
    std::array<float, 2> scores{};
    ranker_->score(analysis, reading.token, reading.token + 1, forms, scores);
    return std::clamp(weights_.gain * (scores[0] - scores[1] - weights_.usual_gain), weights_.least_gain,
                      weights_.most_gain);
  }

  const lexicon::Lexicon& lexicon_;
  const SuggestionRanker* ranker_;
  Weights weights_;
};

}  // namespace

std::unique_ptr<Rule> make_spelling_residue(const RuleData& data) {
  return make_with_weights(data, [&] { return std::make_unique<ResidueRule>(data); });
}

}  // namespace soat::check
