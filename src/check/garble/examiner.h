#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "check/garble/companions.h"
#include "check/garble/predecessors.h"
#include "check/garble/substitution_table.h"
#include "check/garble/suspect.h"
#include "check/ngram/scored_sentence.h"
#include "check/ngram/word_facts.h"
#include "model/language_model.h"
#include "text/analysis.h"

namespace soat::check::garble {

// Finds windows that the language model does not expect between their neighbours while it knows something that it does
// expect there: words of its own that fit on both sides, and what the substitution table says a rewriting program may
// have had there. Says what speaks for and against; does not decide. Immutable; usable from several threads at once.
class Examiner {
 public:
  Examiner(std::shared_ptr<const model::LanguageModel> words, std::shared_ptr<const ngram::WordFacts> facts,
           std::shared_ptr<const SubstitutionTable> table);

  const model::LanguageModel& words() const { return *words_; }
  const ngram::WordFacts& facts() const { return *facts_; }
  const Companions& companions() const { return *companions_; }

  // The work on one document. The examiner and the paragraphs must outlive it.
  class Reader;

 private:
  std::shared_ptr<const model::LanguageModel> words_;
  std::shared_ptr<const ngram::WordFacts> facts_;
  std::shared_ptr<const SubstitutionTable> table_;
  // By pointers, as the one refers to the other and an examiner is moved.
  std::unique_ptr<const Predecessors> predecessors_;
  std::unique_ptr<const Companions> companions_;
};

class Examiner::Reader {
 public:
  Reader(const Examiner& examiner, std::span<const text::Analysis> paragraphs);
  ~Reader();

  // Takes all sentences of the document in order, for what only the whole document shows; to be done before the others.
  // number: of the sentence in its paragraph. The words of a paragraph that is a copy of an earlier one are not counted
  // another time.
  void take(std::uint32_t paragraph, std::uint32_t number, ngram::ScoredSentence& sentence);

  // Whether an earlier paragraph reads the same.
  bool is_copy(std::uint32_t paragraph) const;

  // Reads all paragraphs, in the place of take().
  void read();

  // Hands over the suspects of one paragraph, in order and one at a time, since a long one has many; they may overlap.
  // Looks where the model is surprised on both sides of a window, which costs little in normal text.
  void look_quickly(std::uint32_t paragraph, const std::function<void(Suspect&)>& take);

  // Appends the suspects of one paragraph. Looks wherever the model is surprised at all, and for
  // longer fillers. Where a filler surely repairs its window, the sentence is read again with it, so that broken places
  // side by side neither hide each other nor cast doubt on what stands between them. judge: none to read once only.
  void look_thoroughly(std::uint32_t paragraph, const Judge* judge, std::vector<Suspect>& out);

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace soat::check::garble
