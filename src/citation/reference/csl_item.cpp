#include "citation/reference/csl_item.h"

#include "text/utf.h"

namespace soat::citation {

using nlohmann::json;

json to_csl_item(const LegalReference& reference) {
  json item = {{"type", "legislation"}, {"genre", text::to_utf8(reference.genre)}};
  const auto put = [&](const char* key, const std::u16string& value) {
    if (!value.empty()) item[key] = text::to_utf8(value);
  };
  put("number", reference.number);
  put("authority", reference.authority);
  put("title", reference.title);
  put("locator", reference.locator);
  if (reference.issued.year > 0) {
    json parts = json::array({reference.issued.year});
    if (reference.issued.month > 0) parts.push_back(reference.issued.month);
    if (reference.issued.day > 0) parts.push_back(reference.issued.day);
    item["issued"] = {{"date-parts", json::array({parts})}};
  }
  return item;
}

json parse_reference(std::string_view line) {
  if (const auto legal = parse_legal_reference(text::to_utf16(line))) return to_csl_item(*legal);
  return nullptr;
}

}  // namespace soat::citation
