#include <memory>
#include <string>
#include <utility>

#include "writer/border/broadcaster.h"
#include "writer/border/document_of.h"
#include "writer/border/texts.h"
#include "writer/commands.h"
#include "writer/proofing/document_ignored.h"
#include "writer/proofing/ignored.h"
#include "writer/proofing/ignoring.h"
#include "writer/windows/notice.h"
#include "writer/windows/question.h"

namespace soat::writer {

namespace {

bool is_whole_rule(std::u16string_view name) {
  return name.find(u':') == std::u16string_view::npos;
}

}  // namespace

// "Clear the ignore list", that of this document too: says how much is in it, asks, and has Writer mark it again.
void reset_ignored(const CommandCall& call) {
  const Context context = call.context;
  const std::shared_ptr<DocumentIgnored> document = DocumentIgnored::of(context, document_of(call.frame));
  Ignored::Counts counts = Ignored::instance().counts(context);
  if (document) {
    for (const std::u16string& name : document->names()) ++(is_whole_rule(name) ? counts.rules : counts.places);
  }
  if (counts.rules + counts.wordings + counts.places == 0) {
    show_notice(context, call.frame, text(context, texts::reset_title), text(context, texts::reset_none));
    return;
  }
  Question question;
  question.message = text(context, texts::reset_question, counts.rules, counts.wordings, counts.places);
  question.yes = text(context, texts::reset_yes);
  question.no = text(context, texts::reset_no);
  question.on_yes = [context, document] {
    if (document) document->remove(document->names());
    Ignored::instance().reset(context);
    Broadcaster::post_all();
    tell_ignored(context, Wanted::more);
  };
  ask(context, call.frame, std::move(question));
}

}  // namespace soat::writer
