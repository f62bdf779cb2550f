#include "citation/csl/script_collation.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "citation/csl/csl_engine.h"
#include "unit/citation/csl/works.h"
#include "unit/citation/fixture.h"

namespace soat::citation {
namespace {

using nlohmann::json;
using test::options_for;

TEST(ScriptCollation, SortsVietnameseLettersTheVietnameseWay) {
  CslEngine engine(options_for("bo-giao-duc-va-dao-tao"));
  json list = json::array();
  const std::vector<std::string> names = {"Em", "Đức", "Dung", "Ẩn", "An", "Ân", "Ơn", "Oanh"};
  for (const auto& name : names) list.push_back(book(name, "Lê", "Văn " + name, "Sách của tôi về đất nước", 2000));
  engine.set_items(list);
  engine.set_uncited(names);
  const Bibliography made = engine.bibliography(false, {});
  std::string order;
  for (const auto& entry : made.groups.at(0).entries) order += entry.item + " ";
  EXPECT_EQ(order, "An Ân Ẩn Dung Đức Em Oanh Ơn ");
}

}  // namespace
}  // namespace soat::citation
