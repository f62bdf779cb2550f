#include "text/message.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/message_table.h"
#include "text/utf.h"

namespace soat::text {

namespace {

// A place in a text where something is put in: {0}, or {0?one|many}.
struct Slot {
  std::size_t argument = 0;
  std::u16string_view one, many;  // empty in {0}
  bool counts = false;
  std::size_t end = 0;
};

// The place that begins at start, if one does; other braces are text.
std::optional<Slot> slot_at(std::u16string_view text, std::size_t start) {
  if (start + 2 >= text.size() || text[start] != u'{' || !is_ascii_digit(text[start + 1])) return std::nullopt;
  Slot slot;
  slot.argument = static_cast<std::size_t>(text[start + 1] - u'0');
  if (text[start + 2] == u'}') {
    slot.end = start + 3;
    return slot;
  }
  const std::size_t bar = text.find(u'|', start);
  const std::size_t close = text.find(u'}', start);
  if (text[start + 2] != u'?' || close == std::u16string_view::npos || bar > close) return std::nullopt;
  slot.counts = true;
  slot.one = text.substr(start + 3, bar - start - 3);
  slot.many = text.substr(bar + 1, close - bar - 1);
  slot.end = close + 1;
  return slot;
}

// The row of a MessageId, which are all in the table.
const MessageRow& row_of(std::uint32_t number) {
  return *std::ranges::lower_bound(message_table(), number, {}, &MessageRow::number);
}

}  // namespace

Message::Argument::Argument(MessageId<0> id) : Argument(Message(id)) {}

Message::Argument::Argument(std::string_view utf8) {
  std::u16string text;
  while (const auto bad = find_invalid_utf8(utf8)) {  // as in names of files
    const auto byte = static_cast<unsigned char>(utf8[*bad]);
    text.append(to_utf16(utf8.substr(0, *bad)))
        .append({u'\\', u'x', hex_digit<char16_t>(byte >> 4), hex_digit<char16_t>(byte)});
    utf8.remove_prefix(*bad + 1);
  }
  value_ = text.append(to_utf16(utf8));
}

std::u16string Message::in(Language language) const {
  std::vector<std::u16string> said;
  for (const Argument& argument : arguments_) {
    const auto* message = std::get_if<std::shared_ptr<const Message>>(&argument.value_);
    said.push_back(message ? (*message)->in(language) : std::get<std::u16string>(argument.value_));
  }
  const std::u16string_view pattern = row_of(number_).texts[static_cast<std::size_t>(language)];
  std::u16string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::optional<Slot> slot = slot_at(pattern, at);
    if (!slot || slot->argument >= said.size()) {
      out += pattern[at++];
      continue;
    }
    const std::u16string& put_in = said[slot->argument];
    if (slot->counts) {
      out += put_in == u"1" ? slot->one : slot->many;
    } else {
      out += put_in;
    }
    at = slot->end;
  }
  return out;
}

std::string Message::utf8(Language language) const {
  return to_utf8(in(language));
}

}  // namespace soat::text
