#pragma once

#include <array>
#include <span>
#include <string_view>

namespace soat::text {

// A line of the catalogue: its key, and the text by Language, arguments as {0} and {0?one|many}.
struct MessageRow {
  std::string_view key;
  std::array<std::u16string_view, 2> texts;
};

// The whole catalogue by MessageId::number. Made from texts/*.txt.
std::span<const MessageRow> message_table();

}  // namespace soat::text
