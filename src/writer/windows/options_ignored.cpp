#include <algorithm>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <cstdint>
#include <memory>
#include <rtl/ref.hxx>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rule_info.h"
#include "citation/library/item_text.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/service.h"
#include "writer/border/texts.h"
#include "writer/proofing/document_ignored.h"
#include "writer/proofing/engine.h"
#include "writer/proofing/ignored.h"
#include "writer/proofing/ignoring.h"
#include "writer/windows/notice.h"
#include "writer/windows/options_page.h"

namespace soat::writer {

namespace {

// What the user has said to be right, each taken back by itself; below it the version and the data in use.
class OptionsIgnored final : public OptionsPage {
 public:
  static constexpr const char* implementation_name = "org.soat.implementation.OptionsIgnored";
  static constexpr const char* service_name = "org.soat.OptionsIgnored";

  using OptionsPage::OptionsPage;

  SOAT_SERVICE_INFO()

 private:
  enum class Reach : std::uint8_t { everywhere, document };
  struct Entry {
    Reach reach;
    std::u16string name;  // a rule, or a rule for one wording
    bool operator==(const Entry&) const = default;
  };

  const char* name() const override { return "OptionsIgnored"; }

  void load() override {
    listed_.clear();
    for (std::u16string& rule : Ignored::instance().rules(context())) {
      if (!is_switched_on_the_other_page(rule)) listed_.push_back({Reach::everywhere, std::move(rule)});
    }
    document_ = guarded("options", std::shared_ptr<DocumentIgnored>(), [&] {
      const auto frame = css::frame::Desktop::create(context())->getCurrentFrame();
      return frame.is() && frame->getController().is()
                 ? DocumentIgnored::of(context(), frame->getController()->getModel())
                 : nullptr;
    });
    if (document_) {
      for (std::u16string& name : document_->names()) listed_.push_back({Reach::document, std::move(name)});
    }
    removed_.clear();
    places_ = Ignored::instance().counts(context()).places;
    forget_places_ = false;
    control<css::awt::XCheckBox>("in_document")->setState(ignores_in_document_only(context()) ? 1 : 0);
    show_rows();
    show_about();
  }

  void save() override {
    set_ignores_in_document_only(context(), control<css::awt::XCheckBox>("in_document")->getState() == 1);
    if (removed_.empty() && !forget_places_) return;
    std::vector<std::u16string> everywhere;
    std::vector<std::u16string> in_document;
    for (Entry& entry : removed_)
      (entry.reach == Reach::document ? in_document : everywhere).push_back(std::move(entry.name));
    removed_.clear();
    if (document_ && !in_document.empty()) document_->remove(in_document);
    if (everywhere.empty() && !forget_places_) return;
    Ignored::instance().change_rules(context(), everywhere, {});
    if (forget_places_) Ignored::instance().forget_places(context());
    Broadcaster::post_all();
    tell_ignored(context(), Wanted::more);
  }

  void pressed(const OUString& name) override {
    if (name == "search") show_rows();
    if (name == "remove") remove();
    if (name == "choose") show_buttons();
    if (name == "places") {
      forget_places_ = true;
      show_buttons();
    }
  }

  void key_pressed(const OUString& where, sal_Int16 code) override {
    if (where == "list" && code == css::awt::Key::DELETE) remove();
  }

  static bool is_switched_on_the_other_page(std::u16string_view rule) {
    return check::find_rule(text::to_utf8(rule)) != nullptr;
  }

  void show_rows() {
    const std::string words = citation::folded(utf8(entered("search")));
    const sal_Int32 line = std::max<sal_Int32>(chosen("list"), 0);
    rows_.clear();
    std::vector<OUString> lines;
    for (const Entry& entry : listed_) {
      const OUString told = line_of(entry);
      if (citation::folded(utf8(told)).find(words) == std::string::npos) continue;
      rows_.push_back(entry);
      lines.push_back(told);
    }
    fill("list", lines, std::min(line, static_cast<sal_Int32>(lines.size()) - 1));
    show_buttons();
  }

  // "“nứơc” – Dấu thanh đặt sai chỗ". A kind of finding that this version does not know, or what is no entry at all, is
  // shown as it is kept.
  OUString line_of(const Entry& entry) const {
    const OUString line = line_of(entry.name);
    return entry.reach == Reach::document ? text(context(), texts::options_in_document, to_view(line)) : line;
  }

  OUString line_of(std::u16string_view rule) const {
    const std::size_t colon = rule.find(u':');
    const check::RuleInfo* info = check::find_rule(text::to_utf8(rule.substr(0, colon)));
    if (!info) return to_office(rule);
    const OUString title = text(context(), info->title);
    if (colon == std::u16string_view::npos) return title;
    const std::u16string_view wording = wording_of_rule(rule);
    return wording.empty() ? text(context(), texts::options_long_wording, to_view(title))
                           : text(context(), texts::options_wording, wording, to_view(title));
  }

  void show_buttons() {
    const std::size_t places = forget_places_ ? 0 : places_;
    const auto in_document = static_cast<std::size_t>(
        std::ranges::count(listed_, Reach::document, [](const Entry& entry) { return entry.reach; }));
    set_enabled("remove", chosen("list") >= 0);
    set_enabled("places", places > 0);
    set_label("counts", text(context(), texts::options_counts, listed_.size() - in_document, in_document, places));
  }

  void remove() {
    const sal_Int32 line = chosen("list");
    if (line < 0 || static_cast<std::size_t>(line) >= rows_.size()) return;
    const Entry entry = rows_[static_cast<std::size_t>(line)];
    std::erase(listed_, entry);
    removed_.push_back(entry);
    show_rows();
  }

  void show_about() {
    Engine& engine = Engine::instance();
    engine.start(context());
    const rtl::Reference<OptionsIgnored> self(this);
    engine.when_loaded([self] {
      run_on_main_thread(self->context(), [self] {
        if (self->is_open()) self->enter("about", about_text(self->context()));
      });
    });
  }

  std::shared_ptr<DocumentIgnored> document_;  // of the window that the dialog belongs to; null for none
  std::vector<Entry> listed_;                  // what would be kept
  std::vector<Entry> rows_;                    // what of it answers the search
  std::vector<Entry> removed_;                 // since the page was loaded
  std::size_t places_ = 0;
  bool forget_places_ = false;
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_options_ignored, soat::writer::OptionsIgnored)
