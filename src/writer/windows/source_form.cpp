#include "writer/windows/source_form.h"

#include <array>
#include <memory>
#include <rtl/ref.hxx>
#include <utility>

#include "citation/form/item_form.h"
#include "citation/lookup/complete.h"
#include "text/utf.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/sources/lookup_request.h"
#include "writer/windows/panel.h"

namespace soat::writer {

namespace {

using Frame = css::uno::Reference<css::frame::XFrame>;

class SourceForm final : public Panel {
 public:
  SourceForm(const Context& context, const Frame& frame, nlohmann::json item, std::function<void(nlohmann::json)> saved)
      : Panel(context, frame), form_(std::move(item)), saved_(std::move(saved)) {}

  void show() {
    open("Source");
    vietnamese_ = interface_is_vietnamese(context());
    show_type();
    show_fields();
    show_window();
    focus("field_0");
  }

 private:
  static std::string name_of(const char* stem, std::size_t field) { return stem + std::to_string(field); }

  void show_type() {
    std::vector<OUString> types;
    sal_Int32 current = 0;
    for (const citation::ItemType& type : citation::item_types()) {
      if (type.type == form_.layout().type) current = static_cast<sal_Int32>(types.size());
      types.push_back(to_office(type.label.in(vietnamese_)));
    }
    fill("type", types, current);
  }

  void show_fields() {
    const auto fields = form_.layout().fields;
    for (std::size_t i = 0; i < citation::most_fields; ++i) {
      const bool used = i < fields.size();
      set_visible(name_of("label_", i).c_str(), used);
      set_visible(name_of("field_", i).c_str(), used);
      if (!used) continue;
      set_label(name_of("label_", i).c_str(), to_office(fields[i].label.in(vietnamese_)) + ":");
      shown_[i] = to_office(std::string_view(form_.value(i)));
      enter(name_of("field_", i).c_str(), shown_[i]);
    }
    set_label("message", text(context(), texts::source_names));
  }

  void take_fields() {
    // Only what the user has changed: a body typed among the people must not be taken out again by the line of bodies.
    for (std::size_t i = 0; i < form_.layout().fields.size(); ++i) {
      const OUString typed = entered(name_of("field_", i).c_str());
      if (typed == shown_[i]) continue;
      form_.set(i, text::to_utf8(to_view(typed)));
      shown_[i] = typed;
    }
  }

  void pressed(const OUString& what) override {
    if (what == "type") {
      take_fields();
      const auto types = citation::item_types();
      const sal_Int32 line = chosen("type");
      if (line >= 0 && static_cast<std::size_t>(line) < types.size())
        form_.set_type(types[static_cast<std::size_t>(line)].type);
      show_fields();
    } else if (what == "complete") {
      complete();
    } else if (what == "save") {
      take_fields();
      if (form_.is_blank()) {
        set_label("message", text(context(), texts::source_blank));
        return;
      }
      const auto saved = std::move(saved_);
      const nlohmann::json item = form_.item();
      close();
      saved(item);
    }
  }

  // The answer would keep this window until it comes.
  void closed() override { lookup_.reset(); }

  // Asks the service that knows the source by its identifier.
  void complete() {
    take_fields();
    auto identifier = citation::identifier_of(form_.item());
    if (!identifier) {
      set_label("message", text(context(), texts::source_no_identifier));
      return;
    }
    set_enabled("complete", false);
    set_label("message", text(context(), texts::parse_fetching));
    const rtl::Reference<SourceForm> self(this);
    lookup_ = std::make_unique<LookupRequest>(
        context(), std::vector{std::move(*identifier)}, PageLimits(), [](std::size_t) {},
        [self](const std::vector<LookupAnswer>& answers) { self->looked_up(answers.front()); });
  }

  // Nothing is kept before the user saves; what was typed meanwhile counts.
  void looked_up(const LookupAnswer& answer) {
    if (!is_open()) return;
    set_enabled("complete", true);
    if (!answer.item.is_object()) {
      set_label("message", to_office(answer.message));
      return;
    }
    take_fields();
    nlohmann::json both = citation::completed(form_.item(), answer.item);
    std::size_t filled = 0;
    for (const auto& [name, value] : both.items()) filled += form_.item().contains(name) ? 0 : 1;
    form_ = citation::ItemForm(std::move(both));
    show_type();
    show_fields();
    set_label("message", filled == 0 ? text(context(), texts::source_nothing_new)
                                     : text(context(), texts::source_completed, filled));
  }

  citation::ItemForm form_;
  std::function<void(nlohmann::json)> saved_;
  std::array<OUString, citation::most_fields> shown_;
  bool vietnamese_ = false;
  std::unique_ptr<LookupRequest> lookup_;
};

}  // namespace

void open_source_form(const Context& context, const Frame& frame, nlohmann::json item,
                      std::function<void(nlohmann::json)> saved) {
  const rtl::Reference<SourceForm> form(new SourceForm(context, frame, std::move(item), std::move(saved)));
  form->show();
}

}  // namespace soat::writer
