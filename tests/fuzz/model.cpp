// Opens damaged language models. The input lists changes to a small sound model; with the first byte odd the checksums
// are made right again afterwards, so that the checks behind them are reached too. What opens must answer any query.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "model/language_model.h"
#include "model/model_format.h"
#include "model/restore.h"
#include "small_model.h"
#include "text/checksum.h"
#include "text/error.h"

namespace {

using namespace soat::model;

void seal(std::span<std::byte> bytes) {
  FileHeader header;
  if (bytes.size() < sizeof header) return;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.file_size = bytes.size();
  const std::size_t sections =
      std::min<std::size_t>(header.section_count, (bytes.size() - sizeof header) / sizeof(SectionEntry));
  for (std::size_t i = 0; i < sections; ++i) {
    SectionEntry entry;
    std::byte* at = bytes.data() + sizeof header + i * sizeof entry;
    std::memcpy(&entry, at, sizeof entry);
    if (entry.offset > bytes.size() || entry.size > bytes.size() - entry.offset) continue;
    entry.checksum = soat::text::checksum(bytes.subspan(entry.offset, entry.size));
    std::memcpy(at, &entry, sizeof entry);
  }
  header.table_checksum = soat::text::checksum(bytes.subspan(sizeof header, sections * sizeof(SectionEntry)));
  std::memcpy(bytes.data(), &header, sizeof header);
  header.header_checksum = soat::text::checksum(bytes.first(offsetof(FileHeader, header_checksum)));
  std::memcpy(bytes.data(), &header, sizeof header);
}

void query(const LanguageModel& model) {
  State state = model.sentence_start();
  for (std::size_t i = 0; i < model.vocabulary_size(); ++i) {
    const auto word = static_cast<WordId>(i);
    (void)model.spelling(word);
    (void)model.family(word);
    const LanguageModel::Successors after = model.successors(word);
    for (std::uint32_t k = 0; k < after.size(); ++k) (void)after[k];
    model.score(state, word, state);
  }
  std::vector<WordId> words(model.vocabulary_size());
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = static_cast<WordId>(i);
  std::vector<soat::model::Context> before(words.size());
  std::vector<soat::model::Score> scores(words.size());
  model.score_sequence(model.sentence_start(), words, before, scores);
  model.score(before.back(), words, scores);
  model.score_ascending(before.back(), std::span(words).first(model.file_vocabulary_size()), scores);
  restore(model, u"hom nay troi dep, chi Lan uong ca phe o Ha Noi");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::byte> sound = soat::fuzz::small_model();
  if (size == 0) return 0;
  const bool sealed = data[0] % 2 != 0;
  std::size_t length = sound.size();
  if (data[0] % 8 == 2 && size > 2) length = (std::size_t{data[1]} << 8 | data[2]) % sound.size();
  std::vector<std::byte> bytes = soat::fuzz::damaged({sound.data(), length}, {data + 1, size - 1});
  if (sealed) seal(bytes);
  try {
    query(*LanguageModel::from_bytes(bytes, "fuzz"));
  } catch (const soat::Error&) {
  }
  return 0;
}
