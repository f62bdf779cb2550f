#include "check/rules/encoding_legacy.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "check/rules/encoding_words.h"
#include "text/legacy_encoding.h"

namespace soat::check {
namespace {

constexpr float most_confident = 0.97F;
constexpr int enough_unicode = 4;  // letters that only Vietnamese in Unicode has

// Misread text has no letters with two marks: a few of them show, long before decoding could, that a paragraph is
// Unicode.
bool is_plainly_unicode(std::u16string_view text) {
  int seen = 0;
  for (const char16_t unit : text) {
    if (unit >= u'\u1EA0' && unit <= u'\u1EF9' && ++seen == enough_unicode) return true;
  }
  return false;
}

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

class Legacy final : public Rule {
 public:
  std::string_view id() const override { return "encoding.legacy"; }
  Category category() const override { return Category::encoding; }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const std::u16string_view original = view.paragraphs[paragraph].original;
    if (is_plainly_unicode(original)) return;
    const std::optional<text::DetectedEncoding> detected = text::detect_misread(original);
    if (!detected) return;
    const std::u16string meant = text::decode_misread(original, detected->encoding);
    const OriginalRange range = changed(original, meant);
    if (range.start == range.end) return;
    const std::u16string encoding = shown_name(detected->encoding);
    const std::size_t shared = original.size() - range.end;
    report_words(sink, *this, paragraph, {range}, Severity::error,
                 std::min(most_confident, static_cast<float>(detected->confidence)),
                 {u"Chữ gõ bằng bảng mã " + encoding + u", cần chuyển sang Unicode.",
                  u"Text in the encoding " + encoding + u"; convert it to Unicode."},
                 [&](OriginalRange r) { return meant.substr(r.start, meant.size() - shared - r.start); });
  }

 private:
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
