// What is found in a draft as comments in its margin, for whoever wrote it.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/document_of.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/commands.h"
#include "writer/proofing/review_changes.h"
#include "writer/windows/notice.h"
#include "writer/windows/review.h"

namespace soat::writer {

namespace {

void tell(const CommandCall& call, const OUString& what) {
  show_notice(call.context, call.frame, text(call.context, texts::review_title), what);
}

// Reason and suggestions.
OUString comment_on(const Context& context, const check::Finding& finding) {
  constexpr std::size_t most = 3;
  OUString said = to_office(interface_is_vietnamese(context) ? finding.message->vi : finding.message->en);
  std::u16string suggestions;
  for (const std::u16string& suggestion : finding.suggestions) {
    if (&suggestion - finding.suggestions.data() == most) break;
    if (suggestion.find_first_not_of(u" \t\u00a0") == std::u16string::npos) continue;
    suggestions += (suggestions.empty() ? u"" : u", ") + suggestion;
  }
  if (!suggestions.empty()) said += "\n" + text(context, texts::comment_suggestions, std::u16string_view(suggestions));
  return said;
}

void write(const CommandCall& call, Review& review) {
  std::vector<Comment> comments;
  for (std::size_t row = 0; row < review.list().rows(); ++row) {
    const check::Finding& finding = review.list().row(row);
    comments.push_back({finding, comment_on(call.context, finding)});
  }
  if (comments.empty()) {
    tell(call, text(call.context, texts::comment_nothing));
    return;
  }
  write_comments(call.context, review.reviewed().shared_from_this(), std::move(comments),
                 [call](const ChangedPlaces& places) {
                   OUString said = text(call.context, texts::comment_written, places.changed);
                   if (places.left > 0) said += "\n" + text(call.context, texts::comment_left, places.left);
                   tell(call, said);
                 });
}

// Whether the document may be changed now; says why not.
bool can_change(const CommandCall& call, Review& review) {
  if (is_read_only(review.reviewed().document())) {
    tell(call, text(call.context, texts::obstacle_read_only));
    return false;
  }
  if (!review.is_busy() && !review.reviewed().is_held()) return true;
  tell(call, text(call.context, texts::review_wait));
  return false;
}

void with_review(const CommandCall& call, void (*action)(const CommandCall&, Review&)) {
  run_on_main_thread(call.context, [call, action] {
    guarded("comments", [&] {
      document_of(call.frame);  // throws if there is none any more
      if (const auto review = Review::of(call.context, call.frame); review && can_change(call, *review))
        action(call, *review);
    });
  });
}

void check_and_write(const CommandCall& call, Review& review) {
  // What the panel shows follows the document; what was checked without it may be another now.
  if (review.has_view() && review.stage() == Review::Stage::checked) {
    write(call, review);
    return;
  }
  review.check(
      review.scope_of_command(),
      [call, weak = review.weak_from_this()](sal_Int32 count) {
        const auto then = weak.lock();
        if (count >= 0 && then && then->is_open()) write(call, *then);
      },
      false);
}

void remove(const CommandCall& call, Review& review) {
  remove_comments(call.context, review.reviewed().shared_from_this(), [call](const ChangedPlaces& places) {
    tell(call, places.changed == 0 ? text(call.context, texts::comment_none)
                                   : text(call.context, texts::comment_removed, places.changed));
  });
}

}  // namespace

// "Findings as comments": writes a comment of the author Soát on each place that the side panel lists now or, without
// the panel, on each that a check of the document finds; in the place of those that stand there from an earlier time,
// and in one undo step.
void comment_findings(const CommandCall& call) {
  with_review(call, check_and_write);
}

// Takes all comments of the author Soát away; one undo step.
void remove_own_comments(const CommandCall& call) {
  with_review(call, remove);
}

}  // namespace soat::writer
