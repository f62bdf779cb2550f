#include "lexicon/lexicon.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "lexicon/dictionary_file.h"
#include "text/error.h"
#include "text/read_file.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::lexicon {
namespace {

constexpr std::uintmax_t largest_list = std::uintmax_t{64} << 20;  // keeps a wrong file from filling the memory

std::string read_list(const std::filesystem::path& path) {
  try {
    return text::read_file(path, largest_list);
  } catch (const Error& error) {
    throw Error(texts::error_data_again, error.message());
  }
}

}  // namespace

std::shared_ptr<const Lexicon> Lexicon::load(const LexiconSources& sources) {
  return std::shared_ptr<const Lexicon>(new Lexicon(sources));
}

Lexicon::Lexicon(const LexiconSources& sources) : foreign_(sources.foreign) {
  const std::filesystem::path path = sources.data / "vi_VN.dic";
  const std::string text = read_list(path);
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
    if (!syllable) text::data_fault(path, entry.line, {texts::error_row_no_syllable, entry.word}, !is_sealed(text));
    std::uint8_t& frequency = frequency_[syllable.code()];
    syllables += frequency == 0;
    frequency = std::max<std::uint8_t>({frequency, entry.frequency, 1});
  }
  if (syllables == 0) text::data_fault(path, 0, texts::error_row_no_syllables, !is_sealed(text));
  if (!is_sealed(text)) {
    text::data_fault(path, 1, texts::error_data_altered, true);
  }
  for (const std::u16string& own : sources.personal) {
    words_.add(own, {WordKind::personal, 0});
    if (const text::Syllable syllable = text::parse(own))
      frequency_[syllable.code()] = std::max<std::uint8_t>(frequency_[syllable.code()], 1);
  }
  version_ =
      "vi_VN.dic: " + std::to_string(syllables) + " syllables, " + std::to_string(words_.size()) + " other words";
}

}  // namespace soat::lexicon
