#include "check/rules/garble/doubling_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "text/hash.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::check {
namespace {

using text::Syllable;

enum class Context : std::uint64_t { left = 1, right = 2, compound = 3 };

constexpr std::size_t longest_line = 5;  // syllables: a phrase of four and its neighbour

// With some thousand contexts two of them have the same key once in 10^13.
std::uint64_t key_of(Context context, std::span<const Syllable> phrase, Syllable neighbour) {
  text::Fnv1a key;
  key.add(static_cast<std::uint64_t>(context));
  for (const Syllable syllable : phrase) key.add(syllable.code());
  return key.add(neighbour.code()).value();
}

}  // namespace

DoublingTable DoublingTable::load(const std::filesystem::path& file) {
  DoublingTable table;
  text::TableReader rows(file, "doubling");
  while (rows.next(2, 2)) {
    std::array<Syllable, longest_line> syllables;
    std::size_t count = 0;
    bool foreign = false;  // a word that is no syllable (a loanword) never reaches the rule
    for (const std::string_view word : text::split(rows[1], ' ')) {
      if (word.empty() || count == longest_line) rows.fail(texts::error_row_phrase_length);
      syllables[count] = text::parse(text::to_utf16(word));
      foreign = foreign || !syllables[count];
      ++count;
    }
    const std::string_view kind = rows[0];
    const std::span<const Syllable> all(syllables.data(), count);
    if (kind == "once" && count == 1) {
      if (!foreign) table.once_.set(all[0].code());
    } else if (kind == "emphatic" && count == 1) {
      if (!foreign) table.emphatic_.set(all[0].code());
    } else if (kind == "left" && count > 1) {
      if (!foreign) table.contexts_.push_back(key_of(Context::left, all.subspan(1), all[0]));
    } else if (kind == "right" && count > 1) {
      if (!foreign) table.contexts_.push_back(key_of(Context::right, all.first(count - 1), all[count - 1]));
    } else if (kind == "pair" && count == 2) {
      if (!foreign) table.contexts_.push_back(key_of(Context::compound, all.first(1), all[1]));
    } else {
      rows.fail();
    }
  }
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
