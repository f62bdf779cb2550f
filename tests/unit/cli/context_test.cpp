#include "cli/context.h"

#include <gtest/gtest.h>

#include "support/environment.h"
#include "support/test_folder.h"

namespace soat::cli {
namespace {

std::string told(const std::string& message, bool complain, Context& context) {
  testing::internal::CaptureStderr();
  if (complain) {
    context.complain(message);
  } else {
    context.warn(message);
  }
  return testing::internal::GetCapturedStderr();
}

TEST(Context, AComplaintMakesTheCommandFailAndAWarningDoesNot) {
  Context context;
  EXPECT_EQ(told("chú ý", false, context), "soat: chú ý\n");
  EXPECT_EQ(context.status, Status::done);
  EXPECT_EQ(told("hỏng", true, context), "soat: hỏng\n");
  EXPECT_EQ(context.status, Status::failed);
}

TEST(Context, MessagesAreOneLineAndDoNotDriveTheTerminal) {
  Context context;
  const std::string line = told("a\nb\x1B[31mc", false, context);
  EXPECT_EQ(line.find('\x1B'), std::string::npos);
  EXPECT_EQ(line.find('\n'), line.size() - 1);
}

TEST(FindData, TakesTheOptionThenTheVariable) {
  const test::TestFolder folder;
  const test::TestFolder other;
  const test::Variable variable("SOAT_DATA", other.path().string().c_str());
  Context context;
  EXPECT_EQ(find_data(context), other.path());
  context.data = folder.path();
  EXPECT_EQ(find_data(context), folder.path());
}

TEST(FindData, AFolderThatIsNotThereIsAnErrorThatSaysWhoNamedIt) {
  const test::Variable variable("SOAT_DATA", "/không/có");
  Context context;
  try {
    find_data(context);
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("SOAT_DATA"), std::string::npos) << error.what();
  }
  context.data = "/cũng/không";
  try {
    find_data(context);
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("--data"), std::string::npos) << error.what();
  }
}

TEST(LoadChecker, NothingCanBeCheckedWithoutData) {
  const test::TestFolder folder;
  Context context;
  context.data = folder.path();
  EXPECT_THROW(load_checker(context), Error);
}

}  // namespace
}  // namespace soat::cli
