#include "check/context/context_vectors.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <limits>
#include <numeric>
#include <span>
#include <string>

#include "support/test_folder.h"
#include "text/checksum.h"
#include "text/error.h"

namespace soat::check::context {
namespace {

constexpr std::size_t header_size = 40;  // its last 8 bytes: the checksum of what follows
constexpr std::size_t version_at = 8;
constexpr std::size_t words_at = 20;
constexpr std::size_t spelling_bytes_at = 24;

template <typename T>
void put(std::string& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

class ContextVectorFile : public testing::Test {
 protected:
  static const model::LanguageModel& words() {
    static const auto model =
        model::LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model");
    return *model;
  }

  // Vectors by which "đẹp" fits better than "tôi", whatever stands beside it.
  std::string sound(float first_position = 1) const {
    std::vector<std::string> spellings(model::kFirstWord, "-");
    spellings.insert(spellings.end(), {"đẹp", "tôi"});
    ContextVectors::Rows rows;
    rows.inputs.assign(spellings.size() * ContextVectors::dimensions, 0.25F);
    rows.outputs.assign(spellings.size() * ContextVectors::dimensions, 0.5F);
    rows.biases.assign(spellings.size(), -2);
    rows.biases[model::kFirstWord] = -1;
    rows.positions.assign(ContextVectors::positions * ContextVectors::dimensions, 1);
    rows.positions[0] = first_position;
    rows.cases.assign(ContextVectors::case_shapes * ContextVectors::dimensions, 0);
    ContextVectors::write(folder_ / "vectors", rows, spellings);
    std::ifstream file(folder_ / "vectors", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  std::shared_ptr<const ContextVectors> load(const std::string& bytes) const {
    return ContextVectors::load(folder_.write("vectors", bytes), words());
  }

  // What loading says; empty when it succeeds.
  std::string problem(const std::string& bytes) const {
    try {
      load(bytes);
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }

  std::string sealed(std::string bytes) const {
    put(bytes, header_size - 8, text::checksum(std::as_bytes(std::span(bytes)).subspan(header_size)));
    return bytes;
  }

  test::TestFolder folder_;
};

TEST_F(ContextVectorFile, FitsTheWordsThatItHolds) {
  const auto vectors = load(sound());
  const model::WordId nice = words().find(text::parse(u"đẹp"), false);
  const model::WordId self = words().find(text::parse(u"tôi"), false);
  ContextVectors::Vector expected;
  const std::array<model::WordId, 2> sentence = {self, nice};
  const std::array<CaseShape, 2> cases{};
  vectors->expect(sentence, cases, 1, expected);
  EXPECT_FLOAT_EQ(vectors->fit(expected, nice) - vectors->fit(expected, self), 1);
}

TEST(ContextVectors, LimitHowWellAWordFits) {
  const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";
  const auto words = model::LanguageModel::open(data / "soat.model");
  const auto vectors = ContextVectors::load(data / "context.vectors", *words);
  std::vector<model::WordId> sentence;
  for (const char16_t* word : {u"tôi", u"đi", u"chợ", u"mua", u"cá"})
    sentence.push_back(words->find(text::parse(word)));
  const std::vector<CaseShape> cases(sentence.size());
  std::vector<model::WordId> all(words->vocabulary_size());
  std::iota(all.begin(), all.end(), model::WordId{0});
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    ContextVectors::Vector expected;
    vectors->expect(sentence, cases, i, expected);
    std::vector<ContextVectors::Limits> limits(all.size());
    vectors->limits(expected, all, limits);
    for (const model::WordId word : all) {
      const float fit = vectors->fit(expected, word);
      EXPECT_LE(limits[word].least, fit) << word;
      EXPECT_GE(limits[word].most, fit) << word;
      EXPECT_LT(limits[word].most - limits[word].least, 0.2F) << word;
    }
  }
}

TEST_F(ContextVectorFile, RefusesAFileCutAnywhere) {
  const std::string whole = sound();
  for (const std::size_t length : {std::size_t{0}, std::size_t{7}, header_size - 1, header_size, header_size + 5,
                                   whole.size() / 2, whole.size() - 1}) {
    EXPECT_NE(problem(whole.substr(0, length)).find("cut short"), std::string::npos) << length;
  }
  EXPECT_FALSE(problem(whole + '\0').empty());
}

TEST_F(ContextVectorFile, RefusesEveryFlippedBit) {
  const std::string whole = sound();
  for (std::size_t at = 0; at < whole.size(); at += at < header_size ? 1 : 997) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 1 << at % 8);
    EXPECT_FALSE(problem(bytes).empty()) << at;
  }
}

TEST_F(ContextVectorFile, TellsForeignAndNewerFiles) {
  std::string bytes = sound();
  put(bytes, version_at, std::uint32_t{2});
  EXPECT_NE(problem(bytes).find("another version"), std::string::npos);
  bytes[0] = 'X';
  EXPECT_NE(problem(bytes).find("no file of context vectors"), std::string::npos);
  EXPECT_THROW(ContextVectors::load(folder_ / "missing", words()), Error);
}

TEST_F(ContextVectorFile, RefusesCountsThatDoNotFitTheFile) {
  for (const std::uint32_t count : {0U, 15U, 17U, 19U, 0xFFFEU, 0xFFFFU, 0xFFFFFFFFU}) {
    std::string bytes = sound();
    put(bytes, words_at, count);
    EXPECT_FALSE(problem(bytes).empty()) << count;
  }
  for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{4}, ~std::uint64_t{0}, ~std::uint64_t{3}}) {
    std::string bytes = sound();
    put(bytes, spelling_bytes_at, size);
    EXPECT_FALSE(problem(bytes).empty()) << size;
  }
}

TEST_F(ContextVectorFile, RefusesFewerSpellingsThanWords) {
  std::string bytes = sound();
  bytes[header_size + 1] = '-';  // was the end of the first spelling
  bytes[header_size + 3] = '-';
  bytes[header_size + 5] = '-';
  bytes[header_size + 7] = '-';
  EXPECT_NE(problem(sealed(bytes)).find("damaged"), std::string::npos);
}

TEST_F(ContextVectorFile, RefusesWhatIsNoNumber) {
  for (const float value : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), 1e30F})
    EXPECT_NE(problem(sound(value)).find("damaged"), std::string::npos) << value;
}

}  // namespace
}  // namespace soat::check::context
