#include "check/context/context_vectors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <utility>

#include "check/context/row_products.h"
#include "model/packed_array.h"
#include "text/checksum.h"
#include "text/error.h"
#include "text/syllable.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::check::context {
namespace {

// Layout: header; spellings, each ended by a line feed; then 4-byte aligned positions, cases, biases, a scale for each
// row of inputs and of outputs (float); then the rows of inputs and outputs, one signed byte a number. Little-endian.
struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t dimensions;
  std::uint32_t reach;
  std::uint32_t words;
  std::uint64_t spelling_bytes;  // a multiple of 4
  std::uint64_t checksum;        // of everything after the header
};
constexpr std::array<char, 8> magic = {'S', 'O', 'A', 'T', 'v', 'e', 'c', '\n'};
constexpr std::uint32_t version = 1;
constexpr std::uint32_t most_words = 0xFFFE;

void append(std::vector<char>& out, const void* data, std::size_t size) {
  const char* bytes = static_cast<const char*>(data);
  out.insert(out.end(), bytes, bytes + size);
}

// One scale and signed bytes for each row.
void quantise(std::span<const float> rows, std::vector<float>& scales, std::vector<std::int8_t>& bytes) {
  for (std::size_t begin = 0; begin < rows.size(); begin += ContextVectors::dimensions) {
    const auto row = rows.subspan(begin, ContextVectors::dimensions);
    float most = 1e-6F;
    for (const float x : row) most = std::max(most, std::abs(x));
    scales.push_back(most / 127);
    for (const float x : row) bytes.push_back(static_cast<std::int8_t>(std::lround(x / scales.back())));
  }
}

}  // namespace

CaseShape case_shape_of(const model::Item& item) {
  switch (item.letter_case) {
    case text::LetterCase::none:
    case text::LetterCase::lower:
      return CaseShape::lower;
    case text::LetterCase::capitalised:
      return item.capitalised ? CaseShape::capitalised : CaseShape::lower;
    default:
      return CaseShape::other;
  }
}

void ContextVectors::write(const std::filesystem::path& path, const Rows& rows,
                           std::span<const std::string> spellings) {
  std::string names;
  for (const std::string& spelling : spellings) names.append(spelling).push_back('\n');
  names.resize((names.size() + 3) / 4 * 4, '\n');
  std::vector<float> scales;
  std::vector<std::int8_t> bytes;
  quantise(rows.inputs, scales, bytes);
  quantise(rows.outputs, scales, bytes);
  std::vector<char> body;
  append(body, names.data(), names.size());
  append(body, rows.positions.data(), rows.positions.size() * sizeof(float));
  append(body, rows.cases.data(), rows.cases.size() * sizeof(float));
  append(body, rows.biases.data(), rows.biases.size() * sizeof(float));
  append(body, scales.data(), scales.size() * sizeof(float));
  append(body, bytes.data(), bytes.size());
  const Header header{magic,
                      version,
                      static_cast<std::uint32_t>(dimensions),
                      context_reach,
                      static_cast<std::uint32_t>(rows.biases.size()),
                      names.size(),
                      text::checksum(std::as_bytes(std::span<const char>(body)))};
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(&header), sizeof header);
  file.write(body.data(), static_cast<std::streamsize>(body.size()));
  if (!file.flush()) throw Error(texts::error_file_unwritable_full, path.string());
}

std::shared_ptr<const ContextVectors> ContextVectors::load(const std::filesystem::path& path,
                                                           const model::LanguageModel& words) {
  const auto fail = [&](const text::Message& reason) { throw Error(texts::error_data_fault, path.string(), reason); };
  model::MappedFile file;
  try {
    file = model::MappedFile(path);
  } catch (const Error& error) {
    throw Error(texts::error_data_again, error.message());
  }
  const std::span<const std::byte> all = file.bytes();
  Header header{};
  if (all.size() < sizeof header) fail(texts::error_data_cut);
  std::memcpy(&header, all.data(), sizeof header);
  if (header.magic != magic) fail(texts::error_data_no_vectors);
  if (header.version != version || header.dimensions != dimensions || header.reach != context_reach)
    fail(texts::error_data_other_program);
  const std::size_t count = header.words;
  if (count < model::kFirstWord || count > most_words || header.spelling_bytes > all.size())
    fail(texts::error_data_cut_or_damaged);
  const std::size_t floats = positions * dimensions + case_shapes * dimensions + 3 * count;
  const std::size_t body = header.spelling_bytes + floats * sizeof(float) + 2 * count * dimensions;
  if (header.spelling_bytes % 4 != 0 || all.size() != sizeof header + body) fail(texts::error_data_cut_or_damaged);
  if (text::checksum(all.subspan(sizeof header)) != header.checksum) fail(texts::error_data_damaged);

  auto vectors = std::make_shared<ContextVectors>();
  const char* names = reinterpret_cast<const char*>(all.data() + sizeof header);
  // The sizes before are multiples of 4, and a mapping begins on a page.
  const std::span numbers(reinterpret_cast<const float*>(names + header.spelling_bytes), floats);
  // Also false for what is no number. Sums of products of such stay far from overflow.
  constexpr float largest = 1e4F;
  if (!std::ranges::all_of(numbers, [](float x) { return std::abs(x) <= largest; })) fail(texts::error_data_damaged);
  std::span<const float> rest_of_numbers = numbers;
  const auto next = [&](std::size_t size) {
    const std::span<const float> part = rest_of_numbers.first(size);
    rest_of_numbers = rest_of_numbers.subspan(size);
    return part;
  };
  vectors->position_rows_ = next(positions * dimensions);
  vectors->case_rows_ = next(case_shapes * dimensions);
  vectors->biases_ = next(count);
  vectors->input_scales_ = next(count);
  vectors->output_scales_ = next(count);
  const auto* bytes = reinterpret_cast<const std::int8_t*>(names + header.spelling_bytes + floats * sizeof(float));
  vectors->bytes_ = {bytes, 2 * count * dimensions};
  vectors->file_ = std::move(file);

  // Classes keep their numbers; words are found by their spelling, so that vectors outlive a change of the language
  // model.
  vectors->row_.assign(words.vocabulary_size(), unknown);
  for (std::uint16_t i = 0; i < model::kFirstWord; ++i) vectors->row_[i] = i;
  std::string_view rest(names, header.spelling_bytes);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) fail(texts::error_data_damaged);
    const std::u16string word = text::to_utf16(rest.substr(0, end));
    rest.remove_prefix(end + 1);
    if (i < model::kFirstWord) continue;
    const text::Syllable syllable = text::parse(word);
    for (const bool capitalised : {false, true}) {
      const model::WordId id = syllable.valid() ? words.find(syllable, capitalised) : words.find(word, capitalised);
      if (id >= model::kFirstWord) vectors->row_[id] = static_cast<std::uint16_t>(i);
    }
  }
  return vectors;
}

std::size_t ContextVectors::case_shape(std::span<const CaseShape> cases, std::size_t index) {
  const auto at = [&](std::size_t i) { return static_cast<std::size_t>(cases[i]); };
  const std::size_t before = index > 0 ? at(index - 1) : 0;
  const std::size_t after = index + 1 < cases.size() ? at(index + 1) : 0;
  return ((before * 3 + at(index)) * 3 + after) * 2 + (index == 0 ? 1 : 0);
}

void ContextVectors::expect(std::span<const model::WordId> sentence, std::span<const CaseShape> cases,
                            std::size_t index, Vector& out) const {
  const float* shape = &case_rows_[case_shape(cases, index) * dimensions];
  std::copy_n(shape, dimensions, out.begin());
  const auto add = [&](std::size_t position, model::WordId word) {
    const std::size_t row = row_[word] == unknown ? model::kUnknownWord : row_[word];
    add_product(&position_rows_[position * dimensions], dimensions, {&bytes_[row * dimensions], input_scales_[row]},
                out.data());
  };
  // One boundary stands before the first word and one after the last.
  for (std::size_t i = 1; i <= context_reach; ++i) {
    add(context_reach - i, i <= index ? sentence[index - i] : model::kBoundary);
    if (i > index) break;
  }
  for (std::size_t i = 1; i <= context_reach; ++i) {
    add(context_reach + i - 1, index + i < sentence.size() ? sentence[index + i] : model::kBoundary);
    if (index + i >= sentence.size()) break;
  }
}

void ContextVectors::limits(const Vector& expected, std::span<const model::WordId> words, std::span<Limits> out) const {
  constexpr float most_whole = 32767;
  // Of the largest number expected times the scale of a row: what cutting numbers off can change in a sum of products,
  // and what rounding can change in fit() (dimensions * 128 numbers, each off by less than 1 / most_whole).
  constexpr float error = 0.5F;
  static_assert(static_cast<float>(dimensions) * 128 / most_whole < 0.4F);
  // Several at a time, as processors can.
  std::array<float, 8> some{};
  static_assert(dimensions % some.size() == 0);
  for (std::size_t d = 0; d < dimensions; d += some.size()) {
    for (std::size_t k = 0; k < some.size(); ++k) some[k] = std::max(some[k], std::abs(expected[d + k]));
  }
  const float largest = std::ranges::max(some);
  const float to_whole = largest > 0 ? most_whole / largest : 0;
  std::array<std::int16_t, dimensions> whole;
  for (std::size_t d = 0; d < dimensions; ++d)
    whole[d] = static_cast<std::int16_t>(static_cast<std::int32_t>(expected[d] * to_whole));
  const std::int8_t* outputs = bytes_.data() + bytes_.size() / 2;
  constexpr std::size_t together = 64;
  std::array<const std::int8_t*, together> rows;
  std::array<std::int32_t, together> sums;
  for (std::size_t done = 0; done < words.size(); done += together) {
    const std::size_t count = std::min(together, words.size() - done);
    for (std::size_t k = 0; k < count; ++k) {
      const std::uint16_t row = row_[words[done + k]];
      rows[k] = outputs + (row == unknown ? 0 : row) * dimensions;
    }
    whole_products(whole.data(), dimensions, std::span(rows).first(count), std::span(sums).first(count));
    for (std::size_t k = 0; k < count; ++k) {
      const std::uint16_t row = row_[words[done + k]];
      if (row == unknown) {
        out[done + k] = {floor, floor};
        continue;
      }
      const float scale = output_scales_[row] * largest;
      const float fit = biases_[row] + scale / most_whole * static_cast<float>(sums[k]);
      out[done + k] = {fit - error * std::abs(scale), fit + error * std::abs(scale)};
    }
  }
}

void ContextVectors::prefetch(model::WordId word) const {
  const std::size_t row = row_[word] == unknown ? 0 : row_[word];
  const std::span<const std::byte> bytes =
      std::as_bytes(std::span(bytes_)).subspan(bytes_.size() / 2 + row * dimensions);
  model::prefetch(bytes.data());
  model::prefetch(bytes.data() + dimensions - 1);
}

float ContextVectors::fit(const Vector& expected, model::WordId word) const {
  float fit_of_word = 0;
  fit(expected, std::span(&word, 1), std::span(&fit_of_word, 1));
  return fit_of_word;
}

void ContextVectors::fit(const Vector& expected, std::span<const model::WordId> words, std::span<float> fits) const {
  const std::int8_t* outputs = bytes_.data() + bytes_.size() / 2;
  for (std::size_t done = 0; done < words.size(); done += rows_together) {
    const std::size_t count = std::min(rows_together, words.size() - done);
    std::array<ScaledRow, rows_together> rows;
    std::array<float, rows_together> sums{};
    for (std::size_t k = 0; k < rows_together; ++k) {
      const std::uint16_t row = k < count ? row_[words[done + k]] : std::uint16_t{0};
      const std::size_t known = row == unknown ? 0 : row;
      rows[k] = {outputs + known * dimensions, output_scales_[known]};
      sums[k] = biases_[known];
    }
    add_products(expected.data(), dimensions, rows, sums);
    for (std::size_t k = 0; k < count; ++k) fits[done + k] = row_[words[done + k]] == unknown ? floor : sums[k];
  }
}

}  // namespace soat::check::context
