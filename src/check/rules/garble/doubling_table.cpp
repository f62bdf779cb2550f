#include "check/rules/garble/doubling_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>

#include "text/error.h"
#include "text/utf.h"

namespace soat::check {
namespace {

using text::Syllable;

enum class Context : std::uint64_t { left = 1, right = 2, compound = 3 };

constexpr std::size_t longest_line = 5;  // syllables: a phrase of four and its neighbour

// FNV-1a over the syllables; with some thousand contexts two of them meet once in 10^13.
std::uint64_t key_of(Context context, std::span<const Syllable> phrase, Syllable neighbour) {
  std::uint64_t key = 0xCBF29CE484222325U;
  const auto mix = [&key](std::uint64_t value) { key = (key ^ value) * 0x100000001B3U; };
  mix(static_cast<std::uint64_t>(context));
  for (const Syllable syllable : phrase) mix(syllable.code());
  mix(neighbour.code());
  return key;
}

}  // namespace

DoublingTable DoublingTable::load(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  std::ifstream in(file);
  if (!in) throw Error(name + ": cannot be read; install the data again");
  DoublingTable table;
  std::string line;
  bool versioned = false;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    const auto fail = [&](std::string_view why) {
      throw Error(name + ", line " + std::to_string(number) + ": " + std::string(why) + "; install the data again");
    };
    if (line.empty() || line.front() == '#') continue;
    const std::string_view view(line);
    const std::size_t blank = view.find(' ');
    const std::string_view kind = view.substr(0, blank);
    if (kind == "version") {
      if (view != "version 1") fail("written for another version");
      versioned = true;
      continue;
    }
    if (!versioned) fail("not a table of doublings");
    std::array<Syllable, longest_line> syllables;
    std::size_t count = 0;
    std::size_t at = blank == std::string_view::npos ? view.size() : blank + 1;
    bool foreign = false;  // a word that is no syllable (a loanword) never reaches the rule
    while (at < view.size()) {
      const std::size_t end = std::min(view.find(' ', at), view.size());
      if (count == longest_line) fail("too many syllables");
      syllables[count] = text::parse(text::to_utf16(view.substr(at, end - at)));
      foreign = foreign || !syllables[count];
      ++count;
      at = end + 1;
    }
    if (count == 0) fail("a syllable is missing");
    if (foreign) continue;
    const std::span<const Syllable> all(syllables.data(), count);
    if (kind == "once" && count == 1) {
      table.once_.set(all[0].code());
    } else if (kind == "emphatic" && count == 1) {
      table.emphatic_.set(all[0].code());
    } else if (kind == "left" && count > 1) {
      table.contexts_.push_back(key_of(Context::left, all.subspan(1), all[0]));
    } else if (kind == "right" && count > 1) {
      table.contexts_.push_back(key_of(Context::right, all.first(count - 1), all[count - 1]));
    } else if (kind == "pair" && count == 2) {
      table.contexts_.push_back(key_of(Context::compound, all.first(1), all[1]));
    } else {
      fail("not understood");
    }
  }
  if (!versioned) throw Error(name + ": not a table of doublings; install the data again");
  std::sort(table.contexts_.begin(), table.contexts_.end());
  return table;
}

bool DoublingTable::open_after(Syllable before, std::span<const Syllable> phrase) const {
  return has(key_of(Context::left, phrase, before));
}

bool DoublingTable::open_before(std::span<const Syllable> phrase, Syllable after) const {
  return has(key_of(Context::right, phrase, after));
}

bool DoublingTable::is_compound(Syllable first, Syllable second) const {
  return has(key_of(Context::compound, std::span(&first, 1), second));
}

bool DoublingTable::has(std::uint64_t key) const {
  return std::binary_search(contexts_.begin(), contexts_.end(), key);
}

}  // namespace soat::check
