#include "examples.h"

#include <utility>

#include "boosting.h"
#include "spun_text.h"

namespace soat::tools {

using namespace check::garble;

void fit_garble_trees(const Examiner& examiner, const Judge* deciding, std::span<const std::filesystem::path> spun,
                      const std::filesystem::path& broken, const std::filesystem::path& repaired) {
  Examples examples;
  examples.feature_count = feature_count;
  std::vector<float> repairs;
  std::uint32_t number = 0;
  std::vector<Suspect> suspects;
  for (const std::filesystem::path& path : spun) {
    for (const SpunDocument& document : read_spun(path)) {
      Examiner::Reader reader(examiner, document.analyses);
      reader.read();
      suspects.clear();
      for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) reader.look_thoroughly(i, deciding, suspects);
      for (const Suspect& suspect : suspects) {
        const Verdict verdict = judge(examiner.words(), document.paragraphs[suspect.paragraph],
                                      document.analyses[suspect.paragraph], suspect);
        examples.features.insert(examples.features.end(), suspect.features.begin(), suspect.features.end());
        examples.labels.push_back(verdict.broken);
        repairs.push_back(verdict.repaired ? 1.0F : 0.0F);
        examples.documents.push_back(number);
      }
      ++number;
    }
  }
  TreeOptions options;
  options.trees = 120;
  check::Trees::write(broken, "Trees that tell what is broken, made by tools/garble.", feature_names,
                      fit_trees(examples, options));
  examples.labels = std::move(repairs);
  check::Trees::write(repaired, "Trees that tell what repairs it, made by tools/garble.", feature_names,
                      fit_trees(examples, options));
}

}  // namespace soat::tools
