#include "citation/exchange/tagged_entries.h"

#include <algorithm>

#include "citation/exchange/exchange.h"
#include "citation/exchange/lines.h"
#include "texts/texts.h"

namespace soat::citation {

TaggedEntries::TaggedEntries(std::string_view bytes, const std::string& name, Remarks* remarks)
    : text_(checked_utf8(bytes, name, remarks)), rest_(text_), remarks_(remarks), list_(name, remarks) {}

bool TaggedEntries::next() {
  if (rest_.empty()) return false;
  line_ = next_line(rest_);
  ++number_;
  return true;
}

void TaggedEntries::end_entry() {
  if (!is_open()) return;
  if (entry_.lines.size() == 1 && entry_.lines.front().first == "TY") {
    list_.add(entry_.line, texts::remark_no_fields, true);
  } else {
    items_.push_back(item_of(entry_, items_.size() + 1));
  }
  entry_ = {};
}

nlohmann::json TaggedEntries::finish(const Error& none) {
  end_entry();
  list_.finish();
  const bool remarked = remarks_ && std::ranges::any_of(*remarks_, [](const Remark& one) { return one.lost; });
  if (items_.empty() && !remarked && !squeezed(text_).empty()) throw none;
  return std::move(items_);
}

}  // namespace soat::citation
