#include "model/language_model.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include "model/model_format.h"
#include "model/token_stream.h"
#include "text/checksum.h"
#include "text/error.h"
#include "text/letter_case.h"
#include "text/utf.h"

namespace soat::model {

namespace {

[[noreturn]] void fail(std::string_view name, const char* reason) {
  throw Error(std::string(name) + ": " + reason + "; install the data again");
}

constexpr std::uint32_t kLongRange = 32;
constexpr std::uint32_t kFirstStep = 8;

constexpr const char* kDamaged = "the model file is damaged (checksums differ)";
constexpr const char* kInconsistent = "the model file is inconsistent";

}  // namespace

std::shared_ptr<const LanguageModel> LanguageModel::open(const std::filesystem::path& path,
                                                         std::span<const std::filesystem::path> additions) {
  std::shared_ptr<LanguageModel> model(new LanguageModel);
  try {
    model->file_ = MappedFile(path);
  } catch (const Error& error) {
    throw Error(std::string(error.what()) + "; install the data again");
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
  if (bytes.size() < sizeof header) fail(name, "not a language model (too short)");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kMagic) fail(name, "not a language model");
  if (header.version > kFormatVersion) fail(name, "the model was made for a newer version of this program");
  if (header.version != kFormatVersion) fail(name, "the model was made for an older version of this program");
  if (header.header_checksum != text::checksum(bytes.first(offsetof(FileHeader, header_checksum))))
    fail(name, kDamaged);
  if (header.file_size != bytes.size()) fail(name, "the model file is cut short");
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
    foreign_spellings_.push_back(text::to_utf16(spelling(word)));
    const std::u16string& text = foreign_spellings_.back();
    const text::Syllable syllable = text::parse(text);
    syllables_[i] = syllable;
    Entries& entries = syllable.valid() ? by_code_[text::fold_i_y(syllable).code()] : foreign_[text];
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

WordId LanguageModel::find(text::Syllable syllable, bool capitalised) const {
  const Entries entries = by_code_[text::fold_i_y(syllable).code()];
  if (capitalised && entries.capitalised != kNone) return entries.capitalised;
  return entries.lower != kNone ? entries.lower : kRareSyllable;
}

WordId LanguageModel::find(std::u16string_view lower, bool capitalised) const {
  const auto found = foreign_.find(lower);
  if (found == foreign_.end()) return kUnknownWord;
  if (capitalised && found->second.capitalised != kNone) return found->second.capitalised;
  return found->second.lower != kNone ? found->second.lower : kUnknownWord;
}

std::vector<std::u16string> LanguageModel::added_words() const {
  std::vector<std::u16string> words;
  for (const AddedWord& word : added_words_) {
    const std::u16string spelling = text::to_utf16(word.spelling);
    words.push_back(word.known_as == kUnknownAcronym ? text::to_upper(spelling)
                    : word.known_as == kUnknownName  ? text::apply_case(spelling, text::LetterCase::capitalised)
                                                     : spelling);
  }
  return words;
}

std::string_view LanguageModel::spelling(WordId word) const {
  if (word >= vocabulary_size_) return added_words_[word - vocabulary_size_].spelling;
  const std::size_t begin = words_[word].spelling;
  const std::size_t end = std::size_t{word} + 1 < vocabulary_size_ ? words_[word + 1].spelling : spellings_.size();
  return spellings_.substr(begin, end - begin);
}

WordCounts LanguageModel::counts(WordId word) const {
  if (word >= vocabulary_size_) return {added_words_[word - vocabulary_size_].count, 0, 0};
  const WordRecord& record = words_[word];
  return {record.lower, record.capitalised, record.upper};
}

WordRange LanguageModel::family(WordId word) const {
  if (word >= vocabulary_size_) return {word, static_cast<WordId>(word + 1)};
  const std::uint32_t family = words_[word].family;
  auto end = static_cast<std::size_t>(word) + 1;
  while (end < vocabulary_size_ && words_[end].family == family) ++end;
  return {static_cast<WordId>(family & ~kCapitalisedFlag), static_cast<WordId>(end)};
}

WordRange LanguageModel::family(std::uint64_t key) const {
  const auto found = families_.find(key);
  return found == families_.end() ? WordRange{} : found->second;
}

std::span<const WordId> LanguageModel::added_family(std::uint64_t key) const {
  const auto found = added_families_.find(key);
  return found == added_families_.end() ? std::span<const WordId>() : std::span<const WordId>(found->second);
}

State LanguageModel::sentence_start() const {
  State state;
  state.last[0] = kBoundary;
  state.node[0] = kBoundary;
  state.log_backoff[0] = word_backoff(kBoundary);
  state.length = 1;
  return state;
}

std::uint32_t LanguageModel::guess_place(std::uint32_t count, WordId word) const {
  return static_cast<std::uint32_t>(std::uint64_t{count} * word_rank_[word] >> 16);
}

void LanguageModel::prefetch_search(const Level& level, NodeRange range, WordId word) const {
  const std::uint32_t count = range.end - range.begin;
  level.records.prefetch_at(range.begin + (count > kLongRange ? guess_place(count, word) : count / 2));
}

std::uint32_t LanguageModel::find_in(const Level& level, NodeRange range, WordId word, std::uint64_t& record) const {
  std::uint32_t begin = range.begin;
  std::uint32_t count = range.end - range.begin;
  if (count == 0) return kAbsent;
  // A long range is entered where the word would stand if its words were spread evenly, and left in doubling steps: one
  // or two cache lines instead of one for each halving.
  if (count > kLongRange) {
    const auto guess = guess_place(count, word);
    std::uint32_t low = guess;
    std::uint32_t step = kFirstStep;
    if (level.word(begin + guess) <= word) {
      while (low + step < count && level.word(begin + low + step) <= word) {
        low += step;
        step *= 2;
      }
      count = std::min(step, count - low);
    } else {
      std::uint32_t high = guess;
      low = high > step ? high - step : 0;
      while (low > 0 && level.word(begin + low) > word) {
        high = low;
        step *= 2;
        low = high > step ? high - step : 0;
      }
      count = high - low;
    }
    begin += low;
  }
  // Halving without branches on the data: the loop's length depends on the range only.
  while (count > 1) {
    const std::uint32_t half = count / 2;
    begin = level.word(begin + half) <= word ? begin + half : begin;
    count -= half;
  }
  record = level.records[begin];
  return record >> level.word_shift == word ? begin : kAbsent;
}

Score LanguageModel::score(const State& state, WordId spelt, State& next) const {
  const WordId word = known(spelt);
  State result;
  result.last = {spelt, state.last[0]};
  result.node[0] = word;
  result.log_backoff[0] = word_backoff(word);
  result.length = 1;
  Score score{word_probability(word), 1};
  // All ranges before any search: finding them does not depend on one another, so that the waits for memory overlap.
  std::array<NodeRange, kMaximumOrder - 1> ranges;
  for (unsigned i = 0; i < state.length; ++i) {
    ranges[i] = children(i + 1, state.node[i]);
    prefetch_search(levels_[i + 2], ranges[i], word);
  }
  for (unsigned length = 1; length <= state.length; ++length) {
    const Level& level = levels_[length + 1];
    std::uint64_t record = 0;
    const std::uint32_t node = find_in(level, ranges[length - 1], word, record);
    if (node == kAbsent) {
      // Longer contexts know the word only if this one does.
      for (; length <= state.length; ++length) score.log_probability += state.log_backoff[length - 1];
      break;
    }
    score.order = static_cast<std::uint8_t>(length + 1);
    score.log_probability = level.probabilities[record >> level.backoff_bits & level.probability_mask];
    if (length + 1 < order_) {
      result.node[length] = node;
      children_[length + 1].prefetch_range(node);
      result.log_backoff[length] = level.backoffs[record & level.backoff_mask];
      result.length = static_cast<std::uint8_t>(length + 1);
    }
  }
  if (!added_grams_.empty()) count_additions(state, spelt, score);
  next = result;
  return score;
}

Score LanguageModel::score(const State& state, WordId word) const {
  Score result;
  score(state, std::span(&word, 1), std::span(&result, 1));
  return result;
}

void LanguageModel::score(const State& state, std::span<const WordId> words, std::span<Score> scores) const {
  if (words.empty()) return;
  std::array<NodeRange, kMaximumOrder - 1> ranges;
  for (unsigned i = 0; i < state.length; ++i) {
    ranges[i] = children(i + 1, state.node[i]);
    // Words that are scored together are often of one family, so neighbours.
    prefetch_search(levels_[i + 2], ranges[i], known(words.front()));
  }
  for (std::size_t i = 0; i < words.size(); ++i) scores[i] = {word_probability(known(words[i])), 1};
  for (unsigned length = 1; length <= state.length; ++length) {
    const NodeRange range = ranges[length - 1];
    const Level& level = levels_[length + 1];
    const float backoff = state.log_backoff[length - 1];
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::uint64_t record = 0;
      if (scores[i].order == length && !range.empty() && find_in(level, range, known(words[i]), record) != kAbsent) {
        scores[i] = {level.probabilities[record >> level.backoff_bits & level.probability_mask],
                     static_cast<std::uint8_t>(length + 1)};
      } else {
        scores[i].log_probability += backoff;
      }
    }
  }
  if (added_grams_.empty()) return;
  for (std::size_t i = 0; i < words.size(); ++i) count_additions(state, words[i], scores[i]);
}

namespace {

std::uint64_t added_key(WordId oldest, WordId middle, WordId newest) {
  return std::uint64_t{oldest} << 32 | std::uint64_t{middle} << 16 | newest;
}

// How much of a new word's class it takes for itself: as one of tens of thousands, more the oftener it was seen.
constexpr float kLogShareOfOne = -10;
constexpr float kLargestLogShare = -2;

// What users' texts say after a context weighs at most half, and half of that when the context was seen this often.
constexpr double kLargestWeight = 0.5;
constexpr double kHalfWeightCount = 3;

}  // namespace

std::uint32_t LanguageModel::added_count(WordId oldest, WordId middle, WordId newest) const {
  const auto found = added_grams_.find(added_key(oldest, middle, newest));
  return found == added_grams_.end() ? 0 : found->second;
}

// Mixes the probability with the relative frequencies after the last word and after the last two in the users' texts
// (linear interpolation with weights that grow with what was seen, after Witten and Bell 1991).
void LanguageModel::count_additions(const State& state, WordId word, Score& score) const {
  if (word >= vocabulary_size_) score.log_probability += added_words_[word - vocabulary_size_].log_share;
  double probability = 0;
  bool mixed = false;
  for (unsigned length = 1; length <= 2; ++length) {
    const WordId oldest = length == 2 ? state.last[1] : kNone;
    if (state.last[length - 1] == kNone) break;
    const std::uint32_t context = added_count(kNone, oldest, state.last[0]);
    if (context == 0) break;
    const std::uint32_t count = added_count(oldest, state.last[0], word);
    if (!mixed) probability = std::exp(static_cast<double>(score.log_probability));
    mixed = true;
    const double weight = kLargestWeight * context / (context + kHalfWeightCount);
    probability = (1 - weight) * probability + weight * count / context;
    if (count > 0) score.order = std::max(score.order, static_cast<std::uint8_t>(length + 1));
  }
  if (mixed) score.log_probability = static_cast<float>(std::log(probability));
}

WordId LanguageModel::intern(const std::string& form, std::uint32_t count) {
  if (const WordId word = class_by_name(form); word != kNone) return word;
  const bool capitalised = form.starts_with('^');
  const bool upper = form.starts_with('+');
  const std::u16string text = text::to_utf16(std::string_view(form).substr(capitalised || upper ? 1 : 0));
  const text::Syllable syllable = text::parse(text);
  const WordId found = syllable.valid() ? find(syllable, capitalised) : find(text, capitalised);
  const WordId unknown = syllable.valid() ? kRareSyllable : kUnknownWord;
  if (found != unknown) {
    if (found >= vocabulary_size_) added_words_[found - vocabulary_size_].count += count;
    return found;
  }
  if (text.empty() || syllables_.size() >= std::size_t{1} << 16) return kNone;
  const auto word = static_cast<WordId>(syllables_.size());
  const WordId known_as = syllable.valid() ? kRareSyllable
                          : capitalised    ? kUnknownName
                          : upper          ? kUnknownAcronym
                                           : kUnknownWord;
  const float share = std::min(kLogShareOfOne + std::log1p(static_cast<float>(count)), kLargestLogShare);
  added_words_.push_back({text::to_utf8(text), known_as, share, count});
  syllables_.push_back(syllable);
  foreign_spellings_.push_back(text);
  (syllable.valid() ? by_code_[text::fold_i_y(syllable).code()] : foreign_[foreign_spellings_.back()]).lower = word;
  if (const std::uint64_t key = text::family_key(text); key != 0) added_families_[key].push_back(word);
  const text::Syllable variant = syllable.valid() ? text::other_i_y(syllable) : text::Syllable();
  if (variant.valid()) added_families_[text::family_key(variant)].push_back(word);
  return word;
}

void LanguageModel::add(const Additions& additions) {
  for (const Additions::Entry& entry : additions.entries) {
    std::array<WordId, 3> words{};  // the newest last
    bool usable = true;
    for (std::size_t i = 0; i < entry.words.size(); ++i) {
      WordId& word = words[words.size() - entry.words.size() + i];
      // Only an entry for the word itself tells how often it was seen.
      word = intern(entry.words[i], entry.words.size() == 1 ? entry.count : 0);
      usable = usable && word != kNone;
    }
    if (usable) added_grams_[added_key(words[0], words[1], words[2])] += entry.count;
  }
}

}  // namespace soat::model
