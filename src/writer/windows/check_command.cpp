#include <cppuhelper/weakref.hxx>
#include <rtl/ref.hxx>
#include <vector>

#include "writer/border/border.h"
#include "writer/commands.h"
#include "writer/windows/notice.h"
#include "writer/windows/review.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using Frame = Reference<css::frame::XFrame>;

// The reviews that are open, so that a new one replaces the old one of the same window. For the main thread.
struct OpenReview {
  css::uno::WeakReference<css::frame::XFrame> frame;
  css::uno::WeakReference<css::awt::XDialogEventHandler> handler;  // tells whether review is alive
  Review* review;
};

void replace_review(const Frame& frame, const rtl::Reference<Review>& review) {
  static std::vector<OpenReview> open;
  std::vector<rtl::Reference<Review>> old;
  std::erase_if(open, [&](const OpenReview& entry) {
    const Reference<css::awt::XDialogEventHandler> alive(entry.handler);
    if (!alive.is()) return true;
    if (Frame(entry.frame) != frame) return false;
    old.emplace_back(entry.review);
    return true;
  });
  open.push_back({frame, Reference<css::awt::XDialogEventHandler>(review.get()), review.get()});
  for (const auto& panel : old) panel->close();
}

}  // namespace

// "Check document": tells the number of findings.
void check_document(const CommandCall& call) {
  const rtl::Reference<Review> review(new Review(call.context, call.frame));
  replace_review(call.frame, review);
  review->start(
      [call](sal_Int32 count) {
        call.done(count);
        if (count >= 0) guarded("offer", [&] { offer_our_spell_checker(call.context, call.frame); });
      },
      call.at_once);
}

}  // namespace soat::writer
