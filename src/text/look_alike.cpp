#include "text/look_alike.h"

#include <unicode/unorm2.h>

#include <algorithm>
#include <utility>

#include "text/char_class.h"
#include "text/composition.h"
#include "text/letters.h"
#include "text/utf.h"

namespace soat::text {
namespace {

constexpr std::pair<char16_t, char16_t> cyrillic[] = {
    {u'А', u'A'}, {u'В', u'B'}, {u'Е', u'E'}, {u'К', u'K'}, {u'М', u'M'}, {u'Н', u'H'}, {u'О', u'O'}, {u'Р', u'P'},
    {u'С', u'C'}, {u'Т', u'T'}, {u'У', u'Y'}, {u'Х', u'X'}, {u'І', u'I'}, {u'Ѕ', u'S'}, {u'Ј', u'J'}, {u'а', u'a'},
    {u'е', u'e'}, {u'о', u'o'}, {u'р', u'p'}, {u'с', u'c'}, {u'у', u'y'}, {u'х', u'x'}, {u'і', u'i'}, {u'ѕ', u's'},
    {u'ј', u'j'}, {u'һ', u'h'}, {u'ԁ', u'd'}, {u'ԛ', u'q'}, {u'ԝ', u'w'}, {u'Ү', u'Y'}, {u'ү', u'y'}};

constexpr std::pair<char16_t, char16_t> greek[] = {{u'Α', u'A'}, {u'Β', u'B'}, {u'Ε', u'E'}, {u'Ζ', u'Z'}, {u'Η', u'H'},
                                                   {u'Ι', u'I'}, {u'Κ', u'K'}, {u'Μ', u'M'}, {u'Ν', u'N'}, {u'Ο', u'O'},
                                                   {u'Ρ', u'P'}, {u'Τ', u'T'}, {u'Υ', u'Y'}, {u'Χ', u'X'}, {u'ο', u'o'},
                                                   {u'ν', u'v'}, {u'ι', u'i'}, {u'υ', u'u'}};

bool is_cyrillic(char16_t unit) {
  return unit >= 0x0400 && unit <= 0x052F;
}
bool is_greek(char16_t unit) {
  return unit >= 0x0370 && unit <= 0x03FF;
}
bool is_other_script(char16_t unit) {
  return is_cyrillic(unit) || is_greek(unit);
}
bool is_combining(char16_t unit) {
  return unit >= 0x0300 && unit <= 0x036F && unit != 0x034F;
}

template <std::size_t Size>
char32_t find(const std::pair<char16_t, char16_t> (&table)[Size], char32_t code_point) {
  for (const auto& [from, to] : table) {
    if (from == code_point) return to;
  }
  return 0;
}

// Compatibility decomposition of a styled letter, when it is one character.
char32_t plain_form(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfkc = unorm2_getNFKCInstance(&status);
  if (U_FAILURE(status)) return 0;
  UChar buffer[8];
  const int32_t length = unorm2_getDecomposition(nfkc, static_cast<UChar32>(code_point), buffer, 8, &status);
  return U_SUCCESS(status) && length == 1 ? buffer[0] : 0;
}

// Whether the unit may begin a span; false for the units of clean Vietnamese text, by range.
bool is_suspect(char16_t unit) {
  if (unit < 0x00A0) return false;
  if (unit < 0x0100) return unit == 0x00A0 || unit == 0x00AD || unit == 0x00D0 || unit == 0x00F0;
  if (unit >= 0x1E00 && unit < 0x2000) return false;
  if (unit >= 0x2010 && unit < 0x2028) return false;
  return unit == 0x0189 || unit == 0x01A2 || unit == 0x01A3 || unit == 0x0256 || unit >= 0x0300;
}

class Scanner {
 public:
  Scanner(std::u16string_view text, std::vector<LookAlikeSpan>& out) : text_(text), out_(out), first_(out.size()) {}

  void run() {
    std::size_t at = 0;
    while (true) {
      while (at < text_.size() && !is_suspect(text_[at])) ++at;
      if (at >= text_.size()) return;
      if (is_other_script(text_[at])) {
        at = word(at);
      } else if (is_combining(text_[at])) {
        at = marks(at);
      } else {
        at = single(at);
      }
    }
  }

 private:
  void add(std::size_t start, std::size_t end, LookAlike kind, std::u16string_view meant) {
    if (out_.size() > first_ && out_.back().end == start && out_.back().kind == kind) {
      out_.back().end = static_cast<std::uint32_t>(end);
      out_.back().meant += meant;
      return;
    }
    out_.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), kind, std::u16string(meant)});
  }

  std::size_t single(std::size_t at) {
    std::size_t end = at;
    const char32_t code_point = next_code_point(text_, end);
    const LookAlikeInfo info = classify_look_alike(code_point);
    if (info.kind == LookAlike::none) return end;
    if (info.kind == LookAlike::private_use) {
      add(at, end, info.kind, text_.substr(at, end - at));
    } else {
      const char16_t meant = static_cast<char16_t>(info.meant);
      add(at, end, info.kind, std::u16string_view(&meant, info.meant == 0 ? 0 : 1));
    }
    return end;
  }

  // A letter and the marks behind it, when composing changes them.
  std::size_t marks(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() && is_combining(text_[end])) ++end;
    if (at == 0) return end;
    const std::size_t start = at - 1;
    if (out_.size() > first_ && out_.back().end > start) return end;  // the letter below is a look-alike itself
    // No letter takes more than a handful of marks.
    const std::u16string_view cluster = text_.substr(start, std::min<std::size_t>(end - start, 8));
    compose_marks(cluster, composed_, offsets_);
    if (!offsets_.empty()) add(start, start + cluster.size(), LookAlike::combining_mark, composed_);
    return end;
  }

  // The word around a Cyrillic or Greek letter.
  std::size_t word(std::size_t at) {
    const CharTable& table = CharTable::get();
    if (!table.is_word_unit(text_[at])) return at + 1;  // a symbol of those blocks (U+03F6)
    std::size_t start = at;
    const std::size_t limit =
        out_.size() > first_ ? std::max<std::size_t>(out_.back().end, last_word_end_) : last_word_end_;
    while (start > limit && table.is_word_unit(text_[start - 1])) --start;
    std::size_t end = at;
    while (end < text_.size() && table.is_word_unit(text_[end])) ++end;
    last_word_end_ = end;
    bool latin = false;
    bool all_have_doubles = true;
    std::u16string meant;
    for (std::size_t i = start; i < end; ++i) {
      const char16_t unit = text_[i];
      if (letter_info(unit).letter != Letter::none) latin = true;
      char16_t as_latin = unit;
      if (is_other_script(unit)) {
        const char32_t found = is_cyrillic(unit) ? find(cyrillic, unit) : find(greek, unit);
        if (found == 0) all_have_doubles = false;
        if (found != 0) as_latin = static_cast<char16_t>(found);
      }
      meant.push_back(as_latin);
    }
    const bool meant_as_latin = latin || (all_have_doubles && parse(meant).valid() && !has_true_foreign_letters());
    if (!meant_as_latin) return end;
    for (std::size_t i = start; i < end; ++i) {
      if (meant[i - start] == text_[i]) continue;
      add(i, i + 1, is_cyrillic(text_[i]) ? LookAlike::cyrillic : LookAlike::greek,
          std::u16string_view(meant).substr(i - start, 1));
    }
    return end;
  }

  // Whether the paragraph has Cyrillic or Greek letters that look like no Latin ones: then it quotes those languages.
  bool has_true_foreign_letters() {
    if (!foreign_known_) {
      foreign_known_ = true;
      for (const char16_t unit : text_) {
        if (is_other_script(unit) && (is_cyrillic(unit) ? find(cyrillic, unit) : find(greek, unit)) == 0) {
          foreign_ = true;
          break;
        }
      }
    }
    return foreign_;
  }

  std::u16string_view text_;
  std::vector<LookAlikeSpan>& out_;
  const std::size_t first_;
  std::u16string composed_;
  std::vector<std::uint32_t> offsets_;
  std::size_t last_word_end_ = 0;
  bool foreign_known_ = false;
  bool foreign_ = false;
};

}  // namespace

LookAlikeInfo classify_look_alike(char32_t code_point) {
  switch (code_point) {
    case 0x00D0:
    case 0x0189:
      return {LookAlike::d_stroke, U'Đ'};
    case 0x00F0:
    case 0x0256:
      return {LookAlike::d_stroke, U'đ'};
    case 0x01A2:
      return {LookAlike::horn, U'Ư'};
    case 0x01A3:
      return {LookAlike::horn, U'ư'};
    case 0x00A0:
    case 0x202F:
      return {LookAlike::no_break_space, U' '};
    case 0x205F:
    case 0x3000:
      return {LookAlike::odd_space, U' '};
    default:
      break;
  }
  if (code_point >= 0x2000 && code_point <= 0x200A) return {LookAlike::odd_space, U' '};
  if (code_point >= 0xFF01 && code_point <= 0xFF5E) return {LookAlike::full_width, code_point - 0xFEE0};
  if (code_point >= 0xE000 && code_point <= 0xF8FF) return {LookAlike::private_use, 0};
  if (code_point >= 0x1D400 && code_point <= 0x1D7FF) {
    const char32_t plain = plain_form(code_point);
    return plain == 0 ? LookAlikeInfo{} : LookAlikeInfo{LookAlike::styled, plain};
  }
  if (code_point > 0xFFFF) return {};
  const auto unit = static_cast<char16_t>(code_point);
  if (is_dropped(unit)) return {LookAlike::invisible, 0};
  if (is_combining(unit)) return {LookAlike::combining_mark, 0};
  if (const char32_t latin = is_cyrillic(unit) ? find(cyrillic, unit) : 0) return {LookAlike::cyrillic, latin};
  if (const char32_t latin = is_greek(unit) ? find(greek, unit) : 0) return {LookAlike::greek, latin};
  return {};
}

void find_look_alikes(std::u16string_view original, std::vector<LookAlikeSpan>& out) {
  Scanner(original, out).run();
}

std::u16string repair_look_alikes(std::u16string_view original) {
  std::vector<LookAlikeSpan> spans;
  find_look_alikes(original, spans);
  std::u16string out;
  std::size_t done = 0;
  for (const LookAlikeSpan& span : spans) {
    if (span.kind == LookAlike::no_break_space || span.kind == LookAlike::private_use) continue;
    out += original.substr(done, span.start - done);
    out += span.meant;
    done = span.end;
  }
  out += original.substr(done);
  // Letters put right may take marks that stood behind them.
  std::u16string composed;
  std::vector<std::uint32_t> offsets;
  compose_marks(out, composed, offsets);
  return composed;
}

}  // namespace soat::text
