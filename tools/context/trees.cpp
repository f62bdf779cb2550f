#include "trees.h"

#include <fstream>

#include "boosting.h"
#include "text/error.h"

namespace soat::tools {

std::vector<Example> read_examples(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(path.string() + ": cannot be read");
  std::vector<Example> examples(std::filesystem::file_size(path) / sizeof(Example));
  file.read(reinterpret_cast<char*>(examples.data()), static_cast<std::streamsize>(examples.size() * sizeof(Example)));
  return examples;
}

void fit_trees(std::span<const std::filesystem::path> examples, const std::filesystem::path& output) {
  Examples all;
  all.feature_count = check::context::feature_count;
  std::uint32_t first_document = 0;
  for (const std::filesystem::path& path : examples) {
    for (const Example& example : read_examples(path)) {
      all.features.insert(all.features.end(), example.features.begin(), example.features.end());
      all.labels.push_back(example.label);
      all.documents.push_back(first_document + example.document);
    }
    if (all.size() > 0) first_document = all.documents.back() + 1;
  }
  check::Trees::write(output, "Trees that weigh the evidence for a slip, made by tools/context.",
                      check::context::feature_names, fit_trees(all, {}));
}

}  // namespace soat::tools
