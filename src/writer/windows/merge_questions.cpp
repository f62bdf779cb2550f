#include "writer/windows/merge_questions.h"

#include <cstddef>
#include <rtl/ref.hxx>
#include <string_view>
#include <utility>

#include "citation/library/item_text.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/windows/panel.h"

namespace soat::writer {

namespace {

using css::uno::Reference;

class MergeQuestions final : public Panel {
 public:
  MergeQuestions(const Context& context, const Reference<css::frame::XFrame>& frame, RepeatedWorks works,
                 std::function<void(RepeatedWorks)> answered)
      : Panel(context, frame), works_(std::move(works)), answered_(std::move(answered)) {}

  void show() {
    open("MergeSources");
    ask();
    show_window();
    focus("merge");
  }

 private:
  void ask() {
    OUString lines = text(context(), texts::library_same_work, asked_ + 1, works_.size());
    for (const citation::LibraryItem& one : works_[asked_])
      lines += "\n• " + to_office(std::string_view(citation::summary(one.item)));
    set_label("question", lines);
  }

  void pressed(const OUString& button) override {
    if (button == "merge") wanted_.push_back(std::move(works_[asked_]));
    if (++asked_ < works_.size()) {
      ask();
    } else {
      close();
    }
  }

  void closed() override {
    if (auto answered = std::exchange(answered_, nullptr)) answered(std::move(wanted_));
  }

  RepeatedWorks works_;
  RepeatedWorks wanted_;
  std::size_t asked_ = 0;
  std::function<void(RepeatedWorks)> answered_;
};

}  // namespace

void ask_about_repeated(const Context& context, const Reference<css::frame::XFrame>& frame, RepeatedWorks works,
                        std::function<void(RepeatedWorks)> answered) {
  const rtl::Reference<MergeQuestions> questions(
      new MergeQuestions(context, frame, std::move(works), std::move(answered)));
  questions->show();
}

}  // namespace soat::writer
