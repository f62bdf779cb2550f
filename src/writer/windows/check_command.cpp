#include "writer/border/border.h"
#include "writer/border/document_of.h"
#include "writer/commands.h"
#include "writer/windows/deck.h"
#include "writer/windows/notice.h"
#include "writer/windows/review.h"

namespace soat::writer {

// "Check document": tells the number of findings.
void check_document(const CommandCall& call) {
  document_of(call.frame);  // throws if there is none any more
  const auto review = Review::of(call.context, call.frame);
  if (!review) {
    call.done(-1);
    return;
  }
  review->wish_for_focus();
  review->check(
      review->scope_of_command(),
      [call](sal_Int32 count) {
        call.done(count);
        if (count >= 0) guarded("offer", [&] { offer_our_spell_checker(call.context, call.frame); });
      },
      call.at_once);
  show_deck(call.context, call.frame);
}

}  // namespace soat::writer
