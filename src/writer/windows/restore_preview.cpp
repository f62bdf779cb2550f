#include "writer/windows/restore_preview.h"

#include <algorithm>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <limits>
#include <rtl/ref.hxx>
#include <string_view>
#include <utility>

#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/windows/panel.h"

namespace soat::writer {

namespace {

using Ended = std::function<void(const std::vector<std::size_t>&)>;

// A list box counts its lines in 16 bits.
constexpr std::size_t most_lines = std::numeric_limits<sal_Int16>::max();

constexpr std::size_t line_length = 120;  // a list shows no more of a line

class RestoreWindow final : public Panel {
 public:
  RestoreWindow(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                std::vector<RestorableParagraph> paragraphs, Ended ended)
      : Panel(context, frame),
        left_out_(paragraphs.size() - std::min(paragraphs.size(), most_lines)),
        paragraphs_(std::move(paragraphs)),
        ended_(std::move(ended)) {
    paragraphs_.resize(paragraphs_.size() - left_out_);
  }

  void show() {
    open("RestoreDocument");
    for (const RestorableParagraph& one : paragraphs_) wanted_.push_back(one.preview.bare);
    set_label("message", left_out_ == 0 ? text(context(), texts::restore_choose, paragraphs_.size())
                                        : text(context(), texts::restore_choose_first, paragraphs_.size(), left_out_));
    show_lines(0);
    show_window();
    focus("paragraphs");
  }

 private:
  void pressed(const OUString& what) override {
    if (what == "paragraph") show_paragraph();
    if (what == "want") want(checked());
    if (what == "toggle") want(!wanted_[line()]);
    if (what == "all") {
      wanted_.assign(wanted_.size(), std::ranges::find(wanted_, false) != wanted_.end());
      show_lines(line());
    }
    if (what == "restore") {
      for (std::size_t i = 0; i < wanted_.size(); ++i) {
        if (wanted_[i]) chosen_.push_back(i);
      }
      close();
    }
  }

  void key_pressed(const OUString& /*where*/, const css::awt::KeyEvent& key) override {
    if (key.KeyCode == css::awt::Key::SPACE) want(!wanted_[line()]);
  }

  void closed() override {
    if (const Ended ended = std::exchange(ended_, nullptr)) ended(chosen_);
  }

  std::size_t line() const { return static_cast<std::size_t>(std::max(chosen("paragraphs"), sal_Int32{0})); }

  bool checked() const { return control<css::awt::XCheckBox>("want")->getState() != 0; }

  void want(bool wanted) {
    const std::size_t at = line();
    wanted_[at] = wanted;
    const auto list = control<css::awt::XListBox>("paragraphs");
    list->removeItems(static_cast<sal_Int16>(at), 1);
    list->addItem(line_of(at), static_cast<sal_Int16>(at));
    choose("paragraphs", static_cast<sal_Int32>(at));
    show_paragraph();
  }

  // Its box and the beginning of what it would become, in one line.
  OUString line_of(std::size_t paragraph) const {
    const std::u16string_view after = paragraphs_[paragraph].preview.after;
    std::u16string out = wanted_[paragraph] ? u"☑ " : u"☐ ";
    out += after.substr(0, line_length);
    std::ranges::replace(out, u'\n', u' ');
    if (after.size() > line_length) out += u'…';
    return to_office(out);
  }

  void show_lines(std::size_t line) {
    std::vector<OUString> lines;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) lines.push_back(line_of(i));
    fill("paragraphs", lines, static_cast<sal_Int32>(line));
    show_paragraph();
  }

  // The chosen line in full, and how much is to be restored in all.
  void show_paragraph() {
    const RestorableParagraph& paragraph = paragraphs_[line()];
    control<css::awt::XCheckBox>("want")->setState(wanted_[line()] ? 1 : 0);
    enter("before", to_office(paragraph.text));
    enter("after", to_office(paragraph.preview.after));
    std::u16string unsure;
    for (const std::u16string& word : paragraph.preview.unsure) {
      if (!unsure.empty()) unsure += u"; ";
      unsure += word;
    }
    set_label("unsure", unsure.empty() ? text(context(), texts::restore_sure)
                                       : text(context(), texts::restore_unsure, std::u16string_view(unsure)));
    const auto count = std::ranges::count(wanted_, true);
    set_button("restore", text(context(), texts::restore_chosen, count));
    set_enabled("restore", count > 0);
  }

  std::size_t left_out_;  // paragraphs behind those that the list has room for
  std::vector<RestorableParagraph> paragraphs_;
  Ended ended_;
  std::vector<bool> wanted_;         // each paragraph
  std::vector<std::size_t> chosen_;  // once the user has said so
};

}  // namespace

void show_restorable(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                     std::vector<RestorableParagraph> paragraphs, Ended ended) {
  const rtl::Reference<RestoreWindow> window(
      new RestoreWindow(context, frame, std::move(paragraphs), std::move(ended)));
  window->show();
}

}  // namespace soat::writer
