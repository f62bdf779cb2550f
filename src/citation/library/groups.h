#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace soat::citation {

// How a user has arranged sources in the library. Collections stand in custom.collections of the CSL-JSON, as those of
// Zotero come in ("Luận án / Chương 1": a collection within another), tags in the variable keyword, with commas or
// semicolons between them. Text is UTF-8; names are without blanks at their ends, and none is empty.
using GroupNames = std::vector<std::string>;

GroupNames collections_of(const nlohmann::json& item);
GroupNames tags_of(const nlohmann::json& item);
void set_collections(nlohmann::json& item, const GroupNames& names);
void set_tags(nlohmann::json& item, const GroupNames& names);

// A list as it is typed: names between semicolons, those of tags also between commas.
GroupNames typed_collections(std::string_view text);
GroupNames typed_tags(std::string_view text);
std::string shown_collections(const GroupNames& names);
std::string shown_tags(const GroupNames& names);

// The names that are in all of the lists, in the order of the first.
GroupNames in_all(const std::vector<GroupNames>& lists);
// One of those lists when what was in all of them has become `now`.
GroupNames regrouped(const GroupNames& own, const GroupNames& was, const GroupNames& now);

struct Group {
  enum class Kind : unsigned char { collection, tag };
  Kind kind = Kind::collection;
  std::string name;
  auto operator<=>(const Group&) const = default;
};

// A collection has what is in the collections within it too.
bool belongs(const nlohmann::json& item, const Group& group);

struct CountedGroup {
  Group group;
  std::size_t sources = 0;
};

// Counts the groups of sources that come one after another.
class GroupCounter {
 public:
  void add(const nlohmann::json& item);
  // Collections by their names, then tags, those of most sources first, at most `most_tags`.
  std::vector<CountedGroup> counted(std::size_t most_tags) const;

 private:
  std::map<Group, std::size_t> counts_;
};

}  // namespace soat::citation
