#include "citation/library/library_sources.h"

#include "citation/library/item_text.h"
#include "text/utf.h"

namespace soat::citation {

using nlohmann::json;

LibrarySources::LibrarySources(const json& items) {
  if (!items.is_array()) return;
  for (const json& item : items) {
    if (!item.is_object()) continue;
    if (item.contains("URL")) {
      const std::string address = address_key(item);
      const std::string line = source_line(item);
      if (!address.empty() && !line.empty()) by_address_.try_emplace(address, text::to_utf16(line));
    }
    if (const std::string name = full_legal_name(item); !name.empty())
      by_symbol_.try_emplace(text::to_utf16(text_of(item, "number")), text::to_utf16(name));
  }
}

const std::u16string* LibrarySources::line_for_address(std::u16string_view address) const {
  if (by_address_.empty()) return nullptr;
  const auto found = by_address_.find(address_key({{"URL", text::to_utf8(address)}}));
  return found == by_address_.end() ? nullptr : &found->second;
}

const std::u16string* LibrarySources::name_for_symbol(std::u16string_view symbol) const {
  if (by_symbol_.empty()) return nullptr;
  const auto found = by_symbol_.find(std::u16string(symbol));
  return found == by_symbol_.end() ? nullptr : &found->second;
}

}  // namespace soat::citation
