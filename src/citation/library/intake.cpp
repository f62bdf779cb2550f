#include "citation/library/intake.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "citation/library/item_text.h"

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::size_t kMostAlike = 100;  // as Library::duplicates

// The works of a list, to know those that come again.
class Works {
 public:
  // Whether one like it was added before; adds it.
  bool add(const json& item) {
    works_.push_back(work_keys(item));
    const WorkKeys& keys = works_.back();
    bool known = false;
    for (const auto& [kind, key] : {std::pair{'d', &keys.doi}, std::pair{'i', &keys.isbn}, std::pair{'u', &keys.url},
                                    std::pair{'t', &keys.title}}) {
      if (key->empty()) continue;
      std::vector<std::size_t>& alike = by_key_[kind + *key];
      for (std::size_t i = 0; i < alike.size() && i < kMostAlike && !known; ++i)
        known = is_same_work(works_[alike[i]], keys);
      alike.push_back(works_.size() - 1);
    }
    return known;
  }

 private:
  std::vector<WorkKeys> works_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
};

}  // namespace

TakenIn keep_or_add(Library& library, const json& item, OnDuplicate on_duplicate) {
  std::vector<LibraryItem> known =
      on_duplicate == OnDuplicate::keep ? std::vector<LibraryItem>() : library.duplicates(item);
  if (known.empty()) return {library.add(item), TakenIn::How::added};
  TakenIn taken{std::move(known.front()), TakenIn::How::skipped};
  if (on_duplicate == OnDuplicate::merge) {
    taken.how = TakenIn::How::merged;
    json both = merged(taken.item.item, item);
    if (both != taken.item.item) {
      library.replace(taken.item.key, both);
      taken.item.item = std::move(both);
    }
  }
  return taken;
}

std::size_t count_known(const Library& library, const json& items) {
  Works works;
  return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [&](const json& item) {
    if (!item.is_object()) return false;
    const bool again = works.add(item);
    return again || !library.duplicates(item).empty();
  }));
}

Intake take_in(Library& library, const json& items, OnDuplicate on_duplicate) {
  Intake counts;
  library.all_or_none([&] {
    for (const json& item : items) {
      if (!item.is_object()) continue;
      const TakenIn::How how = keep_or_add(library, item, on_duplicate).how;
      ++(how == TakenIn::How::added ? counts.added : how == TakenIn::How::merged ? counts.merged : counts.skipped);
    }
  });
  return counts;
}

std::vector<std::vector<LibraryItem>> repeated_works(const Library& library) {
  std::vector<LibraryItem> all = library.search({}, library.size());
  std::reverse(all.begin(), all.end());  // the newest came first
  std::vector<std::vector<LibraryItem>> works;
  std::vector<WorkKeys> first;  // of each work
  std::unordered_map<std::string, std::vector<std::size_t>> by_key;
  for (LibraryItem& one : all) {
    WorkKeys keys = work_keys(one.item);
    const std::string own[] = {"d" + keys.doi, "i" + keys.isbn, "u" + keys.url, "t" + keys.title};
    std::size_t work = works.size();
    for (const std::string& key : own) {
      const auto alike = key.size() > 1 ? by_key.find(key) : by_key.end();
      if (alike == by_key.end()) continue;
      for (const std::size_t candidate : alike->second) {
        if (work == works.size() && is_same_work(first[candidate], keys)) work = candidate;
      }
    }
    if (work == works.size()) {
      works.emplace_back();
      first.push_back(std::move(keys));
    }
    works[work].push_back(std::move(one));
    for (const std::string& key : own) {
      std::vector<std::size_t>& alike = by_key[key];
      const bool known = std::find(alike.begin(), alike.end(), work) != alike.end();
      if (key.size() > 1 && !known && alike.size() < kMostAlike) alike.push_back(work);
    }
  }
  std::erase_if(works, [](const std::vector<LibraryItem>& work) { return work.size() < 2; });
  return works;
}

void merge_works(Library& library, const std::vector<std::vector<LibraryItem>>& works) {
  library.all_or_none([&] {
    for (const std::vector<LibraryItem>& work : works) {
      json one = work.front().item;
      for (std::size_t i = 1; i < work.size(); ++i) {
        one = merged(std::move(one), work[i].item);
        library.remove(work[i].key);
      }
      library.replace(work.front().key, one);
    }
  });
}

void make_ids_unique(json& items) {
  std::unordered_map<std::string, std::size_t> known;  // with the number that the last of them got
  for (json& item : items) {
    std::string wanted = text_of(item, "id");
    if (wanted.empty()) wanted = "item";
    std::string id = wanted;
    while (known.contains(id)) id = wanted + "-" + std::to_string(++known[wanted]);
    known.emplace(id, 1);
    item["id"] = std::move(id);
  }
}

}  // namespace soat::citation
