#include "writer/proofing/finding_at_cursor.h"

#include <algorithm>
#include <chrono>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <utility>

#include "writer/border/document_of.h"
#include "writer/proofing/document_ignored.h"
#include "writer/proofing/engine.h"
#include "writer/proofing/ignored.h"
#include "writer/proofing/typing_profile.h"
#include "writer/text/document.h"

namespace soat::writer {

using css::uno::Reference;
using css::uno::UNO_QUERY;

std::optional<FindingAtCursor> finding_at_cursor(const Context& context, const Reference<css::frame::XFrame>& frame) {
  const Reference<css::frame::XModel> document = document_of(frame);
  const Reference<css::text::XTextViewCursorSupplier> view(document->getCurrentController(), UNO_QUERY);
  Engine::instance().start(context);
  const auto checker = Engine::instance().checker(std::chrono::milliseconds(0));
  if (!view.is() || !checker) return std::nullopt;
  TargetReader reader(document, selected_sources(document));
  while (reader.read_next()) continue;
  if (reader.targets().empty()) return std::nullopt;
  FindingAtCursor out{std::move(reader.targets().front()), {}};
  const std::uint32_t at = units_beside(view->getViewCursor()->getStart(), true);
  const ParagraphText& paragraph = out.target.paragraph;
  const auto in_document = DocumentIgnored::of(context, document);
  const Findings findings = Engine::instance().check_paragraph(*checker, paragraph.text, typing_profile(context));
  const check::Finding* best = nullptr;
  for (const check::Finding& finding : *findings) {
    if (finding.start > at || at > finding.end || !is_to_be_shown(paragraph, finding) ||
        Ignored::instance().contains(context, finding, paragraph.text) ||
        (in_document && in_document->contains(finding, paragraph.text)))
      continue;
    if (best == nullptr || at < finding.end) best = &finding;  // behind the end of one may be the start of the next
  }
  if (best == nullptr) return std::nullopt;
  out.finding = *best;
  return out;
}

}  // namespace soat::writer
