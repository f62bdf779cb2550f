#include <gtest/gtest.h>

#include <string>

#include "archive_builder.h"
#include "document/revision.h"
#include "expect.h"
#include "unit/document/revised.h"

namespace soat::document {
namespace {

TEST(RevisionOdt, TakesOutABlankThatIsAnElement) {
  const std::string bytes = make_odt("<text:p>a <text:s/>b</text:p>");
  EXPECT_EQ(revised(bytes, "a.odt", Format::odt, {{0, 1, 3, u" ", {}}}), Texts{u"a b"});
}

}  // namespace
}  // namespace soat::document
