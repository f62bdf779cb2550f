#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/text/XTextSection.hpp>
#include <utility>

#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/properties.h"
#include "writer/border/strings.h"
#include "writer/citation/list_title.h"
#include "writer/citation/word_fields.h"
#include "writer/text/document.h"
#include "writer/text/document_walk.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;
using Form = WordField::Form;

// What of a document may be one of them.
struct Candidate {
  Range range;
  std::string text;
  std::string tag;  // where the office knows it
  bool taken = false;
};

struct Candidates {
  std::vector<Candidate> controls;
  std::vector<Candidate> paragraphs;
};

void add_controls_of(const Range& paragraph, std::vector<Candidate>& controls) {
  const Reference<css::container::XEnumerationAccess> portions(paragraph, UNO_QUERY_THROW);
  const auto each = portions->createEnumeration();
  while (each->hasMoreElements()) {
    const Properties portion(each->nextElement(), UNO_QUERY);
    if (property_if_any<OUString>(portion, "TextPortionType") != "ContentControl") continue;
    const auto control = property_if_any<Reference<css::text::XTextContent>>(portion, "ContentControl");
    if (!control.is()) continue;
    Candidate found;
    found.range = control->getAnchor();
    found.text = utf8(found.range->getString());
    found.tag = utf8(property_if_any<OUString>(Properties(control, UNO_QUERY), "Tag"));
    controls.push_back(std::move(found));
  }
}

Candidates candidates_of(const Reference<css::text::XTextDocument>& document) {
  Candidates found;
  DocumentWalk walk(Reference<css::frame::XModel>(document, UNO_QUERY_THROW));
  while (const auto paragraph = walk.next()) {
    found.paragraphs.push_back({paragraph->range, utf8(paragraph->range->getString()), {}, false});
    guarded("content controls of a paragraph", [&] { add_controls_of(paragraph->range, found.controls); });
  }
  return found;
}

// LibreOffice 7.4 knows no tags: then the text tells, in the order of the file.
void place_citation(WordField& field, std::vector<Candidate>& controls, FieldReader& fields) {
  const auto found = std::find_if(controls.begin(), controls.end(), [&](const Candidate& one) {
    return !one.taken &&
           (one.tag.empty() ? !field.field.text.empty() && one.text == field.field.text : one.tag == field.field.tag);
  });
  if (found == controls.end()) return;
  found->taken = true;
  field.form = Form::control;
  field.text = found->text;
  field.place = fields.place_of(found->range);
}

// The paragraphs of a list, which stand one behind the other in one text.
void place_list(WordField& field, const std::vector<Candidate>& paragraphs, FieldReader& fields) {
  const std::vector<std::string>& lines = field.field.lines;
  if (lines.empty()) return;
  // LibreOffice 7.4 makes a field of a control's first paragraph, with its end in it.
  const auto is_same = [](const Candidate& one, const std::string& line) {
    return one.text == line || one.text == line + "\r";
  };
  const auto found = std::search(paragraphs.begin(), paragraphs.end(), lines.begin(), lines.end(), is_same);
  if (found == paragraphs.end()) return;
  const Range last = (found + static_cast<std::ptrdiff_t>(lines.size()) - 1)->range;
  if (found->range->getText() != last->getText()) return;
  const Cursor all = found->range->getText()->createTextCursorByRange(found->range->getStart());
  all->gotoRange(last->getEnd(), true);
  field.form = Form::lines;
  field.place = fields.place_of(Range(all, UNO_QUERY));
  field.text = utf8(all->getString());
}

Reference<css::text::XTextSection> section_at(const Range& place) {
  return {property_if_any<Reference<css::uno::XInterface>>(Properties(place, UNO_QUERY), "TextSection"), UNO_QUERY};
}

bool is_of_index(const Reference<css::text::XTextSection>& section) {
  return property_if_any<Reference<css::uno::XInterface>>(Properties(section, UNO_QUERY), "DocumentIndex").is();
}

// The section that an index is; its heading is another within it.
Reference<css::text::XTextSection> section_of_index(const WordField& index) {
  auto section = section_at(index.place.range);
  for (auto round = section; round.is() && is_of_index(round); round = round->getParentSection()) section = round;
  if (!section.is()) throw css::uno::RuntimeException("an index without a section", index.place.range);
  return section;
}

}  // namespace

std::vector<WordField> placed_controls(std::vector<WordField> controls,
                                       const Reference<css::text::XTextDocument>& document, FieldReader& fields) {
  if (controls.empty()) return controls;
  Candidates found = candidates_of(document);
  for (WordField& one : controls) {
    guarded("content control", [&] {
      one.field.list ? place_list(one, found.paragraphs, fields) : place_citation(one, found.controls, fields);
    });
  }
  return controls;
}

bool stands_protected(const WordField& other) {
  if (other.form != Form::index)
    return is_protected(other.place.range) || (other.place.note.is() && is_protected(other.place.in_body));
  // An index keeps itself from typing only; what it stands in counts.
  const auto round = section_of_index(other)->getParentSection();
  return round.is() && is_protected(round->getAnchor());
}

Cursor erase_other(const Reference<css::text::XTextDocument>& document, const WordField& other) {
  const Range range = other.place.range;
  const Cursor whole = range->getText()->createTextCursorByRange(range->getStart());
  if (other.form == Form::index) {
    const Cursor before = paragraph_before(document, section_of_index(other));
    other.content->dispose();
    return before;
  }
  if (other.form == Form::reference) {
    other.content->dispose();  // takes the text along
    return whole;
  }
  whole->gotoRange(range->getEnd(), true);
  if (other.form == Form::control) whole->goRight(1, true);  // the control's own end, which no text shows
  whole->setString(OUString());
  if (other.form == Form::lines) {
    // By which the paragraph would be written as that program's control again.
    const Properties paragraph(whole, UNO_QUERY_THROW);
    if (has_property(paragraph, "ParaInteropGrabBag"))
      paragraph->setPropertyValue("ParaInteropGrabBag", css::uno::Any(css::uno::Sequence<css::beans::PropertyValue>()));
  }
  return whole;
}

}  // namespace soat::writer
