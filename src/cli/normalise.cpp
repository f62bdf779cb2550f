#include "cli/normalise.h"

#include <unicode/unorm2.h>

#include <algorithm>
#include <new>

#include "text/analysis.h"
#include "text/look_alike.h"
#include "text/tone_usage.h"

namespace soat::cli {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

// Adds a word as it should be written; false, adding nothing, when it is no syllable.
bool add_syllable(std::u16string_view written, text::ToneStyle style, std::u16string& out) {
  std::u16string word(written);
  if (!text::parse_with_placement(word).syllable) {
    word = text::repair_look_alikes(written);
    if (!text::parse_with_placement(word).syllable) return false;
  }
  text::place_tone(word, style);
  out += word;
  return true;
}

// Adds the parts of a token that hyphens separate; each is a word of its own (hoà-bình).
void add_token(const Analysis& analysis, const Token& token, text::ToneStyle style, std::u16string& out) {
  const auto add_original = [&](std::uint32_t start, std::uint32_t end) {
    const auto [from, to] = analysis.original_span(start, end);
    out.append(analysis.original, from, to - from);
  };
  const bool is_word =
      token.kind == TokenKind::word || token.kind == TokenKind::hyphenated || token.kind == TokenKind::abbreviation;
  if (!is_word) return add_original(token.start, token.end);
  const std::u16string_view word = analysis.view(token);
  for (std::uint32_t start = token.start; start < token.end;) {
    const std::size_t hyphen = std::min(word.find(u'-', start - token.start), word.size());
    const auto end = static_cast<std::uint32_t>(token.start + hyphen);
    const std::u16string_view part = word.substr(start - token.start, end - start);
    if (!add_syllable(part, style, out)) add_original(start, end);
    start = end;
    if (start < token.end) {
      add_original(start, start + 1);
      ++start;
    }
  }
}

void add_line(std::u16string_view line, text::ToneStyle style, Analysis& analysis, std::u16string& out) {
  text::analyse(line, analysis);
  std::uint32_t done = 0;
  const auto add_gap = [&](std::uint32_t to) {
    const auto [from, end] = analysis.original_span(done, to);
    out.append(analysis.original, from, end - from);
  };
  for (const Token& token : analysis.tokens) {
    add_gap(token.start);
    add_token(analysis, token, style, out);
    done = token.end;
  }
  add_gap(static_cast<std::uint32_t>(analysis.text.size()));
}

std::u16string to_nfc(const std::u16string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  const auto size = static_cast<std::int32_t>(text.size());
  if (unorm2_isNormalized(nfc, text.data(), size, &status)) return text;
  std::u16string out(text.size(), u'\0');
  std::int32_t needed =
      unorm2_normalize(nfc, text.data(), size, out.data(), static_cast<std::int32_t>(out.size()), &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) {  // a few characters are two in NFC
    status = U_ZERO_ERROR;
    out.resize(static_cast<std::size_t>(needed));
    needed = unorm2_normalize(nfc, text.data(), size, out.data(), static_cast<std::int32_t>(out.size()), &status);
  }
  if (U_FAILURE(status)) throw std::bad_alloc();
  out.resize(static_cast<std::size_t>(needed));
  return out;
}

}  // namespace

std::u16string normalise(std::u16string_view text, text::ToneStyle style) {
  std::u16string out;
  out.reserve(text.size());
  Analysis analysis;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(u'\n', start), text.size() - 1) + 1;
    add_line(text.substr(start, end - start), style, analysis, out);
    start = end;
  }
  return to_nfc(out);
}

}  // namespace soat::cli
