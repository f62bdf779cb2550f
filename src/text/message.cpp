#include "text/message.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/message_table.h"
#include "text/utf.h"

namespace soat::text {

namespace {

// A place in a text where something is put in: {0}, or {0?one|many}, where one and many may have places like {0}.
struct Slot {
  std::size_t argument = 0;
  std::u16string_view one, many;  // empty in {0}
  bool counts = false;
  std::size_t end = 0;
};

// Whether "{", a digit and this character stand at start.
bool begins_slot(std::u16string_view text, std::size_t start, char16_t third) {
  return start + 2 < text.size() && text[start] == u'{' && is_ascii_digit(text[start + 1]) && text[start + 2] == third;
}

// The place that begins at start, if one does; other braces are text.
std::optional<Slot> slot_at(std::u16string_view text, std::size_t start) {
  Slot slot;
  if (begins_slot(text, start, u'}')) {
    slot.argument = static_cast<std::size_t>(text[start + 1] - u'0');
    slot.end = start + 3;
    return slot;
  }
  if (!begins_slot(text, start, u'?')) return std::nullopt;
  std::size_t bar = std::u16string_view::npos;
  std::size_t close = start + 3;
  for (; close < text.size() && text[close] != u'}'; ++close) {
    if (begins_slot(text, close, u'}')) {
      close += 2;  // its "}" does not end this one
    } else if (text[close] == u'|' && bar == std::u16string_view::npos) {
      bar = close;
    }
  }
  if (close >= text.size() || bar == std::u16string_view::npos) return std::nullopt;
  slot.argument = static_cast<std::size_t>(text[start + 1] - u'0');
  slot.counts = true;
  slot.one = text.substr(start + 3, bar - start - 3);
  slot.many = text.substr(bar + 1, close - bar - 1);
  slot.end = close + 1;
  return slot;
}

// Adds a text with its arguments put in.
void put_in(std::u16string_view pattern, const std::vector<std::u16string>& arguments, std::u16string& out) {
  for (std::size_t at = 0; at < pattern.size();) {
    const std::optional<Slot> slot = slot_at(pattern, at);
    if (!slot || slot->argument >= arguments.size()) {
      out += pattern[at++];
      continue;
    }
    const std::u16string& argument = arguments[slot->argument];
    if (slot->counts) {
      put_in(argument == u"1" ? slot->one : slot->many, arguments, out);
    } else {
      out += argument;
    }
    at = slot->end;
  }
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
  std::u16string out;
  put_in(row_of(number_).texts[static_cast<std::size_t>(language)], said, out);
  return out;
}

std::string Message::utf8(Language language) const {
  return to_utf8(in(language));
}

}  // namespace soat::text
