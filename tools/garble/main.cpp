// Estimates what the rules for garbled phrases know. See README.md.
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "check/garble/detector.h"
#include "check/garble/examiner.h"
#include "check/garble/gap_gates.h"
#include "check/rule_weights.h"
#include "check/trees.h"
#include "examples.h"
#include "gap_examples.h"
#include "run_tool.h"
#include "spun_text.h"
#include "text/utf.h"

namespace {

using namespace soat;
using namespace soat::check::garble;
using Paths = std::vector<std::filesystem::path>;

constexpr const char* usage =
    "usage: garble-trainer trees MODEL TABLE BROKEN REPAIRED SPUN...\n"
    "       garble-trainer again MODEL TABLE BROKEN REPAIRED DECISION NEW_BROKEN NEW_REPAIRED SPUN...\n"
    "       garble-trainer evidence MODEL TABLE SPUN...\n"
    "       garble-trainer places MODEL TABLE BROKEN REPAIRED DECISION SPUN...\n"
    "       garble-trainer gap-trees missing|wrong MODEL WEIGHTS TREES TEXT...\n"
    "       garble-trainer gaps missing|wrong MODEL WEIGHTS TREES TEXT...\n";

std::string spelt(const model::LanguageModel& words, std::span<const model::WordId> list) {
  std::string out;
  for (const model::WordId word : list) {
    if (!out.empty()) out += ' ';
    out += words.spelling(word);
  }
  return out;
}

void print_evidence(const Examiner& examiner, const Paths& spun) {
  std::vector<Suspect> suspects;
  for (const std::filesystem::path& path : spun) {
    std::size_t number = 0;
    for (const tools::SpunDocument& document : tools::read_spun(path)) {
      Examiner::Reader reader(examiner, document.analyses);
      reader.read();
      suspects.clear();
      for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) reader.look_thoroughly(i, nullptr, suspects);
      for (const Suspect& suspect : suspects) {
        const tools::Verdict verdict = tools::judge(examiner.words(), document.paragraphs[suspect.paragraph],
                                                    document.analyses[suspect.paragraph], suspect);
        std::printf("%zu\t%u\t%u\t%u\t%.2f\t%d\t%s\t%s", number, suspect.paragraph, suspect.start, suspect.end,
                    static_cast<double>(verdict.broken), verdict.repaired ? 1 : 0,
                    spelt(examiner.words(), suspect.window_words()).c_str(),
                    spelt(examiner.words(), suspect.filler_words()).c_str());
        for (const float feature : suspect.features) std::printf("\t%.4g", static_cast<double>(feature));
        std::printf("\n");
      }
      ++number;
    }
  }
}

// A line a paragraph: file, document, paragraph, words, number of damaged places; the places of each level that a quick
// look counts; a cell with what each place found by a thorough look is: log-odds, whether it is broken, whether the
// filler repairs it.
void print_places(const Detector& detector, const Paths& spun) {
  for (std::size_t f = 0; f < spun.size(); ++f) {
    std::size_t number = 0;
    for (const tools::SpunDocument& document : tools::read_spun(spun[f])) {
      std::vector<std::string> cells(document.paragraphs.size());
      for (const Phrase& phrase : detector.look_thoroughly(document.analyses)) {
        const std::size_t p = phrase.suspect.paragraph;
        const tools::Verdict verdict =
            tools::judge(detector.examiner().words(), document.paragraphs[p], document.analyses[p], phrase.suspect);
        char text[40];
        std::snprintf(text, sizeof text, "%.3f,%.2f,%d ", static_cast<double>(phrase.suspect.broken),
                      static_cast<double>(verdict.broken), verdict.repaired ? 1 : 0);
        cells[p] += text;
      }
      const auto evidence = detector.weigh(document.analyses, detector.look_quickly(document.analyses));
      for (std::size_t p = 0; p < cells.size(); ++p) {
        std::printf("%zu\t%zu\t%zu\t%u\t%zu\t", f, number, p, evidence[p].words, document.paragraphs[p].damage.size());
        for (const std::uint32_t places : evidence[p].places) std::printf("%u ", places);
        std::printf("\t%s\n", cells[p].c_str());
      }
      ++number;
    }
  }
}

int run(const std::vector<std::string>& arguments) {
  const std::string command = arguments.empty() ? "" : arguments[0];
  const bool is_about_gaps = command == "gap-trees" || command == "gaps";
  const std::size_t fixed = command == "trees"      ? 5
                            : command == "evidence" ? 3
                            : command == "places"   ? 6
                            : command == "again"    ? 8
                            : is_about_gaps         ? 5
                                                    : 0;
  if (fixed == 0 || arguments.size() <= fixed) {
    std::cerr << usage;
    return 2;
  }
  const Paths rest(arguments.begin() + static_cast<std::ptrdiff_t>(fixed), arguments.end());
  const auto words = model::LanguageModel::open(arguments[is_about_gaps ? 2 : 1]);
  if (is_about_gaps) {
    const check::ngram::WordFacts facts(*words);
    const Predecessors predecessors(*words);
    const Companions companions(*words, predecessors);
    const tools::GapModel model{
        *words, facts, companions,
        GapGates::of(check::RuleWeights::load(arguments[3]).of("garble.set-phrase"),
                     arguments[1] == "wrong" ? GapFault::wrong : GapFault::missing, GapLook::thorough)};
    if (command == "gaps") {
      tools::print_gaps(model, rest, arguments[4]);
    } else {
      tools::fit_gap_trees(model, rest, arguments[4]);
    }
    return 0;
  }
  Examiner examiner(words, std::make_shared<check::ngram::WordFacts>(*words),
                    SubstitutionTable::load(arguments[2], *words));
  if (command == "evidence") {
    print_evidence(examiner, rest);
  } else if (command == "places") {
    print_places(Detector(std::move(examiner), Decision::load(arguments[3], arguments[4], arguments[5])), rest);
  } else if (command == "again") {
    const Decision decision = Decision::load(arguments[3], arguments[4], arguments[5]);
    tools::fit_garble_trees(examiner, &decision, rest, arguments[6], arguments[7]);
  } else {
    tools::fit_garble_trees(examiner, nullptr, rest, arguments[3], arguments[4]);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return soat::tools::run_tool("garble-trainer", run, argc, argv);
}
