#include "citation/library/groups.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "citation/exchange/custom_lists.h"
#include "citation/library/item_text.h"

namespace soat::citation {

namespace {

using nlohmann::json;

constexpr std::string_view within = " / ";

GroupNames split(std::string_view list, std::string_view separators) {
  GroupNames names;
  for (std::size_t start = 0; start <= list.size();) {
    const std::size_t end = std::min(list.find_first_of(separators, start), list.size());
    add_once(names, list.substr(start, end - start));
    start = end + 1;
  }
  return names;
}

std::string joined(const GroupNames& names, std::string_view between) {
  std::string list;
  for (const std::string& name : names) {
    if (!list.empty()) list += between;
    list += name;
  }
  return list;
}

bool has(const GroupNames& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

GroupNames collections_of(const json& item) {
  return custom_list(item, custom_collections);
}

GroupNames tags_of(const json& item) {
  return typed_tags(text_of(item, "keyword"));
}

void set_collections(json& item, const GroupNames& names) {
  set_custom_list(item, custom_collections, names);
}

void set_tags(json& item, const GroupNames& names) {
  if (names.empty()) {
    item.erase("keyword");
  } else {
    item["keyword"] = shown_tags(names);
  }
}

GroupNames typed_collections(std::string_view text) {
  return split(text, ";");
}

GroupNames typed_tags(std::string_view text) {
  return split(text, ",;");
}

std::string shown_collections(const GroupNames& names) {
  return joined(names, "; ");
}

std::string shown_tags(const GroupNames& names) {
  return joined(names, ", ");
}

GroupNames in_all(const std::vector<GroupNames>& lists) {
  GroupNames common;
  if (lists.empty()) return common;
  std::copy_if(lists.front().begin(), lists.front().end(), std::back_inserter(common), [&](const std::string& name) {
    return std::all_of(lists.begin(), lists.end(), [&](const GroupNames& list) { return has(list, name); });
  });
  return common;
}

GroupNames regrouped(const GroupNames& own, const GroupNames& was, const GroupNames& now) {
  GroupNames names;
  std::copy_if(own.begin(), own.end(), std::back_inserter(names),
               [&](const std::string& name) { return !has(was, name) || has(now, name); });
  for (const std::string& name : now) add_once(names, name);
  return names;
}

bool belongs(const json& item, const Group& group) {
  if (group.kind == Group::Kind::tag) return has(tags_of(item), group.name);
  const GroupNames names = collections_of(item);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return name.starts_with(group.name) &&
           (name.size() == group.name.size() || std::string_view(name).substr(group.name.size()).starts_with(within));
  });
}

void GroupCounter::add(const json& item) {
  std::vector<Group> groups;
  const auto add = [&](Group group) {
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(std::move(group));
  };
  for (const std::string& name : collections_of(item)) {
    for (std::size_t end = name.find(within); end != std::string::npos; end = name.find(within, end + 1))
      add({Group::Kind::collection, name.substr(0, end)});
    add({Group::Kind::collection, name});
  }
  for (const std::string& name : tags_of(item)) add({Group::Kind::tag, name});
  for (Group& group : groups) ++counts_[std::move(group)];
}

std::vector<CountedGroup> GroupCounter::counted(std::size_t most_tags) const {
  std::vector<CountedGroup> groups;
  std::vector<CountedGroup> tags;
  for (const auto& [group, sources] : counts_)
    (group.kind == Group::Kind::tag ? tags : groups).push_back({group, sources});
  const auto by_name = [](const CountedGroup& a, const CountedGroup& b) {
    return std::pair(folded(a.group.name), a.group.name) < std::pair(folded(b.group.name), b.group.name);
  };
  std::sort(groups.begin(), groups.end(), by_name);
  std::sort(tags.begin(), tags.end(), by_name);
  std::stable_sort(tags.begin(), tags.end(),
                   [](const CountedGroup& a, const CountedGroup& b) { return a.sources > b.sources; });
  tags.resize(std::min(tags.size(), most_tags));
  groups.insert(groups.end(), tags.begin(), tags.end());
  return groups;
}

}  // namespace soat::citation
