#include "cli/cite_losses.h"

#include <cstddef>
#include <string>

#include "citation/csl/item_check.h"
#include "citation/exchange/exchange.h"
#include "text/error.h"
#include "texts/remark.h"

namespace soat::cli {

using nlohmann::json;

namespace {

std::string plain_number(const json& value) {
  const std::string digits = value.is_string() ? value.get<std::string>() : value.dump();
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

// A date's numbers, and what else it says, in one form however they are written.
std::string date_text(const json& date) {
  std::string out;
  for (const char* words : {"literal", "raw"}) {
    if (date.contains(words) && date[words].is_string())
      out += citation::squeezed(date[words].get<std::string>()) + '/';
  }
  if (const auto parts = date.find("date-parts"); parts != date.end() && parts->is_array()) {
    for (const json& one : *parts) {
      for (const json& number : one) out += plain_number(number) + '-';
      out += '/';
    }
  }
  if (const auto season = date.find("season"); season != date.end()) out += 's' + plain_number(*season);
  if (const auto circa = date.find("circa"); circa != date.end() && *circa != false) out += '~';
  return out;
}

bool is_kept(std::string_view variable, const json& value, const json& back) {
  const auto found = back.find(variable);
  switch (citation::field_kind(variable)) {
    case citation::FieldKind::text:
      return found != back.end() || !(value.is_string() || value.is_number()) || value == "";
    case citation::FieldKind::names:
      return !value.is_array() || value.empty() || (found != back.end() && found->size() == value.size());
    case citation::FieldKind::date:
      return !value.is_object() || date_text(value).empty() ||
             (found != back.end() && found->is_object() && date_text(*found) == date_text(value));
    case citation::FieldKind::none:
      break;
  }
  return true;
}

}  // namespace

std::vector<text::Message> losses_of(const json& items, std::string_view written, std::string_view format) {
  std::vector<text::Message> told;
  json back;
  try {
    back = citation::read_sources(written, "", nullptr, format);
  } catch (const Error&) {
    return told;
  }
  if (back.size() != items.size()) return told;
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::string lost;
    for (const auto& [variable, value] : items[i].items()) {
      if (variable == "id" || variable == "type" || is_kept(variable, value, back[i])) continue;
      lost += (lost.empty() ? "" : ", ") + variable;
    }
    if (!lost.empty()) told.emplace_back(texts::remark_not_held, items[i].value("id", ""), lost);
  }
  return told;
}

}  // namespace soat::cli
