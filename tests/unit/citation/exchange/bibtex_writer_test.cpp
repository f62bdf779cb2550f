#include <gtest/gtest.h>

#include <string>

#include "citation/exchange/exchange.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(BibtexWriter, ClassicStylesKeepTheCapitalsOfNames) {
  const json one = json::parse(R"([{"id":"a","type":"book","title":"Chợ nổi Cái Răng và IBM"}])");
  EXPECT_NE(write_bibtex(one).find("title = {Chợ nổi {Cái} {Răng} và {IBM}}"), std::string::npos) << write_bibtex(one);
  EXPECT_NE(write_biblatex(one).find("title = {Chợ nổi Cái Răng và IBM}"), std::string::npos);
}

}  // namespace
}  // namespace soat::citation
