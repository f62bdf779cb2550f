#include "writer/windows/source_form.h"

#include <array>
#include <rtl/ref.hxx>
#include <utility>

#include "citation/form/item_form.h"
#include "text/utf.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
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
    std::vector<OUString> types;
    sal_Int32 current = 0;
    for (const citation::ItemType& type : citation::item_types()) {
      if (type.type == form_.layout().type) current = static_cast<sal_Int32>(types.size());
      types.push_back(to_office(type.label.in(vietnamese_)));
    }
    fill("type", types, current);
    show_fields();
    show_window();
    focus("field_0");
  }

 private:
  static std::string name_of(const char* stem, std::size_t field) { return stem + std::to_string(field); }

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

  citation::ItemForm form_;
  std::function<void(nlohmann::json)> saved_;
  std::array<OUString, citation::most_fields> shown_;
  bool vietnamese_ = false;
};

}  // namespace

void open_source_form(const Context& context, const Frame& frame, nlohmann::json item,
                      std::function<void(nlohmann::json)> saved) {
  const rtl::Reference<SourceForm> form(new SourceForm(context, frame, std::move(item), std::move(saved)));
  form->show();
}

}  // namespace soat::writer
