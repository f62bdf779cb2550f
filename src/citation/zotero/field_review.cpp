#include "citation/zotero/field_review.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>

#include "citation/library/item_text.h"
#include "citation/zotero/codec.h"
#include "citation/zotero/json_access.h"
#include "texts/texts.h"

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

// A field as it is reviewed, whoever wrote it.
struct Read {
  enum class Kind { none, citation, list } kind = Kind::none;
  bool damaged = false;
  bool carries_data = true;  // false for a program that keeps its data elsewhere
  bool no_data = false;      // they were looked for there, and are not
  Json data;                 // a citation in today's form, or a list's; null where there is none
  std::optional<Program> program;
};

Read read(const Field& field) {
  Read made;
  if (field.other) {
    made.kind = field.other->list ? Read::Kind::list : Read::Kind::citation;
    made.damaged = field.other->damaged;
    made.carries_data = field.other->citation.is_object();
    made.no_data = !made.carries_data && field.other->partial;
    made.data = field.other->citation;
    made.program = field.other->program;
    return made;
  }
  const auto code = read_code(field.code);
  if (!code || code->kind == CodeKind::temporary) return made;
  made.kind = code->kind == CodeKind::item ? Read::Kind::citation : Read::Kind::list;
  made.damaged = !code->data.is_object();
  made.data = made.damaged || made.kind == Read::Kind::list ? code->data : modern_citation(code->data);
  return made;
}

void review_citation(const Json& citation, std::size_t index, const Field& field, std::vector<Item>& items,
                     FieldReview& review) {
  const CitationState state =
      state_of(citation, field.text_known ? std::optional(field.text) : std::optional<std::string>());
  const auto tell = [&](FieldProblem::Kind kind) { review.problems.push_back({index, kind, {}}); };
  if (state.edited) tell(FieldProblem::Kind::edited);
  if (state.damaged) tell(FieldProblem::Kind::damaged);
  if (state.damaged) return;
  if (state.no_data) tell(FieldProblem::Kind::no_data);
  const Json& cites = member(citation, "citationItems");
  for (const Json& cite : cites) {
    if (!cite.is_object()) continue;
    const Json& data = member(cite, "itemData");
    if (!data.is_object() || data.empty()) continue;
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
    const Read list = read(field);
    if (list.kind != Read::Kind::list) continue;
    lists.any = true;
    lists.known = lists.known && field.text_known && !list.program;
    lists.text += " " + folded(field.text);
    const Json& omitted = member(list.data, "omitted");
    for (const Json& uris : omitted.is_array() ? omitted : Json::array()) {
      for (const Json& uri : uris.is_array() ? uris : Json::array({uris})) {
        if (uri.is_string()) lists.omitted.insert(uri.get<std::string>());
      }
    }
    const Json& uncited = member(list.data, "uncited");
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
    if (read(fields[f]).kind != Read::Kind::list) continue;
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

CitationState state_of(const Json& citation, const std::optional<std::string>& text) {
  CitationState state;
  const Json& cites = member(citation, "citationItems");
  state.damaged = !cites.is_array() || cites.empty();
  if (state.damaged) return state;
  for (const Json& cite : cites) {
    const Json& data = member(cite, "itemData");
    if (!data.is_object() || data.empty()) state.no_data = true;
  }
  const Json& properties = member(citation, "properties");
  state.kept = flag_at(properties, "dontUpdate") || !string_at(properties, "custom").empty();
  const std::string plain = string_at(properties, "plainCitation");
  state.edited = text && !state.kept && !plain.empty() && text->find(plain) == std::string::npos;
  return state;
}

text::MessageId<0> message_of(FieldProblem::Kind kind) {
  switch (kind) {
    case FieldProblem::Kind::damaged:
      break;
    case FieldProblem::Kind::no_data:
      return texts::citation_problem_no_data;
    case FieldProblem::Kind::edited:
      return texts::citation_problem_edited_field;
    case FieldProblem::Kind::not_listed:
      return texts::citation_problem_not_listed;
    case FieldProblem::Kind::no_list:
      return texts::citation_problem_no_list;
    case FieldProblem::Kind::repeated:
      return texts::citation_problem_repeated_source;
    case FieldProblem::Kind::foreign:
      return texts::citation_problem_other_program;
  }
  return texts::citation_problem_broken_field;
}

FieldReview review_fields(const std::vector<Field>& fields) {
  FieldReview review;
  std::vector<Item> items;
  std::set<Program> programs;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Read field = read(fields[i]);
    if (field.kind == Read::Kind::none) continue;
    if (field.program && programs.insert(*field.program).second)
      review.problems.push_back({i, FieldProblem::Kind::foreign, std::string(name_of(*field.program))});
    if (field.damaged) {
      review.problems.push_back({i, FieldProblem::Kind::damaged, {}});
    } else if (field.no_data) {
      review.problems.push_back({i, FieldProblem::Kind::no_data, {}});
    } else if (field.kind == Read::Kind::citation && field.carries_data) {
      review_citation(field.data, i, fields[i], items, review);
    }
  }
  find_repeated(items, review);
  compare_with_lists(fields, items, review);
  return review;
}

}  // namespace soat::citation::zotero
