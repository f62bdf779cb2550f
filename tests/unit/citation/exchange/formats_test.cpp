#include <gtest/gtest.h>
#include <sqlite3.h>

#include "citation/exchange/exchange.h"
#include "text/error.h"

// Formats that other programs export; whole files are in tests/golden/cite-convert-*.

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(Formats, AreToldByTheirContent) {
  const auto title = [](std::string_view bytes) { return read_sources(bytes, "-").at(0).value("title", ""); };
  EXPECT_EQ(title("%0 Book\n%T Ghe\n"), "Ghe");
  EXPECT_EQ(title("TY  - BOOK\nTI  - Ghe\nER  - \n"), "Ghe");
  EXPECT_EQ(title("PMID- 1\nTI  - Ghe\n"), "Ghe");
  EXPECT_EQ(title("% ghi chú\n@book{a, title={Ghe}}"), "Ghe");
  EXPECT_EQ(title("\n[{\"title\": \"Ghe\"}]"), "Ghe");
  EXPECT_EQ(title("<!DOCTYPE html><html><title>Ghe</title></html>"), "Ghe");
  EXPECT_THROW(read_sources("ghe", "-"), Error);
  EXPECT_THROW(read_sources("", "a.txt"), Error);
}

TEST(Formats, AskedForByNameCountMore) {
  EXPECT_EQ(read_sources("%0 Book\n%T Ghe\n", "a.ris", nullptr, "enw").at(0)["title"], "Ghe");
  EXPECT_THROW(read_sources("%0 Book\n%T Ghe\n", "a.ris", nullptr, "abc"), Error);
}

TEST(Sources, GoByTheExtension) {
  EXPECT_EQ(read_sources("[]", "A.JSON"), json::array());
  EXPECT_THROW(read_sources("", "a.pdf"), Error);
}

}  // namespace
}  // namespace soat::citation
