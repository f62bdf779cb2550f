#include "writer/proofing/live_marks.h"

#include <atomic>
#include <chrono>
#include <com/sun/star/container/XEnumeration.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/linguistic2/ProofreadingIterator.hpp>
#include <com/sun/star/text/TextMarkupType.hpp>
#include <com/sun/star/text/XFlatParagraphIteratorProvider.hpp>
#include <memory>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/slices.h"
#include "writer/border/still_open.h"
#include "writer/proofing/engine.h"

namespace soat::writer {

namespace {

using css::text::TextMarkupType::PROOFREADING;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using Provider = Reference<css::text::XFlatParagraphIteratorProvider>;
using Paragraph = Reference<css::text::XFlatParagraph>;

bool is_proofread_automatically(const Context& context) {
  return read_switch(context, "/org.openoffice.Office.Linguistic/GrammarChecking", "IsAutoCheck", false) &&
         read_switch(context, "/org.openoffice.Office.Linguistic/SpellChecking", "IsSpellAuto", false);
}

// Goes through the paragraphs of a document; visit tells whether it has set one to be proofread again.
void visit_paragraphs(const Context& context, const Provider& document, std::function<bool(const Paragraph&)> visit) {
  if (!document.is()) return;
  struct Walk {
    explicit Walk(const Provider& provider) : document(provider) {}
    StillOpen document;
    Reference<css::text::XFlatParagraphIterator> paragraphs;
    bool any = false;
  };
  const auto walk = std::make_shared<Walk>(document);
  run_in_slices(context, [=, visit = std::move(visit)] {
    if (!walk->document.is_open()) return false;
    const bool first = !walk->paragraphs.is();
    if (first) walk->paragraphs = document->getFlatParagraphIterator(PROOFREADING, false);
    if (!walk->paragraphs.is()) return false;
    const Paragraph paragraph = first ? walk->paragraphs->getFirstPara() : walk->paragraphs->getNextPara();
    if (paragraph.is()) {
      walk->any = visit(paragraph) || walk->any;
      return true;
    }
    if (walk->any && is_proofread_automatically(context))
      css::linguistic2::ProofreadingIterator::create(context)->startProofreading(document, document);
    return false;
  });
}

void for_each_document(const Context& context, const std::function<void(const Provider&)>& action) {
  const auto documents = css::frame::Desktop::create(context)->getComponents()->createEnumeration();
  while (documents->hasMoreElements()) {
    const Provider document(documents->nextElement(), UNO_QUERY);
    if (document.is()) action(document);
  }
}

}  // namespace

void proofread_again(const Context& context, const Reference<css::frame::XModel>& document,
                     std::function<bool(std::u16string_view)> wanted) {
  guarded("marks", [&] {
    visit_paragraphs(context, Provider(document, UNO_QUERY), [wanted = std::move(wanted)](const Paragraph& paragraph) {
      const OUString text = paragraph->getText();
      if (!wanted(to_view(text))) return false;
      paragraph->setChecked(PROOFREADING, false);
      return true;
    });
  });
}

void look_for_new_vietnamese(const Context& context) {
  // Of a word or two as they are typed nothing needs to be looked for.
  constexpr int burst = 4;
  constexpr std::chrono::milliseconds quiet{400};
  static std::atomic<bool> waiting = false;
  static std::atomic<int> words = 0;
  ++words;
  if (waiting.exchange(true)) return;
  guarded("marks", [&] {
    run_later(context, quiet, [context] {
      waiting = false;
      if (words.exchange(0) < burst || !is_proofread_automatically(context)) return;
      for_each_document(context, [&](const Provider& document) {
        visit_paragraphs(context, document, [](const Paragraph& paragraph) {
          if (!paragraph->isChecked(PROOFREADING)) return false;
          const OUString text = paragraph->getText();
          if (text.isEmpty() || Engine::instance().has_proofread(to_view(text)) ||
              !is_vietnamese(paragraph->getPrimaryLanguageOfText(0, text.getLength())))
            return false;
          paragraph->setChecked(PROOFREADING, false);
          return true;
        });
      });
    });
  });
}

}  // namespace soat::writer
