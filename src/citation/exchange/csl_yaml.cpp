#include "citation/exchange/exchange.h"
#include "citation/exchange/yaml.h"
#include "text/error.h"
#include "texts/texts.h"

// CSL-YAML: CSL-JSON's items as YAML, in a list or under "references", as Pandoc has them.

namespace soat::citation {

using nlohmann::json;

json read_csl_yaml(std::string_view bytes, const std::string& name, Remarks* remarks) {
  json list = parse_yaml(checked_utf8(bytes, name, remarks), name);
  if (list.is_object() && list.contains("references")) list = json(list["references"]);
  if (list.is_null()) list = json::array();
  if (!list.is_array() && !list.is_object()) throw Error(texts::error_sources_not_csl, name);
  return read_csl_json(list.dump(), name, remarks);
}

std::string write_csl_yaml(const json& items) {
  return "---\n" + to_yaml({{"references", items}}) + "...\n";
}

}  // namespace soat::citation
