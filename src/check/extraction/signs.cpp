#include "check/extraction/signs.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "check/joined_syllables.h"
#include "check/rules/characters.h"
#include "check/word_letters.h"
#include "text/letter_case.h"
#include "text/letters.h"
#include "text/syllable.h"

namespace soat::check::extraction {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_syllable = 7;
constexpr std::size_t most_pieces = 6;
constexpr int frequent = 9;                     // class below which a syllable proves nothing
constexpr std::size_t enough = 4;               // different places, below which a document shows no regular damage
constexpr std::size_t enough_odd = 2;           // different words for a known conversion
constexpr std::size_t enough_learnt = 5;        // for a letter exchanged as nobody has described it
constexpr std::size_t enough_foreign = 4;       // the same when the letter is none of Vietnamese
constexpr std::size_t enough_once_damaged = 2;  // the same when there are others of the kind
constexpr std::size_t most_types = 300;         // odd words that are looked at for a conversion that nobody knows
constexpr std::size_t longest_cut = 21;

// Words for one sign: of a paragraph in which signs crowd, and of a document that is damaged all through.
struct Density {
  std::size_t crowd = 0;
  std::size_t all = 0;
};
constexpr Density spacing{15, 150};
constexpr Density letters{25, 300};  // conversions change one word in eight, and half of these are words in use

struct Place {
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
};

bool has_mark(std::u16string_view word) {
  return std::ranges::any_of(word, [](char16_t unit) { return unit > 0x7F; });
}

bool is_in_use(std::u16string_view word, const lexicon::Lexicon& lexicon) {
  const text::Syllable syllable = text::parse(word);
  return syllable && lexicon.frequency(syllable) >= frequent;
}

class SignReader {
 public:
  SignReader(std::span<const Analysis> paragraphs, const lexicon::Lexicon& lexicon)
      : paragraphs_(paragraphs), lexicon_(lexicon) {}

  DocumentSigns read() {
    collect();
    if (odd_.size() < enough_odd) return std::move(signs_);
    signs_.paragraphs.resize(paragraphs_.size());
    for (std::uint32_t p = 0; p < paragraphs_.size(); ++p) {
      signs_.paragraphs[p].words = static_cast<std::uint32_t>(std::ranges::count_if(paragraphs_[p].tokens, is_letters));
    }
    find_joins();
    find_splits();
    find_exchanges();
    return std::move(signs_);
  }

 private:
  void collect() {
    for (std::uint32_t p = 0; p < paragraphs_.size(); ++p) {
      const std::vector<Token>& tokens = paragraphs_[p].tokens;
      for (std::uint32_t t = 0; t < tokens.size(); ++t) {
        if (is_odd(tokens[t], lexicon_)) odd_.push_back({p, t});
      }
    }
  }

  // Pieces of one syllable, set apart by blanks.
  void find_joins() {
    std::unordered_set<std::u16string> different;
    Place free_from;
    for (const Place place : odd_) {
      const Analysis& analysis = paragraphs_[place.paragraph];
      std::uint32_t first = place.token == 0 ? 0 : place.token - 1;
      if (free_from.paragraph == place.paragraph) {
        if (place.token < free_from.token) continue;
        first = std::max(first, free_from.token);
      }
      for (; first <= place.token; ++first) {
        std::u16string joined;
        const std::uint32_t end = joined_pieces(analysis, first, place.token, joined);
        if (end == 0) continue;
        ++signs_.paragraphs[place.paragraph].joins;
        different.insert(text::to_lower(joined));
        free_from = {place.paragraph, end};
        break;
      }
    }
    signs_.joins = different.size() >= enough && is_dense(&ParagraphSigns::joins, enough, spacing);
  }

  // Whether the signs are more than slips of a hand, which any long text has: they stand all through it, or crowd in
  // some of its paragraphs.
  bool is_dense(std::uint32_t ParagraphSigns::*sign, std::size_t enough_in_crowds, Density least) const {
    std::size_t words = 0;
    std::size_t signs = 0;
    std::size_t crowded = 0;
    for (const ParagraphSigns& paragraph : signs_.paragraphs) {
      words += paragraph.words;
      signs += paragraph.*sign;
      if (paragraph.*sign * least.crowd >= paragraph.words) crowded += paragraph.*sign;
    }
    return signs * least.all >= words || (crowded >= enough_in_crowds && 2 * crowded >= signs);
  }

  // The end of the longest run of pieces from `first` past `odd` that is a syllable in use; 0 when there is none.
  std::uint32_t joined_pieces(const Analysis& analysis, std::uint32_t first, std::uint32_t odd,
                              std::u16string& out) const {
    std::uint32_t found = 0;
    std::u16string joined;
    for (std::uint32_t t = first; t < analysis.tokens.size() && t < first + most_pieces; ++t) {
      const Token& token = analysis.tokens[t];
      if (!is_letters(token) || token.kind == TokenKind::hyphenated) break;
      if (t > first && (token.start != analysis.tokens[t - 1].end + 1 || !is_blank(analysis.text[token.start - 1])))
        break;
      joined += analysis.view(token);
      if (joined.size() > longest_syllable) break;
      if (t == first || t < odd || !has_mark(joined) || !is_in_use(joined, lexicon_)) continue;
      found = t + 1;
      out = joined;
    }
    return found;
  }

  void find_splits() {
    std::unordered_set<std::u16string_view> different;
    for (const Place place : odd_) {
      const Analysis& analysis = paragraphs_[place.paragraph];
      const Token& token = analysis.tokens[place.token];
      const std::u16string_view word = analysis.view(token);
      if (token.kind != TokenKind::word || word.size() < 4 || !has_mark(word) || lexicon_.find(word)) continue;
      if (word.size() <= longest_cut) {
        const SyllableCut cut = cut_into_syllables(word, token.letter_case == text::LetterCase::mixed, lexicon_);
        const bool long_enough = word.size() > 2 * longest_syllable;
        if (!long_enough && (cut.count < 2 || !cut.marked || cut.rarest < frequent)) continue;
      }
      ++signs_.paragraphs[place.paragraph].splits;
      different.insert(word);
    }
    signs_.splits = different.size() >= enough && is_dense(&ParagraphSigns::splits, enough, spacing);
  }

  void find_exchanges() {
    std::unordered_map<std::u16string, std::vector<Place>> types;
    for (const Place place : odd_) {
      const Analysis& analysis = paragraphs_[place.paragraph];
      const std::u16string_view word = analysis.view(analysis.tokens[place.token]);
      if (word.size() < 2 || word.size() > longest_syllable + 1) continue;
      if (!has_mark(word) && !is_upper(word)) continue;
      types[std::u16string(word)].push_back(place);
    }
    if (types.size() < enough_odd) return;
    const ExchangeSet* best = nullptr;
    std::size_t most = 1;
    const auto explained_by = [&](const ExchangeSet& set) {
      return static_cast<std::size_t>(
          std::ranges::count_if(types, [&](const auto& type) { return explains(set, type.first); }));
    };
    for (const ExchangeSet* set : {&unicode_taken_for_vni(), &unicode_taken_for_tcvn3()}) {
      const std::size_t explained = explained_by(*set);
      if (explained <= most) continue;
      most = explained;
      best = set;
    }
    if (best != nullptr) signs_.exchanges = *best;
    // These come by themselves or beside another conversion.
    for (const Exchange& exchange : foreign_letters().exchanges()) {
      if (explained_by(ExchangeSet({exchange})) >= enough_odd) signs_.exchanges.add(exchange);
    }
    learn(types);
    if (signs_.exchanges.empty()) return;
    for (const auto& [word, places] : types) {
      if (!explains(signs_.exchanges, word)) continue;
      for (const Place place : places) ++signs_.paragraphs[place.paragraph].exchanges;
    }
    if (!is_dense(&ParagraphSigns::exchanges, enough_odd, letters)) signs_.exchanges = {};
  }

  bool explains(const ExchangeSet& set, std::u16string_view word) const {
    bool found = false;
    set.for_each_origin(text::to_lower(word), is_upper(word), [&](const Origin& origin) {
      found = found || (is_in_use(origin.word, lexicon_) && (has_mark(word) || origin.word.size() > word.size() + 1));
    });
    return found;
  }

  using Types = std::unordered_map<std::u16string, std::vector<Place>>;

  // A conversion that nobody has described: one letter, always the same, stands where another one is missing from the
  // whole text.
  void learn(const Types& types) {
    std::size_t all_words = 0;
    for (const ParagraphSigns& paragraph : signs_.paragraphs) all_words += paragraph.words;
    if (types.size() < enough_learnt || odd_.size() * 50 < all_words) return;
    struct Pair {
      std::size_t types = 0;
      int frequency = 0;
    };
    std::map<std::pair<char16_t, char16_t>, Pair> pairs;
    std::map<char16_t, std::size_t> sources;
    std::size_t looked_at = 0;
    for (const auto& [form, places] : types) {
      const std::u16string word = text::to_lower(form);
      if (explains(signs_.exchanges, form) || ++looked_at > most_types) continue;
      std::set<char16_t> seen;
      for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] < 0x80 || !seen.insert(word[i]).second) continue;
        ++sources[word[i]];
        for (const char16_t letter : alphabet()) {
          if (letter == word[i]) continue;
          std::u16string meant = word;
          std::ranges::replace(meant, word[i], letter);
          const text::Syllable syllable = text::parse(meant);
          if (!syllable || lexicon_.frequency(syllable) < frequent) continue;
          Pair& pair = pairs[{word[i], letter}];
          ++pair.types;
          pair.frequency += lexicon_.frequency(syllable);
        }
      }
    }
    const std::map<char16_t, std::size_t> present = count_letters();
    const auto accept = [&](std::size_t least_vietnamese, std::size_t least_foreign) {
      for (auto& [source, words] : sources) {
        const bool vietnamese = text::letter_info(source).letter != text::Letter::none;
        if (words < (vietnamese ? least_vietnamese : least_foreign)) continue;
        char16_t best = 0;
        Pair most;
        for (const char16_t letter : alphabet()) {
          const auto pair = pairs.find({source, letter});
          if (pair == pairs.end() || 5 * pair->second.types < 4 * words) continue;
          // Where damage is regular, nothing of the letter is left.
          const auto left = present.find(letter);
          if (left != present.end() && left->second * 4 > words) continue;
          if (pair->second.frequency <= most.frequency) continue;
          best = letter;
          most = pair->second;
        }
        if (best == 0) continue;
        signs_.exchanges.add({std::u16string(1, best), std::u16string(1, source)});
        words = 0;
      }
    };
    accept(enough_learnt, enough_foreign);
    if (!signs_.exchanges.empty()) accept(enough_learnt, enough_once_damaged);
  }

  // How many words that are syllables in use have a letter.
  std::map<char16_t, std::size_t> count_letters() const {
    std::map<char16_t, std::size_t> counts;
    for (const Analysis& analysis : paragraphs_) {
      for (const Token& token : analysis.tokens) {
        if (token.kind != TokenKind::word || !token.syllable || !lexicon_.attested(token.syllable)) continue;
        for (const char16_t unit : analysis.view(token)) ++counts[text::to_lower(unit)];
      }
    }
    return counts;
  }

  static std::u16string_view alphabet() {
    static const std::u16string units = [] {
      std::u16string all = u"đ";
      for (const text::detail::VowelRow& row : text::detail::vowel_rows) all += std::u16string_view(row.lower, 6);
      return all;
    }();
    return units;
  }

  std::span<const Analysis> paragraphs_;
  const lexicon::Lexicon& lexicon_;
  std::vector<Place> odd_;
  DocumentSigns signs_;
};

}  // namespace

bool is_letters(const Token& token) {
  switch (token.kind) {
    case TokenKind::word:
    case TokenKind::abbreviation:
    case TokenKind::roman:
      return true;
    default:
      return false;
  }
}

bool is_upper(std::u16string_view word) {
  std::size_t capitals = 0;
  for (const char16_t unit : word) {
    if (unit >= u'a' && unit <= u'z') return false;
    if (text::to_lower(unit) != unit) ++capitals;
  }
  return 2 * capitals > word.size();
}

bool is_odd(const Token& token, const lexicon::Lexicon& lexicon) {
  if (token.syllable && lexicon.attested(token.syllable)) return token.length() == 1;
  return is_letters(token);
}

DocumentSigns read_signs(std::span<const Analysis> paragraphs, const lexicon::Lexicon& lexicon) {
  return SignReader(paragraphs, lexicon).read();
}

}  // namespace soat::check::extraction
