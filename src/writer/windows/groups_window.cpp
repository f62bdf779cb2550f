#include "writer/windows/groups_window.h"

#include <com/sun/star/awt/XListBox.hpp>
#include <rtl/ref.hxx>
#include <string>
#include <utility>

#include "citation/library/groups.h"
#include "citation/library/item_text.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/windows/panel.h"

namespace soat::writer {

namespace {

using citation::Group;
using citation::GroupNames;
using citation::LibraryItem;
using Items = std::vector<LibraryItem>;
using Frame = css::uno::Reference<css::frame::XFrame>;

// One of the two kinds of groups: how its names are read, shown and kept, and the window's controls for it.
struct GroupField {
  Group::Kind kind;
  const char* control;
  const char* known;  // the list of those that there are
  GroupNames (*of)(const nlohmann::json&);
  void (*set)(nlohmann::json&, const GroupNames&);
  GroupNames (*typed)(std::string_view);
  std::string (*shown)(const GroupNames&);
};

constexpr GroupField group_fields[] = {
    {Group::Kind::collection, "collections", "known_collections", citation::collections_of, citation::set_collections,
     citation::typed_collections, citation::shown_collections},
    {Group::Kind::tag, "tags", "known_tags", citation::tags_of, citation::set_tags, citation::typed_tags,
     citation::shown_tags},
};

class GroupsWindow final : public Panel {
 public:
  GroupsWindow(const Context& context, const Frame& frame, Items sources,
               std::function<void(const Items&, const Items&)> arranged)
      : Panel(context, frame), sources_(std::move(sources)), arranged_(std::move(arranged)) {}

  void show(const std::vector<citation::CountedGroup>& known) {
    open("Groups");
    set_label("about", sources_.size() == 1 ? to_office(std::string_view(citation::summary(sources_.front().item)))
                                            : text(context(), texts::library_chosen, sources_.size()));
    for (const GroupField& field : group_fields) {
      enter(field.control, to_office(std::string_view(field.shown(common(field)))));
      std::vector<OUString> lines{text(context(), texts::library_known_group)};
      for (const citation::CountedGroup& one : known) {
        if (one.group.kind == field.kind) lines.push_back(to_office(std::string_view(one.group.name)));
      }
      fill(field.known, lines, 0);
    }
    show_window();
    focus("collections");
  }

 private:
  GroupNames common(const GroupField& field) const {
    std::vector<GroupNames> lists;
    for (const LibraryItem& source : sources_) lists.push_back(field.of(source.item));
    return citation::in_all(lists);
  }

  GroupNames typed(const GroupField& field) const { return field.typed(utf8(entered(field.control))); }

  void pressed(const OUString& what) override {
    for (const GroupField& field : group_fields) {
      if (what.equalsAscii(field.known)) take_known(field);
    }
    if (what == "save") save();
  }

  // A name that is chosen from the list joins those that are typed.
  void take_known(const GroupField& field) {
    const sal_Int32 line = chosen(field.known);
    if (line <= 0) return;
    const OUString name = control<css::awt::XListBox>(field.known)->getItem(static_cast<sal_Int16>(line));
    const GroupNames names = citation::regrouped(typed(field), {}, {utf8(name)});
    enter(field.control, to_office(std::string_view(field.shown(names))));
    choose(field.known, 0);
  }

  void save() {
    Items now = sources_;
    for (const GroupField& field : group_fields) {
      const GroupNames was = common(field);
      const GroupNames names = typed(field);
      for (LibraryItem& one : now) field.set(one.item, citation::regrouped(field.of(one.item), was, names));
    }
    const auto arranged = std::move(arranged_);
    const Items before = std::move(sources_);
    close();
    arranged(before, now);
  }

  Items sources_;
  std::function<void(const Items&, const Items&)> arranged_;
};

}  // namespace

void open_groups_window(const Context& context, const Frame& frame, Items sources,
                        const std::vector<citation::CountedGroup>& known,
                        std::function<void(const Items&, const Items&)> arranged) {
  const rtl::Reference<GroupsWindow> window(new GroupsWindow(context, frame, std::move(sources), std::move(arranged)));
  window->show(known);
}

}  // namespace soat::writer
