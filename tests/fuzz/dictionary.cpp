// The reader of word lists: any bytes give entries inside the text or a soat::Error.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lexicon/dictionary_file.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    for (const soat::lexicon::DictionaryEntry& entry : soat::lexicon::parse_dictionary(text, "fuzz.dic")) {
      if (entry.word.empty() || entry.word.data() < text.data() ||
          entry.word.data() + entry.word.size() > text.data() + size)
        std::abort();
    }
  } catch (const soat::Error&) {
  }
  return 0;
}
