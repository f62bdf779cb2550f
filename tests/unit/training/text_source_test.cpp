#include "training/text_source.h"

#include <gtest/gtest.h>
#include <lzma.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "support/model_sample.h"
#include "text/error.h"
#include "training/trainer.h"
#include "unit/training/files_in.h"

namespace soat::training {
namespace {

std::string compressed(const std::string& text) {
  std::string out(lzma_stream_buffer_bound(text.size()), '\0');
  std::size_t size = 0;
  EXPECT_EQ(lzma_easy_buffer_encode(1, LZMA_CHECK_CRC32, nullptr, reinterpret_cast<const std::uint8_t*>(text.data()),
                                    text.size(), reinterpret_cast<std::uint8_t*>(out.data()), &size, out.size()),
            LZMA_OK);
  out.resize(size);
  return out;
}

std::vector<std::string> lines_of(const std::filesystem::path& path) {
  TextSource source(path);
  std::vector<std::string> lines;
  for (std::string line; source.next_line(line);) lines.push_back(line);
  return lines;
}

std::string error_of(const test::TestFolder& folder, const std::string& bytes) {
  const std::array texts{folder.write("text", bytes)};
  try {
    train(texts, folder / "out.model", model::sample_options());
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(TextSource, ReadsPlainAndCompressedLinesAlike) {
  const test::TestFolder folder;
  std::string text = "một\r\n\nhai ba";
  for (int i = 0; i < 50'000; ++i) text += "\nmột dòng nữa " + std::to_string(i);
  const auto plain = lines_of(folder.write("plain", text));
  ASSERT_EQ(plain.size(), 50'003U);
  EXPECT_EQ(plain[0], "một");
  EXPECT_EQ(plain[1], "");
  EXPECT_EQ(plain[2], "hai ba");
  EXPECT_EQ(plain.back(), "một dòng nữa 49999");
  EXPECT_EQ(lines_of(folder.write("xz", compressed(text))), plain);
  EXPECT_EQ(lines_of(folder.write("two", compressed("a\n") + compressed("b\n"))), (std::vector<std::string>{"a", "b"}));
}

TEST(TextSource, TellsWhereTextIsNoText) {
  const test::TestFolder folder;
  const std::string xz = compressed(model::sample_text());
  EXPECT_NE(error_of(folder, xz.substr(0, xz.size() / 2)).find("damaged or cut short"), std::string::npos);
  EXPECT_NE(error_of(folder, "một\nhai \xff\xfe\n").find("line 2"), std::string::npos);
  EXPECT_NE(error_of(folder, std::string("a\0b", 3)).find("zero byte"), std::string::npos);
  EXPECT_NE(error_of(folder, std::string(TextSource::kLongestLine + 2, 'a')).find("longer than"), std::string::npos);
  EXPECT_NE(error_of(folder, "").find("no words"), std::string::npos);
  EXPECT_NE(error_of(folder, "\n\n ... \n").find("no words"), std::string::npos);
  EXPECT_THROW(TextSource(folder / "missing"), Error);
  EXPECT_EQ(files_in(folder), 1U);  // the text itself; nothing half written
}

}  // namespace
}  // namespace soat::training
