#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/language_model.h"
#include "text/analysis.h"

namespace soat::check::extraction {

// A word or a few words that taking the text out of its file has damaged.
struct Repair {
  enum class Kind : std::uint8_t { letters, spacing };

  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;  // UTF-16 range in Analysis::text
  std::uint32_t end = 0;
  std::u16string meant;
  Kind kind = Kind::letters;
};

// Puts right what extraction damages in the same way all through a text: letters exchanged, syllables set apart, words
// run together. The damage is first recognised by its regularity (different words that are syllables in use only when
// it is undone; see read_signs()), then undone where the language model finds it likely: a noisy channel whose rates of
// damage are estimated paragraph by paragraph (expectation and maximisation, two rounds). Immutable; usable from
// several threads at once.
class Repairer {
 public:
  Repairer(const lexicon::Lexicon& lexicon, std::shared_ptr<const model::LanguageModel> words)
      : lexicon_(lexicon), words_(std::move(words)) {}

  // The repairs of a document, in order; none where there is no regular damage.
  std::vector<Repair> repair(std::span<const text::Analysis> paragraphs) const;

 private:
  const lexicon::Lexicon& lexicon_;
  std::shared_ptr<const model::LanguageModel> words_;
};

}  // namespace soat::check::extraction
