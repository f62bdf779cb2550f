#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "check/rules/characters.h"
#include "check/rules/encoding/words.h"
#include "check/rules/table.h"
#include "texts/rules/encoding.h"

namespace soat::check {
namespace {

constexpr int most_layers = 3;  // times the same mistake is taken back

// Windows-1252, bytes 0x80 to 0x9F; 0 where it has no character (those bytes stay as C1 controls).
constexpr std::u16string_view upper_control = {
    u"\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
    u"\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178",
    32};

// The byte that Windows-1252 or Latin-1 shows as this unit; -1 when there is none.
int byte_of(char16_t unit) {
  if (unit < 0x100) return unit;
  const std::size_t at = upper_control.find(unit);
  return at == std::u16string_view::npos ? -1 : static_cast<int>(at) + 0x80;
}

bool is_continuation(int byte) {
  return byte >= 0x80 && byte < 0xC0;
}

// A character read from a sequence of units that are really the bytes of one in UTF-8.
struct Decoded {
  char16_t unit = 0;
  std::size_t length = 0;  // units read; 0: no such sequence here
  bool certain = false;    // the sequence cannot well be meant as it stands
};

// Letters with Vietnamese marks take two or three bytes, punctuation three; longer sequences do not matter here.
Decoded decode(std::u16string_view text, std::size_t at) {
  const char16_t lead = text[at];
  if (lead < 0xC2 || lead > 0xEF || at + 1 >= text.size()) return {};
  const int second = byte_of(text[at + 1]);
  if (!is_continuation(second)) return {};
  if (lead < 0xE0) {
    const auto unit = static_cast<char16_t>((lead & 0x1F) << 6 | (second & 0x3F));
    // Capitals before a quotation mark, a dash or an unbreakable blank: “XÃ”, ĐÃ – …
    const char16_t next = text[at + 1];
    const bool certain = next < 0x100 && next != u'\u00A0' && next != u'«' && next != u'»' && next != u'\u00AD';
    return {unit, 2, certain && (is_latin_letter(unit) || lead == 0xC2)};
  }
  if (at + 2 >= text.size()) return {};
  const int third = byte_of(text[at + 2]);
  if (!is_continuation(third)) return {};
  const auto unit = static_cast<char16_t>((lead & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F));
  if (unit < 0x800) return {};
  return {unit, 3, is_latin_letter(unit) || (unit >= u'\u2010' && unit <= u'\u2030')};
}

std::u16string decode_all(std::u16string_view text) {
  std::u16string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    if (decoded.length > 0) {
      out += decoded.unit;
      at += decoded.length;
    } else if (text[at] == u'Ã' && at + 1 < text.size() && text[at + 1] == u' ') {
      // The second byte of à is an unbreakable blank, which many programs make a common one.
      out += u'à';
      at += 2;
    } else {
      out += text[at++];
    }
  }
  return out;
}

bool is_garbled(std::u16string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] >= 0xC2 && text[at] <= 0xEF && decode(text, at).certain) return true;
  }
  return false;
}

// UTF-8 that was read as Windows-1252 or Latin-1, once or several times (Tiáº¿ng Viá»‡t).
class Mojibake final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info<"encoding.mojibake">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const std::u16string_view original = view.paragraphs[paragraph].original;
    std::vector<OriginalRange> words;
    for (std::size_t at = 0; at < original.size(); ++at) {
      if (original[at] < 0xC2 || original[at] > 0xEF) continue;
      const Decoded decoded = decode(original, at);
      if (!decoded.certain) continue;
      const OriginalRange word = widen_to_word(original, {at, at + decoded.length});
      words.push_back(word);
      at = word.end;
    }
    report_words(sink, info(), paragraph, words, 0.97F, texts::finding_encoding_mojibake, [&](OriginalRange range) {
      std::u16string text(original.substr(range.start, range.end - range.start));
      for (int layer = 0; layer < most_layers && is_garbled(text); ++layer) text = decode_all(text);
      return text;
    });
  }
};

}  // namespace

std::unique_ptr<Rule> make_encoding_mojibake(const RuleData&) {
  return std::make_unique<Mojibake>();
}

}  // namespace soat::check
