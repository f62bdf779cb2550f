#include "writer/windows/fix_sure.h"

#include <map>
#include <memory>
#include <rtl/ref.hxx>
#include <string>
#include <utility>
#include <vector>

#include "writer/border/texts.h"
#include "writer/proofing/recorded_fixes.h"
#include "writer/proofing/sure_percent.h"
#include "writer/windows/panel.h"

namespace soat::writer {

namespace {

class FixSure final : public Panel {
 public:
  FixSure(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, Review& review,
          std::vector<Fix> fixes)
      : Panel(context, frame), review_(review.weak_from_this()), fixes_(std::move(fixes)) {}

  void show(const ReviewedDocument& review, std::size_t left) {
    std::map<std::pair<std::u16string, std::u16string>, std::size_t> counted;
    std::vector<std::pair<std::u16string, std::u16string>> order;
    for (const Fix& fix : fixes_) {
      auto change = std::pair(std::u16string(review.wording(fix.finding)), fix.text);
      if (++counted[change] == 1) order.push_back(std::move(change));
    }
    std::vector<OUString> lines;
    for (const auto& change : order) {
      lines.push_back(text(context(), texts::sure_line, change.first,
                           change.second.empty() ? std::u16string(u"∅") : change.second, counted[change]));
    }
    open("FixSure");
    OUString message = text(context(), texts::sure_message, fixes_.size(), sure_percent(context()));
    if (records_fixes(context())) message += "\n" + text(context(), texts::sure_recorded);
    if (left > 0) message += "\n" + text(context(), texts::sure_left, left);
    set_label("message", message);
    set_button("fix", text(context(), texts::sure_fix, fixes_.size()));
    fill("fixes", lines, -1);
    focus("fix");
    show_window();
  }

 private:
  void pressed(const OUString& button) override {
    if (button != "fix") return;
    close();
    if (const auto review = review_.lock()) review->apply_all(std::exchange(fixes_, {}));
  }

  std::weak_ptr<Review> review_;
  std::vector<Fix> fixes_;
};

}  // namespace

void show_sure_fixes(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, Review& review,
                     const SureFixes& sure) {
  const rtl::Reference<FixSure> window(new FixSure(context, frame, review, sure.fixes));
  window->show(review.reviewed(), sure.left);
}

}  // namespace soat::writer
