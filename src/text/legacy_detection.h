#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/legacy_encoding.h"

// Finding text of an encoding from before Unicode that was taken for Latin-1 or Windows-1252 (ViÖt Nam, Vieät Nam).
namespace soat::text {

struct DetectedEncoding {
  LegacyEncoding encoding = LegacyEncoding::tcvn3;
  double confidence = 0;    // 0..1, from the share of the words that decoding changes and that become syllables
  std::uint32_t words = 0;  // words that decoding makes syllables
};

// Whether a text (a paragraph or more, as handed in) is such text throughout. At least two different words must become
// syllables by decoding (one, where U+00AD stands in it as ư), and far more must gain than lose: units and formulas
// (µm, m×n) and words of other languages do not. Cheap for text in Unicode.
std::optional<DetectedEncoding> detect_misread(std::u16string_view text);

// [start, end) of a paragraph, UTF-16 units, in an encoding.
struct LegacyStretch {
  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  LegacyEncoding encoding = LegacyEncoding::tcvn3;
  bool capitals = false;    // the font shows small letters as capitals (.VnTimeH)
  double confidence = 1.0;  // 0..1

  friend bool operator==(const LegacyStretch&, const LegacyStretch&) = default;
};

// The stretches of such text in a document, in order, not overlapping. A paragraph counts as a whole unless words in
// Unicode stand in it. Once the document is known to hold text of an encoding, shorter paragraphs are told by less.
// fonts: what fonts say of ranges (in order, not overlapping), where the surface knows them; text in Unicode in such a
// font is none, and a paragraph with such a range has no others.
std::vector<LegacyStretch> find_legacy(std::span<const std::u16string_view> paragraphs,
                                       std::span<const LegacyStretch> fonts = {});

// The text of a stretch in Unicode.
std::u16string to_unicode(std::u16string_view text, const LegacyStretch& stretch);

// A text of which the user says that it holds misread text of an encoding: lines without words in Unicode are decoded
// as they are, of other lines what stands between such words and is told by the text itself.
std::u16string convert_misread(std::u16string_view text, LegacyEncoding encoding);

}  // namespace soat::text
