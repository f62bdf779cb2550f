#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "check/ngram/scored_sentence.h"
#include "check/ngram/word_facts.h"
#include "lexicon/lexicon.h"
#include "model/language_model.h"
#include "text/analysis.h"
#include "text/syllable.h"

// The language model and the word lists of the project, loaded once, for tests.
namespace soat::check {

inline std::filesystem::path shipped_data() {
  return std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";
}

inline const std::shared_ptr<const model::LanguageModel>& shipped_words() {
  static const auto words = model::LanguageModel::open(shipped_data() / "soat.model");
  return words;
}

inline const std::shared_ptr<const ngram::WordFacts>& shipped_facts() {
  static const std::shared_ptr<const ngram::WordFacts> facts = std::make_shared<ngram::WordFacts>(*shipped_words());
  return facts;
}

inline const lexicon::Lexicon& shipped_lexicon() {
  static const auto lexicon = lexicon::Lexicon::load({shipped_data(), {}, {}});
  return *lexicon;
}

inline model::WordId word_of(std::u16string_view syllable) {
  return shipped_words()->find(text::parse(syllable));
}

// A text's first sentence, read and scored.
struct ReadSentence {
  explicit ReadSentence(std::u16string_view text) {
    text::analyse(text, analysis);
    if (!analysis.sentences.empty()) sentence.read(analysis, analysis.sentences.front());
  }
  ReadSentence(const ReadSentence&) = delete;
  ReadSentence& operator=(const ReadSentence&) = delete;

  text::Analysis analysis;
  ngram::ScoredSentence sentence{*shipped_words()};
};

}  // namespace soat::check
