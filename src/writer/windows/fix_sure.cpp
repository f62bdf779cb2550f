#include "writer/windows/fix_sure.h"

#include <map>
#include <rtl/ref.hxx>
#include <string>
#include <utility>

#include "writer/border/texts.h"
#include "writer/proofing/sure_percent.h"
#include "writer/windows/panel.h"

namespace soat::writer {

namespace {

class FixSure final : public Panel {
 public:
  FixSure(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, std::function<void()> action)
      : Panel(context, frame), action_(std::move(action)) {}

  void show(const ReviewedDocument& review, const std::vector<Fix>& fixes) {
    std::map<std::pair<std::u16string, std::u16string>, std::size_t> counted;
    std::vector<std::pair<std::u16string, std::u16string>> order;
    for (const Fix& fix : fixes) {
      auto change = std::pair(std::u16string(review.wording(fix.finding)), fix.text);
      if (++counted[change] == 1) order.push_back(std::move(change));
    }
    std::vector<OUString> lines;
    for (const auto& change : order) {
      lines.push_back(text(context(), texts::sure_line, change.first,
                           change.second.empty() ? std::u16string(u"∅") : change.second, counted[change]));
    }
    open("FixSure");
    set_label("message", text(context(), texts::sure_message, fixes.size(), sure_percent(context())));
    set_button("fix", text(context(), texts::sure_fix, fixes.size()));
    fill("fixes", lines, -1);
    focus("fix");
    show_window();
  }

 private:
  void pressed(const OUString& button) override {
    if (button != "fix") return;
    const auto action = std::exchange(action_, nullptr);
    close();
    if (action) action();
  }

  std::function<void()> action_;
};

}  // namespace

void show_sure_fixes(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                     const ReviewedDocument& review, const std::vector<Fix>& fixes, std::function<void()> action) {
  const rtl::Reference<FixSure> window(new FixSure(context, frame, std::move(action)));
  window->show(review, fixes);
}

}  // namespace soat::writer
