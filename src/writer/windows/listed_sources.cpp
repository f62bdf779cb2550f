#include "writer/windows/listed_sources.h"

#include <algorithm>
#include <com/sun/star/awt/Key.hpp>
#include <memory>
#include <rtl/ref.hxx>
#include <utility>
#include <vector>

#include "citation/library/item_text.h"
#include "text/utf.h"
#include "writer/border/document_of.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/citation_runs.h"
#include "writer/citation/document_citations.h"
#include "writer/sources/source_search.h"
#include "writer/windows/panel.h"

namespace soat::writer {

namespace {

using Frame = css::uno::Reference<css::frame::XFrame>;

bool share_uri(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  return std::any_of(one.begin(), one.end(),
                     [&](const std::string& uri) { return std::find(other.begin(), other.end(), uri) != other.end(); });
}

class ListedSources final : public Panel {
 public:
  ListedSources(const Context& context, const Frame& frame, std::shared_ptr<DocumentCitations> citations)
      : Panel(context, frame), citations_(std::move(citations)), search_(context) {
    search_.read_document(*citations_);
    const BibliographyLists lists = citations_->lists();
    for (DocumentItem& item : citations_->items()) {
      if (item.cited == 0) continue;
      const bool omitted = std::any_of(lists.omitted.begin(), lists.omitted.end(),
                                       [&](const auto& uris) { return share_uri(uris, item.uris); });
      rows_.push_back({std::move(item), omitted ? State::omitted : State::cited});
    }
    for (const DocumentItem& item : lists.uncited) rows_.push_back({item, State::uncited});
  }

  void show() {
    open("ListedSources");
    show_rows(0);
    show_window();
    focus("listed");
    search();
  }

 private:
  enum class State { cited, omitted, uncited };
  struct Row {
    DocumentItem item;
    State state;
  };

  void pressed(const OUString& what) override {
    if (what == "query") search();
    if (what == "toggle") toggle();
    if (what == "add") add();
    if (what == "apply") apply();
  }

  void key_pressed(const OUString& where, const css::awt::KeyEvent& key) override {
    if (where == "query" && key.KeyCode == css::awt::Key::DOWN) focus("results");
    if (where == "listed" && key.KeyCode == css::awt::Key::DELETE) toggle();
  }

  void show_rows(sal_Int32 line) {
    std::vector<OUString> lines;
    for (const Row& row : rows_) {
      const auto line_of = row.state == State::cited     ? texts::listed_cited
                           : row.state == State::omitted ? texts::listed_omitted
                                                         : texts::listed_uncited;
      lines.push_back(text(context(), line_of, text::to_utf16(citation::summary(nlohmann::json(row.item.data)))));
    }
    fill("listed", lines, line);
    set_enabled("toggle", !rows_.empty());
  }

  // A cited work is left out or taken in again; one that is listed without being cited goes.
  void toggle() {
    const sal_Int32 line = chosen("listed");
    if (line < 0 || static_cast<std::size_t>(line) >= rows_.size()) return;
    const auto row = rows_.begin() + line;
    if (row->state == State::uncited) {
      rows_.erase(row);
    } else {
      row->state = row->state == State::cited ? State::omitted : State::cited;
    }
    show_rows(std::min(line, static_cast<sal_Int32>(rows_.size()) - 1));
  }

  void search() {
    if (!is_open()) return;
    const rtl::Reference<ListedSources> self(this);
    search_.start(text::to_utf8(to_view(entered("search"))), [self](const std::u16string& error) {
      if (!self->is_open()) return;
      std::vector<OUString> lines;
      for (const FoundSource& one : self->search_.found())
        lines.push_back(to_office(std::string_view(citation::summary(one.item))));
      self->fill("results", lines, 0);
      self->set_label("message", to_office(error));
    });
  }

  void add() {
    const sal_Int32 line = chosen("results");
    if (line < 0 || static_cast<std::size_t>(line) >= search_.found().size()) return;
    const FoundSource& source = search_.found()[static_cast<std::size_t>(line)];
    const std::vector<std::string> uris = {source.uri};
    const auto there =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return share_uri(row.item.uris, uris); });
    if (there != rows_.end()) {
      choose("listed", static_cast<sal_Int32>(there - rows_.begin()));
      return;
    }
    rows_.push_back({{uris, Json(source.item), 0}, State::uncited});
    show_rows(static_cast<sal_Int32>(rows_.size()) - 1);
  }

  void apply() {
    BibliographyLists lists;
    for (const Row& row : rows_) {
      if (row.state == State::uncited) lists.uncited.push_back(row.item);
      if (row.state == State::omitted) lists.omitted.push_back(row.item.uris);
    }
    const Context context = this->context();
    const Frame frame = this->frame();
    close();
    citations_->set_lists(std::move(lists), told_run(context, frame, citations_, {}));
  }

  std::shared_ptr<DocumentCitations> citations_;
  SourceSearch search_;
  std::vector<Row> rows_;
};

}  // namespace

void open_listed_sources(const CommandCall& call) {
  const rtl::Reference<ListedSources> dialog(
      new ListedSources(call.context, call.frame, DocumentCitations::of(call.context, document_of(call.frame))));
  dialog->show();
}

}  // namespace soat::writer
