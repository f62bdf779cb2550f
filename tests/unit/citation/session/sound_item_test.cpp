#include "citation/session/sound_item.h"

#include <gtest/gtest.h>

#include "citation/session/types.h"

namespace soat::citation::session {
namespace {

TEST(SoundItem, KeepsWhatCanBeUnderstood) {
  const Json data = Json::parse(R"({
    "id": 3, "type": 5, "title": "Tên", "nested": {"a": 1}, "none": null, "volume": 2,
    "author": "Nguyễn Văn Én", "editor": [{"family": "Lê"}, "x", null], "translator": [],
    "issued": "1999", "accessed": 2004, "submitted": {"date-parts": [[2020, "3"], 7, [], [null]], "season": 1},
    "event-date": [], "authority": ["Quốc hội", {"literal": "Quốc hội"}]})");
  const nlohmann::json expected = nlohmann::json::parse(R"({
    "id": "u", "type": "document", "title": "Tên", "volume": 2,
    "author": [{"literal": "Nguyễn Văn Én"}], "editor": [{"family": "Lê"}],
    "issued": {"raw": "1999"}, "accessed": {"date-parts": [[2004]]},
    "submitted": {"date-parts": [[2020, "3"]], "season": 1}, "authority": [{"literal": "Quốc hội"}]})");
  EXPECT_EQ(sound_item(data, "u"), expected);
  EXPECT_EQ(sound_item({{"authority", "Quốc hội"}}, "u")["authority"], "Quốc hội");
}

}  // namespace
}  // namespace soat::citation::session
