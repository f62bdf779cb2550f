#include "citation/csl/script_runtime.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>

#include "citation/csl/csl_engine.h"
#include "text/error.h"
#include "unit/citation/csl/works.h"
#include "unit/citation/fixture.h"

namespace soat::citation {
namespace {

using nlohmann::json;
using test::options_for;

TEST(ScriptRuntime, StopsAtTheTimeLimit) {
  EngineOptions options = options_for("apa");
  options.step_limit = std::chrono::milliseconds(1);
  CslEngine engine(std::move(options));
  try {
    engine.set_items(works());
    ADD_FAILURE();
  } catch (const EngineError& error) {
    EXPECT_NE(error.in(text::Language::en).find("took too long"), std::string::npos);
    EXPECT_NE(error.in(text::Language::vi).find("chạy quá lâu"), std::string::npos);
  }
}

TEST(ScriptRuntime, StopsAtTheMemoryLimit) {
  EngineOptions options = options_for("apa");
  options.memory_limit = std::size_t{6} << 20;
  CslEngine engine(std::move(options));
  EXPECT_NE(message_of([&] { engine.set_items(works()); }).find("too much memory"), std::string::npos);
}

}  // namespace
}  // namespace soat::citation
