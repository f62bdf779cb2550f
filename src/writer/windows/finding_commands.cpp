// What the menu, the toolbar, keys and the context menu of the text do with one finding, with or without the side
// panel.
#include "writer/windows/finding_commands.h"

#include <functional>
#include <string>
#include <utility>

#include "writer/border/broadcaster.h"
#include "writer/border/document_of.h"
#include "writer/border/texts.h"
#include "writer/commands.h"
#include "writer/proofing/document_ignored.h"
#include "writer/proofing/finding_at_cursor.h"
#include "writer/proofing/ignored.h"
#include "writer/proofing/ignoring.h"
#include "writer/proofing/recorded_fixes.h"
#include "writer/proofing/spelling_surface.h"
#include "writer/text/document.h"
#include "writer/text/replacement.h"
#include "writer/windows/deck.h"
#include "writer/windows/explain.h"
#include "writer/windows/fix_sure.h"
#include "writer/windows/notice.h"
#include "writer/windows/review.h"

namespace soat::writer {

namespace {

void tell(const CommandCall& call, const OUString& what) {
  show_notice(call.context, call.frame, text(call.context, texts::review_title), what);
}

void with_finding(const CommandCall& call, const std::function<void(const FindingAtCursor&)>& action) {
  if (const auto found = finding_at_cursor(call.context, call.frame)) {
    action(*found);
  } else {
    tell(call, text(call.context, texts::at_cursor_none));
  }
}

// Goes on in the document's review; before there is one, checks, which goes to what stands behind the cursor.
void step(const CommandCall& call, void (Review::*go)()) {
  document_of(call.frame);  // throws if there is none any more
  const auto review = Review::of(call.context, call.frame);
  if (!review) return;
  if (review->stage() == Review::Stage::checked || review->stage() == Review::Stage::checking) {
    (review.get()->*go)();
  } else {
    review->check(review->scope_of_command(), nullptr, false);
  }
  show_deck(call.context, call.frame);
}

}  // namespace

void open_panel(const CommandCall& call) {
  show_deck(call.context, call.frame);
}

void next_finding(const CommandCall& call) {
  step(call, &Review::next);
}

void previous_finding(const CommandCall& call) {
  step(call, &Review::previous);
}

void fix_finding_with(const CommandCall& call, const FindingAtCursor& found, const std::u16string& suggestion) {
  const auto document = document_of(call.frame);
  const Target& target = found.target;
  const Obstacle obstacle =
      obstacle_at(document, target.range, target.holder, target.paragraph, found.finding.start, found.finding.end);
  if (obstacle != Obstacle::none) {
    tell(call, text(call.context, text_of(obstacle)));
  } else if (!replace_as_set(call.context, document, target.range, target.paragraph, found.finding, suggestion)) {
    tell(call, text(call.context, texts::review_not_replaced));
  }
}

// The first suggestion for what stands at the cursor.
void fix_finding(const CommandCall& call) {
  with_finding(call, [&](const FindingAtCursor& found) {
    if (found.finding.suggestions.empty() || found.finding.rule == &legacy_rule) {
      tell(call, text(call.context, texts::at_cursor_no_fix));
    } else {
      fix_finding_with(call, found, found.finding.suggestions.front());
    }
  });
}

void add_finding_to_dictionary(const CommandCall& call, const FindingAtCursor& found) {
  const std::u16string& paragraph = found.target.paragraph.text;
  const std::u16string word = paragraph.substr(found.finding.start, found.finding.end - found.finding.start);
  if (!add_to_user_dictionary(call.context, word)) {
    tell(call, text(call.context, texts::review_not_added));
    return;
  }
  Broadcaster::post_marked();
  tell_ignored(call.context);
}

void show_finding_in_panel(const CommandCall& call, const FindingAtCursor& found) {
  const auto review = Review::of(call.context, call.frame);
  if (!review) return;
  if (review->stage() == Review::Stage::checked) {
    review->go_to(found.target.range, found.target.paragraph.text, found.finding.start);
  } else if (review->stage() != Review::Stage::checking) {
    review->check(review->scope_of_command(), nullptr, false);
  }
  show_deck(call.context, call.frame);
}

void ignore_place_of(const CommandCall& call, const FindingAtCursor& found) {
  if (const auto ignored = DocumentIgnored::of(call.context, document_of(call.frame))) {
    ignored->add_place(found.finding, found.target.paragraph.text);
    tell_ignored(call.context);
    if (!ignored->is_kept()) tell(call, text(call.context, texts::ignore_until_closed));
  }
}

void ignore_wording_of(const CommandCall& call, const FindingAtCursor& found) {
  ignore_everywhere(call.context, rule_for_wording(found.finding, found.target.paragraph.text));
}

void ignore_finding_here(const CommandCall& call) {
  with_finding(call, [&](const FindingAtCursor& found) { ignore_place_of(call, found); });
}

void ignore_finding_always(const CommandCall& call) {
  with_finding(call, [&](const FindingAtCursor& found) { ignore_wording_of(call, found); });
}

void explain_finding(const CommandCall& call) {
  with_finding(call,
               [&](const FindingAtCursor& found) { explain_rule(call.context, call.frame, *found.finding.rule); });
}

// What the list shows and is sure; before there is a list, checks.
void fix_all_sure(const CommandCall& call) {
  document_of(call.frame);
  const auto review = Review::of(call.context, call.frame);
  if (!review) return;
  show_deck(call.context, call.frame);
  const auto offer = [call, weak = review->weak_from_this()] {
    const auto then = weak.lock();
    if (!then || !then->is_open()) return;
    const SureFixes sure = then->sure_fixes();
    if (!sure.fixes.empty()) {
      show_sure_fixes(call.context, call.frame, *then, sure);
    } else if (sure.left > 0 && is_read_only(then->reviewed().document())) {
      tell(call, text(call.context, texts::sure_read_only, sure.left));
    } else if (sure.left > 0) {
      tell(call, text(call.context, texts::sure_left, sure.left));
    } else {
      tell(call, text(call.context, then->list().counts().all > 0 ? texts::sure_none : texts::review_none));
    }
  };
  if (review->stage() == Review::Stage::checked) {
    offer();
  } else {
    review->check(
        review->scope_of_command(),
        [offer](sal_Int32 count) {
          if (count >= 0) offer();
        },
        false);
  }
}

}  // namespace soat::writer
