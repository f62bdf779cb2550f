#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "citation/form/item_fields.h"

namespace soat::citation {

// Names of persons and bodies as typed: "Nguyễn Văn An; Smith, John; Bộ Y tế". A comma parts family from given name;
// without one a Vietnamese name is family first, another family last. What begins like the name of an office ("Bộ …",
// "Trường …") or stands in braces is a body. Names that `known` (an array of CSL names) has are taken from there as
// they are, with particles and all.
nlohmann::json read_names(std::string_view text, const nlohmann::json& known);

// A CSL name as read_names takes it.
std::string name_text(const nlohmann::json& name);

// A CSL date as it is typed: "05/3/2020", "3/2020", "2020"; empty for none.
std::string date_text(const nlohmann::json& date);

// A CSL-JSON item as the lines of a form. What the form of its type does not show stays in the item untouched, so
// nothing is lost on the way from one type to another and back.
class ItemForm {
 public:
  // Any JSON object; without a type it is a book.
  explicit ItemForm(nlohmann::json item);

  const ItemType& layout() const { return *layout_; }
  void set_type(std::string_view type);

  // The text of a field, by its place in layout().fields.
  std::string value(std::size_t field) const;
  // Takes what was typed; an empty text takes the field out. A text that is what value() gave changes nothing.
  void set(std::size_t field, std::string_view text);

  const nlohmann::json& item() const { return item_; }
  // Nothing by which the source could be told from others: no title, number or address.
  bool is_blank() const;

 private:
  nlohmann::json item_;
  const ItemType* layout_;
};

}  // namespace soat::citation
