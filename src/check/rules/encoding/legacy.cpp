#include <algorithm>
#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "check/rules/characters.h"
#include "check/rules/encoding/words.h"
#include "check/rules/table.h"
#include "text/legacy_detection.h"
#include "texts/rules/encoding.h"

namespace soat::check {
namespace {

constexpr float most_confident = 0.97F;
constexpr char16_t placeholder = u'\uFFFC';

std::u16string shown_name(text::LegacyEncoding encoding) {
  switch (encoding) {
    case text::LegacyEncoding::tcvn3:
      return u"TCVN3 (ABC)";
    case text::LegacyEncoding::vni:
      return u"VNI";
    case text::LegacyEncoding::viqr:
      return u"VIQR";
    case text::LegacyEncoding::windows_1258:
      return u"Windows-1258";
  }
  return {};
}

// Text of an encoding from before Unicode (TCVN3, VNI, VIQR, Windows-1258) that shows as Latin letters and signs (ViÖt
// Nam, Vieät Nam).
class Legacy final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info<"encoding.legacy">(); }

  // One finding for all that belongs together: encodings come from fonts, and a document is put right as a whole.
  void check_document(const DocumentView& view, FindingSink& sink) const override {
    for (std::size_t first = 0; first < view.legacy.size();) {
      std::size_t end = first + 1;
      while (end < view.legacy.size() && belong_together(view, view.legacy[end - 1], view.legacy[end])) ++end;
      tell(view, view.legacy.subspan(first, end - first), sink);
      first = end;
    }
  }

 private:
  // Of one encoding, and nothing between them is in Unicode.
  static bool belong_together(const DocumentView& view, const text::LegacyStretch& one,
                              const text::LegacyStretch& next) {
    if (one.encoding != next.encoding) return false;
    if (one.paragraph == next.paragraph) return is_neutral(between(view, one.paragraph, one.end, next.start));
    if (!is_neutral(between(view, one.paragraph, one.end, std::u16string_view::npos)) ||
        !is_neutral(between(view, next.paragraph, 0, next.start))) {
      return false;
    }
    for (std::uint32_t paragraph = one.paragraph + 1; paragraph < next.paragraph; ++paragraph) {
      if (!is_neutral(view.handed_in[paragraph])) return false;
    }
    return true;
  }

  static std::u16string_view between(const DocumentView& view, std::uint32_t paragraph, std::size_t start,
                                     std::size_t end) {
    const std::u16string_view text = view.handed_in[paragraph];
    return text.substr(start, std::min(end, text.size()) - start);
  }

  static bool is_neutral(std::u16string_view text) {
    return std::all_of(text.begin(), text.end(), [](char16_t unit) { return unit < 0x80 || !is_latin_letter(unit); });
  }

  void tell(const DocumentView& view, std::span<const text::LegacyStretch> stretches, FindingSink& sink) const {
    const text::LegacyStretch* shown = nullptr;
    std::uint32_t start = 0;
    OriginalRange range;
    std::u16string meant;
    std::set<std::uint32_t> paragraphs;
    float confidence = 0;
    for (const text::LegacyStretch& stretch : stretches) {
      // A field or a note inside the text stays outside what is shown.
      const std::u16string_view text = between(view, stretch.paragraph, stretch.start, stretch.end);
      for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find(placeholder, from), text.size());
        const std::u16string_view piece = text.substr(from, to - from);
        const std::u16string converted = text::to_unicode(piece, stretch);
        const OriginalRange differs = changed(piece, converted);
        if (differs.start < differs.end) {
          paragraphs.insert(stretch.paragraph);
          confidence = std::max(confidence, static_cast<float>(stretch.confidence));
          if (shown == nullptr) {
            shown = &stretch;
            start = stretch.start + static_cast<std::uint32_t>(from);
            range = differs;
            meant = converted.substr(differs.start, converted.size() - (piece.size() - differs.end) - differs.start);
          }
        }
        from = to + 1;
      }
    }
    if (shown == nullptr) return;
    const Place place{shown->paragraph, start + static_cast<std::uint32_t>(range.start),
                      start + static_cast<std::uint32_t>(range.end)};
    report_original(sink, info(), place, std::min(most_confident, confidence),
                    message(shown->encoding, paragraphs.size()), {std::move(meant)});
  }

  static text::Message message(text::LegacyEncoding encoding, std::size_t paragraphs) {
    const std::u16string name = shown_name(encoding);
    if (paragraphs < 2) return {texts::finding_encoding_legacy, name};
    return {texts::finding_encoding_legacy_paragraphs, paragraphs, name};
  }

  // From the first word that decoding changes to the last.
  static OriginalRange changed(std::u16string_view original, std::u16string_view meant) {
    const auto front = std::mismatch(original.begin(), original.end(), meant.begin(), meant.end());
    if (front.first == original.end() && front.second == meant.end()) return {};
    const auto start = static_cast<std::size_t>(front.first - original.begin());
    std::size_t shared = 0;
    while (shared < original.size() - start && shared < meant.size() - start &&
           original[original.size() - 1 - shared] == meant[meant.size() - 1 - shared]) {
      ++shared;
    }
    return widen_to_word(original, {start, original.size() - shared});
  }
};

}  // namespace

std::unique_ptr<Rule> make_encoding_legacy(const RuleData&) {
  return std::make_unique<Legacy>();
}

}  // namespace soat::check
