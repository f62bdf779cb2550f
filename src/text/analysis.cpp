#include "text/analysis.h"

#include "text/composition.h"
#include "text/sentences.h"
#include "text/tokeniser.h"

namespace soat::text {

void analyse(std::u16string_view paragraph, Analysis& out) {
  out.original.assign(paragraph);
  compose_marks(out.original, out.text, out.offsets);
  out.tokens.clear();
  out.sentences.clear();
  tokenise(out.text, out.tokens);
  split_sentences(out.text, out.tokens, out.sentences);
}

}  // namespace soat::text
