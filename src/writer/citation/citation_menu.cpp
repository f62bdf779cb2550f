#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <rtl/ref.hxx>
#include <utility>

#include "citation/session/faults.h"
#include "citation/zotero/foreign_field.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/document_of.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/citation_runs.h"
#include "writer/citation/document_citations.h"
#include "writer/commands.h"
#include "writer/sources/add_source.h"
#include "writer/windows/notice.h"
#include "writer/windows/panel.h"
#include "writer/windows/question.h"

namespace soat::writer {

namespace {

using Frame = css::uno::Reference<css::frame::XFrame>;

using Citations = std::shared_ptr<DocumentCitations>;

Citations citations_of(const CommandCall& call) {
  return DocumentCitations::of(call.context, document_of(call.frame));
}

void convert(const CommandCall& call, FieldKind kind) {
  const Citations citations = citations_of(call);
  citations->convert(kind, told_run(call.context, call.frame, citations, {}));
}

class UnlinkQuestion final : public Panel {
 public:
  using Panel::Panel;
  void show() {
    open("Unlink");
    set_label("question", text(context(), texts::cite_unlink_question));
    show_window();
    focus("close");
  }

 private:
  void pressed(const OUString&) override {
    const Context context = this->context();
    const Frame frame = this->frame();
    close();
    const Citations citations = citations_of({context, frame});
    citations->unlink(told_run(context, frame, citations, {}));
  }
};

}  // namespace

// Where another program keeps a list of sources, ours comes only when the user says so.
void insert_list_of_sources(const CommandCall& call) {
  const auto insert = [context = call.context, frame = call.frame](bool beside_another) {
    const Citations citations = citations_of({context, frame});
    citations->insert_bibliography(beside_another, ListTitle::usual, told_run(context, frame, citations, {}));
  };
  const Citations citations = citations_of(call);
  const auto others = citations->others();
  const auto list = std::find_if(others.begin(), others.end(), [](const OtherCitation& one) { return one.list; });
  if (list == others.end() || citations->has_bibliography()) {
    insert(false);
    return;
  }
  Question question;
  question.message = text(call.context, texts::citation_other_list_question, text::to_utf16(list->program));
  question.yes = text(call.context, texts::citation_other_list_yes);
  question.no = text(call.context, texts::citation_other_list_no);
  question.on_yes = [insert] { insert(true); };
  ask(call.context, call.frame, std::move(question));
}

void insert_list_of_part(const CommandCall& call) {
  const Citations citations = citations_of(call);
  citations->insert_part_list(told_run(call.context, call.frame, citations, {}));
}

void refresh_citations(const CommandCall& call) {
  const Citations citations = citations_of(call);
  citations->refresh(false, told_run(call.context, call.frame, citations, [call](const CitationOutcome& outcome) {
                       if (outcome.left == 0) tell_of_lost_copies(call.context, call.frame);
                     }));
}

void convert_to_bookmarks(const CommandCall& call) {
  convert(call, FieldKind::bookmark);
}

void convert_to_marks(const CommandCall& call) {
  convert(call, FieldKind::mark);
}

// What will become of which program's citations is said before anything is changed.
void take_over_citations(const CommandCall& call) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> programs;  // citations, and those that can be taken over
  const Citations citations = citations_of(call);
  citations->note_told_of_others();  // this command says more
  for (const OtherCitation& other : citations->others()) {
    if (other.list) continue;
    auto& [all, complete] = programs[other.program];
    ++all;
    if (other.complete) ++complete;
  }
  if (programs.empty()) throw Error(texts::cite_take_over_none);
  OUString lines;
  bool any = false;
  for (const auto& [program, counts] : programs) {
    const auto number = [](std::size_t count) { return OUString::number(static_cast<sal_Int64>(count)); };
    lines += "\n" + text(call.context, texts::cite_take_over_program, text::to_utf16(program),
                         to_view(number(counts.second)), to_view(number(counts.first)));
    any = any || counts.second > 0;
  }
  const auto jabref = programs.find(std::string(citation::zotero::name_of(citation::zotero::Program::jabref)));
  const bool lacks_library = jabref != programs.end() && jabref->second.second < jabref->second.first;
  if (!any && lacks_library) throw Error(texts::cite_take_over_jabref);
  if (lacks_library) lines += "\n" + text(call.context, texts::cite_take_over_jabref);
  if (!any) throw citation::session::Fault(texts::citation_error_nothing_to_take);
  Question question;
  question.message = text(call.context, texts::cite_take_over_question) + lines;
  question.yes = text(call.context, texts::cite_take_over_yes);
  question.no = text(call.context, texts::cite_take_over_no);
  question.on_yes = [context = call.context, frame = call.frame] {
    const Citations here = citations_of({context, frame});
    here->take_over(told_run(context, frame, here, {}));
  };
  ask(call.context, call.frame, std::move(question));
}

void unlink_citations(const CommandCall& call) {
  const rtl::Reference<UnlinkQuestion> question(new UnlinkQuestion(call.context, call.frame));
  question->show();
}

void add_source_by_text(const CommandCall& call) {
  open_add_by_text(call.context, call.frame, {}, {});
}

}  // namespace soat::writer
