#include "document/attribute_counter.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"
#include "unit/document/read_docx.h"

namespace soat::document {
namespace {

Texts read_docx_body(std::string_view body, std::string_view footnotes = {}) {
  return texts(parse(make_docx(body, footnotes), "a.docx", Format::docx));
}

TEST(AttributeCounter, TagWithVeryManyAttributesIsRefused) {
  std::string body = "<w:p";
  for (int i = 0; i < 5000; ++i) body += " a" + std::to_string(i) + "='\"='";
  const std::string why = fault([&] { read_docx_body(body + "/>"); });
  EXPECT_NE(why.find("attributes"), std::string::npos) << why;
}

}  // namespace
}  // namespace soat::document
