// Reads damaged files of the rule on words that do not fit their context. The first byte says which file, and whether
// the rest is a file itself or lists changes to a small sound one; of context vectors the checksum may be made right
// again, so that the checks behind it are reached too, and of tables it always is. What loads must answer any query.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/context/context_vectors.h"
#include "check/context/decision.h"
#include "check/slips/slip_costs.h"
#include "memory_file.h"
#include "model/language_model.h"
#include "small_model.h"
#include "text/checksum.h"
#include "text/error.h"
#include "text/table_reader.h"

namespace {

using namespace soat::check::context;
using soat::fuzz::MemoryFile;

constexpr std::string_view sound_costs =
    "# costs\ntone\thỏi>ngã\t5.5\nmark\to>ơ\t2\noperation\tonset v>d\t12.430\noperation\tnear key start\t1e1\n";
constexpr std::string_view sound_trees =
    "trees 2\ngain 2 2 score -0.5 2 leaf -1 leaf 3 leaf 1\nfrequency_c 11.5 1 leaf 0.5 leaf -1e-3\n";
constexpr std::string_view sound_calibration = "least\t-7\nintercept\t2.9\ntrees\t0.48\ngain\t0.08\n";
// The header of context vectors ends with the checksum of all that follows.
constexpr std::size_t header_size = 40;

std::span<const std::byte> bytes_of(std::string_view text) {
  return std::as_bytes(std::span(text));
}

// A table of these rows; its checksum is right, so that the checks behind it are reached.
std::vector<std::byte> table_of(std::string_view name, std::span<const std::byte> rows) {
  const std::string table =
      soat::text::sealed_table(name, 1, {reinterpret_cast<const char*>(rows.data()), rows.size()});
  return {bytes_of(table).begin(), bytes_of(table).end()};
}

void demand(bool holds) {
  if (!holds) std::abort();
}

const soat::model::LanguageModel& words() {
  static const std::vector<std::byte> bytes = soat::fuzz::small_model();
  static const auto model = soat::model::LanguageModel::from_bytes(bytes, "small");
  return *model;
}

std::vector<std::byte> sound_vectors() {
  constexpr std::size_t dimensions = ContextVectors::dimensions;
  std::vector<std::string> spellings(soat::model::kFirstWord, "-");
  for (const char* word : {"trời", "đẹp", "tôi", "chợ", "phê", "nội"}) spellings.emplace_back(word);
  ContextVectors::Rows rows;
  rows.inputs.assign(spellings.size() * dimensions, 0.25F);
  rows.outputs.assign(spellings.size() * dimensions, -0.5F);
  rows.biases.assign(spellings.size(), -2);
  rows.positions.assign(ContextVectors::positions * dimensions, 1);
  rows.cases.assign(ContextVectors::case_shapes * dimensions, 0.125F);
  const MemoryFile file;
  ContextVectors::write(file.path(), rows, spellings);
  std::ifstream in(file.path(), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return {bytes_of(bytes).begin(), bytes_of(bytes).end()};
}

void seal(std::span<std::byte> bytes) {
  if (bytes.size() < header_size) return;
  const std::uint64_t sum = soat::text::checksum(bytes.subspan(header_size));
  std::memcpy(bytes.data() + header_size - sizeof sum, &sum, sizeof sum);
}

void query(const SlipCosts& costs) {
  for (std::size_t i = 0; i < all_operations().size(); ++i) {
    Slip slip;
    slip.operation = static_cast<std::uint8_t>(i);
    slip.marks = static_cast<MarkChange>(i % mark_change_count);
    slip.tone = static_cast<ToneChange>(i % tone_change_count);
    demand(costs.cost(slip) >= 0 && std::isfinite(costs.cost(slip)));
  }
}

void query(const Decision& decision) {
  for (const float value : {-1e4F, -1.0F, 0.0F, 0.5F, 20.0F, 1e4F}) {
    Features features;
    features.fill(value);
    demand(std::isfinite(decision.odds(features)));
    const float confidence = decision.confidence(features);
    demand(confidence >= 0 && confidence <= 1);
  }
}

void query(const ContextVectors& vectors) {
  std::vector<soat::model::WordId> sentence;
  for (std::size_t i = 0; i < words().vocabulary_size(); ++i) sentence.push_back(static_cast<std::uint16_t>(i));
  const std::vector<CaseShape> cases(sentence.size(), CaseShape::other);
  ContextVectors::Vector expected;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    vectors.expect(sentence, cases, i, expected);
    demand(std::isfinite(vectors.fit(expected, sentence[i])));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::byte> vectors = sound_vectors();
  static const std::array<std::span<const std::byte>, 5> sound = {bytes_of(sound_costs), bytes_of(sound_trees),
                                                                  bytes_of(sound_calibration), vectors, vectors};
  if (size == 0) return 0;
  const std::size_t kind = data[0] % sound.size();
  const std::size_t how = data[0] / sound.size() % 3;
  std::vector<std::byte> bytes;
  if (how == 0) {
    const auto rest = std::as_bytes(std::span(data + 1, size - 1));
    bytes.assign(rest.begin(), rest.end());
  } else if (how == 1 || size < 3) {
    bytes = soat::fuzz::damaged(sound[kind], {data + 1, size - 1});
  } else {
    const std::size_t length = (std::size_t{data[1]} << 8 | data[2]) % sound[kind].size();
    bytes = soat::fuzz::damaged(sound[kind].first(length), {data + 3, size - 3});
  }
  if (kind == 4) seal(bytes);
  static const MemoryFile trees(table_of("trees", bytes_of(sound_trees)));
  static const MemoryFile calibration(table_of("context-decision", bytes_of(sound_calibration)));
  constexpr std::array<std::string_view, 3> tables = {"slips", "trees", "context-decision"};
  if (kind < tables.size()) bytes = table_of(tables[kind], bytes);
  const MemoryFile file(bytes);
  try {
    if (kind == 0) query(SlipCosts::load(file.path()));
    if (kind == 1) query(Decision::load(file.path(), calibration.path()));
    if (kind == 2) query(Decision::load(trees.path(), file.path()));
    if (kind >= 3) query(*ContextVectors::load(file.path(), words()));
  } catch (const soat::Error&) {
  }
  return 0;
}
