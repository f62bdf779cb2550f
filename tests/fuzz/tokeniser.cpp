// Any UTF-16 at all: tokens in order and inside the text, offsets that map back, sentences that cover the tokens.
#include <cstdint>
#include <cstdlib>

#include "text/analysis.h"
#include "utf16_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::u16string paragraph = utf16_input(data, size);
  static soat::text::Analysis analysis;
  soat::text::analyse(paragraph, analysis);
  std::uint32_t end = 0;
  for (const auto& token : analysis.tokens) {
    if (token.start < end || token.end <= token.start || token.end > analysis.text.size()) std::abort();
    end = token.end;
    const auto [from, to] = analysis.original_span(token.start, token.end);
    if (from >= to || to > paragraph.size()) std::abort();
  }
  std::uint32_t next = 0;
  for (const auto& sentence : analysis.sentences) {
    if (sentence.first_token != next || sentence.end_token <= sentence.first_token) std::abort();
    next = sentence.end_token;
  }
  if (next != analysis.tokens.size()) std::abort();
  return 0;
}
