#include "check/slip_cost.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace soat::check {
namespace {

constexpr float missing_hat = 0.5F;
constexpr float wrong_hat = 0.7F;
constexpr float added_hat = 0.8F;
constexpr float missing_tone = 0.5F;
constexpr float wrong_tone = 0.7F;
constexpr float added_tone = 0.9F;
constexpr float sounds_alike = 0.6F;
constexpr float neighbouring_key = 0.9F;
constexpr float other_letter = 1.6F;
constexpr float missing_letter = 1.0F;
constexpr float added_letter = 1.0F;
constexpr float doubled_letter = 0.5F;
constexpr float swapped_letters = 0.7F;
constexpr float silent_h = 0.5F;

// The rows of a QWERTY keyboard with the column of each key in half keys.
constexpr std::array<std::u16string_view, 3> rows = {u"qwertyuiop", u"asdfghjkl", u"zxcvbnm"};
constexpr std::array<int, 3> shift = {0, 1, 3};

struct Key {
  int row = -1;
  int column = 0;
};

constexpr std::array<Key, 26> make_keys() {
  std::array<Key, 26> keys{};
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t i = 0; i < rows[row].size(); ++i) {
      keys[static_cast<std::size_t>(rows[row][i] - u'a')] = {static_cast<int>(row),
                                                             static_cast<int>(2 * i) + shift[row]};
    }
  }
  return keys;
}

constexpr std::array<Key, 26> keys = make_keys();

bool are_neighbours(char16_t a, char16_t b) {
  if (a < u'a' || a > u'z' || b < u'a' || b > u'z') return false;
  const Key& x = keys[static_cast<std::size_t>(a - u'a')];
  const Key& y = keys[static_cast<std::size_t>(b - u'a')];
  const int rows_apart = std::abs(x.row - y.row);
  const int columns_apart = std::abs(x.column - y.column);
  return rows_apart == 0 ? columns_apart == 2 : rows_apart == 1 && columns_apart <= 1;
}

// Single letters for sounds that dialects or spelling rules mix up.
bool sound_alike(char16_t a, char16_t b) {
  constexpr std::array<std::u16string_view, 7> groups = {u"ckq", u"iy", u"sx", u"dr", u"ln", u"dg", u"vd"};
  return std::any_of(groups.begin(), groups.end(), [&](std::u16string_view group) {
    return group.find(a) != std::u16string_view::npos && group.find(b) != std::u16string_view::npos;
  });
}

float change_cost(const Letter& written, const Letter& intended) {
  if (written.base != intended.base) {
    if (sound_alike(written.base, intended.base)) return sounds_alike;
    return are_neighbours(written.base, intended.base) ? neighbouring_key : other_letter;
  }
  if (written.hat == intended.hat) return 0;
  if (written.hat == Hat::none) return missing_hat;
  return intended.hat == Hat::none ? added_hat : wrong_hat;
}

bool is_vowel(char16_t base) {
  return std::u16string_view(u"aeiouy").find(base) != std::u16string_view::npos;
}

float added_cost(const Letters& written, std::size_t i) {
  const Letter& letter = written[i];
  if (i > 0 && written[i - 1].base == letter.base) return doubled_letter;
  if (i + 1 < written.size() && written[i + 1].base == letter.base) return doubled_letter;
  if (letter.base == u'h' && i > 0 && written[i - 1].base == u'g') return silent_h;  // nghành, ghà
  return added_letter;
}

float missing_cost(const Letters& intended, std::size_t i) {
  const Letter& letter = intended[i];
  if (letter.base == u'h' && i > 0 && intended[i - 1].base == u'g') return silent_h;  // ngĩ, gế
  if (i > 0 && intended[i - 1].base == letter.base) return doubled_letter;
  return missing_letter;
}

// Tones are compared over the whole word: where the mark stands is no more than a slip of placement.
float tone_cost(const Letters& written, const Letters& intended) {
  text::Tone want = text::Tone::ngang;
  for (const Letter& letter : intended.span()) {
    if (letter.tone != text::Tone::ngang) want = letter.tone;
  }
  bool found = false;
  int others = 0;
  for (const Letter& letter : written.span()) {
    if (letter.tone == text::Tone::ngang) continue;
    if (letter.tone == want) {
      found = true;
    } else {
      ++others;
    }
  }
  if (want == text::Tone::ngang) return added_tone * static_cast<float>(others);
  if (found) return added_tone * 0.5F * static_cast<float>(others);  // a second mark that should not be there
  return others > 0 ? wrong_tone * static_cast<float>(others) : missing_tone;
}

// A hat on the neighbouring vowel (đựơc, nguơì, tiêń) is one slip, not two.
bool hats_swapped(const Letters& written, std::size_t i, const Letters& intended, std::size_t j) {
  return written[i].base == intended[j].base && written[i + 1].base == intended[j + 1].base &&
         is_vowel(written[i].base) && is_vowel(written[i + 1].base) && written[i].hat == Hat::none &&
         intended[j].hat != Hat::none && written[i + 1].hat != Hat::none && intended[j + 1].hat == Hat::none;
}

}  // namespace

float slip_cost(const Letters& written, const Letters& intended, float limit) {
  const float tones = tone_cost(written, intended);
  if (tones > limit) return tones;
  const std::size_t n = written.size();
  const std::size_t m = intended.size();
  constexpr std::size_t width = Letters::capacity + 1;
  std::array<std::array<float, width>, width> cost;
  cost[0][0] = tones;
  for (std::size_t j = 1; j <= m; ++j) cost[0][j] = cost[0][j - 1] + missing_cost(intended, j - 1);
  for (std::size_t i = 1; i <= n; ++i) {
    cost[i][0] = cost[i - 1][0] + added_cost(written, i - 1);
    float best = cost[i][0];
    for (std::size_t j = 1; j <= m; ++j) {
      float c = cost[i - 1][j - 1] + change_cost(written[i - 1], intended[j - 1]);
      c = std::min(c, cost[i - 1][j] + added_cost(written, i - 1));
      c = std::min(c, cost[i][j - 1] + missing_cost(intended, j - 1));
      if (i > 1 && j > 1) {
        if (written[i - 1].base == intended[j - 2].base && written[i - 2].base == intended[j - 1].base &&
            written[i - 1].base != written[i - 2].base) {
          const float hats =
              change_cost(written[i - 1], intended[j - 2]) + change_cost(written[i - 2], intended[j - 1]);
          c = std::min(c, cost[i - 2][j - 2] + swapped_letters + hats);
        }
        if (hats_swapped(written, i - 2, intended, j - 2)) c = std::min(c, cost[i - 2][j - 2] + missing_hat);
      }
      cost[i][j] = c;
      best = std::min(best, c);
    }
    // A swap reaches back two rows, so one row above the limit is not yet proof; two letters never cost less than a
    // swap.
    if (best > limit + swapped_letters) return best;
  }
  return cost[n][m];
}

}  // namespace soat::check
