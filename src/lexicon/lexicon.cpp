#include "lexicon/lexicon.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <system_error>

#include "lexicon/dictionary_file.h"
#include "text/error.h"
#include "text/utf.h"

namespace soat::lexicon {
namespace {

// Far above any real word list; keeps a wrong file from filling the memory.
constexpr std::uintmax_t largest_file = 64U << 20;

std::string read_file(const std::filesystem::path& path) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) throw Error(path.string() + ": " + error.message() + "; install the word list again");
  if (size > largest_file) throw Error(path.string() + ": larger than a word list can be; install the word list again");
  std::ifstream in(path, std::ios::binary);
  std::string text(static_cast<std::size_t>(size), '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!in) throw Error(path.string() + ": cannot be read; check its permissions");
  return text;
}

}  // namespace

std::shared_ptr<const Lexicon> Lexicon::load(const LexiconSources& sources) {
  return std::shared_ptr<const Lexicon>(new Lexicon(sources));
}

Lexicon::Lexicon(const LexiconSources& sources) : foreign_(sources.foreign) {
  const std::filesystem::path path = sources.data / "vi_VN.dic";
  const std::string text = read_file(path);
  const std::vector<DictionaryEntry> entries = parse_dictionary(text, path.string());
  words_.reserve(entries.size() + sources.personal.size(), text.size());
  std::u16string word;
  std::size_t syllables = 0;
  for (const DictionaryEntry& entry : entries) {
    word.clear();
    text::append_utf16(entry.word, word);
    if (entry.kind != WordKind::syllable) {
      words_.add(word, {entry.kind, entry.frequency});
      continue;
    }
    const text::Syllable syllable = text::parse(word);
    if (!syllable)
      throw Error(path.string() + ": \"" + std::string(entry.word) + "\" is no syllable; install the word list again");
    std::uint8_t& frequency = frequency_[syllable.code()];
    syllables += frequency == 0;
    frequency = std::max<std::uint8_t>({frequency, entry.frequency, 1});
  }
  if (syllables == 0) throw Error(path.string() + ": has no syllables; install the word list again");
  for (const std::u16string& own : sources.personal) {
    words_.add(own, {WordKind::personal, 0});
    if (const text::Syllable syllable = text::parse(own))
      frequency_[syllable.code()] = std::max<std::uint8_t>(frequency_[syllable.code()], 1);
  }
  version_ =
      "vi_VN.dic: " + std::to_string(syllables) + " syllables, " + std::to_string(words_.size()) + " other words";
}

}  // namespace soat::lexicon
