#include <algorithm>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/KeyModifier.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <rtl/ref.hxx>
#include <utility>
#include <vector>

#include "citation/form/cite_list.h"
#include "citation/library/item_text.h"
#include "text/utf.h"
#include "writer/border/broadcaster.h"
#include "writer/border/configuration.h"
#include "writer/border/document_of.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/citation_runs.h"
#include "writer/citation/comment_citation.h"
#include "writer/citation/document_citations.h"
#include "writer/citation/touching.h"
#include "writer/commands.h"
#include "writer/sources/add_source.h"
#include "writer/sources/source_search.h"
#include "writer/windows/notice.h"
#include "writer/windows/panel.h"
#include "writer/windows/source_form.h"

namespace soat::writer {

namespace {

using Frame = css::uno::Reference<css::frame::XFrame>;
namespace Key = css::awt::Key;

// The words that CSL has for kinds of places, at the same places as in the list "label".
sal_Int32 place_of_label(const std::string& label) {
  const auto labels = citation::locator_labels();
  const auto found = std::find_if(labels.begin(), labels.end(), [&](const auto& one) { return one.label == label; });
  return found == labels.end() ? -1 : static_cast<sal_Int32>(found - labels.begin());
}

class CiteDialog final : public Panel {
 public:
  CiteDialog(const Context& context, const Frame& frame, std::shared_ptr<DocumentCitations> citations)
      : Panel(context, frame), citations_(std::move(citations)), search_(context) {}

  void show() {
    open("Cite");
    vietnamese_ = interface_is_vietnamese(context());
    std::vector<OUString> labels;
    for (const citation::LocatorLabel& label : citation::locator_labels())
      labels.push_back(to_office(label.name.in(vietnamese_)));
    fill("label", labels, 0);
    if (const std::optional<DocumentCitation> there = citations_->at_cursor(); there && there->data.is_object()) {
      replaced_ = there->id;
      const Json& data = there->data;
      if (data.contains("citationItems")) cites_ = citation::CiteList(data["citationItems"]);
      unsorted_ = is_unsorted(data);
      set_title(text(context(), texts::cite_edit_title));
      set_button("insert", text(context(), texts::cite_edit_button));
    }
    in_comment_ = citations_->in_comment();
    if (in_comment_) set_title(text(context(), texts::cite_comment_title));
    set_visible("merge", false);
    show_cites(cites_.empty() ? -1 : 0);
    show_window();
    focus("search");
    search();
    // The window is not to wait for a long document to be read, nor that for long at a time.
    const rtl::Reference<CiteDialog> self(this);
    later([self] {
      self->search_.read_document(*self->citations_);
      self->search();
      self->later([self] {
        self->find_neighbour();
        self->later([self] { self->citations_->warm_up(); });
      });
    });
  }

 private:
  void pressed(const OUString& what) override {
    const rtl::Reference<CiteDialog> self(this);
    if (filling_) return;
    if (what == "query") search();
    if (what == "add") add_chosen();
    if (what == "new")
      open_source_form(context(), frame(), nlohmann::json::object(), [self](const nlohmann::json& item) {
        add_source(self->context(), self->frame(), item,
                   [self](const citation::LibraryItem& added) { self->add(added.item, added.uri); });
      });
    if (what == "choose") show_cite();
    if (what == "locator" || what == "prefix" || what == "suffix" || what == "suppress") take_cite(what);
    if (what == "up") move(-1);
    if (what == "down") move(1);
    if (what == "remove") remove();
    if (what == "merge") {
      set_merges_touching(context(), merges());
      show_preview();
    }
    if (what == "insert") insert();
  }

  void key_pressed(const OUString& where, const css::awt::KeyEvent& key) override {
    const bool control = (key.Modifiers & css::awt::KeyModifier::MOD1) != 0;
    if (where == "query" && (key.KeyCode == Key::DOWN || key.KeyCode == Key::UP)) {
      const sal_Int32 line = chosen("results") + (key.KeyCode == Key::DOWN ? 1 : -1);
      choose("results", line);
    } else if (where == "cites" && key.KeyCode == Key::DELETE) {
      remove();
    } else if (where == "cites" && control && (key.KeyCode == Key::DOWN || key.KeyCode == Key::UP)) {
      move(key.KeyCode == Key::DOWN ? 1 : -1);
    }
  }

  // Runs an action when the main loop comes round, unless the window is closed by then.
  void later(std::function<void()> action) {
    const rtl::Reference<CiteDialog> self(this);
    run_on_main_thread(context(), [self, action = std::move(action)] {
      if (self->is_open()) action();
    });
  }

  // --- Finding sources

  void search() {
    if (!is_open()) return;
    const rtl::Reference<CiteDialog> self(this);
    search_.start(text::to_utf8(to_view(entered("search"))), [self](const std::u16string& error) {
      if (self->is_open()) self->show_results(error);
    });
  }

  void show_results(const std::u16string& error) {
    const Guard guard(filling_);
    std::vector<OUString> lines;
    for (const FoundSource& one : search_.found()) {
      OUString line = to_office(std::string_view(citation::summary(one.item)));
      if (one.in_document) line = text(context(), texts::cite_in_document, to_view(line));
      lines.push_back(line);
    }
    fill("results", lines, 0);
    // Nothing at all is found only where there is nothing at all.
    const bool nothing = lines.empty() && error.empty() && entered("search").trim().isEmpty();
    set_label("message", nothing ? text(context(), texts::cite_empty_library) : to_office(error));
    set_enabled("add", !lines.empty());
  }

  void add_chosen() {
    const sal_Int32 line = chosen("results");
    if (line < 0 || static_cast<std::size_t>(line) >= search_.found().size()) return;
    const FoundSource source = search_.found()[static_cast<std::size_t>(line)];
    add(source.item, source.uri);
  }

  void add(const nlohmann::json& item, const std::string& uri) {
    if (!is_open()) return;
    const std::size_t place = cites_.add(item, uri);
    enter("search", OUString());
    show_cites(static_cast<sal_Int32>(place));
    focus("search");
  }

  // --- The citation that the new one would touch

  void find_neighbour() {
    if (!replaced_.empty()) return;
    neighbour_ = citations_->beside_cursor();
    if (!neighbour_) return;
    control<css::awt::XCheckBox>("merge")->setState(merges_touching(context()) ? 1 : 0);
    set_visible("merge", true);
    if (!cites_.empty()) show_preview();
  }

  bool merges() const { return neighbour_ && control<css::awt::XCheckBox>("merge")->getState() == 1; }

  WantedCitation wanted() const {
    return merges() ? merged_with(*neighbour_, cites_, unsorted_) : WantedCitation{replaced_, cites_.json(), unsorted_};
  }

  // --- The cites and the one that is chosen

  // While controls are filled, their events are not the user's.
  class Guard {
   public:
    explicit Guard(bool& flag) : flag_(flag), before_(flag) { flag_ = true; }
    ~Guard() { flag_ = before_; }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

   private:
    bool& flag_;
    bool before_;
  };

  std::optional<std::size_t> current() const {
    const sal_Int32 line = chosen("cites");
    if (line < 0 || static_cast<std::size_t>(line) >= cites_.size()) return std::nullopt;
    return static_cast<std::size_t>(line);
  }

  void show_lines(sal_Int32 line) {
    const Guard guard(filling_);
    std::vector<OUString> lines;
    for (std::size_t i = 0; i < cites_.size(); ++i)
      lines.push_back(to_office(std::string_view(cites_.line(i, vietnamese_))));
    fill("cites", lines, line);
  }

  void show_cites(sal_Int32 line) {
    show_lines(line);
    show_cite();
    show_preview();
  }

  void show_cite() {
    const Guard guard(filling_);
    const auto cite = current();
    for (const char* control : {"label", "locator", "prefix", "suffix", "suppress", "remove"})
      set_enabled(control, cite.has_value());
    set_enabled("up", cite && *cite > 0);
    set_enabled("down", cite && *cite + 1 < cites_.size());
    const auto shown = [&](const std::string& value) { return to_office(std::string_view(value)); };
    enter("locator", cite ? shown(cites_.locator(*cite)) : OUString());
    enter("prefix", cite ? shown(cites_.prefix(*cite)).trim() : OUString());
    enter("suffix", cite ? shown(cites_.suffix(*cite)).trim() : OUString());
    choose("label", cite ? place_of_label(cites_.label(*cite)) : 0);
    control<css::awt::XCheckBox>("suppress")->setState(cite && cites_.suppresses_author(*cite) ? 1 : 0);
  }

  void take_cite(const OUString& what) {
    const auto cite = current();
    if (!cite) return;
    const auto typed = [&](const char* name) { return text::to_utf8(to_view(entered(name))); };
    if (what == "locator") {
      const auto labels = citation::locator_labels();
      const sal_Int32 line = chosen("label");
      // A kind of place that only another program knows stays as it is.
      const std::string label = line >= 0 && static_cast<std::size_t>(line) < labels.size()
                                    ? labels[static_cast<std::size_t>(line)].label
                                    : cites_.label(*cite);
      cites_.set_locator(*cite, label, typed("locator"));
      show_lines(static_cast<sal_Int32>(*cite));
    } else if (what == "prefix") {
      cites_.set_prefix(*cite, typed("prefix"));
    } else if (what == "suffix") {
      cites_.set_suffix(*cite, typed("suffix"));
    } else {
      cites_.set_suppress_author(*cite, control<css::awt::XCheckBox>("suppress")->getState() == 1);
    }
    show_preview();
  }

  void move(int by) {
    const auto cite = current();
    if (!cite) return;
    unsorted_ = true;  // an order of the user's own
    show_cites(static_cast<sal_Int32>(cites_.move(*cite, by)));
  }

  void remove() {
    const auto cite = current();
    if (!cite) return;
    cites_.remove(*cite);
    show_cites(std::min(static_cast<sal_Int32>(*cite), static_cast<sal_Int32>(cites_.size()) - 1));
  }

  void show_preview() {
    if (cites_.empty()) {
      set_label("preview", text(context(), texts::cite_no_source));
      return;
    }
    const rtl::Reference<CiteDialog> self(this);
    WantedCitation wanted = this->wanted();
    citations_->preview(std::move(wanted.cites), wanted.unsorted, std::move(wanted.replaced),
                        [self](const std::string& shown, const std::u16string& error) {
                          if (!self->is_open() || self->cites_.empty()) return;
                          self->set_label("preview", to_office(std::string_view(shown)));
                          self->set_label("message", to_office(error));
                        });
  }

  // Enter while something is looked for takes what was found; with nothing looked for it puts the citation in.
  void insert() {
    if ((has_focus("search") && !entered("search").trim().isEmpty()) || has_focus("results")) {
      add_chosen();
      return;
    }
    if (cites_.empty()) {
      if (has_focus("search")) add_chosen();
      if (cites_.empty() && !search_.found().empty()) set_label("message", text(context(), texts::cite_nothing_chosen));
      return;
    }
    const auto citations = citations_;
    const Context context = this->context();
    const Frame frame = this->frame();
    // The cursor may have been put elsewhere meanwhile.
    if (merges()) {
      const std::string shown = neighbour_->citation.id;
      neighbour_ = citations_->beside_cursor();
      if (neighbour_ && neighbour_->citation.id != shown) neighbour_.reset();
    }
    WantedCitation wanted = this->wanted();
    close();
    if (in_comment_) {
      citations->preview(std::move(wanted.cites), wanted.unsorted, {},
                         [context, frame, citations](const std::string& shown, const std::u16string& error) {
                           const bool there = citations->in_comment();
                           if (error.empty() && there) {
                             write_in_comment(context, frame, text::to_utf16(shown));
                           } else {
                             show_notice(context, frame, text(context, texts::cite_title),
                                         there ? to_office(error) : text(context, texts::cite_comment_left));
                           }
                         });
      return;
    }
    CitationRun run = told_run(context, frame, citations, {});
    if (wanted.replaced.empty()) {
      DocumentCitations::Insertion insertion;
      insertion.cites = std::move(wanted.cites);
      insertion.unsorted = wanted.unsorted;
      citations->insert(std::move(insertion), std::move(run));
    } else {
      citations->replace(wanted.replaced, std::move(wanted.cites), wanted.unsorted, {}, std::move(run));
    }
  }

  std::shared_ptr<DocumentCitations> citations_;
  SourceSearch search_;
  citation::CiteList cites_;
  std::string replaced_;  // the citation that is changed; empty: a new one
  std::optional<BesideCursor> neighbour_;
  bool in_comment_ = false;  // it is to be text of a comment
  bool unsorted_ = false;
  bool vietnamese_ = false;
  bool filling_ = false;
};

}  // namespace

// Puts a citation in at the cursor, or changes the one in which the cursor stands.
void open_cite_dialog(const CommandCall& call) {
  const rtl::Reference<CiteDialog> dialog(
      new CiteDialog(call.context, call.frame, DocumentCitations::of(call.context, document_of(call.frame))));
  dialog->show();
}

}  // namespace soat::writer
