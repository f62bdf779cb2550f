#include "writer/citation/touching.h"

namespace soat::writer {

namespace {

constexpr const char* merge_setting = "MergeTouching";

}  // namespace

bool merges_touching(const Context& context) {
  return read_switch(context, settings_node, merge_setting, true);
}

void set_merges_touching(const Context& context, bool merges) {
  write_switch(context, settings_node, merge_setting, merges);
}

WantedCitation merged_with(const BesideCursor& neighbour, const citation::CiteList& cites, bool unsorted) {
  const Json& data = neighbour.citation.data;
  citation::CiteList both(data.value("citationItems", Json::array()));
  both.insert(cites, neighbour.before ? both.size() : 0);
  return {neighbour.citation.id, both.json(), unsorted || is_unsorted(data)};
}

bool is_unsorted(const Json& citation) {
  const auto properties = citation.find("properties");
  return properties != citation.end() && properties->is_object() && properties->value("unsorted", false);
}

}  // namespace soat::writer
