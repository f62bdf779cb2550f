// Reading a model's file into a LanguageModel.
#include <algorithm>
#include <cstring>
#include <string>

#include "model/language_model.h"
#include "model/model_format.h"
#include "text/checksum.h"
#include "text/error.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::model {
namespace {

[[noreturn]] void fail(std::string_view name, text::MessageId<0> reason) {
  throw Error(texts::error_data_again, text::Message(texts::error_named, name, text::Message(reason)));
}

constexpr auto kDamaged = texts::error_model_damaged;
constexpr auto kInconsistent = texts::error_model_inconsistent;

}  // namespace

std::shared_ptr<const LanguageModel> LanguageModel::open(const std::filesystem::path& path,
                                                         std::span<const std::filesystem::path> additions) {
  std::shared_ptr<LanguageModel> model(new LanguageModel);
  try {
    model->file_ = MappedFile(path);
  } catch (const Error& error) {
    throw Error(texts::error_data_again, error.message());
  }
  model->load(model->file_.bytes(), path.string());
  for (const std::filesystem::path& file : additions) model->add(Additions::read(file));
  return model;
}

std::shared_ptr<const LanguageModel> LanguageModel::from_bytes(std::span<const std::byte> bytes,
                                                               std::string_view name) {
  std::shared_ptr<LanguageModel> model(new LanguageModel);
  model->load(bytes, name);
  return model;
}

void LanguageModel::load(std::span<const std::byte> bytes, std::string_view name) {
  FileHeader header;
  if (bytes.size() < sizeof header) fail(name, texts::error_model_short);
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kMagic) fail(name, texts::error_model_none);
  if (header.version > kFormatVersion) fail(name, texts::error_model_newer);
  if (header.version != kFormatVersion) fail(name, texts::error_model_older);
  if (header.header_checksum != text::checksum(bytes.first(offsetof(FileHeader, header_checksum))))
    fail(name, kDamaged);
  if (header.file_size != bytes.size()) fail(name, texts::error_model_cut);
  if (header.order < 2 || header.order > kMaximumOrder || header.vocabulary <= kFirstWord ||
      header.vocabulary > 0xffff || header.section_count > 64) {
    fail(name, kInconsistent);
  }
  const std::size_t table_size = header.section_count * sizeof(SectionEntry);
  if (bytes.size() < sizeof header + table_size) fail(name, kInconsistent);
  const auto table = bytes.subspan(sizeof header, table_size);
  if (header.table_checksum != text::checksum(table)) fail(name, kDamaged);

  order_ = header.order;
  vocabulary_size_ = header.vocabulary;
  std::array<std::array<SectionEntry, kMaximumOrder + 1>, 7> found{};
  std::size_t end = sizeof header + table_size;  // of what has been read; no checksum covers the zero bytes between
  const auto zero_until = [&](std::size_t next) {
    const auto gap = bytes.subspan(end, next - end);
    if (std::ranges::any_of(gap, [](std::byte byte) { return byte != std::byte{0}; })) fail(name, kDamaged);
  };
  for (std::size_t i = 0; i < header.section_count; ++i) {
    SectionEntry entry;
    std::memcpy(&entry, table.data() + i * sizeof entry, sizeof entry);
    if (entry.offset % 8 != 0 || entry.offset < end || entry.offset > bytes.size() ||
        entry.size > bytes.size() - entry.offset || bytes.size() - entry.offset - entry.size < 8) {
      fail(name, kInconsistent);
    }
    if (entry.checksum != text::checksum(bytes.subspan(entry.offset, entry.size))) fail(name, kDamaged);
    zero_until(entry.offset);
    end = entry.offset + entry.size;
    const auto kind = static_cast<std::size_t>(entry.kind);
    // Sections that this version does not know are for others to read.
    if (kind < found.size() && entry.order <= kMaximumOrder) found[kind][entry.order] = entry;
  }
  zero_until(bytes.size());
  const auto section = [&](SectionKind kind, unsigned k) -> const SectionEntry& {
    const SectionEntry& entry = found[static_cast<std::size_t>(kind)][k];
    if (entry.size == 0 && entry.offset == 0) fail(name, kInconsistent);
    return entry;
  };

  load_vocabulary(bytes.subspan(section(SectionKind::vocabulary, 0).offset, section(SectionKind::vocabulary, 0).size),
                  name);
  const SectionEntry& words = section(SectionKind::words, 1);
  if (words.size != vocabulary_size_ * 2 * sizeof(float)) fail(name, kInconsistent);
  unigrams_ = reinterpret_cast<const float*>(bytes.data() + words.offset);

  std::uint64_t nodes_below = vocabulary_size_;
  for (unsigned k = 2; k <= order_; ++k) {
    const SectionEntry& records = section(SectionKind::records, k);
    const unsigned bits = unsigned{records.word_bits} + records.probability_bits + records.backoff_bits;
    if (records.word_bits > 16 || records.probability_bits < 1 || records.probability_bits > 8 ||
        records.backoff_bits > 8 || (k < order_ && records.backoff_bits < 1) ||
        (k == order_ && records.backoff_bits != 0) || records.count >= kAbsent ||
        records.size != (records.count * bits + 7) / 8) {
      fail(name, kInconsistent);
    }
    Level& level = levels_[k];
    level.records = PackedArray(bytes.data() + records.offset, bits);
    level.size = static_cast<std::uint32_t>(records.count);
    level.word_shift = unsigned{records.probability_bits} + records.backoff_bits;
    level.backoff_bits = records.backoff_bits;
    level.backoff_mask = (std::uint64_t{1} << records.backoff_bits) - 1;
    level.probability_mask = (std::uint64_t{1} << records.probability_bits) - 1;

    const SectionEntry& codebook = section(SectionKind::codebook, k);
    const std::size_t probabilities = std::size_t{1} << records.probability_bits;
    const std::size_t backoffs = k < order_ ? std::size_t{1} << records.backoff_bits : 0;
    if (codebook.size != (probabilities + backoffs) * sizeof(float)) fail(name, kInconsistent);
    level.probabilities = reinterpret_cast<const float*>(bytes.data() + codebook.offset);
    level.backoffs = level.probabilities + probabilities;

    // The reader trusts the bits below once their checksum is right and their sums agree; a file made up to have both
    // right can at worst give wrong scores, because look-ups stay inside the ranges that are checked here.
    const SectionEntry& children = section(SectionKind::children, k - 1);
    const SectionEntry& samples = section(SectionKind::samples, k - 1);
    const std::uint64_t positions = nodes_below + 1 + records.count;
    if (children.count != positions || children.size != (positions + 63) / 64 * 8 ||
        samples.size != (nodes_below / kSelectStep + 1) * sizeof(std::uint32_t)) {
      fail(name, kInconsistent);
    }
    children_[k - 1] = ChildRanges(bytes.data() + children.offset, bytes.data() + samples.offset);
    if (!children_[k - 1].consistent(static_cast<std::uint32_t>(nodes_below), positions)) fail(name, kInconsistent);
    if (k == 2) {
      // Words have many continuations each, so that finding a range in the bits would be slow: their ranges are kept
      // apart.
      word_children_.resize(vocabulary_size_ + 1);
      for (std::uint32_t w = 0; w < vocabulary_size_; ++w) word_children_[w] = children_[1][w].begin;
      word_children_.back() = level.size;
      rank_words();
      filter_pairs();
    }
    nodes_below = records.count;
  }
}

void LanguageModel::rank_words() {
  // Every few bigrams are enough for a guess.
  constexpr std::uint32_t kSampled = 16;
  const Level& level = levels_[2];
  std::vector<std::uint32_t> counts(vocabulary_size_ + 1);
  std::uint64_t total = 0;
  for (std::uint32_t i = 0; i < level.size; i += kSampled) {
    const std::uint64_t word = level.word(i);
    if (word >= vocabulary_size_) continue;
    ++counts[word];
    ++total;
  }
  word_rank_.resize(vocabulary_size_);
  std::uint64_t below = 0;
  for (std::size_t word = 0; word < vocabulary_size_; ++word) {
    word_rank_[word] = static_cast<std::uint16_t>(total == 0 ? 0 : (below << 16) / (total + 1));
    below += counts[word];
  }
}

void LanguageModel::filter_pairs() {
  const auto is_long = [&](std::size_t word) {
    const NodeRange range = children(1, static_cast<WordId>(word));
    return range.end - range.begin >= PairFilter::long_list;
  };
  std::size_t rows = 0;
  for (std::size_t first = 0; first < vocabulary_size_; ++first) rows += is_long(first) ? 1 : 0;
  successor_filter_ = PairFilter(vocabulary_size_, rows);
  for (std::size_t first = 0; first < vocabulary_size_; ++first) {
    if (!is_long(first)) continue;
    const auto word = static_cast<WordId>(first);
    const NodeRange range = children(1, word);
    successor_filter_.open(word);
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const WordId second = word_at(2, i);
      if (second < vocabulary_size_) successor_filter_.mark(word, second);
    }
  }
  successor_filter_.rank();
}

void LanguageModel::load_vocabulary(std::span<const std::byte> section, std::string_view name) {
  const std::size_t records = vocabulary_size_ * sizeof(WordRecord);
  if (section.size() < records) fail(name, kInconsistent);
  words_ = reinterpret_cast<const WordRecord*>(section.data());
  spellings_ = {reinterpret_cast<const char*>(section.data()) + records, section.size() - records};
  syllables_.resize(vocabulary_size_);
  by_code_.resize(text::code_limit);
  foreign_.reserve(vocabulary_size_);
  for (std::size_t i = 0; i < vocabulary_size_; ++i) {
    const auto word = static_cast<WordId>(i);
    const std::size_t end = i + 1 < vocabulary_size_ ? words_[i + 1].spelling : spellings_.size();
    if (words_[i].spelling > end || end > spellings_.size()) fail(name, kInconsistent);
    const std::uint32_t first = words_[i].family & ~kCapitalisedFlag;
    if (first > i || (words_[first].family != words_[i].family)) fail(name, kInconsistent);
    if (i < kFirstWord) continue;
    const std::u16string text = text::to_utf16(spelling(word));
    const text::Syllable syllable = text::parse(text);
    syllables_[i] = syllable;
    if (!syllable.valid()) foreign_spellings_.push_back(text);
    Entries& entries =
        syllable.valid() ? by_code_[text::fold_i_y(syllable).code()] : foreign_[foreign_spellings_.back()];
    (is_capitalised(word) ? entries.capitalised : entries.lower) = word;
    if (is_capitalised(word)) continue;
    add_to_family(text::family_key(text), word);
    const text::Syllable variant = syllable.valid() ? text::other_i_y(syllable) : text::Syllable();
    if (variant.valid()) add_to_family(text::family_key(variant), word);
  }
}

void LanguageModel::add_to_family(std::uint64_t key, WordId word) {
  if (key == 0) return;
  WordRange& range = families_[key];
  if (range.begin == range.end) range.begin = word;
  range.end = static_cast<WordId>(word + 1);
}

}  // namespace soat::model
