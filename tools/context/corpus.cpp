#include "corpus.h"

#include <string>

#include "model/token_stream.h"
#include "text/analysis.h"
#include "text/utf.h"
#include "training/text_source.h"

namespace soat::tools {

using check::context::CaseShape;
using model::Item;

Corpus read_corpus(const model::LanguageModel& model, std::span<const std::filesystem::path> texts) {
  Corpus corpus;
  corpus.words.push_back(model::kBoundary);
  corpus.cases.push_back(CaseShape::lower);
  text::Analysis analysis;
  std::vector<Item> items;
  std::u16string lower;
  std::string line;
  for (const std::filesystem::path& path : texts) {
    training::TextSource source(path);
    while (source.next_line(line)) {
      text::analyse(text::to_utf16(line), analysis);
      for (const text::Sentence& sentence : analysis.sentences) {
        model::read_sentence(analysis, sentence, items);
        if (items.empty()) continue;
        for (const Item& item : items) {
          corpus.words.push_back(model::find(model, analysis, item, lower));
          corpus.cases.push_back(check::context::case_shape_of(item));
        }
        corpus.words.push_back(model::kBoundary);
        corpus.cases.push_back(CaseShape::lower);
      }
    }
  }
  return corpus;
}

std::size_t word_total(const model::LanguageModel& model, model::WordId word) {
  const model::WordCounts counts = model.counts(word);
  return std::size_t{counts.lower} + counts.capitalised + counts.upper;
}

model::WordId small_entry(const model::LanguageModel& model, model::WordId word) {
  const text::Syllable syllable = model.syllable(word);
  return syllable.valid() && model.is_capitalised(word) ? model.find(syllable) : word;
}

}  // namespace soat::tools
