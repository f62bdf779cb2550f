#include "citation/form/item_fields.h"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::citation {

namespace data {
extern const std::string_view forms;
}

namespace {

constexpr auto entries = std::to_array<std::pair<std::string_view, FieldEntry>>({{"text", FieldEntry::text},
                                                                                 {"people", FieldEntry::people},
                                                                                 {"bodies", FieldEntry::bodies},
                                                                                 {"date", FieldEntry::date}});

// The forms of forms.txt.
class Forms {
 public:
  Forms() {
    text::TableReader table = text::TableReader::compiled_in("forms.txt", data::forms);
    while (table.next(4, 5)) {
      if (table[0] == "field") {
        add_field(table);
      } else if (table[0] == "type") {
        add_type(table);
      } else if (table[0] == "label" && !fields_.empty()) {
        find(table, fields_.back(), table[1]).label = label(table[2], table[3]);
      } else {
        table.fail();
      }
    }
    for (std::size_t i = 0; i < types_.size(); ++i) {
      types_[i].fields = fields_[i];
      if (types_[i].type == std::string_view("document")) other_ = i;
    }
  }

  std::span<const ItemType> types() const { return types_; }
  const ItemType& other() const { return types_[other_]; }

 private:
  // "author" and "author.bodies" are the same variable.
  static bool is_called(const ItemField& field, std::string_view name) {
    constexpr std::string_view bodies = ".bodies";
    const bool of_bodies = name.ends_with(bodies);
    if (of_bodies) name.remove_suffix(bodies.size());
    return of_bodies == (field.entry == FieldEntry::bodies) && field.key == name;
  }

  static ItemField& find(const text::TableReader& table, std::vector<ItemField>& fields, std::string_view name) {
    const auto found = std::ranges::find_if(fields, [&](const ItemField& field) { return is_called(field, name); });
    if (found == fields.end()) table.fail(texts::error_row_field_unknown);
    return *found;
  }

  void add_field(const text::TableReader& table) {
    const auto* const entry = std::ranges::find(entries, table[2], &std::pair<std::string_view, FieldEntry>::first);
    if (entry == entries.end()) table.fail(texts::error_row_entry_kind);
    known_.push_back({kept(table[1].substr(0, table[1].find('.'))), entry->second, label(table[3], table[4])});
  }

  void add_type(const text::TableReader& table) {
    types_.push_back({kept(table[1]), label(table[2], table[3]), {}});
    std::vector<ItemField>& fields = fields_.emplace_back();
    for (const std::string_view name : text::split(table[4], ' ')) fields.push_back(find(table, known_, name));
    if (fields.size() > most_fields) table.fail(texts::error_row_many_fields);
  }

  const char* kept(std::string_view text) { return names_.emplace_back(text).c_str(); }
  Bilingual label(std::string_view vi, std::string_view en) {
    const std::u16string& first = labels_.emplace_back(text::to_utf16(vi));
    return {first, labels_.emplace_back(text::to_utf16(en))};
  }

  std::deque<std::string> names_;  // what the fields and types point to; stays where it is
  std::deque<std::u16string> labels_;
  std::vector<ItemField> known_;
  std::deque<std::vector<ItemField>> fields_;  // by type
  std::vector<ItemType> types_;
  std::size_t other_ = 0;
};

const Forms& forms() {
  static const Forms all;
  return all;
}

}  // namespace

std::span<const ItemType> item_types() {
  return forms().types();
}

const ItemType& item_type(std::string_view type) {
  for (const ItemType& known : item_types()) {
    if (known.type == type) return known;
  }
  return forms().other();
}

}  // namespace soat::citation
