#include "training/model_writer.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <span>

#include "model/model_format.h"
#include "model/output_file.h"
#include "text/checksum.h"
#include "training/codebook.h"

namespace soat::training {

namespace {

// Appends numbers of a few bits each, lowest bit first.
class BitWriter {
 public:
  void put(std::uint64_t value, unsigned bits) {
    for (unsigned done = 0; done < bits;) {
      if (used_ % 8 == 0) bytes_.push_back(std::byte{0});
      const auto room = static_cast<unsigned>(8 - used_ % 8);
      const unsigned now = std::min(room, bits - done);
      const std::uint64_t part = value >> done & ((std::uint64_t{1} << now) - 1);
      bytes_.back() |= static_cast<std::byte>(part << (used_ % 8));
      used_ += now;
      done += now;
    }
  }
  std::uint64_t used() const { return used_; }
  std::vector<std::byte>& bytes() { return bytes_; }

 private:
  std::vector<std::byte> bytes_;
  std::uint64_t used_ = 0;
};

struct Section {
  model::SectionEntry entry{};
  std::vector<std::byte> bytes;
};

template <typename T>
void append(std::vector<std::byte>& bytes, std::span<const T> values) {
  const auto raw = std::as_bytes(values);
  bytes.insert(bytes.end(), raw.begin(), raw.end());
}

Section make_section(model::SectionKind kind, unsigned order, std::uint64_t count) {
  Section section;
  section.entry.kind = kind;
  section.entry.order = order;
  section.entry.count = count;
  return section;
}

Section vocabulary_section(const std::vector<VocabularyWord>& vocabulary) {
  Section section = make_section(model::SectionKind::vocabulary, 0, vocabulary.size());
  std::string spellings;
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < vocabulary.size(); ++i) {
    const VocabularyWord& word = vocabulary[i];
    if (i == 0 || word.family != vocabulary[i - 1].family) first = i;
    model::WordRecord record{};
    record.spelling = static_cast<std::uint32_t>(spellings.size());
    record.lower = word.counts.lower;
    record.capitalised = word.counts.capitalised;
    record.upper = word.counts.upper;
    record.family = first | (word.capitalised_entry ? 0x80000000U : 0U);
    append(section.bytes, std::span<const model::WordRecord>(&record, 1));
    spellings += word.spelling;
  }
  append(section.bytes, std::span<const char>(spellings));
  return section;
}

Section words_section(const Estimates& estimates) {
  const OrderEstimates& words = estimates[1];
  Section section = make_section(model::SectionKind::words, 1, words.log_probability.size());
  for (std::size_t i = 0; i < words.log_probability.size(); ++i) {
    const float pair[2] = {words.log_probability[i], words.log_backoff[i]};
    append(section.bytes, std::span<const float>(pair));
  }
  return section;
}

void add_level(const Counts& counts, const Estimates& estimates, unsigned k, const Quantisation& quantisation,
               std::vector<Section>& sections) {
  const OrderCounts& level = counts.level[k];
  const bool highest = k == counts.order;
  const Codebook probabilities(estimates[k].log_probability, quantisation.probability_bits);
  const Codebook backoffs(highest ? std::span<const float>() : std::span<const float>(estimates[k].log_backoff),
                          quantisation.backoff_bits);
  const auto word_bits = static_cast<unsigned>(std::bit_width(counts.level[1].size() - 1));

  Section records = make_section(model::SectionKind::records, k, level.size());
  records.entry.word_bits = static_cast<std::uint8_t>(word_bits);
  records.entry.probability_bits = static_cast<std::uint8_t>(quantisation.probability_bits);
  records.entry.backoff_bits = static_cast<std::uint8_t>(highest ? 0 : quantisation.backoff_bits);
  BitWriter bits;
  for (std::size_t i = 0; i < level.size(); ++i) {
    if (!highest) bits.put(backoffs.code(estimates[k].log_backoff[i]), quantisation.backoff_bits);
    bits.put(probabilities.code(estimates[k].log_probability[i]), quantisation.probability_bits);
    bits.put(level.word[i], word_bits);
  }
  records.bytes = std::move(bits.bytes());
  sections.push_back(std::move(records));

  Section codebook = make_section(model::SectionKind::codebook, k, 0);
  append(codebook.bytes, probabilities.values());
  if (!highest) append(codebook.bytes, backoffs.values());
  sections.push_back(std::move(codebook));

  const OrderCounts& contexts = counts.level[k - 1];
  BitWriter children;
  std::vector<std::uint32_t> samples;
  for (std::size_t h = 0; h <= contexts.size(); ++h) {
    if (h % model::kSelectStep == 0) samples.push_back(static_cast<std::uint32_t>(children.used()));
    children.put(1, 1);
    if (h == contexts.size()) break;
    for (std::uint32_t left = contexts.child_begin[h + 1] - contexts.child_begin[h]; left > 0;) {
      const std::uint32_t now = std::min<std::uint32_t>(left, 32);
      children.put(0, now);
      left -= now;
    }
  }
  Section ranges = make_section(model::SectionKind::children, k - 1, children.used());
  ranges.bytes = std::move(children.bytes());
  ranges.bytes.resize((ranges.bytes.size() + 7) / 8 * 8);
  sections.push_back(std::move(ranges));
  Section sampled = make_section(model::SectionKind::samples, k - 1, samples.size());
  append(sampled.bytes, std::span<const std::uint32_t>(samples));
  sections.push_back(std::move(sampled));
}

}  // namespace

void write_model(const std::filesystem::path& path, const Counts& counts, const Estimates& estimates,
                 const std::vector<VocabularyWord>& vocabulary, const Quantisation& quantisation) {
  static_assert(std::endian::native == std::endian::little, "model files are little endian");
  std::vector<Section> sections;
  sections.push_back(vocabulary_section(vocabulary));
  sections.push_back(words_section(estimates));
  for (unsigned k = 2; k <= counts.order; ++k) add_level(counts, estimates, k, quantisation, sections);

  const auto padded = [](std::size_t size) { return (size + 8 + 7) / 8 * 8; };
  std::uint64_t offset = sizeof(model::FileHeader) + sections.size() * sizeof(model::SectionEntry);
  std::vector<model::SectionEntry> table;
  for (Section& section : sections) {
    section.entry.offset = offset;
    section.entry.size = section.bytes.size();
    section.entry.checksum = text::checksum(section.bytes);
    table.push_back(section.entry);
    section.bytes.resize(padded(section.bytes.size()));
    offset += section.bytes.size();
  }
  model::FileHeader header{};
  header.magic = model::kMagic;
  header.version = model::kFormatVersion;
  header.order = counts.order;
  header.vocabulary = static_cast<std::uint32_t>(vocabulary.size());
  header.section_count = static_cast<std::uint32_t>(sections.size());
  header.file_size = offset;
  header.table_checksum = text::checksum(std::as_bytes(std::span(table)));
  header.header_checksum =
      text::checksum(std::as_bytes(std::span(&header, 1)).first(offsetof(model::FileHeader, header_checksum)));

  model::OutputFile file(path);
  file.write(std::as_bytes(std::span(&header, 1)));
  file.write(std::as_bytes(std::span(table)));
  for (const Section& section : sections) file.write(section.bytes);
  file.commit();
}

}  // namespace soat::training
