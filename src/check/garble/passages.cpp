#include "check/garble/passages.h"

#include <algorithm>
#include <cmath>

#include "check/logistic.h"

namespace soat::check::garble {
namespace {

float probability(float log_odds) {
  return logistic(log_odds);
}

// The odds of being rewritten after a step along the chain. Kept as odds, so that long documents neither overflow nor
// lose the smaller of two probabilities.
float step(float log_odds, float begins, float ends) {
  const float rewritten = probability(log_odds);
  const float next = rewritten * (1 - probability(ends)) + (1 - rewritten) * probability(begins);
  return std::log(next) - std::log1p(-next);
}

}  // namespace

std::uint32_t count_words(const text::Analysis& paragraph) {
  const auto is_word = [](const text::Token& token) { return token.kind == text::TokenKind::word; };
  return static_cast<std::uint32_t>(std::ranges::count_if(paragraph.tokens, is_word));
}

float Passages::evidence(const ParagraphEvidence& paragraph) const {
  float sum = weights_.word * static_cast<float>(paragraph.words);
  for (std::size_t i = 0; i < paragraph.places.size(); ++i) {
    sum += weights_.place[i] * static_cast<float>(paragraph.places[i]);
  }
  return std::clamp(sum, weights_.least, weights_.most);
}

void Passages::judge(std::span<const ParagraphEvidence> paragraphs, std::vector<float>& out) const {
  const std::size_t n = paragraphs.size();
  out.resize(n);
  // Forward: log-odds given the paragraphs up to this one.
  float odds = weights_.prior;
  for (std::size_t i = 0; i < n; ++i) {
    if (i > 0) odds = step(odds, weights_.begins, weights_.ends);
    odds += evidence(paragraphs[i]);
    out[i] = odds;
  }
  // Backward: by how much the paragraphs after it are likelier when it is rewritten.
  float after = 0;
  for (std::size_t i = n; i > 0; --i) {
    out[i - 1] = probability(out[i - 1] + after);
    const float ratio = std::exp(after + evidence(paragraphs[i - 1]));
    const float stays = 1 - probability(weights_.ends);
    const float begins = probability(weights_.begins);
    after = std::log((stays * ratio + (1 - stays)) / (begins * ratio + (1 - begins)));
  }
}

}  // namespace soat::check::garble
