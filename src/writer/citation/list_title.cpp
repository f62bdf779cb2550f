#include "writer/citation/list_title.h"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XRelativeTextContentInsert.hpp>
#include <com/sun/star/text/XTextSectionsSupplier.hpp>

#include "reference/source_list/list.h"
#include "text/message.h"
#include "texts/citation.h"
#include "writer/border/properties.h"
#include "writer/border/strings.h"

namespace soat::writer {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;

constexpr const char* title_style = "Bibliography Heading";  // the office's own name for it

// The last paragraph with text before a place; nothing where it begins its text.
Cursor paragraph_above(const Range& place) {
  constexpr int most_empty = 3;
  const Cursor at = place->getText()->createTextCursorByRange(place->getStart());
  const Reference<css::text::XParagraphCursor> paragraph(at, UNO_QUERY_THROW);
  for (int i = 0; i <= most_empty; ++i) {
    paragraph->gotoStartOfParagraph(false);
    if (!at->goLeft(1, false)) return {};
    paragraph->gotoStartOfParagraph(false);
    paragraph->gotoEndOfParagraph(true);
    if (!at->getString().trim().isEmpty()) return at;
  }
  return {};
}

bool has_heading_above(const Range& place) {
  const Cursor above = paragraph_above(place);
  return above.is() && reference::source_list::is_list_heading(to_view(above->getString().trim()));
}

// Makes a title of an empty paragraph. It counts among the headings of the document, for its table of contents.
void write_title(const Cursor& paragraph, const OUString& title) {
  const Reference<css::beans::XPropertyState> states(paragraph, UNO_QUERY_THROW);
  const Properties properties(paragraph, UNO_QUERY_THROW);
  properties->setPropertyValue("ParaStyleName", Any(OUString::createFromAscii(title_style)));
  for (const char* name : {"ParaLeftMargin", "ParaFirstLineIndent"})
    states->setPropertyToDefault(OUString::createFromAscii(name));
  properties->setPropertyValue("ParaKeepTogether", Any(true));
  properties->setPropertyValue("OutlineLevel", Any(sal_Int16(1)));
  paragraph->setString(title);
}

void split(const Cursor& at) {
  at->getText()->insertControlCharacter(Range(at, UNO_QUERY), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
}

}  // namespace

void put_title(const Cursor& place, const OUString& title) {
  if (has_heading_above(Range(place, UNO_QUERY))) return;
  split(place);
  const Cursor before = place->getText()->createTextCursorByRange(place->getStart());
  before->goLeft(1, false);
  write_title(before, title);
}

void put_title_above(const Reference<css::text::XTextDocument>& document, const Field& list, const OUString& title) {
  const Range anchor = list.content->getAnchor();
  if (has_heading_above(anchor)) return;
  if (list.section) {
    const Reference<css::text::XTextSection> section(
        Reference<css::text::XTextSectionsSupplier>(document, UNO_QUERY_THROW)->getTextSections()->getByName(list.name),
        UNO_QUERY_THROW);
    write_title(paragraph_before(document, section), title);
    return;
  }
  const Cursor begin = anchor->getText()->createTextCursorByRange(anchor->getStart());
  const Cursor before = anchor->getText()->createTextCursorByRange(anchor->getStart());
  if (before->goLeft(1, false)) {
    split(before);
    write_title(before, title);
    return;
  }
  // The bookmark would take the title in.
  const Cursor end = anchor->getText()->createTextCursorByRange(anchor->getEnd());
  split(begin);
  before->gotoRange(begin->getStart(), false);
  before->goLeft(1, false);
  write_title(before, title);
  begin->gotoRange(end->getEnd(), true);
  list.content->dispose();
  attach_field(document, Range(begin, UNO_QUERY), list.kind, true, list.name);
}

void remove_title_above(const Field& list) {
  const Cursor above = paragraph_above(list.content->getAnchor());
  if (!above.is()) return;
  const auto said = [&](text::Language language) {
    return to_view(above->getString()) == text::Message(texts::citation_list_title).in(language);
  };
  const bool ours = said(text::Language::vi) || said(text::Language::en);
  if (!ours ||
      property<OUString>(Properties(above, UNO_QUERY), "ParaStyleName") != OUString::createFromAscii(title_style))
    return;
  const auto paragraphs = Reference<css::container::XEnumerationAccess>(above, UNO_QUERY_THROW)->createEnumeration();
  Reference<css::lang::XComponent>(paragraphs->nextElement(), UNO_QUERY_THROW)->dispose();
}

// The interface is marked as deprecated and has no successor.
Cursor paragraph_before(const Reference<css::text::XTextDocument>& document,
                        const Reference<css::text::XTextSection>& section) {
  const Reference<css::text::XTextContent> paragraph(
      Reference<css::lang::XMultiServiceFactory>(document, UNO_QUERY_THROW)
          ->createInstance("com.sun.star.text.Paragraph"),
      UNO_QUERY_THROW);
  const Text text = section->getAnchor()->getText();
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  Reference<css::text::XRelativeTextContentInsert>(text, UNO_QUERY_THROW)
      ->insertTextContentBefore(paragraph, Reference<css::text::XTextContent>(section, UNO_QUERY_THROW));
#pragma GCC diagnostic pop
  // The office has not told the paragraph where it stands.
  const Cursor free = text->createTextCursorByRange(section->getAnchor()->getStart());
  free->goLeft(1, false);
  return free;
}

}  // namespace soat::writer
