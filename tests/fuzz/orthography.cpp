// Any word: what parses is put together again to the same syllable, in either style, and its family knows it.
#include <algorithm>
#include <cstdlib>

#include "text/syllable.h"
#include "utf16_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace soat::text;
  const std::u16string word = utf16_input(data, size);
  const ParsedSyllable parsed = parse_with_placement(word);
  const std::uint64_t key = family_key(word);
  if (!parsed.syllable.valid()) return 0;
  if (parse(compose(parsed.syllable, ToneStyle::old_style)) != parsed.syllable) std::abort();
  if (parse(compose(parsed.syllable, ToneStyle::new_style)) != parsed.syllable) std::abort();
  if (key != family_key(parsed.syllable)) std::abort();
  const auto family = family_members(key);
  if (std::find(family.begin(), family.end(), parsed.syllable) == family.end()) std::abort();
  if (fold_i_y(fold_i_y(parsed.syllable)) != fold_i_y(parsed.syllable)) std::abort();
  return 0;
}
