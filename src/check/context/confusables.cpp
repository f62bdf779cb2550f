#include "check/context/confusables.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <utility>

namespace soat::check::context {
namespace {

using Kind = Operation::Kind;

bool is_vowel(char letter) {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

constexpr std::size_t letter_count = 26;
using Neighbours = std::array<std::array<bool, letter_count>, letter_count>;

// The keys next to each other on a QWERTY keyboard.
constexpr Neighbours make_neighbours() {
  constexpr std::string_view pairs =
      "qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm "
      "qa ws ed rf tg yh uj ik ol wa es rd ft gy hu ji ko lp az sx dc fv gb hn jm zs xd cf vg bh nj mk";
  Neighbours neighbours{};
  for (std::size_t i = 0; i < pairs.size(); i += 3) {
    const auto a = static_cast<std::size_t>(pairs[i] - 'a');
    const auto b = static_cast<std::size_t>(pairs[i + 1] - 'a');
    neighbours[a][b] = neighbours[b][a] = true;
  }
  return neighbours;
}

bool are_neighbours(char a, char b) {
  static constexpr Neighbours neighbours = make_neighbours();
  return neighbours[static_cast<std::size_t>(a - 'a')][static_cast<std::size_t>(b - 'a')];
}

// What else may change along with the letters. More at once is no slip but another word.
bool is_plausible(Kind kind, const Slip& slip) {
  const int others = slip.changed_marks + (slip.tone != no_tone_change ? 1 : 0);
  switch (kind) {
    case Kind::none:
      return others > 0;
    case Kind::onset:
    case Kind::coda:
    case Kind::rime:
      return others <= 2;
    default:
      return others <= 1;
  }
}

}  // namespace

std::string_view bare_onset(std::string_view bare) {
  std::size_t size = 0;
  while (size < bare.size() && !is_vowel(bare[size])) ++size;
  if (bare.starts_with("gi") && bare.size() > 2 && is_vowel(bare[2])) size = 2;
  return bare.substr(0, size);
}

std::string_view bare_coda(std::string_view bare) {
  std::size_t begin = bare.size();
  while (begin > 0 && !is_vowel(bare[begin - 1])) --begin;
  if (begin == bare.size() && bare.size() > 1 && is_vowel(bare[begin - 2]) &&
      std::string_view("iyou").find(bare.back()) != std::string_view::npos)
    --begin;
  return bare.substr(begin);
}

Confusables::Confusables(std::span<const std::u16string_view> words) : word_count_(words.size()) {
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    Entry entry{i, {}};
    if (take_apart(words[i], entry.form)) entries_.push_back(entry);
  }
  const auto key_of = [](const Entry& entry) { return pack(entry.form.view()); };
  std::ranges::stable_sort(entries_, {}, key_of);
  known_.resize((std::size_t{1} << 16) / 64);
  families_.resize(std::bit_ceil(2 * entries_.size() + 1));
  const std::size_t mask = families_.size() - 1;
  for (std::uint32_t begin = 0; begin < entries_.size();) {
    const Packed key = key_of(entries_[begin]);
    std::uint32_t end = begin + 1;
    while (end < entries_.size() && key_of(entries_[end]) == key) ++end;
    std::size_t at = slot(key) & mask;
    while (families_[at].key != 0) at = (at + 1) & mask;
    families_[at] = {key, begin, end};
    known_[slot(key) / 64] |= std::uint64_t{1} << (slot(key) % 64);
    begin = end;
  }

  const std::vector<Operation> operations = all_operations();
  for (std::uint8_t i = 0; i < operations.size(); ++i) {
    const Operation& operation = operations[i];
    switch (operation.kind) {
      case Kind::none:
        break;
      case Kind::onset:
        onsets_.push_back({operation, i});
        break;
      case Kind::coda:
        codas_.push_back({operation, i});
        break;
      case Kind::rime:
        rimes_.push_back({operation, i});
        break;
      default:
        places_.push_back({operation, i});
    }
  }
}

std::uint8_t Confusables::number(Kind kind, std::string_view place) const {
  const auto found = std::find_if(places_.begin(), places_.end(), [&](const NumberedOperation& o) {
    return o.operation.kind == kind && o.operation.place == place;
  });
  return found->number;
}

Confusables::Packed Confusables::pack(std::string_view bare) {
  Packed key = 0;
  for (std::size_t i = bare.size(); i > 0; --i) key = key << 5 | static_cast<Packed>(bare[i - 1] - 'a' + 1);
  return key;
}

std::span<const Confusables::Entry> Confusables::family(Packed key) const {
  const std::size_t mask = families_.size() - 1;
  std::size_t at = slot(key) & mask;
  while (families_[at].key != 0 && families_[at].key != key) at = (at + 1) & mask;
  if (families_[at].key == 0) return {};
  return std::span(entries_).subspan(families_[at].begin, families_[at].end - families_[at].begin);
}

void Confusables::visit(const Form& written, const std::function<void(std::uint32_t, const Slip&)>& visit) const {
  std::vector<bool> seen(word_count_);
  const auto try_key = [&](Packed key, Kind kind, std::uint8_t operation, std::size_t prefix, std::size_t suffix) {
    if (!may_hold(key)) return;
    for (const Entry& entry : family(key)) {
      const Slip slip = compare(written, entry.form, operation, prefix, suffix);
      if (!is_plausible(kind, slip) || seen[entry.word]) continue;
      seen[entry.word] = true;
      visit(entry.word, slip);
    }
  };
  const auto try_bare = [&](const std::string& bare, Kind kind, std::uint8_t operation, std::size_t prefix,
                            std::size_t suffix) {
    if (bare.size() <= Form::capacity) try_key(pack(bare), kind, operation, prefix, suffix);
  };

  const std::string bare(written.view());
  const std::size_t size = bare.size();
  const Packed key = pack(bare);
  try_key(key, Kind::none, 0, size, 0);

  const std::string onset(bare_onset(bare));
  const std::string rest = bare.substr(onset.size());
  for (const auto& [operation, number] : onsets_) {
    if (operation.written == onset)
      try_bare(std::string(operation.intended) + rest, Kind::onset, number, 0, rest.size());
  }
  const std::size_t before_coda = size - bare_coda(bare).size();
  for (const auto& [operation, number] : codas_) {
    if (operation.written == std::string_view(bare).substr(before_coda))
      try_bare(bare.substr(0, before_coda).append(operation.intended), Kind::coda, number, before_coda, 0);
  }
  for (const auto& [operation, number] : rimes_) {
    if (operation.written == rest)
      try_bare(onset + std::string(operation.intended), Kind::rime, number, onset.size(), 0);
  }

  const auto below = [&](std::size_t i) { return key & ((Packed{1} << 5 * i) - 1); };  // letters before place i
  const auto from = [&](std::size_t i) { return i < size ? key >> 5 * i : 0; };        // letters from place i on
  const auto code = [](char letter) { return static_cast<Packed>(letter - 'a' + 1); };
  const std::uint8_t swapped = number(Kind::swapped, "middle");
  for (std::size_t i = 0; i + 1 < size; ++i) {
    if (bare[i] == bare[i + 1]) continue;
    const Packed pair = code(bare[i + 1]) | code(bare[i]) << 5;
    try_key(below(i) | pair << 5 * i | from(i + 2) << 5 * (i + 2), Kind::swapped, swapped, i, size - i - 2);
  }
  for (std::size_t i = 0; i < size; ++i) {
    const std::string_view place = i > 0 && bare[i] == bare[i - 1] ? "doubled"
                                   : i == 0                        ? "start"
                                   : i + 1 == size                 ? "end"
                                                                   : "middle";
    try_key(below(i) | from(i + 1) << 5 * i, Kind::extra, number(Kind::extra, place), i, size - i - 1);
  }
  for (std::size_t i = 0; i <= size && size < Form::capacity; ++i) {
    const std::uint8_t missing = number(Kind::missing, i == 0 ? "start" : i == size ? "end" : "middle");
    const Packed around = below(i) | from(i) << 5 * (i + 1);
    for (char letter = 'a'; letter <= 'y'; ++letter) {
      if (i < size && bare[i] == letter) continue;  // the same word comes from the next place
      try_key(around | code(letter) << 5 * i, Kind::missing, missing, i, size - i);
    }
  }
  for (std::size_t i = 0; i < size; ++i) {
    const std::string_view place = i == 0 ? "start" : "middle";
    const std::uint8_t near_key = number(Kind::near_key, place);
    const std::uint8_t other_key = number(Kind::other_key, place);
    const Packed around = below(i) | from(i + 1) << 5 * (i + 1);
    for (char letter = 'a'; letter <= 'y'; ++letter) {
      const Packed other = around | code(letter) << 5 * i;
      if (letter == bare[i] || !may_hold(other)) continue;
      const bool near = are_neighbours(bare[i], letter);
      try_key(other, near ? Kind::near_key : Kind::other_key, near ? near_key : other_key, i, size - i - 1);
    }
  }
}

}  // namespace soat::check::context
