#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/rules/characters.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "lexicon/lexicon.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "texts/rules/encoding.h"

namespace soat::check {
namespace {

constexpr char16_t replacement = u'\uFFFD';
constexpr std::size_t longest_syllable = 7;
// Words with question marks that make a paragraph damaged; of U+FFFD, which nobody types, one is enough.
constexpr std::size_t enough_words = 2;
constexpr std::size_t share_of_whole = 5;  // where one word in so many is damaged, nothing is said of the others

// Letters that Windows-1252 has, so that saving in it does not lose them; written small.
bool is_kept(char16_t unit) {
  return unit < 0x80 || (unit >= 0xE0 && unit <= 0xFF && unit != u'đ');
}

bool ends_word(char16_t unit) {
  return is_blank(unit) || unit == u'\t' || unit == u'\n';
}

// What a run of units between blanks tells.
enum class Sign : std::uint8_t {
  none,
  weak,    // a question mark where one may be meant, but none is usual
  strong,  // letters are lost
};

struct Damage {
  std::size_t start = 0;  // from the first damaged word of a paragraph
  std::size_t end = 0;    // to behind the last lost letter
  std::size_t strong = 0;
  std::size_t weak = 0;
  std::size_t replaced = 0;  // of the strong ones those with U+FFFD
  std::size_t words = 0;
  bool question_marks = false;
};

// Text that was saved in an encoding without Vietnamese letters: a question mark or U+FFFD stands for each letter that
// was lost, inside and at the ends of words ("b?n g?p ng??i"). One finding for each run of such paragraphs, with
// nothing to put in their place, and no other finding in them: what the letters were cannot be known.
class Lossy final : public Rule {
 public:
  explicit Lossy(const RuleData& data) {
    for (const text::Syllable syllable : text::possible_syllables()) {
      if (!data.lexicon.attested(syllable)) continue;
      for (const text::ToneStyle style : {text::ToneStyle::old_style, text::ToneStyle::new_style}) {
        const text::Spelling spelling = text::spell(syllable, style);
        if (!std::all_of(spelling.view().begin(), spelling.view().end(), is_kept))
          by_length_[spelling.view().size()] += spelling.view();
      }
    }
  }

  const RuleInfo& info() const override { return rule_info<"encoding.lossy">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    Known known;
    std::optional<std::uint32_t> first;  // paragraph of the run of damaged ones that goes on
    Damage told;
    std::uint32_t count = 0;
    const auto tell = [&] {
      if (first) report_run(*first, told, count, sink);
      first.reset();
    };
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const std::u16string_view original = view.paragraphs[p].original;
      if (view.paragraphs[p].tokens.empty()) continue;  // an empty line ends no run
      const Damage damage = find_damage(original, known);
      if (damage.replaced == 0 && (damage.strong + damage.weak < enough_words || damage.strong == 0)) {
        tell();
        continue;
      }
      if (!first) {
        first = p;
        told = damage;
        count = 0;
      }
      ++count;
      const bool whole = (damage.strong + damage.weak) * share_of_whole >= damage.words;
      sink.silence(p, whole ? 0 : static_cast<std::uint32_t>(damage.start),
                   static_cast<std::uint32_t>(whole ? original.size() : damage.end), info(), Silence::everything);
    }
    tell();
  }

 private:
  // Patterns that were looked up: damaged words come back.
  using Known = std::unordered_map<std::u16string, bool>;

  Damage find_damage(std::u16string_view text, Known& known) const {
    Damage damage;
    if (text.find_first_of(u"?\uFFFD") == std::u16string_view::npos) return damage;
    for (std::size_t at = 0; at < text.size();) {
      if (ends_word(text[at])) {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < text.size() && !ends_word(text[end])) ++end;
      ++damage.words;
      std::size_t last = end;  // of what is lost
      const Sign sign = sign_of(text, at, end, last, known);
      if (sign != Sign::none) {
        if (damage.strong + damage.weak == 0) damage.start = at;
        damage.end = last;
        damage.question_marks = damage.question_marks || text[last - 1] == u'?' ||
                                text.substr(at, end - at).find(u'?') != std::u16string_view::npos;
        ++(sign == Sign::strong ? damage.strong : damage.weak);
        if (sign == Sign::strong && text.substr(at, end - at).find(replacement) != std::u16string_view::npos)
          ++damage.replaced;
      }
      at = end;
    }
    return damage;
  }

  Sign sign_of(std::u16string_view text, std::size_t start, std::size_t end, std::size_t& last, Known& known) const {
    std::u16string_view word = text.substr(start, end - start);
    if (const std::size_t lost = word.find_last_of(replacement); lost != std::u16string_view::npos) {
      last = end;
      return std::any_of(word.begin(), word.end(), is_latin_letter) || !is_bullet(text, start, end) ? Sign::strong
                                                                                                    : Sign::weak;
    }
    // Addresses and code have question marks of their own.
    if (word.find(u'?') == std::u16string_view::npos ||
        word.find_first_of(u"/\\=&_@%*[](){}|^") != std::u16string_view::npos)
      return Sign::none;
    const auto belongs = [](char16_t unit) { return unit == u'?' || is_latin_letter(unit); };
    while (!word.empty() && !belongs(word.front())) {
      word.remove_prefix(1);
      ++start;
    }
    const std::size_t length =
        static_cast<std::size_t>(std::find_if_not(word.begin(), word.end(), belongs) - word.begin());
    word = word.substr(0, length);
    const std::size_t mark = word.find(u'?');
    if (mark == std::u16string_view::npos || word.size() > longest_syllable + 1) return Sign::none;
    last = start + length;
    const bool lower_follows = next_is_lower(text, start + length);
    const std::size_t letters = word.find_last_not_of(u'?');
    if (letters == std::u16string_view::npos) return lower_follows ? Sign::weak : Sign::none;
    if (letters > mark) {
      // Inside a word, or before it. A capital behind a question mark begins a sentence.
      const std::size_t behind = word.find_first_not_of(u'?', mark);
      if (text::to_lower(word[behind]) != word[behind] && mark > 0) return Sign::none;
      return is_syllable(word, known) ? Sign::strong : Sign::none;
    }
    // Behind a word: consonants alone ask no question.
    const bool vowel = std::any_of(word.begin(), word.end(), [](char16_t unit) {
      return std::u16string_view(u"aeiouyAEIOUY").find(unit) != std::u16string_view::npos || unit > 0x7F;
    });
    if (!is_syllable(word, known)) return Sign::none;
    // A single letter may be one of a list: a? b? or c?
    if (!vowel && text::to_lower(word[0]) == word[0]) return letters > 0 ? Sign::strong : Sign::weak;
    return lower_follows ? Sign::weak : Sign::none;
  }

  // Whether a sign stands alone before all words of a paragraph, as bullets of other fonts do.
  static bool is_bullet(std::u16string_view text, std::size_t start, std::size_t end) {
    const auto is_empty = [](std::u16string_view part) { return std::all_of(part.begin(), part.end(), ends_word); };
    return is_empty(text.substr(0, start)) && !is_empty(text.substr(end));
  }

  static bool next_is_lower(std::u16string_view text, std::size_t at) {
    if (at >= text.size() || !is_blank(text[at])) return false;
    while (at < text.size() && is_blank(text[at])) ++at;
    return at < text.size() && is_latin_letter(text[at]) && text::to_lower(text[at]) == text[at];
  }

  // Whether a syllable in use has letters that get lost where the question marks stand.
  bool is_syllable(std::u16string_view word, Known& known) const {
    std::u16string pattern = text::to_lower(word);
    const auto [entry, is_new] = known.try_emplace(pattern, false);
    if (is_new)
      entry->second = matches(pattern) || (pattern.ends_with(u'?') && matches(pattern.substr(0, pattern.size() - 1)));
    return entry->second;
  }

  bool matches(std::u16string_view pattern) const {
    if (pattern.size() > longest_syllable || pattern.find(u'?') == std::u16string_view::npos) return false;
    const std::u16string_view all = by_length_[pattern.size()];
    for (std::size_t at = 0; at < all.size(); at += pattern.size()) {
      const auto fits = [](char16_t asked, char16_t unit) { return asked == u'?' ? !is_kept(unit) : asked == unit; };
      if (std::equal(pattern.begin(), pattern.end(), all.begin() + static_cast<std::ptrdiff_t>(at), fits)) return true;
    }
    return false;
  }

  void report_run(std::uint32_t paragraph, const Damage& damage, std::uint32_t count, FindingSink& sink) const {
    const std::u16string sign = damage.question_marks ? u"“?”" : u"“\uFFFD”";
    const text::Message message = count > 1 ? text::Message(texts::finding_encoding_lossy_paragraphs, sign, count)
                                            : text::Message(texts::finding_encoding_lossy, sign);
    report_original(sink, info(),
                    {paragraph, static_cast<std::uint32_t>(damage.start), static_cast<std::uint32_t>(damage.end)},
                    0.95F, message);
  }

  // Spellings in use with a letter that gets lost, by their length, one behind the other.
  std::array<std::u16string, longest_syllable + 2> by_length_;
};

}  // namespace

std::unique_ptr<Rule> make_encoding_lossy(const RuleData& data) {
  return std::make_unique<Lossy>(data);
}

}  // namespace soat::check
