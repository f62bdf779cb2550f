#include "check/garble/copies.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "text/analysis.h"

namespace soat::check::garble {
namespace {

TEST(FirstCopies, AreOfParagraphsThatReadTheSame) {
  const std::vector<std::u16string_view> texts = {u"Một hai.", u"", u"Một ba.", u"Một hai.", u"một hai.", u"Một hai."};
  std::vector<text::Analysis> paragraphs(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) text::analyse(texts[i], paragraphs[i]);
  EXPECT_EQ(first_copies(paragraphs), (std::vector<std::uint32_t>{0, 1, 2, 0, 4, 0}));
  EXPECT_TRUE(first_copies({}).empty());
}

}  // namespace
}  // namespace soat::check::garble
