// Estimates what the context rule knows from a user's own texts. See README.md.
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "check/context/context_vectors.h"
#include "check/context/decision.h"
#include "check/context/examiner.h"
#include "check/slips/slip_costs.h"
#include "examples.h"
#include "model/language_model.h"
#include "run_tool.h"
#include "slips.h"
#include "text/analysis.h"
#include "text/utf.h"
#include "training/text_source.h"
#include "trees.h"
#include "vectors.h"

namespace {

using namespace soat;
using namespace soat::check::context;
using Paths = std::vector<std::filesystem::path>;

constexpr const char* usage =
    "usage: context-trainer slips MODEL SLIPS TEXT...\n"
    "       context-trainer vectors MODEL SLIPS VECTORS TEXT...\n"
    "       context-trainer examples MODEL SLIPS VECTORS EXAMPLES TEXT...\n"
    "       context-trainer trees TREES EXAMPLES...\n"
    "       context-trainer evidence MODEL SLIPS VECTORS TREES TEXT...\n"
    "       context-trainer features\n";

// One line a suspect: file number, paragraph, start, end, suggestion, sum of the trees, features; tab-separated.
void print_evidence(const Examiner& examiner, const Decision& decision, const Paths& texts) {
  std::vector<Suspect> suspects;
  for (std::size_t f = 0; f < texts.size(); ++f) {
    training::TextSource source(texts[f]);
    std::vector<text::Analysis> paragraphs;
    std::string line;
    while (source.next_line(line)) text::analyse(text::to_utf16(line), paragraphs.emplace_back());
    examiner.examine(paragraphs, suspects);
    for (const Suspect& suspect : suspects) {
      const auto [start, end] = paragraphs[suspect.paragraph].original_span(suspect.start, suspect.end);
      std::printf("%zu\t%u\t%u\t%u\t%s\t%.4f", f, suspect.paragraph, start, end,
                  text::to_utf8(examiner.candidates().spelling(suspect.suggestions[0])).c_str(),
                  static_cast<double>(decision.odds(suspect.features)));
      for (const float feature : suspect.features) std::printf("\t%.4g", static_cast<double>(feature));
      std::printf("\n");
    }
  }
}

int run(const std::vector<std::string>& arguments) {
  const std::string command = arguments.empty() ? "" : arguments[0];
  if (command == "features") {
    for (std::size_t i = 0; i < feature_count; ++i) std::cout << name(static_cast<Feature>(i)) << '\n';
    return 0;
  }
  const std::size_t fixed = command == "slips"      ? 3
                            : command == "vectors"  ? 4
                            : command == "examples" ? 5
                            : command == "evidence" ? 5
                            : command == "trees"    ? 2
                                                    : 0;
  if (fixed == 0 || arguments.size() <= fixed) {
    std::cerr << usage;
    return 2;
  }
  const Paths rest(arguments.begin() + static_cast<std::ptrdiff_t>(fixed), arguments.end());
  if (command == "trees") {
    tools::fit_trees(rest, arguments[1]);
    return 0;
  }
  const std::shared_ptr<const model::LanguageModel> model = model::LanguageModel::open(arguments[1]);
  if (command == "slips") {
    tools::estimate_slips(*model, rest, arguments[2]);
    return 0;
  }
  const SlipCosts costs = SlipCosts::load(arguments[2]);
  if (command == "vectors") {
    tools::train_vectors(*model, costs, rest, {}, arguments[3]);
    return 0;
  }
  const Examiner examiner(model, std::make_shared<check::ngram::WordFacts>(*model),
                          ContextVectors::load(arguments[3], *model), costs);
  if (command == "examples") {
    tools::make_examples(*model, costs, examiner, rest, {}, arguments[4]);
  } else {
    print_evidence(examiner, Decision(check::Trees::read(arguments[4], feature_names)), rest);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return soat::tools::run_tool("context-trainer", run, argc, argv);
}
