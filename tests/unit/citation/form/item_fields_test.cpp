#include "citation/form/item_fields.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace soat::citation {
namespace {

TEST(ItemFields, EveryTypeHasAFormThatFits) {
  std::set<std::string> types;
  for (const ItemType& type : item_types()) {
    EXPECT_TRUE(types.insert(type.type).second) << type.type;
    EXPECT_LE(type.fields.size(), most_fields) << type.type;
    EXPECT_FALSE(type.label.vi.empty() || type.label.en.empty());
    std::set<std::pair<std::string, bool>> keys;
    bool titled = false;
    for (const ItemField& field : type.fields) {
      EXPECT_TRUE(keys.insert({field.key, field.entry == FieldEntry::bodies}).second) << type.type << " " << field.key;
      EXPECT_FALSE(field.label.vi.empty() || field.label.en.empty()) << field.key;
      titled = titled || field.key == std::string_view("title");
    }
    EXPECT_TRUE(titled) << type.type;
  }
  EXPECT_EQ(types.size(), 45U);  // CSL 1.0.2, Appendix III
  EXPECT_STREQ(item_type("unknown").type, "document");
}

}  // namespace
}  // namespace soat::citation
