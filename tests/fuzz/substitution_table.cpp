// Reads any bytes as the rows of a table of substitutions. What loads must answer any query, and give back each pair
// from both of its ends.
#include "check/garble/substitution_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "memory_file.h"
#include "model/language_model.h"
#include "small_model.h"
#include "text/error.h"
#include "text/table_reader.h"

namespace {

using soat::check::garble::SubstitutionTable;
using soat::model::WordId;

void demand(bool holds) {
  if (!holds) std::abort();
}

bool holds(std::span<const SubstitutionTable::Counterpart> forms, std::span<const WordId> words) {
  return std::any_of(forms.begin(), forms.end(), [&](const SubstitutionTable::Counterpart& form) {
    return std::ranges::equal(form.view(), words);
  });
}

void query(const SubstitutionTable& table, std::span<const WordId> written) {
  for (const SubstitutionTable::Counterpart& original : table.originals(written)) {
    demand(original.size > 0 && !std::ranges::equal(original.view(), written));
    demand(holds(table.substitutes(original.view()), written));
    demand(table.longest_written(written.front()) >= written.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::byte> bytes = soat::fuzz::small_model();
  static const auto words = soat::model::LanguageModel::from_bytes(bytes, "small");
  const std::string_view rows(reinterpret_cast<const char*>(data), size);
  const std::string table = soat::text::sealed_table("substitutions", 1, rows);
  const soat::fuzz::MemoryFile file(std::as_bytes(std::span(table)));
  try {
    const auto loaded = SubstitutionTable::load(file.path(), *words);
    query(*loaded, {});
    for (WordId first = 0; first < words->vocabulary_size() + 2; ++first) {
      query(*loaded, std::array{first});
      for (WordId second = 0; second < words->vocabulary_size(); ++second) query(*loaded, std::array{first, second});
    }
  } catch (const soat::Error&) {
  }
  return 0;
}
