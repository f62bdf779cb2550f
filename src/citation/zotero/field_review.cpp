#include "citation/zotero/field_review.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "citation/library/item_text.h"
#include "citation/zotero/codec.h"

namespace soat::citation::zotero {
namespace {

constexpr std::size_t shortest_entry = 25;  // bytes; shorter lines are headings

struct Item {
  std::set<std::string> names;  // its URIs, or its id where it has none
  nlohmann::json data;
  std::size_t field = 0;
  bool repeated = false;
};

std::set<std::string> names_of(const Json& cite) {
  std::set<std::string> names;
  if (cite.contains("uris") && cite["uris"].is_array()) {
    for (const Json& uri : cite["uris"]) {
      if (uri.is_string()) names.insert(uri.get<std::string>());
    }
  }
  if (names.empty() && cite.contains("id")) names.insert("id " + cite["id"].dump());
  return names;
}

bool share(const std::set<std::string>& one, const std::set<std::string>& other) {
  return std::ranges::any_of(one, [&](const std::string& name) { return other.contains(name); });
}

// The citation's data with keys as today's; null when there is none.
Json citation_of(const Field& field) {
  const auto code = read_code(field.code);
  return code && code->kind == CodeKind::item && code->data.is_object() ? modern_citation(code->data) : Json();
}

const Json& part(const Json& object, const char* key) {
  static const Json none;
  const auto found = object.find(key);
  return object.is_object() && found != object.end() ? *found : none;
}

void review_citation(const Json& citation, std::size_t index, const Field& field, std::vector<Item>& items,
                     FieldReview& review) {
  const Json& properties = part(citation, "properties");
  const Json& plain = part(properties, "plainCitation");
  const Json& kept = part(properties, "dontUpdate");
  if (field.text_known && plain.is_string() && !plain.get<std::string>().empty() && plain != field.text &&
      !(kept.is_boolean() && kept.get<bool>()))
    review.problems.push_back({index, FieldProblem::Kind::edited, {}});
  const Json& cites = part(citation, "citationItems");
  if (!cites.is_array() || cites.empty()) {
    review.problems.push_back({index, FieldProblem::Kind::damaged, {}});
    return;
  }
  for (const Json& cite : cites) {
    if (!cite.is_object()) continue;
    const Json& data = part(cite, "itemData");
    if (!data.is_object() || data.empty()) {
      review.problems.push_back({index, FieldProblem::Kind::no_data, {}});
      continue;
    }
    Item item{names_of(cite), nlohmann::json(data), index};
    const auto known = std::ranges::find_if(items, [&](const Item& other) { return share(other.names, item.names); });
    if (known == items.end()) {
      items.push_back(std::move(item));
    } else {
      known->names.merge(item.names);
    }
  }
}

void find_repeated(std::vector<Item>& items, FieldReview& review) {
  std::vector<WorkKeys> keys;
  for (const Item& item : items) keys.push_back(work_keys(item.data));
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t k = 0; k < i && !items[i].repeated; ++k) {
      if (!is_same_work(keys[k], keys[i])) continue;
      items[i].repeated = true;
      review.problems.push_back({items[i].field, FieldProblem::Kind::repeated, text_of(items[i].data, "title")});
    }
  }
}

// What a list shows of an item whatever the style; empty when nothing is sure.
std::string trace_of(const Item& item) {
  const std::string title = folded(text_of(item.data, "title"));
  return title.empty() ? folded(text_of(item.data, "number")) : title;
}

struct Lists {
  std::set<std::string> omitted;
  std::size_t uncited = 0;  // works listed on purpose, of which the document holds the name only
  std::string text;         // folded
  bool any = false;
  bool known = true;
};

Lists read_lists(const std::vector<Field>& fields) {
  Lists lists;
  for (const Field& field : fields) {
    const auto code = read_code(field.code);
    if (!code || code->kind != CodeKind::bibliography) continue;
    lists.any = true;
    lists.known = lists.known && field.text_known;
    lists.text += " " + folded(field.text);
    const Json& omitted = part(code->data, "omitted");
    for (const Json& uris : omitted.is_array() ? omitted : Json::array()) {
      for (const Json& uri : uris.is_array() ? uris : Json::array({uris})) {
        if (uri.is_string()) lists.omitted.insert(uri.get<std::string>());
      }
    }
    const Json& uncited = part(code->data, "uncited");
    if (uncited.is_array()) lists.uncited += uncited.size();
  }
  return lists;
}

void compare_with_lists(const std::vector<Field>& fields, const std::vector<Item>& items, FieldReview& review) {
  const Lists lists = read_lists(fields);
  if (!lists.any) {
    if (!items.empty()) review.problems.push_back({items.front().field, FieldProblem::Kind::no_list, {}});
    return;
  }
  if (!lists.known) return;
  std::vector<std::string> traces;
  for (const Item& item : items) {
    const std::string trace = trace_of(item);
    traces.push_back(trace);
    if (!trace.empty() && !share(item.names, lists.omitted) && lists.text.find(trace) == std::string::npos)
      review.problems.push_back({item.field, FieldProblem::Kind::not_listed, text_of(item.data, "title")});
  }
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const auto code = read_code(fields[f].code);
    if (!code || code->kind != CodeKind::bibliography) continue;
    std::istringstream lines(fields[f].text);
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line); ++number) {
      if (line.size() < shortest_entry) continue;
      const std::string words = folded(line);
      const bool known = std::ranges::any_of(
          traces, [&](const std::string& trace) { return trace.empty() || words.find(trace) != std::string::npos; });
      if (!known) review.unlisted_lines.emplace_back(f, number);
    }
  }
  if (review.unlisted_lines.size() <= lists.uncited) review.unlisted_lines.clear();
}

}  // namespace

FieldReview review_fields(const std::vector<Field>& fields) {
  FieldReview review;
  std::vector<Item> items;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto code = read_code(fields[i].code);
    if (!code || code->kind == CodeKind::temporary) continue;
    if (code->data.is_null()) {
      review.problems.push_back({i, FieldProblem::Kind::damaged, {}});
    } else if (code->kind == CodeKind::item) {
      review_citation(citation_of(fields[i]), i, fields[i], items, review);
    }
  }
  find_repeated(items, review);
  compare_with_lists(fields, items, review);
  return review;
}

}  // namespace soat::citation::zotero
