#include "citation/library/intake.h"

#include <algorithm>
#include <set>

#include "citation/library/item_text.h"

namespace soat::citation {

using nlohmann::json;

std::size_t count_known(const Library& library, const json& items) {
  return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [&](const json& item) {
    return item.is_object() && !library.duplicates(item).empty();
  }));
}

Intake take_in(Library& library, const json& items, OnDuplicate on_duplicate) {
  Intake counts;
  library.all_or_none([&] {
    for (const json& item : items) {
      if (!item.is_object()) continue;
      const std::vector<LibraryItem> there =
          on_duplicate == OnDuplicate::keep ? std::vector<LibraryItem>() : library.duplicates(item);
      if (there.empty()) {
        library.add(item);
        ++counts.added;
      } else if (on_duplicate == OnDuplicate::merge) {
        const json both = merged(there.front().item, item);
        if (both != there.front().item) library.replace(there.front().key, both);
        ++counts.merged;
      } else {
        ++counts.skipped;
      }
    }
  });
  return counts;
}

void make_ids_unique(json& items) {
  std::set<std::string> known;
  for (json& item : items) {
    std::string wanted = text_of(item, "id");
    if (wanted.empty()) wanted = "item";
    item["id"] = wanted;
    for (int again = 2; !known.insert(text_of(item, "id")).second; ++again)
      item["id"] = wanted + "-" + std::to_string(again);
  }
}

}  // namespace soat::citation
