#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "model/language_model.h"
#include "text/error.h"
#include "unit/model/model_files.h"

namespace soat::model {
namespace {

// Bytes at an address that is a multiple of 8.
struct Aligned {
  explicit Aligned(const std::string& bytes) : words(bytes.size() / 8 + 2), size(bytes.size()) {
    std::memcpy(words.data(), bytes.data(), bytes.size());
  }
  std::span<const std::byte> span() const { return std::as_bytes(std::span(words)).first(size); }
  std::vector<std::uint64_t> words;
  std::size_t size;
};

std::string message_of(const std::string& bytes) {
  const Aligned aligned(bytes);
  try {
    LanguageModel::from_bytes(aligned.span(), "some.model");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST_F(ModelTest, RefusesWhatIsNoModel) {
  EXPECT_NE(message_of("").find("not a language model"), std::string::npos);
  EXPECT_NE(message_of(std::string(5000, 'x')).find("not a language model"), std::string::npos);
  EXPECT_THROW(LanguageModel::open(folder_ / "missing.model"), Error);
  EXPECT_THROW(LanguageModel::open(folder_.path()), Error);
}

TEST_F(ModelTest, RefusesAnotherVersion) {
  std::string bytes = read_bytes(folder_ / "sample.model");
  bytes[8] = static_cast<char>(kFormatVersion + 1);
  EXPECT_NE(message_of(bytes).find("newer version"), std::string::npos);
}

TEST_F(ModelTest, RefusesATruncatedFileWhereverItEnds) {
  const std::string bytes = read_bytes(folder_ / "sample.model");
  ASSERT_EQ(message_of(bytes), "");
  for (std::size_t size = 0; size < bytes.size(); size += 97) {
    EXPECT_NE(message_of(bytes.substr(0, size)), "") << size;
  }
}

TEST_F(ModelTest, RefusesAFlippedBitWhereverItIs) {
  const std::string good = read_bytes(folder_ / "sample.model");
  std::mt19937 random(11);
  for (std::size_t at = 0; at < good.size(); at += 1 + random() % 60) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 1 << random() % 8);
    EXPECT_NE(message_of(bytes), "") << at;
  }
}

}  // namespace
}  // namespace soat::model
