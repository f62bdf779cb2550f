#include "writer/text/document_walk.h"

#include <algorithm>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/drawing/XShapes.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XEndnotesSupplier.hpp>
#include <com/sun/star/text/XFootnotesSupplier.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextFieldsSupplier.hpp>
#include <com/sun/star/text/XTextFramesSupplier.hpp>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/properties.h"
#include "writer/text/own_comments.h"
#include "writer/text/recorded_changes.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

bool is_a(const Reference<css::uno::XInterface>& object, const char* service) {
  const Reference<css::lang::XServiceInfo> info(object, UNO_QUERY);
  return info.is() && info->supportsService(OUString::createFromAscii(service));
}

// Whether a paragraph's text comes from elsewhere (an index) or is not shown (a hidden section).
bool is_left_out(const Properties& paragraph) {
  const auto section = property_if_any<Properties>(paragraph, "TextSection");
  if (!section.is()) return false;
  // A section may be hidden on a condition that does not hold; what is shown now is not always told for others.
  const bool hidden = !property_if_any<bool>(section, "IsVisible", true) &&
                      !property_if_any<bool>(section, "IsCurrentlyVisible", false);
  return hidden || property_if_any<Reference<css::uno::XInterface>>(section, "DocumentIndex").is();
}

// The paragraphs between the one in which something starts and the one in which it ends, whichever of the two is which.
std::vector<Reference<css::uno::XInterface>> paragraphs_inside(const Range& start, const Range& end) {
  const auto cursor = start->getText()->createTextCursorByRange(start);
  cursor->gotoRange(end, true);
  const Reference<css::container::XEnumerationAccess> access(cursor, UNO_QUERY_THROW);
  const auto contents = access->createEnumeration();
  std::vector<Reference<css::uno::XInterface>> out;
  if (contents->hasMoreElements()) contents->nextElement();
  while (contents->hasMoreElements()) {
    Reference<css::uno::XInterface> content(contents->nextElement(), UNO_QUERY);
    if (contents->hasMoreElements()) out.push_back(std::move(content));
  }
  return out;
}

}  // namespace

DocumentWalk::DocumentWalk(const Reference<css::uno::XInterface>& text, const Reference<css::frame::XModel>& document)
    : document_(std::make_shared<const StillOpen>(document)) {
  add_text(text, Holder::text);
  note_deleted(document);
}

DocumentWalk::DocumentWalk(const Reference<css::frame::XModel>& document)
    : document_(std::make_shared<const StillOpen>(document)) {
  const Reference<css::text::XTextDocument> text(document, UNO_QUERY);
  if (!text.is()) return;
  add_text(text->getText(), Holder::text);
  if (const Reference<css::text::XFootnotesSupplier> notes(document, UNO_QUERY); notes.is())
    add_items(notes->getFootnotes(), Holder::text);
  if (const Reference<css::text::XEndnotesSupplier> notes(document, UNO_QUERY); notes.is())
    add_items(notes->getEndnotes(), Holder::text);
  if (const Reference<css::text::XTextFramesSupplier> frames(document, UNO_QUERY); frames.is())
    add_items(Reference<css::container::XIndexAccess>(frames->getTextFrames(), UNO_QUERY), Holder::text);
  add_headers_and_footers(document);
  if (const Reference<css::drawing::XDrawPagesSupplier> supplier(document, UNO_QUERY); supplier.is()) {
    const auto pages = supplier->getDrawPages();  // Writer has one
    for (sal_Int32 i = 0; i < pages->getCount(); ++i)
      add_items(Reference<css::container::XIndexAccess>(pages->getByIndex(i), UNO_QUERY), Holder::shape);
  }
  add_comments(document);
  note_deleted(document);
}

void DocumentWalk::note_deleted(const Reference<css::frame::XModel>& document) {
  for_each_change(document, ChangeKind::deletion, [this](const Range& start, const Range& end) {
    for (auto& paragraph : paragraphs_inside(start, end)) deleted_.push_back(std::move(paragraph));
  });
  std::ranges::sort(deleted_, {}, [](const auto& paragraph) { return paragraph.get(); });
}

bool DocumentWalk::is_deleted(const Reference<css::uno::XInterface>& paragraph) const {
  return !deleted_.empty() &&
         std::ranges::binary_search(deleted_, paragraph.get(), {}, [](const auto& one) { return one.get(); });
}

void DocumentWalk::add_text(const Reference<css::uno::XInterface>& text, Holder holder) {
  const Reference<css::container::XEnumerationAccess> access(text, UNO_QUERY);
  if (!access.is()) return;
  Level level;
  level.contents = access->createEnumeration();
  level.holder = holder;
  parts_.push_back(std::move(level));
}

void DocumentWalk::add_items(const Reference<css::container::XIndexAccess>& items, Holder holder) {
  if (!items.is()) return;
  Level level;
  level.items = items;
  level.count = items->getCount();
  level.holder = holder;
  parts_.push_back(std::move(level));
}

void DocumentWalk::add_headers_and_footers(const Reference<css::frame::XModel>& document) {
  const Reference<css::style::XStyleFamiliesSupplier> families(document, UNO_QUERY);
  if (!families.is()) return;
  const Reference<css::container::XIndexAccess> styles(families->getStyleFamilies()->getByName("PageStyles"),
                                                       UNO_QUERY);
  for (sal_Int32 i = 0; styles.is() && i < styles->getCount(); ++i) {
    const Properties style(styles->getByIndex(i), UNO_QUERY);
    for (const auto& [on, text] : {std::pair("HeaderIsOn", "HeaderText"), std::pair("FooterIsOn", "FooterText")}) {
      if (property<bool>(style, on)) add_text(property<Reference<css::uno::XInterface>>(style, text), Holder::text);
    }
  }
}

void DocumentWalk::add_comments(const Reference<css::frame::XModel>& document) {
  const Reference<css::text::XTextFieldsSupplier> supplier(document, UNO_QUERY);
  if (!supplier.is()) return;
  const auto fields = supplier->getTextFields()->createEnumeration();
  while (fields.is() && fields->hasMoreElements()) {
    const Properties field(fields->nextElement(), UNO_QUERY);
    if (is_a(field, "com.sun.star.text.TextField.Annotation") && !is_own_comment(field))
      add_text(property_if_any<Reference<css::uno::XInterface>>(field, "TextRange"), Holder::comment);
  }
}

void DocumentWalk::enter_text(const Reference<css::uno::XInterface>& text, Holder holder) {
  const Reference<css::container::XEnumerationAccess> access(text, UNO_QUERY);
  if (!access.is()) return;
  Level level;
  level.contents = access->createEnumeration();
  level.holder = holder;
  levels_.push_back(std::move(level));
}

void DocumentWalk::enter_item(const Reference<css::uno::XInterface>& item, Holder holder) {
  if (holder != Holder::shape) {
    enter_text(item, holder);
    return;
  }
  if (is_a(item, "com.sun.star.text.TextFrame") || is_a(item, "com.sun.star.text.TextGraphicObject") ||
      is_a(item, "com.sun.star.text.TextEmbeddedObject"))
    return;  // on the draw page too, but gone through as frames, or without text
  if (const Reference<css::drawing::XShapes> group(item, UNO_QUERY); group.is()) {
    Level level;
    level.items.set(group, UNO_QUERY);
    level.count = level.items->getCount();
    level.holder = holder;
    levels_.push_back(std::move(level));
    return;
  }
  // A shape with a text box gives the text of the box, which is like that of a frame.
  const Reference<css::text::XText> text(item, UNO_QUERY);
  if (text.is()) enter_text(text, is_a(text, "com.sun.star.text.TextFrame") ? Holder::text : Holder::shape);
}

std::optional<DocumentWalk::Paragraph> DocumentWalk::next() {
  if (!document_->is_open()) throw css::lang::DisposedException("the document was closed", {});
  for (;;) {
    if (levels_.empty()) {
      if (parts_.empty()) return std::nullopt;
      levels_.push_back(std::move(parts_.front()));
      parts_.pop_front();
    }
    Level& level = levels_.back();
    const Holder holder = level.holder;
    if (level.contents.is()) {
      if (!level.contents->hasMoreElements()) {
        levels_.pop_back();
        continue;
      }
      const Reference<css::uno::XInterface> content(level.contents->nextElement(), UNO_QUERY);
      if (const Reference<css::text::XTextTable> table(content, UNO_QUERY); table.is()) {
        Level cells;
        cells.table = table;
        cells.cells = table->getCellNames();
        cells.count = cells.cells.getLength();
        cells.holder = holder;
        levels_.push_back(std::move(cells));
      } else if (const Range paragraph(content, UNO_QUERY); paragraph.is()) {
        if (!is_deleted(content) && !is_left_out(Properties(content, UNO_QUERY))) return Paragraph{paragraph, holder};
      }
    } else if (level.at >= level.count) {
      levels_.pop_back();
    } else if (level.table.is()) {
      const Reference<css::uno::XInterface> cell(level.table->getCellByName(std::as_const(level.cells)[level.at++]),
                                                 UNO_QUERY);
      enter_text(cell, holder);
    } else {
      const Reference<css::uno::XInterface> item(level.items->getByIndex(level.at++), UNO_QUERY);
      enter_item(item, holder);
    }
  }
}

}  // namespace soat::writer
