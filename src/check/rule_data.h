#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "text/error.h"

namespace soat::lexicon {
class Lexicon;
}

namespace soat::model {
class LanguageModel;
}

namespace soat::check::ngram {
class WordFacts;
}

namespace soat::check {

class CapitalTable;
class ConfusableTable;
class DoublingTable;
class RuleWeights;
class RuleWords;
class SuggestionRanker;
class SyllableCandidates;

// What rules may read while they are made. Everything referred to outlives the rules.
struct RuleData {
  const lexicon::Lexicon& lexicon;
  const SyllableCandidates& candidates;
  std::filesystem::path folder;              // the data folder (dictionaries/vi), for a rule's own files
  const SuggestionRanker* ranker = nullptr;  // none: suggestions are ranked by the word alone
  std::vector<Error>& problems;              // a rule whose data cannot be used says so here: file, reason, what to do
  std::shared_ptr<const model::LanguageModel> model = {};   // none: rules that need it are off
  std::shared_ptr<const ngram::WordFacts> facts = {};       // of the model's words; none without it
  std::shared_ptr<const RuleWords> words = {};              // lists of words; none: rules that need them are off
  std::shared_ptr<const ConfusableTable> confusables = {};  // several rules read it; none: likewise
  std::shared_ptr<const DoublingTable> doubling = {};       // the same
  const RuleWeights* weights = nullptr;                     // read while rules are made; none: likewise
  std::shared_ptr<const CapitalTable> varying = {};         // names whose capitals vary; none: likewise

  // The same for a rule whose problems go elsewhere: to a list of its own where several rules are made at once.
  RuleData with(std::vector<Error>& elsewhere) const {
    return {lexicon, candidates, folder,      ranker,   elsewhere, model,
            facts,   words,      confusables, doubling, weights,   varying};
  }
};

}  // namespace soat::check
