#include "check/slips/slip_cost.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/bits.h"
#include "text/letters.h"

namespace soat::check {
namespace {

constexpr float missing_hat = 0.5F;
constexpr float wrong_hat = 0.7F;
constexpr float added_hat = 0.8F;
constexpr float missing_tone = 0.5F;
constexpr float unmarked =
    0.25F;  // of each mark that a word written wholly without marks lacks: that is one cause, not many
constexpr float wrong_tone = 0.7F;
constexpr float hook_for_tilde = 0.5F;  // half of the country speaks them alike
constexpr float added_tone = 0.9F;
constexpr float sounds_alike = 0.6F;
constexpr float neighbouring_key = 0.9F;
constexpr float other_letter = 1.6F;
constexpr float missing_letter = 1.0F;
constexpr float added_letter = 1.0F;
constexpr float doubled_letter = 0.5F;
constexpr float swapped_letters = 0.7F;
constexpr float silent_h = 0.5F;
// The cheapest letter more or less.
constexpr float least_step = 0.5F;
static_assert(least_step <= std::min({missing_letter, added_letter, doubled_letter, silent_h}));
// The cheapest two letters at once: swapped, spelt otherwise, their hats swapped.
constexpr float least_of_two = 0.5F;
static_assert(least_of_two <= std::min({swapped_letters, sounds_alike, missing_hat}));

using text::Letter;
using text::LetterInfo;
using text::Tone;

// The rows of a QWERTY keyboard with the column of each key in half keys.
constexpr std::array<std::u16string_view, 3> rows = {u"qwertyuiop", u"asdfghjkl", u"zxcvbnm"};
constexpr std::array<int, 3> shift = {0, 1, 3};

struct Key {
  int row = -1;
  int column = 0;
};

constexpr std::array<Key, text::letter_count> make_keys() {
  std::array<Key, text::letter_count> keys{};
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t i = 0; i < rows[row].size(); ++i) {
      const auto letter = static_cast<std::size_t>(text::letter_info(rows[row][i]).letter);
      keys[letter] = {static_cast<int>(row), static_cast<int>(2 * i) + shift[row]};
    }
  }
  return keys;
}

constexpr std::array<Key, text::letter_count> keys = make_keys();

constexpr bool are_neighbours(Letter a, Letter b) {
  const Key& x = keys[static_cast<std::size_t>(a)];
  const Key& y = keys[static_cast<std::size_t>(b)];
  if (x.row < 0 || y.row < 0) return false;
  const int rows_apart = x.row > y.row ? x.row - y.row : y.row - x.row;
  const int columns_apart = x.column > y.column ? x.column - y.column : y.column - x.column;
  return rows_apart == 0 ? columns_apart == 2 : rows_apart == 1 && columns_apart <= 1;
}

constexpr std::uint32_t bit(char16_t letter) {
  return 1U << static_cast<unsigned>(text::letter_info(letter).letter);
}

// Single letters for sounds that dialects or spelling rules mix up.
constexpr bool sound_alike(Letter a, Letter b) {
  constexpr std::array<std::uint32_t, 7> groups = {bit(u'c') | bit(u'k') | bit(u'q'),
                                                   bit(u'i') | bit(u'y'),
                                                   bit(u's') | bit(u'x'),
                                                   bit(u'd') | bit(u'r'),
                                                   bit(u'l') | bit(u'n'),
                                                   bit(u'd') | bit(u'g'),
                                                   bit(u'd') | bit(u'v')};
  const std::uint32_t both = 1U << static_cast<unsigned>(a) | 1U << static_cast<unsigned>(b);
  return std::any_of(groups.begin(), groups.end(), [&](std::uint32_t group) { return (group & both) == both; });
}

constexpr float cost_of_change(Letter written, Letter intended) {
  if (written == intended) return 0;
  const Letter from = text::base_letter(written);
  const Letter to = text::base_letter(intended);
  if (from != to) {
    if (sound_alike(from, to)) return sounds_alike;
    return are_neighbours(from, to) ? neighbouring_key : other_letter;
  }
  if (written == from) return missing_hat;
  return intended == to ? added_hat : wrong_hat;
}

using ChangeCosts = std::array<std::array<float, text::letter_count>, text::letter_count>;

constexpr ChangeCosts make_change_costs() {
  ChangeCosts costs{};
  for (std::size_t i = 0; i < text::letter_count; ++i) {
    for (std::size_t j = 0; j < text::letter_count; ++j)
      costs[i][j] = cost_of_change(static_cast<Letter>(i), static_cast<Letter>(j));
  }
  return costs;
}

constexpr ChangeCosts change_costs = make_change_costs();

float change_cost(const LetterInfo& written, const LetterInfo& intended, bool written_unmarked) {
  const float cost = change_costs[static_cast<std::size_t>(written.letter)][static_cast<std::size_t>(intended.letter)];
  return written_unmarked && cost == missing_hat && text::base_letter(intended.letter) == written.letter ? unmarked
                                                                                                         : cost;
}

bool is_letter(const LetterInfo& letter, char16_t unit) {
  return letter.letter == text::letter_info(unit).letter;
}

bool same_base(const LetterInfo& a, const LetterInfo& b) {
  return text::base_letter(a.letter) == text::base_letter(b.letter);
}

bool is_plain(const LetterInfo& letter) {
  return letter.letter == text::base_letter(letter.letter);
}

float added_cost(const WordLetters& written, std::size_t i) {
  if (i > 0 && same_base(written[i - 1], written[i])) return doubled_letter;
  if (i + 1 < written.size() && same_base(written[i + 1], written[i])) return doubled_letter;
  if (i > 0 && is_letter(written[i], u'h') && is_letter(written[i - 1], u'g')) return silent_h;  // nghành, ghà
  return added_letter;
}

float missing_cost(const WordLetters& intended, std::size_t i) {
  if (i > 0 && is_letter(intended[i], u'h') && is_letter(intended[i - 1], u'g')) return silent_h;  // ngĩ, gế
  if (i > 0 && same_base(intended[i - 1], intended[i])) return doubled_letter;
  return missing_letter;
}

// A hat on the neighbouring vowel (đựơc, nguơì, tiêń) is one slip, not two.
bool hats_swapped(const WordLetters& written, std::size_t i, const WordLetters& intended, std::size_t j) {
  return same_base(written[i], intended[j]) && same_base(written[i + 1], intended[j + 1]) &&
         text::is_vowel(written[i].letter) && text::is_vowel(written[i + 1].letter) && is_plain(written[i]) &&
         !is_plain(intended[j]) && !is_plain(written[i + 1]) && is_plain(intended[j + 1]);
}

// Two letters for one sound that dialects mix up: ch, tr.
bool clusters_alike(const WordLetters& written, std::size_t i, const WordLetters& intended, std::size_t j) {
  const auto stands = [](const WordLetters& word, std::size_t k, char16_t first, char16_t second) {
    return is_letter(word[k], first) && is_letter(word[k + 1], second);
  };
  return (stands(written, i, u'c', u'h') && stands(intended, j, u't', u'r')) ||
         (stands(written, i, u't', u'r') && stands(intended, j, u'c', u'h'));
}

// ngã for hỏi, or the other way round. Sets of tones.
bool is_hook_for_tilde(std::uint32_t written, std::uint32_t intended) {
  constexpr std::uint32_t hook = 1U << static_cast<unsigned>(Tone::hoi);
  constexpr std::uint32_t tilde = 1U << static_cast<unsigned>(Tone::nga);
  return (written == hook && intended == tilde) || (written == tilde && intended == hook);
}

}  // namespace

// Tones are compared over the whole word: where the mark stands is no more than a slip of placement.
float tone_cost(const WordLetters& written, std::uint32_t tones) {
  if (tones == 0) return added_tone * static_cast<float>(text::count_ones(written.tones()));
  // More than one mark in the word that was meant cannot be.
  const std::uint32_t others = text::count_ones(written.tones() & ~tones);
  const bool found = (written.tones() & tones) != 0;
  if (found) return added_tone * 0.5F * static_cast<float>(others);  // a second mark that should not be there
  if (is_hook_for_tilde(written.tones(), tones)) return hook_for_tilde;
  if (others > 0) return wrong_tone * static_cast<float>(others);
  return written.is_unmarked() ? unmarked : missing_tone;
}

LetterSet::LetterSet(std::uint32_t word_bases) : bases(word_bases), alike(0) {
  constexpr auto plain_letters = static_cast<std::size_t>(Letter::z) + 1;
  for (std::size_t i = 0; i < plain_letters; ++i) {
    for (std::size_t k = 0; (bases >> i & 1) != 0 && k < plain_letters; ++k) {
      if (i != k && sound_alike(static_cast<Letter>(i), static_cast<Letter>(k))) alike |= 1U << k;
    }
  }
  // ch and tr sound alike as a whole.
  if ((bases & bit(u'c')) != 0) alike |= bit(u't');
  if ((bases & bit(u't')) != 0) alike |= bit(u'c');
}

float least_letter_cost(const LetterSet& written, const LetterSet& intended, float limit) {
  // Each letter that only one of the two has is added, dropped or changed; one change accounts for two. Only an h costs
  // less, and an r in tr for ch.
  constexpr std::uint32_t cheap = bit(u'h') | bit(u'r');
  constexpr float least_other = neighbouring_key;
  static_assert(least_other <= std::min({missing_letter, added_letter, 2 * doubled_letter, other_letter}) &&
                sounds_alike <= least_other);
  const std::uint32_t only_written = written.bases & ~intended.bases & ~cheap;
  const std::uint32_t only_intended = intended.bases & ~written.bases & ~cheap;
  const float any =
      sounds_alike * static_cast<float>(std::max(text::count_ones(only_written), text::count_ones(only_intended)));
  if (any == 0 || any > limit) return any;
  const auto least = [](std::uint32_t letters, std::uint32_t alike) {
    return sounds_alike * static_cast<float>(text::count_ones(letters & alike)) +
           least_other * static_cast<float>(text::count_ones(letters & ~alike));
  };
  return std::max(least(only_written, intended.alike), least(only_intended, written.alike));
}

float least_size_cost(std::size_t written, std::size_t intended) {
  return least_step * static_cast<float>(written > intended ? written - intended : intended - written);
}

float slip_cost(const WordLetters& written, const WordLetters& intended, float limit) {
  const float tones = tone_cost(written, intended.tones());
  if (tones > limit) return tones;
  const bool plain = written.is_unmarked();
  const auto n = static_cast<std::ptrdiff_t>(written.size());
  const auto m = static_cast<std::ptrdiff_t>(intended.size());
  // A way that leaves the diagonals between the first and the last letters by `aside` costs at least that many letters
  // more and less again: what lies further off is not looked at.
  const float left = limit - tones - least_size_cost(written.size(), intended.size());
  if (left < -0.001F) return limit - left;
  const auto aside = static_cast<std::ptrdiff_t>(std::max(left, 0.0F) / (2 * least_step) + 0.001F);
  const std::ptrdiff_t lowest = std::min<std::ptrdiff_t>(m - n, 0) - aside;
  const std::ptrdiff_t highest = std::max<std::ptrdiff_t>(m - n, 0) + aside;
  constexpr float far = 100;
  constexpr std::size_t width = WordLetters::capacity + 1;
  std::array<float, width> missing;
  for (std::ptrdiff_t j = 0; j < m; ++j) missing[j] = missing_cost(intended, j);
  std::array<std::array<float, width>, width> cost;
  cost[0][0] = tones;
  for (std::ptrdiff_t j = 1; j <= m; ++j) cost[0][j] = cost[0][j - 1] + missing[j - 1];
  float best_above = tones;
  for (std::ptrdiff_t i = 1; i <= n; ++i) {
    const float added = added_cost(written, i - 1);
    const std::ptrdiff_t first = std::max<std::ptrdiff_t>(i + lowest, 1);
    const std::ptrdiff_t last = std::min(i + highest, m);
    cost[i][first - 1] = i + lowest <= 0 ? cost[i - 1][0] + added : far;
    if (i + highest <= m) cost[i - 1][last] = far;
    float best = cost[i][first - 1];
    for (std::ptrdiff_t j = first; j <= last; ++j) {
      float c = cost[i - 1][j - 1] + change_cost(written[i - 1], intended[j - 1], plain);
      c = std::min(c, cost[i - 1][j] + added);
      c = std::min(c, cost[i][j - 1] + missing[j - 1]);
      if (i > 1 && j > 1) {
        if (same_base(written[i - 1], intended[j - 2]) && same_base(written[i - 2], intended[j - 1]) &&
            !same_base(written[i - 1], written[i - 2])) {
          const float hats =
              change_cost(written[i - 1], intended[j - 2], plain) + change_cost(written[i - 2], intended[j - 1], plain);
          c = std::min(c, cost[i - 2][j - 2] + swapped_letters + hats);
        }
        if (clusters_alike(written, i - 2, intended, j - 2)) c = std::min(c, cost[i - 2][j - 2] + sounds_alike);
        if (hats_swapped(written, i - 2, intended, j - 2)) c = std::min(c, cost[i - 2][j - 2] + missing_hat);
      }
      cost[i][j] = c;
      best = std::min(best, c);
    }
    // Two letters at once reach back two rows and pass this one by.
    if (std::min(best, best_above + least_of_two) > limit) return std::min(best, best_above + least_of_two);
    best_above = best;
  }
  return cost[n][m];
}

}  // namespace soat::check
