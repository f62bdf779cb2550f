#include "citation/form/item_form.h"

#include <algorithm>
#include <vector>

#include "citation/exchange/dates.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/names.h"
#include "citation/library/item_text.h"
#include "reference/words.h"
#include "text/utf.h"

namespace soat::citation {

using nlohmann::json;

namespace {

json read_piece(const std::string& piece) {
  if (piece.size() > 2 && piece.front() == '{' && piece.back() == '}')
    return {{"literal", squeezed(piece.substr(1, piece.size() - 2))}};
  return read_name(piece);
}

// What stands between semicolons, without blanks round it; nothing for nothing.
std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    std::string piece = squeezed(text.substr(0, end));
    if (!piece.empty()) pieces.push_back(std::move(piece));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pieces;
}

bool is_body(const json& name) {
  return name.is_object() && name.contains("literal");
}

json names_of(const json& item, const char* role) {
  const auto found = item.find(role);
  return found != item.end() && found->is_array() ? *found : json::array();
}

// Whether the form shows the bodies of a role in a line of their own.
bool has_bodies_apart(const ItemType& layout, std::string_view role) {
  return std::any_of(layout.fields.begin(), layout.fields.end(),
                     [&](const ItemField& field) { return field.entry == FieldEntry::bodies && field.key == role; });
}

std::string joined(const json& names, bool people, bool bodies) {
  std::string text;
  for (const json& name : names) {
    if (is_body(name) ? !bodies : !people) continue;
    const std::string one = people ? name_text(name) : text_of(name, "literal");
    if (!one.empty()) text += (text.empty() ? "" : "; ") + one;
  }
  return text;
}

}  // namespace

std::string name_text(const json& name) {
  if (!name.is_object()) return {};
  if (is_body(name)) {
    const std::string literal = text_of(name, "literal");
    return names_a_body(literal) ? literal : "{" + literal + "}";
  }
  const std::string family = text_of(name, "family");
  const std::string given = text_of(name, "given");
  if (given.empty()) return family.find(' ') == std::string::npos ? family : family + ",";
  const std::string plain = family + " " + given;
  const json again = read_piece(plain);
  const bool family_first = again.value("family", "") == family && again.value("given", "") == given;
  return family_first ? plain : family + ", " + given;
}

json read_names(std::string_view text, const json& known) {
  json names = json::array();
  for (const std::string& piece : pieces_of(text)) {
    const auto same =
        std::find_if(known.begin(), known.end(), [&](const json& name) { return name_text(name) == piece; });
    names.push_back(same != known.end() ? *same : read_piece(piece));
  }
  return names;
}

std::string date_text(const json& date) {
  if (!date.is_object()) return {};
  for (const char* words : {"literal", "raw"}) {
    if (std::string text = text_of(date, words); !text.empty() && !date.contains("date-parts")) return text;
  }
  const auto parts = date.find("date-parts");
  if (parts == date.end() || !parts->is_array() || parts->empty() || !(*parts)[0].is_array()) return {};
  std::string text;
  const json& first = (*parts)[0];
  for (std::size_t i = std::min<std::size_t>(first.size(), 3); i-- > 0;) {
    std::string number = first[i].is_string() ? first[i].get<std::string>() : first[i].dump();
    // As Decree 30/2020/NĐ-CP writes dates: days below 10 and months below 3 with a zero.
    if (number.size() == 1 && first.size() > 1 && (i == 2 || (i == 1 && number < "3"))) number = "0" + number;
    text += (text.empty() ? "" : "/") + number;
  }
  return text;
}

ItemForm::ItemForm(json item) : item_(std::move(item)) {
  if (!item_.is_object()) item_ = json::object();
  const std::string type = text_of(item_, "type");
  item_["type"] = type.empty() ? "book" : type;
  layout_ = &item_type(text_of(item_, "type"));
}

void ItemForm::set_type(std::string_view type) {
  layout_ = &item_type(type);
  item_["type"] = layout_->type;
}

std::string ItemForm::value(std::size_t field) const {
  const ItemField& shown = layout_->fields[field];
  switch (shown.entry) {
    case FieldEntry::text:
      return text_of(item_, shown.key);
    case FieldEntry::people:
      return joined(names_of(item_, shown.key), true, !has_bodies_apart(*layout_, shown.key));
    case FieldEntry::bodies:
      return joined(names_of(item_, shown.key), false, true);
    case FieldEntry::date:
      break;
  }
  const auto date = item_.find(shown.key);
  return date == item_.end() ? std::string() : date_text(*date);
}

void ItemForm::set(std::size_t field, std::string_view text) {
  const ItemField& shown = layout_->fields[field];
  const std::string typed = squeezed(text);
  if (typed == squeezed(value(field))) return;
  json data;
  switch (shown.entry) {
    case FieldEntry::text:
      if (!typed.empty()) data = typed;
      break;
    case FieldEntry::date:
      data = typed.empty() ? json() : read_date(typed);
      if (data.is_null() && !typed.empty()) data = {{"literal", typed}};
      break;
    case FieldEntry::people:
    case FieldEntry::bodies: {
      const bool people = shown.entry == FieldEntry::people;
      const json before = names_of(item_, shown.key);
      json typed_names = json::array();
      if (people) {
        typed_names = read_names(typed, before);
      } else {
        for (const std::string& piece : pieces_of(typed)) typed_names.push_back({{"literal", piece}});
      }
      // What the other line of this role shows stays.
      json others = json::array();
      for (const json& name : before) {
        if (has_bodies_apart(*layout_, shown.key) && is_body(name) == people) others.push_back(name);
      }
      data = people ? typed_names : others;
      for (const json& name : people ? others : typed_names) data.push_back(name);
      if (data.empty()) data = nullptr;
      break;
    }
  }
  if (data.is_null()) {
    item_.erase(shown.key);
  } else {
    item_[shown.key] = std::move(data);
  }
}

bool ItemForm::is_blank() const {
  return text_of(item_, "title").empty() && text_of(item_, "number").empty() && text_of(item_, "URL").empty();
}

}  // namespace soat::citation
