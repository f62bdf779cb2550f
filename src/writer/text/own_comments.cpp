#include "writer/text/own_comments.h"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XFootnote.hpp>
#include <com/sun/star/text/XTextFieldsSupplier.hpp>
#include <com/sun/star/util/DateTime.hpp>
#include <ctime>

#include "writer/border/strings.h"

namespace soat::writer {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

OUString author() {
  return to_office(u"Soát");
}

css::util::DateTime now() {
  const std::time_t time = std::time(nullptr);
  const std::tm* const local = std::localtime(&time);  // NOLINT(concurrency-mt-unsafe): on the main thread
  css::util::DateTime out;
  if (local == nullptr) return out;
  out.Year = static_cast<sal_Int16>(local->tm_year + 1900);
  out.Month = static_cast<sal_uInt16>(local->tm_mon + 1);
  out.Day = static_cast<sal_uInt16>(local->tm_mday);
  out.Hours = static_cast<sal_uInt16>(local->tm_hour);
  out.Minutes = static_cast<sal_uInt16>(local->tm_min);
  out.Seconds = static_cast<sal_uInt16>(local->tm_sec);
  return out;
}

}  // namespace

bool is_own_comment(const Properties& field) {
  const Reference<css::lang::XServiceInfo> info(field, UNO_QUERY);
  return info.is() && info->supportsService("com.sun.star.text.TextField.Annotation") &&
         property<OUString>(field, "Author") == author();
}

std::vector<Reference<css::text::XTextContent>> own_comments(const Reference<css::frame::XModel>& document) {
  std::vector<Reference<css::text::XTextContent>> out;
  const Reference<css::text::XTextFieldsSupplier> supplier(document, UNO_QUERY);
  if (!supplier.is()) return out;
  const auto fields = supplier->getTextFields()->createEnumeration();
  while (fields.is() && fields->hasMoreElements()) {
    const Properties field(fields->nextElement(), UNO_QUERY);
    if (is_own_comment(field)) out.emplace_back(field, UNO_QUERY_THROW);
  }
  return out;
}

bool loses_comments_in_notes(const Reference<css::frame::XModel>& document) {
  const css::uno::Sequence<css::beans::PropertyValue> arguments = document->getArgs();
  for (sal_Int32 i = 0; i < arguments.getLength(); ++i) {
    if (arguments[i].Name != "FilterName") continue;
    OUString filter;
    arguments[i].Value >>= filter;
    return filter.startsWith("MS Word") || filter.startsWith("Office Open XML") || filter == "Rich Text Format";
  }
  return false;
}

Range behind_anchor_of_note(const Range& range) {
  const Reference<css::text::XFootnote> note(range->getText(), UNO_QUERY);
  return note.is() ? note->getAnchor()->getEnd() : Range();
}

void add_own_comment(const Reference<css::frame::XModel>& document, const Range& range, const OUString& content) {
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
  const Properties comment(factory->createInstance("com.sun.star.text.textfield.Annotation"), UNO_QUERY_THROW);
  comment->setPropertyValue("Author", Any(author()));
  comment->setPropertyValue("Initials", Any(OUString("S")));
  comment->setPropertyValue("DateTimeValue", Any(now()));
  comment->setPropertyValue("Content", Any(content));
  range->getText()->insertTextContent(range, Reference<css::text::XTextContent>(comment, UNO_QUERY_THROW),
                                      !Reference<css::text::XTextRange>(range)->getString().isEmpty());
}

}  // namespace soat::writer
