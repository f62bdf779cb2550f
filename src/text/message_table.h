#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace soat::text {

// A text of the catalogue: MessageId::number, and the text by Language, arguments as {0} and {0?one|many},
// where one and many may have places like {0}.
struct MessageRow {
  std::uint32_t number;
  std::array<std::u16string_view, 2> texts;
};

// The whole catalogue, in the order of the numbers. Made from texts/*.txt.
std::span<const MessageRow> message_table();

}  // namespace soat::text
