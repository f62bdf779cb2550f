#include "training/trainer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <vector>

#include "model/model_format.h"
#include "model/token_stream.h"
#include "text/analysis.h"
#include "text/error.h"
#include "text/utf.h"
#include "texts/error.h"
#include "training/estimator.h"
#include "training/gram_counter.h"
#include "training/temporary_file.h"
#include "training/text_source.h"
#include "training/vocabulary_builder.h"

namespace soat::training {

namespace {

// A word of the text on its way from the first pass to the second: classes by their number, other words by their form,
// with the class to fall back to and whether it is capitalised.
struct StreamWord {
  FormId form = 0;
  model::WordId fixed = model::kNone;
  std::uint16_t capitalised = 0;
};

constexpr std::size_t kBlock = 1 << 16;

class StreamWriter {
 public:
  explicit StreamWriter(TemporaryFile& file) : file_(file) { block_.reserve(kBlock); }
  void put(const StreamWord& word) {
    block_.push_back(word);
    if (block_.size() == kBlock) flush();
  }
  void flush() {
    file_.write(std::as_bytes(std::span(block_)));
    block_.clear();
  }

 private:
  TemporaryFile& file_;
  std::vector<StreamWord> block_;
};

// First pass: texts into words and forms.
void read_texts(std::span<const std::filesystem::path> texts, VocabularyBuilder& vocabulary, StreamWriter& stream,
                TrainingReport& report) {
  std::string line;
  std::u16string paragraph;
  text::Analysis analysis;
  std::vector<model::Item> items;
  for (const std::filesystem::path& path : texts) {
    TextSource source(path);
    while (source.next_line(line)) {
      ++report.lines;
      paragraph.clear();
      text::append_utf16(line, paragraph);
      text::analyse(paragraph, analysis);
      for (const text::Sentence& sentence : analysis.sentences) {
        read_sentence(analysis, sentence, items);
        if (items.empty()) continue;
        for (const model::Item& item : items) {
          const bool lexical = item.kind != model::Item::Kind::fixed;
          stream.put({lexical ? vocabulary.count(analysis, item) : VocabularyBuilder::kUncounted, item.fixed,
                      item.capitalised});
        }
        report.words += items.size();
        stream.put({VocabularyBuilder::kUncounted, model::kBoundary, 0});
        ++report.sentences;
      }
    }
  }
  stream.flush();
}

// Second pass: words into windows.
void count_windows(TemporaryFile& stream, const VocabularyBuilder& vocabulary, GramCounter& windows) {
  std::vector<StreamWord> block(kBlock);
  std::vector<model::WordId> sentence;
  stream.rewind();
  while (const std::size_t size = stream.read(std::as_writable_bytes(std::span(block))) / sizeof(StreamWord)) {
    for (const StreamWord& word : std::span(block).first(size)) {
      if (word.fixed == model::kBoundary) {
        windows.add_sentence(sentence);
        sentence.clear();
      } else {
        sentence.push_back(vocabulary.word(word.form, word.capitalised != 0, word.fixed));
      }
    }
  }
}

void shrink(Counts& counts, const std::vector<VocabularyWord>& vocabulary, const TrainingOptions& options) {
  std::vector<std::uint32_t> family;
  std::size_t fixed_size = std::size_t{1} << 16;
  for (const VocabularyWord& word : vocabulary) {
    family.push_back(word.family);
    fixed_size += word.spelling.size() + sizeof(model::WordRecord) + 2 * sizeof(float);
  }
  if (options.file_size <= fixed_size) throw Error(texts::error_training_small);
  PruningOptions pruning;
  pruning.family_weight = options.family_weight;
  pruning.budget = 8.0 * static_cast<double>(options.file_size - fixed_size);
  for (unsigned k = 2; k <= counts.order; ++k) {
    // Word and probability, one zero bit in the list of ranges; in lower orders a back-off weight, a one bit there and
    // its sample.
    pruning.bits[k] =
        static_cast<double>(std::bit_width(vocabulary.size() - 1)) + options.quantisation.probability_bits + 1.0;
    if (k < counts.order) pruning.bits[k] += options.quantisation.backoff_bits + 1.0 + 32.0 / model::kSelectStep;
  }
  prune(counts, estimate(counts), family, pruning);
}

// Beside the model there is room for what it takes to make it; not so beside a device or a pipe.
std::filesystem::path folder_for_runs(const std::filesystem::path& model) {
  namespace fs = std::filesystem;
  std::error_code failed;
  if (fs::is_other(fs::status(model, failed))) return fs::temp_directory_path();
  return model.has_parent_path() ? model.parent_path() : fs::path(".");
}

}  // namespace

TrainingReport train(std::span<const std::filesystem::path> texts, const std::filesystem::path& model,
                     const TrainingOptions& options) {
  const std::filesystem::path folder = options.folder.empty() ? folder_for_runs(model) : options.folder;

  TrainingReport report;
  VocabularyBuilder vocabulary;
  GramCounter windows(options.order, folder, options.memory);
  {
    TemporaryFile file(folder);
    StreamWriter stream(file);
    read_texts(texts, vocabulary, stream, report);
    if (report.words == 0) {
      throw Error(soat::texts::error_training_no_words, texts.empty() ? std::string("-") : texts.front().string());
    }
    vocabulary.choose(options.vocabulary, options.counting.minimum, options.capitalised_minimum);
    count_windows(file, vocabulary, windows);
  }
  Counts counts = collect_counts(windows, vocabulary.words().size(), options.counting);
  for (unsigned k = 1; k <= counts.order; ++k) report.counted[k] = counts.level[k].size();
  shrink(counts, vocabulary.words(), options);
  for (unsigned k = 1; k <= counts.order; ++k) report.kept[k] = counts.level[k].size();
  report.vocabulary = vocabulary.words().size();
  write_model(model, counts, estimate(counts), vocabulary.words(), options.quantisation);
  return report;
}

}  // namespace soat::training
