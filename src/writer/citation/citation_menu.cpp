#include "writer/citation/citation_menu.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <rtl/ref.hxx>

#include "text/error.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/citation_runs.h"
#include "writer/citation/document_citations.h"
#include "writer/citation/line_command.h"
#include "writer/sources/add_source.h"
#include "writer/windows/cite_dialog.h"
#include "writer/windows/library_window.h"
#include "writer/windows/notice.h"
#include "writer/windows/panel.h"
#include "writer/windows/question.h"
#include "writer/windows/style_dialog.h"

namespace soat::writer {

namespace {

using Frame = css::uno::Reference<css::frame::XFrame>;

using Citations = std::shared_ptr<DocumentCitations>;

Citations citations_of(const Context& context, const Frame& frame) {
  return DocumentCitations::of(context, frame->getController()->getModel());
}

class UnlinkQuestion final : public Panel {
 public:
  using Panel::Panel;
  void show() {
    open("Unlink", Place::centre);
    set_label("question", text(context(), texts::cite_unlink_question));
    show_window();
    focus("close");
  }

 private:
  void pressed(const OUString&) override {
    const Context context = this->context();
    const Frame frame = this->frame();
    close();
    const Citations citations = citations_of(context, frame);
    citations->unlink(told_run(context, frame, citations, {}));
  }
};

// Where another program keeps a list of sources, ours comes only when the user says so.
void insert_list(const Context& context, const Frame& frame) {
  const auto insert = [context, frame](bool beside_another) {
    const Citations citations = citations_of(context, frame);
    citations->insert_bibliography(beside_another, told_run(context, frame, citations, {}));
  };
  const Citations citations = citations_of(context, frame);
  const auto others = citations->others();
  const auto list = std::find_if(others.begin(), others.end(), [](const OtherCitation& one) { return one.list; });
  if (list == others.end() || citations->has_bibliography()) {
    insert(false);
    return;
  }
  Question question;
  question.message = text(context, texts::citation_other_list_question, text::to_utf16(list->program));
  question.yes = text(context, texts::citation_other_list_yes);
  question.no = text(context, texts::citation_other_list_no);
  question.on_yes = [insert] { insert(true); };
  ask(context, frame, std::move(question));
}

struct Entry {
  const char* name;
  void (*run)(const Context& context, const Frame& frame);
};

const Entry entries[] = {
    {"cite-insert", open_cite_dialog},
    {"cite-line", cite_line},
    {"cite-settings", open_style_dialog},
    {"cite-lists", open_listed_sources},
    {"cite-bibliography", [](const Context& context, const Frame& frame) { insert_list(context, frame); }},
    {"cite-refresh",
     [](const Context& context, const Frame& frame) {
       const Citations citations = citations_of(context, frame);
       citations->refresh(false, told_run(context, frame, citations, [context, frame](const CitationOutcome& outcome) {
                            if (outcome.left == 0) tell_of_lost_copies(context, frame);
                          }));
     }},
    {"cite-bookmarks",
     [](const Context& context, const Frame& frame) {
       const Citations citations = citations_of(context, frame);
       citations->convert(FieldKind::bookmark, told_run(context, frame, citations, {}));
     }},
    {"cite-marks",
     [](const Context& context, const Frame& frame) {
       const Citations citations = citations_of(context, frame);
       citations->convert(FieldKind::mark, told_run(context, frame, citations, {}));
     }},
    {"cite-unlink",
     [](const Context& context, const Frame& frame) {
       const rtl::Reference<UnlinkQuestion> question(new UnlinkQuestion(context, frame));
       question->show();
     }},
    {"cite-library", open_library_window},
    {"cite-add", [](const Context& context, const Frame& frame) { open_add_by_text(context, frame, {}, {}); }},
};

const Entry* entry_of(const OUString& name) {
  const auto* found = std::find_if(std::begin(entries), std::end(entries),
                                   [&](const Entry& entry) { return name.equalsAscii(entry.name); });
  return found == std::end(entries) ? nullptr : found;
}

}  // namespace

bool is_citation_command(const OUString& name) {
  return entry_of(name) != nullptr;
}

void run_citation_command(const Context& context, const Frame& frame, const OUString& name) {
  const Entry* entry = entry_of(name);
  if (!entry) return;
  // A dispatch may come over a bridge, on any thread; windows belong to the main thread, and so does what they share
  // with the document's citations.
  run_on_main_thread(context, [context, frame, entry] {
    guarded("citation command", [&] {
      try {
        entry->run(context, frame);
        if (std::u16string others = citations_of(context, frame)->first_word_on_others(); !others.empty())
          show_notice(context, frame, text(context, texts::cite_title), to_office(others));
      } catch (const soat::Error& error) {
        show_notice(context, frame, text(context, texts::cite_title), text(context, error));
      }
    });
  });
}

}  // namespace soat::writer
