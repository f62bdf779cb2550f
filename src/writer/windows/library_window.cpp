#include <algorithm>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/KeyModifier.hpp>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <rtl/ref.hxx>
#include <utility>
#include <vector>

#include "citation/exchange/exchange.h"
#include "citation/form/item_fields.h"
#include "citation/library/attachments.h"
#include "citation/library/intake.h"
#include "citation/library/item_text.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/document_of.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/document_citations.h"
#include "writer/citation/entry_copy.h"
#include "writer/citation/reason.h"
#include "writer/commands.h"
#include "writer/sources/add_source.h"
#include "writer/sources/user_library.h"
#include "writer/windows/attachments.h"
#include "writer/windows/file_choice.h"
#include "writer/windows/groups_window.h"
#include "writer/windows/library_export.h"
#include "writer/windows/merge_questions.h"
#include "writer/windows/notice.h"
#include "writer/windows/panel.h"
#include "writer/windows/question.h"
#include "writer/windows/source_form.h"

namespace soat::writer {

namespace {

using Frame = css::uno::Reference<css::frame::XFrame>;
using nlohmann::json;

constexpr std::size_t most_shown = 200;
constexpr std::size_t most_tags = 100;
constexpr std::size_t all_of_them = 10'000'000;

OUString number(std::size_t count) {
  return OUString::number(static_cast<sal_Int64>(count));
}

UserLibrary::Work writing(const UserLibrary::Items& sources) {
  return [sources](citation::Library& library) {
    library.all_or_none([&] {
      for (const citation::LibraryItem& one : sources) library.replace(one.key, one.item);
    });
  };
}

class LibraryWindow final : public Panel {
 public:
  using Panel::Panel;

  void show() {
    open("Library");
    show_chosen();
    show_window();
    focus("search");
    search();
  }

 private:
  void pressed(const OUString& what) override {
    const rtl::Reference<LibraryWindow> self(this);
    if (what == "query") search();
    if (what == "group") choose_group();
    if (what == "choose") show_chosen();
    if (what == "groups") arrange(chosen_items());
    if (what == "add") open_source_form(context(), frame(), json::object(), [self](json item) { self->add(item); });
    if (what == "edit") edit();
    if (what == "delete") remove();
    if (what == "restore") restore();
    if (what == "parse") open_add_by_text(context(), frame(), {}, [self](citation::LibraryItem) { self->search(); });
    if (what == "duplicates") find_duplicates();
    if (what == "import") import_file();
    if (what == "export") ask_what_to_export();
    if (what == "copy") copy();
    if (what == "attachments") show_attachments();
  }

  void key_pressed(const OUString& where, const css::awt::KeyEvent& key) override {
    if (where == "query" && key.KeyCode == css::awt::Key::DOWN) {
      focus("items");
    } else if (where == "items" && key.KeyCode == css::awt::Key::DELETE) {
      remove();
    } else if (where == "items" && key.KeyCode == css::awt::Key::C &&
               (key.Modifiers & css::awt::KeyModifier::MOD1) != 0) {
      copy();
    }
  }

  UserLibrary::Items chosen_items() const {
    UserLibrary::Items items;
    for (const sal_Int32 line : all_chosen("items")) {
      if (static_cast<std::size_t>(line) < found_.size()) items.push_back(found_[static_cast<std::size_t>(line)]);
    }
    return items;
  }

  // The one that is chosen; none where several are.
  std::optional<citation::LibraryItem> current() const {
    UserLibrary::Items items = chosen_items();
    if (items.size() != 1) return std::nullopt;
    return std::move(items.front());
  }

  // Shows what the search field asks for; the item `keep` stays chosen if it is among that.
  void search(std::int64_t keep = 0) {
    if (!is_open()) return;
    const rtl::Reference<LibraryWindow> self(this);
    UserLibrary::instance().search(context(), text::to_utf8(to_view(entered("search"))), most_shown, within_,
                                   [self, keep](UserLibrary::Items found, std::u16string error) {
                                     self->show_found(std::move(found), error, keep);
                                   });
  }

  void show_found(UserLibrary::Items found, const std::u16string& error, std::int64_t keep) {
    if (!is_open()) return;
    found_ = std::move(found);
    std::vector<OUString> lines;
    sal_Int32 line = 0;
    for (const citation::LibraryItem& one : found_) {
      if (one.key == keep) line = static_cast<sal_Int32>(lines.size());
      lines.push_back(to_office(std::string_view(citation::summary(one.item))));
    }
    fill("items", lines, line);
    show_chosen();
    if (!error.empty()) {
      set_label("status", to_office(error));
      return;
    }
    if (const std::u16string notice = UserLibrary::instance().take_notice(context()); !notice.empty())
      show_notice(context(), frame(), text(context(), texts::library_title), to_office(notice));
    struct Overview {
      std::size_t size = 0;
      int changes = 0;
      std::optional<std::vector<citation::CountedGroup>> groups;  // where they may have changed
    };
    const auto all = std::make_shared<Overview>();
    const rtl::Reference<LibraryWindow> self(this);
    UserLibrary::instance().run(
        context(),
        [all, known = changes_](citation::Library& library) {
          all->size = library.size();
          all->changes = library.changes();
          if (all->changes != known) all->groups = library.groups(most_tags);
        },
        [self, all](const std::u16string& failed) {
          if (!self->is_open() || !failed.empty()) return;
          self->changes_ = all->changes;
          if (all->groups) self->show_groups(std::move(*all->groups));
          self->show_count(all->size);
        });
  }

  // --- Collections and tags

  void show_groups(std::vector<citation::CountedGroup> groups) {
    groups_ = std::move(groups);
    std::vector<OUString> lines{text(context(), texts::library_all_groups)};
    sal_Int32 line = 0;
    for (const auto& [group, sources] : groups_) {
      if (within_ == group) line = static_cast<sal_Int32>(lines.size());
      const bool tag = group.kind == citation::Group::Kind::tag;
      lines.push_back(text(context(), tag ? texts::library_tag : texts::library_collection, group.name, sources));
    }
    filling_ = true;
    fill("group", lines, line);
    filling_ = false;
    if (line > 0 || !within_) return;
    within_.reset();  // the last source has left it
    search();
  }

  void choose_group() {
    if (filling_) return;
    const sal_Int32 line = chosen("group");
    const bool one = line > 0 && static_cast<std::size_t>(line) <= groups_.size();
    within_ = one ? std::optional(groups_[static_cast<std::size_t>(line) - 1].group) : std::nullopt;
    search();
  }

  void arrange(UserLibrary::Items items) {
    if (items.empty()) return;
    const rtl::Reference<LibraryWindow> self(this);
    open_groups_window(context(), frame(), std::move(items), groups_,
                       [self](const UserLibrary::Items& before, const UserLibrary::Items& arranged) {
                         self->take_back_ = writing(before);
                         self->change(writing(arranged),
                                      text(self->context(), texts::library_arranged, arranged.size()),
                                      arranged.front().key, [self, arranged] { self->arrange(arranged); });
                       });
  }

  void show_attachments() {
    const auto source = current();
    if (!source) return;
    const rtl::Reference<LibraryWindow> self(this);
    // What else of the source is edited meanwhile stays.
    const auto with = [key = source->key](const std::vector<std::string>& files) {
      return [key, files](citation::Library& library) {
        std::optional<json> item = library.get(key);
        if (!item) return;
        citation::set_files(*item, files);
        library.replace(key, *item);
      };
    };
    open_attachments(
        context(), frame(), *source,
        [self, with, key = source->key](const std::vector<std::string>& before, const std::vector<std::string>& now) {
          self->take_back_ = with(before);
          self->change(with(now), {}, key);
        });
  }

  // --- What is chosen

  void show_count(std::size_t size) {
    const OUString shown = found_.size() < most_shown ? number(found_.size()) : number(most_shown) + "+";
    OUString status = size == 0 ? text(context(), texts::library_empty)
                                : text(context(), texts::library_count, to_view(shown), to_view(number(size)));
    if (!done_.isEmpty()) status = done_ + " " + status;
    done_.clear();
    set_label("status", status);
  }

  void show_chosen() {
    const auto item = current();
    const std::size_t count = all_chosen("items").size();
    for (const char* button : {"edit", "copy", "attachments"}) set_enabled(button, item.has_value());
    for (const char* button : {"delete", "groups"}) set_enabled(button, count > 0);
    set_enabled("restore", take_back_ != nullptr);
    OUString details;
    if (item) {
      const auto type = citation::item_type(citation::text_of(item->item, "type")).label;
      details = to_office(type.in(interface_is_vietnamese(context())));
      for (const char* key : {"publisher", "volume", "issue", "page", "DOI", "ISBN", "URL", "note"}) {
        const std::string value = citation::text_of(item->item, key);
        if (!value.empty()) details += ". " + to_office(std::string_view(value));
      }
    } else if (count > 1) {
      details = text(context(), texts::library_chosen, count);
    }
    set_label("details", details);
  }

  // Does something with the library, then says so and shows it again; `failed` (may be empty) is called when it could
  // not be done.
  void change(UserLibrary::Work work, const OUString& said, std::int64_t keep = 0, std::function<void()> failed = {}) {
    const rtl::Reference<LibraryWindow> self(this);
    UserLibrary::instance().run(context(), std::move(work), [self, said, keep, failed](const std::u16string& error) {
      if (!error.empty()) {
        if (failed) failed();
        show_notice(self->context(), self->frame(), text(self->context(), texts::library_title), to_office(error));
      } else {
        self->done_ = said;
      }
      self->search(keep);
    });
  }

  void add(const json& item) {
    const rtl::Reference<LibraryWindow> self(this);
    add_source(context(), frame(), item, [self](const citation::LibraryItem& added) { self->search(added.key); });
  }

  void edit() {
    const auto item = current();
    if (!item) return;
    edit(item->key, item->item);
  }

  void edit(std::int64_t key, const json& item) {
    const rtl::Reference<LibraryWindow> self(this);
    open_source_form(context(), frame(), item, [self, key](const json& saved) {
      self->change([key, saved](citation::Library& library) { library.replace(key, saved); }, {}, key,
                   [self, key, saved] { self->edit(key, saved); });  // what was typed is not lost
    });
  }

  void remove() {
    const UserLibrary::Items items = chosen_items();
    if (items.empty()) return;
    take_back_ = [items](citation::Library& library) {
      library.all_or_none([&] {
        for (const citation::LibraryItem& gone : items) library.add(gone.item, gone.uri);
      });
    };
    const OUString said = items.size() == 1 ? text(context(), texts::library_deleted,
                                                   text::to_utf16(citation::summary(items.front().item)))
                                            : text(context(), texts::library_deleted_many, items.size());
    change(
        [items](citation::Library& library) {
          library.all_or_none([&] {
            for (const citation::LibraryItem& one : items) library.remove(one.key);
          });
        },
        said);
  }

  void restore() {
    if (take_back_) change(std::exchange(take_back_, nullptr), {});
  }

  void find_duplicates() {
    const auto works = std::make_shared<RepeatedWorks>();
    const rtl::Reference<LibraryWindow> self(this);
    UserLibrary::instance().run(
        context(), [works](citation::Library& library) { *works = citation::repeated_works(library); },
        [self, works](const std::u16string& error) {
          if (!self->is_open()) return;
          if (!error.empty() || works->empty()) {
            self->set_label("status",
                            error.empty() ? text(self->context(), texts::library_no_repeated) : to_office(error));
            return;
          }
          ask_about_repeated(self->context(), self->frame(), std::move(*works),
                             [self](RepeatedWorks wanted) { self->merge(wanted); });
        });
  }

  void merge(const RepeatedWorks& works) {
    if (works.empty()) return;
    std::size_t gone = 0;
    for (const auto& work : works) gone += work.size() - 1;
    take_back_ = [works](citation::Library& library) {
      library.all_or_none([&] {
        for (const auto& work : works) {
          library.replace(work.front().key, work.front().item);
          for (std::size_t i = 1; i < work.size(); ++i) library.add(work[i].item, work[i].uri);
        }
      });
    };
    change([works](citation::Library& library) { citation::merge_works(library, works); },
           text(context(), texts::library_merged, to_view(number(gone))), works.front().front().key);
  }

  void import_file() {
    const std::filesystem::path file =
        choose_file(context(), FileChoice::open,
                    {{text(context(), texts::file_sources),
                      "*.bib;*.ris;*.json;*.enw;*.nbib;*.xml;*.rdf;*.sqlite;*.html;*.htm;*.xhtml"}},
                    {});
    if (file.empty()) return;
    struct Reading {
      json items;
      citation::Remarks remarks;
      std::optional<text::Message::Argument> fault;
      std::size_t known = 0;
    };
    const auto reading = std::make_shared<Reading>();
    const rtl::Reference<LibraryWindow> self(this);
    set_label("status", text(context(), texts::library_reading));
    UserLibrary::instance().run(
        context(),
        [reading, file](citation::Library& library) {
          try {
            reading->items = citation::read_sources(read_bytes(file), file.filename().string(), &reading->remarks);
            citation::find_files(reading->items, file.parent_path());
          } catch (const soat::Error& error) {
            reading->fault = said_by(error);
            return;
          }
          reading->known = citation::count_known(library, reading->items);
        },
        [self, reading](const std::u16string& error) {
          const Context& context = self->context();
          if (!error.empty() || reading->fault) {
            show_notice(context, self->frame(), text(context, texts::library_title),
                        error.empty() ? text(context, texts::file_unreadable, *reading->fault) : to_office(error));
            self->search();
            return;
          }
          self->tell(reading->remarks);
          if (reading->known == 0) {
            self->take_in(reading->items, citation::OnDuplicate::skip);
          } else {
            ask_about_known(context, self->frame(),
                            text(context, texts::duplicate_many, to_view(number(reading->known)),
                                 to_view(number(reading->items.size()))),
                            [self, reading](citation::OnDuplicate answer) { self->take_in(reading->items, answer); });
          }
        });
  }

  // What did not come in, or in another encoding than it should; the first of it.
  void tell(const citation::Remarks& remarks) {
    if (remarks.empty()) return;
    constexpr std::size_t most_told = 8;
    OUString lines;
    for (std::size_t i = 0; i < remarks.size() && i < most_told; ++i) lines += "\n" + text(context(), remarks[i].text);
    if (remarks.size() > most_told) lines += "\n…";
    show_notice(context(), frame(), text(context(), texts::library_title),
                text(context(), texts::library_remarks) + lines);
  }

  void take_in(const json& items, citation::OnDuplicate on_duplicate) {
    const auto counts = std::make_shared<citation::Intake>();
    const rtl::Reference<LibraryWindow> self(this);
    UserLibrary::instance().run(
        context(), [=](citation::Library& library) { *counts = citation::take_in(library, items, on_duplicate); },
        [self, counts](const std::u16string& error) {
          self->done_ = error.empty() ? text(self->context(), texts::library_imported, to_view(number(counts->added)),
                                             to_view(number(counts->merged)))
                                      : to_office(error);
          if (error.empty() && counts->skipped > 0)
            self->done_ += " " + text(self->context(), texts::library_skipped, to_view(number(counts->skipped)));
          self->search();
        });
  }

  // The chosen source as the document's list would have it.
  void copy() {
    const auto item = current();
    if (!item) return;
    const rtl::Reference<LibraryWindow> self(this);
    DocumentCitations::of(context(), document_of(frame()))
        ->entry(Json(item->item), [self](const std::string& rtf, const std::u16string& error) {
          std::u16string said = error;
          try {
            if (said.empty()) copy_entry(self->context(), rtf);
          } catch (...) {
            said = reason_of(self->context(), std::current_exception());
          }
          if (self->is_open())
            self->set_label("status", said.empty() ? text(self->context(), texts::library_copied) : to_office(said));
        });
  }

  // What the document cites, or what the search finds in the library; where it cites nothing that is no question.
  void ask_what_to_export() {
    json cited = json::array();
    for (const DocumentItem& one : DocumentCitations::of(context(), document_of(frame()))->items())
      cited.push_back(json(one.data));
    if (cited.empty()) {
      export_found();
      return;
    }
    const rtl::Reference<LibraryWindow> self(this);
    Question question;
    question.message = text(context(), texts::library_export_what, to_view(number(cited.size())));
    question.yes = text(context(), texts::library_export_cited);
    question.no = text(context(), texts::library_export_found);
    question.on_yes = [self, cited] { self->export_file([cited](citation::Library&) { return cited; }); };
    question.on_no = [self] { self->export_found(); };
    ask(context(), frame(), std::move(question));
  }

  void export_found() {
    export_file([query = text::to_utf8(to_view(entered("search"))), within = within_](citation::Library& library) {
      json items = json::array();
      for (citation::LibraryItem& one : library.search(query, all_of_them, within))
        items.push_back(std::move(one.item));
      return items;
    });
  }

  void export_file(std::function<json(citation::Library&)> items_of) {
    const rtl::Reference<LibraryWindow> self(this);
    export_sources(context(), frame(), std::move(items_of), [self](const OUString& said) {
      if (self->is_open()) self->set_label("status", said);
    });
  }

  UserLibrary::Items found_;
  std::vector<citation::CountedGroup> groups_;
  std::optional<citation::Group> within_;  // only what belongs there is shown
  int changes_ = -1;                       // of the library, when its groups were last read
  bool filling_ = false;
  UserLibrary::Work take_back_;  // what was deleted, merged or arranged last; empty where there is nothing
  OUString done_;                // what has just been done, for the next line of status
};

}  // namespace

// The user's sources: find, add, change, take out, import, export.
void open_library_window(const CommandCall& call) {
  const rtl::Reference<LibraryWindow> window(new LibraryWindow(call.context, call.frame));
  window->show();
}

}  // namespace soat::writer
