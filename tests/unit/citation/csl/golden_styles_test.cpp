#include <gtest/gtest.h>

#include "citation/csl/csl_engine.h"
#include "unit/citation/fixture.h"

// Every shipped style in every format gives what citeproc-js gives in node: the files under tests/golden/cite were
// written by in-node.js, and the CTest tests cite_node_* compare it with them again.

namespace soat::citation {
namespace {

using nlohmann::json;

const std::filesystem::path kGolden = std::filesystem::path(SOAT_SOURCE_DIR) / "tests/golden/cite";

class GoldenStyles : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(GoldenStyles, GiveWhatCiteprocGivesInNode) {
  const std::filesystem::path expected = GetParam();
  EngineOptions options = test::options_for(expected.stem().string());
  const std::string format = expected.extension().string();
  options.format = format == ".html" ? OutputFormat::html : format == ".rtf" ? OutputFormat::rtf : OutputFormat::text;
  CslEngine engine(std::move(options));
  engine.set_items(json::parse(test::read(kGolden / "items.json")));
  const json citations = json::parse(test::read(kGolden / "citations.json"));
  engine.restore(citations, {"trang"});
  const auto texts = engine.render(citations.size(), {});
  std::string got;
  for (const auto& text : texts) got += text + "\n";
  const Bibliography list = engine.bibliography(true, {});
  for (const auto& group : list.groups) {
    got += "\n# " + group.heading + "\n";
    for (const auto& entry : group.entries) got += entry.text + "\n";
  }
  EXPECT_EQ(got, test::read(expected));
}

std::vector<std::filesystem::path> golden_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(kGolden)) {
    const auto extension = entry.path().extension();
    if (extension == ".text" || extension == ".html" || extension == ".rtf") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(GoldenStyles, CoverEveryShippedStyle) {
  for (const auto& style : std::filesystem::directory_iterator(test::data_folder() / "styles")) {
    if (style.path().extension() != ".csl") continue;
    for (const char* format : {".text", ".html", ".rtf"}) {
      EXPECT_TRUE(std::filesystem::exists(kGolden / (style.path().stem().string() + format))) << style.path() << format;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Shipped, GoldenStyles, testing::ValuesIn(golden_files()), [](const auto& one) {
  std::string name = one.param.filename().string();
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
});

}  // namespace
}  // namespace soat::citation
