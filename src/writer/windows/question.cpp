#include "writer/windows/question.h"

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
    control<css::awt::XWindow>("yes")->setFocus();
    show_window();
  }

 private:
  void pressed(const OUString& button) override {
    answered_ = true;
    close();
    const auto& action = button == "yes" ? question_.on_yes : question_.on_no;
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
