#include "citation/exchange/yaml_scalar.h"

#include <gtest/gtest.h>

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(YamlScalar, NullTruthAndWholeNumbersAreRead) {
  for (const char* nothing : {"", "~", "null", "Null", "NULL"}) EXPECT_EQ(read_plain_scalar(nothing), json());
  EXPECT_EQ(read_plain_scalar("True"), json(true));
  EXPECT_EQ(read_plain_scalar("false"), json(false));
  EXPECT_EQ(read_plain_scalar("-5"), json(-5));
}

TEST(YamlScalar, EditionsAndCodesStayTexts) {
  for (const char* text : {"1.10", "007", "1.", "12-15", "99999999999999999999", "không"})
    EXPECT_EQ(read_plain_scalar(text), json(text));
}

TEST(YamlScalar, WhatIsWrittenIsReadAsTheSame) {
  EXPECT_EQ(scalar_to_yaml("Sách mới"), "Sách mới");
  EXPECT_EQ(scalar_to_yaml("1999"), "\"1999\"");
  EXPECT_EQ(scalar_to_yaml(1999), "1999");
  EXPECT_EQ(scalar_to_yaml(""), "\"\"");
  EXPECT_EQ(scalar_to_yaml("a: b"), "\"a: b\"");
  EXPECT_EQ(scalar_to_yaml("a #b"), "\"a #b\"");
  EXPECT_EQ(scalar_to_yaml("- a"), "\"- a\"");
  EXPECT_EQ(scalar_to_yaml("a\nb"), "\"a\\nb\"");
}

}  // namespace
}  // namespace soat::citation
