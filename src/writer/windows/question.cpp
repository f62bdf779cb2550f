#include "writer/windows/question.h"

#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <rtl/ref.hxx>

#include "writer/windows/panel.h"

namespace soat::writer {

namespace {

class QuestionPanel final : public Panel {
 public:
  QuestionPanel(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, Question question)
      : Panel(context, frame), question_(std::move(question)) {}

  void show() {
    open("Question");
    set_label("message", question_.message);
    control<css::awt::XButton>("yes")->setLabel(question_.yes);
    control<css::awt::XButton>("no")->setLabel(question_.no);
    show_other();
    control<css::awt::XWindow>("yes")->setFocus();
    show_window();
  }

 private:
  // In a row of its own below the two others.
  void show_other() {
    set_visible("other", !question_.other.isEmpty());
    if (question_.other.isEmpty()) return;
    control<css::awt::XButton>("other")->setLabel(question_.other);
    const css::awt::Rectangle first = control<css::awt::XWindow>("yes")->getPosSize();
    const css::awt::Rectangle other = control<css::awt::XWindow>("other")->getPosSize();
    const css::awt::Rectangle own = window_->getPosSize();
    window_->setPosSize(0, 0, 0, own.Height + other.Y - first.Y, css::awt::PosSize::HEIGHT);
  }

  void pressed(const OUString& button) override {
    answered_ = true;
    close();
    const auto& action = button == "yes" ? question_.on_yes : button == "other" ? question_.on_other : question_.on_no;
    if (action) action();
  }

  void closed() override {
    if (!answered_ && question_.on_closed) question_.on_closed();
  }

  Question question_;
  bool answered_ = false;
};

}  // namespace

void ask(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, Question question) {
  const rtl::Reference<QuestionPanel> panel(new QuestionPanel(context, frame, std::move(question)));
  panel->show();
}

}  // namespace soat::writer
