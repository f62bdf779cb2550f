// Any word: readings are possible syllables, each once.
#include "text/input_method.h"

#include <cstdlib>

#include "utf16_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace soat::text;
  const std::u16string word = utf16_input(data, size);
  for (const InputMethod method : {InputMethod::telex, InputMethod::vni, InputMethod::viqr}) {
    const Residues readings = decode_residue(word, method);
    for (const Residue* reading = readings.begin(); reading != readings.end(); ++reading) {
      if (!Syllable::from_code(reading->syllable.code()).valid() || reading->marks == 0) std::abort();
      for (const Residue* other = readings.begin(); other != reading; ++other) {
        if (other->syllable == reading->syllable) std::abort();
      }
    }
  }
  decode_residue(word);
  return 0;
}
