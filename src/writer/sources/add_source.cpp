#include "writer/sources/add_source.h"

#include <fstream>
#include <iterator>
#include <memory>
#include <rtl/ref.hxx>
#include <utility>

#include "citation/exchange/csl_item.h"
#include "citation/exchange/exchange.h"
#include "citation/library/intake.h"
#include "citation/library/item_text.h"
#include "citation/lookup/pasted.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/sources/lookup_request.h"
#include "writer/sources/page_fetcher.h"
#include "writer/sources/user_library.h"
#include "writer/windows/file_choice.h"
#include "writer/windows/notice.h"
#include "writer/windows/panel.h"
#include "writer/windows/source_form.h"

namespace soat::writer {

namespace {

using Frame = css::uno::Reference<css::frame::XFrame>;
using nlohmann::json;

class KnownQuestion final : public Panel {
 public:
  KnownQuestion(const Context& context, const Frame& frame, std::function<void(citation::OnDuplicate)> answered)
      : Panel(context, frame), answered_(std::move(answered)) {}

  void show(const OUString& question) {
    open("Duplicate");
    set_label("question", question);
    show_window();
    focus("merge");
  }

 private:
  void pressed(const OUString& button) override {
    const auto answered = std::move(answered_);
    close();
    answered(button == "merge"  ? citation::OnDuplicate::merge
             : button == "keep" ? citation::OnDuplicate::keep
                                : citation::OnDuplicate::skip);
  }

  std::function<void(citation::OnDuplicate)> answered_;
};

class AddByText final : public Panel {
 public:
  AddByText(const Context& context, const Frame& frame, SourceAdded done)
      : Panel(context, frame), done_(std::move(done)) {}

  void show(const OUString& reference) {
    open("AddByText");
    enter("reference", reference);
    show_window();
    focus("reference");
  }

 private:
  void pressed(const OUString& button) override {
    if (button == "go") read_reference();
    if (button == "file") read_file();
  }

  // The page's answer would keep this window until it comes.
  void closed() override {
    request_.reset();
    lookup_.reset();
  }

  void read_reference() {
    const OUString typed = entered("reference").trim();
    if (typed.isEmpty()) return;
    std::string line = text::to_utf8(to_view(typed));
    if (line.starts_with("www.")) line.insert(0, "https://");
    json item = citation::parse_reference(line);
    const std::string type = citation::text_of(item, "type");
    if (auto identifiers = citation::identifiers_in(line);
        !identifiers.empty() && typed != refused_ && (item.is_null() || !item.contains("title"))) {
      look_up(typed, std::move(identifiers));
      return;
    }
    if (item.is_null()) {
      set_label("message", text(context(), texts::parse_not_understood));
      return;
    }
    if (type != "webpage") {
      if (!item.contains("language")) item["language"] = "vi";
      fill_in(item);
      return;
    }
    // Pressed again after a page could not be had: the rest is typed.
    if (typed == refused_) {
      fill_in(item);
      return;
    }
    set_label("message", text(context(), texts::parse_fetching));
    set_enabled("go", false);
    const rtl::Reference<AddByText> self(this);
    request_ = std::make_unique<PageRequest>(
        context(), std::u16string(to_view(to_office(std::string_view(citation::text_of(item, "URL"))))), PageLimits(),
        [self, typed](const PageAnswer& answer) { self->answered(typed, answer); });
  }

  void look_up(const OUString& typed, std::vector<citation::Identifier> identifiers) {
    set_enabled("go", false);
    const rtl::Reference<AddByText> self(this);
    const OUString all = OUString::number(static_cast<sal_Int64>(identifiers.size()));
    lookup_ = std::make_unique<LookupRequest>(
        context(), std::move(identifiers), PageLimits(),
        [self, all](std::size_t asked) {
          if (!self->is_open()) return;
          const OUString now = OUString::number(static_cast<sal_Int64>(asked + 1));
          self->set_label("message", text(self->context(), texts::parse_fetching) + " (" + now + "/" + all + ")");
        },
        [self, typed](const std::vector<LookupAnswer>& answers) { self->looked_up(typed, answers); });
  }

  // One source is shown before it is added, as for pages; several are added, and what became of each is told.
  void looked_up(const OUString& typed, const std::vector<LookupAnswer>& answers) {
    if (!is_open()) return;
    set_enabled("go", true);
    json items = json::array();
    OUString missing;
    for (const LookupAnswer& answer : answers) {
      if (answer.item.is_object()) {
        items.push_back(answer.item);
      } else {
        missing += " " + to_office(std::string_view(answer.identifier.value)) + ": " + to_office(answer.message);
      }
    }
    if (answers.size() == 1 && !items.empty()) {
      fill_in(items.front());
      return;
    }
    if (items.empty()) {
      refused_ = typed;
      set_label("message", missing.trim() + " " + text(context(), texts::parse_by_hand));
      focus("go");
      return;
    }
    add_all(std::move(items), missing);
  }

  void add_all(json items, const OUString& missing) {
    const auto taken = std::make_shared<std::vector<citation::TakenIn>>();
    const rtl::Reference<AddByText> self(this);
    UserLibrary::instance().run(
        context(),
        [taken, items = std::move(items)](citation::Library& library) {
          for (const json& item : items)
            taken->push_back(citation::keep_or_add(library, item, citation::OnDuplicate::skip));
        },
        [self, taken, missing](const std::u16string& error) {
          std::size_t added = 0;
          for (const citation::TakenIn& one : *taken) added += one.how == citation::TakenIn::How::added ? 1 : 0;
          const auto number = [](std::size_t count) { return OUString::number(static_cast<sal_Int64>(count)); };
          OUString said =
              error.empty() ? text(self->context(), texts::library_imported, to_view(number(added)), to_view(number(0)))
                            : to_office(error);
          if (error.empty() && added < taken->size())
            said += " " + text(self->context(), texts::library_skipped, to_view(number(taken->size() - added)));
          if (self->is_open()) self->set_label("message", said + missing);
          if (error.empty() && self->done_ && !taken->empty()) self->done_(taken->back().item);
        });
  }

  void answered(const OUString& typed, const PageAnswer& answer) {
    if (!is_open()) return;
    set_enabled("go", true);
    if (answer.fault == PageFault::none && answer.item.is_object()) {
      fill_in(answer.item);
      return;
    }
    refused_ = typed;
    set_label("message", to_office(answer.message) + " " + text(context(), texts::parse_by_hand));
    focus("go");
  }

  void read_file() {
    const std::filesystem::path file =
        choose_file(context(), FileChoice::open, {{text(context(), texts::file_pages), "*.html;*.htm;*.xhtml"}}, {});
    if (file.empty()) return;
    try {
      const json items = citation::read_html(read_bytes(file), file.filename().string());
      if (!items.empty()) fill_in(items.front());
    } catch (const soat::Error& error) {
      set_label("message", text(context(), texts::file_unreadable, said_by(error)));
    }
  }

  void fill_in(const json& item) {
    const Context context = this->context();
    const Frame frame = this->frame();
    const SourceAdded done = done_;
    close();
    open_source_form(context, frame, item,
                     [context, frame, done](json saved) { add_source(context, frame, saved, done); });
  }

  SourceAdded done_;
  std::unique_ptr<PageRequest> request_;
  std::unique_ptr<LookupRequest> lookup_;
  OUString refused_;
};

// What a library job found; the job runs on the library's thread, its answer on the main thread.
struct Adding {
  std::vector<citation::LibraryItem> known;
  citation::LibraryItem added;
};

void put(const Context& context, const Frame& frame, const json& item, citation::OnDuplicate on_duplicate, bool ask,
         SourceAdded done) {
  const auto adding = std::make_shared<Adding>();
  UserLibrary::instance().run(
      context,
      [adding, item, on_duplicate, ask](citation::Library& library) {
        if (ask) adding->known = library.duplicates(item);
        if (adding->known.empty()) adding->added = citation::keep_or_add(library, item, on_duplicate).item;
      },
      [=](std::u16string error) {
        if (!error.empty()) {
          // What was typed is not lost: the form comes again.
          open_source_form(context, frame, item, [=](const json& saved) { add_source(context, frame, saved, done); });
          show_notice(context, frame, text(context, texts::library_title), to_office(error));
        } else if (!adding->known.empty()) {
          const std::u16string there = text::to_utf16(citation::summary(adding->known.front().item));
          ask_about_known(context, frame,
                          text(context, texts::duplicate_one, there, text::to_utf16(citation::summary(item))),
                          [=](citation::OnDuplicate answer) { put(context, frame, item, answer, false, done); });
        } else if (done) {
          done(adding->added);
        }
      });
}

}  // namespace

void ask_about_known(const Context& context, const Frame& frame, const OUString& question,
                     std::function<void(citation::OnDuplicate)> answered) {
  const rtl::Reference<KnownQuestion> panel(new KnownQuestion(context, frame, std::move(answered)));
  panel->show(question);
}

void add_source(const Context& context, const Frame& frame, const json& item, SourceAdded done) {
  put(context, frame, item, citation::OnDuplicate::skip, true, std::move(done));
}

void open_add_by_text(const Context& context, const Frame& frame, const OUString& reference, SourceAdded done) {
  const rtl::Reference<AddByText> panel(new AddByText(context, frame, std::move(done)));
  panel->show(reference);
}

}  // namespace soat::writer
