#include "writer/citation/source_fields.h"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XDocumentProperties.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/io/XActiveDataSource.hpp>
#include <com/sun/star/io/XInputStream.hpp>
#include <com/sun/star/io/XOutputStream.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XDocumentIndex.hpp>
#include <com/sun/star/text/XDocumentIndexesSupplier.hpp>
#include <com/sun/star/text/XReferenceMarksSupplier.hpp>
#include <com/sun/star/text/XTextField.hpp>
#include <com/sun/star/text/XTextFieldsSupplier.hpp>
#include <com/sun/star/text/XTextSectionsSupplier.hpp>
#include <com/sun/star/xml/dom/XDocument.hpp>
#include <com/sun/star/xml/sax/XDocumentHandler.hpp>
#include <com/sun/star/xml/sax/XSAXSerializable.hpp>
#include <map>
#include <optional>
#include <utility>

#include "citation/exchange/exchange.h"
#include "citation/exchange/office_mark.h"
#include "citation/zotero/source_cites.h"
#include "text/error.h"
#include "writer/border/border.h"
#include "writer/border/properties.h"
#include "writer/border/strings.h"

namespace soat::writer {

namespace {

using citation::zotero::ForeignField;
using citation::zotero::Program;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using nlohmann::json;
using Content = Reference<css::text::XTextContent>;
using Document = Reference<css::text::XTextDocument>;
using Form = WordField::Form;

// Larger ones are not read; that of ten thousand sources is some five megabytes.
constexpr sal_Int32 largest_part = 64 << 20;

WordField placed(ForeignField field, Form form, const Content& content, FieldReader& fields) {
  WordField made;
  made.field = std::move(field);
  made.form = form;
  if (form != Form::mark) made.content = content;
  made.place = fields.place_of(content->getAnchor());
  made.text = utf8(made.place.range->getString());
  return made;
}

bool supports(const Reference<css::uno::XInterface>& object, const char* service) {
  const Reference<css::lang::XServiceInfo> info(object, UNO_QUERY);
  return info.is() && info->supportsService(OUString::createFromAscii(service));
}

// --- Word's sources, which the office keeps as it found them in the file

std::string bytes_of(const Context& context, const Reference<css::xml::dom::XDocument>& part) {
  const auto make = [&](const char* service) {
    return context->getServiceManager()->createInstanceWithContext(OUString::createFromAscii(service), context);
  };
  const Reference<css::io::XOutputStream> pipe(make("com.sun.star.io.Pipe"), UNO_QUERY_THROW);
  const Reference<css::xml::sax::XDocumentHandler> writer(make("com.sun.star.xml.sax.Writer"), UNO_QUERY_THROW);
  Reference<css::io::XActiveDataSource>(writer, UNO_QUERY_THROW)->setOutputStream(pipe);
  Reference<css::xml::sax::XSAXSerializable>(part, UNO_QUERY_THROW)->serialize(writer, {});
  css::uno::Sequence<sal_Int8> bytes;
  const sal_Int32 got = Reference<css::io::XInputStream>(pipe, UNO_QUERY_THROW)->readBytes(bytes, largest_part);
  return {reinterpret_cast<const char*>(bytes.getConstArray()), static_cast<std::size_t>(got)};
}

bool holds_sources(const Reference<css::xml::dom::XDocument>& part) {
  const auto root = part.is() ? part->getDocumentElement() : nullptr;
  if (!root.is() || root->getLocalName() != "Sources") return false;
  const OUString name_space = root->getNamespaceURI();
  return name_space.indexOf("/officeDocument/2006/bibliography") >= 0 ||
         name_space.indexOf("/ooxml/officeDocument/bibliography") >= 0;
}

// Null where there are none, or they cannot be read.
json word_sources(const Context& context, const Document& document) {
  using Parts = css::uno::Sequence<Reference<css::xml::dom::XDocument>>;
  json sources;
  guarded("Word's sources", [&] {
    const auto kept = property_if_any<css::uno::Sequence<css::beans::PropertyValue>>(
        Properties(document, UNO_QUERY_THROW), "InteropGrabBag");
    for (const css::beans::PropertyValue& value : kept) {
      Parts parts;
      if (value.Name != "OOXCustomXml" || !(value.Value >>= parts)) continue;
      for (const auto& part : parts) {
        if (sources.is_null() && holds_sources(part))
          sources = citation::read_word_sources(bytes_of(context, part), "customXml");
      }
    }
  });
  return sources;
}

// --- The office's own fields

using Values = std::map<std::string, std::string>;

Values values_of(const css::uno::Sequence<css::beans::PropertyValue>& fields) {
  Values values;
  for (const css::beans::PropertyValue& field : fields) {
    const std::string_view name = citation::office_mark_field(utf8(field.Name));
    if (name.empty()) continue;
    OUString text;
    sal_Int16 type = 0;
    if (field.Value >>= text) {
      values[std::string(name)] = utf8(text);
    } else if (field.Value >>= type) {
      values[std::string(name)] = citation::office_mark_type(type);
    }
  }
  return values;
}

ForeignField office_field(const css::uno::Sequence<css::beans::PropertyValue>& fields, const json& of_word) {
  const Values values = values_of(fields);
  const auto name = values.find("identifier");
  if (auto word = citation::zotero::read_word_field(name == values.end() ? std::string() : name->second)) {
    citation::zotero::supply(*word, of_word.is_array() ? of_word : json::array());
    return std::move(*word);
  }
  return citation::zotero::office_citation(citation::item_of_office_mark(values));
}

void add_list(const Document& document, Program program, FieldReader& fields, std::vector<WordField>& found) {
  const auto indexes = Reference<css::text::XDocumentIndexesSupplier>(document, UNO_QUERY_THROW)->getDocumentIndexes();
  for (sal_Int32 i = 0; i < indexes->getCount(); ++i) {
    const Content index(indexes->getByIndex(i), UNO_QUERY_THROW);
    if (!supports(index, "com.sun.star.text.Bibliography")) continue;
    ForeignField list;
    list.program = program;
    list.list = true;
    found.push_back(placed(std::move(list), Form::index, index, fields));
  }
}

// --- JabRef

// What it keeps of a mark's pages, in a property of the mark's name.
std::string page_info(const Document& document, const OUString& name) {
  const Properties own(Reference<css::document::XDocumentPropertiesSupplier>(document, UNO_QUERY_THROW)
                           ->getDocumentProperties()
                           ->getUserDefinedProperties(),
                       UNO_QUERY_THROW);
  OUString text;
  if (own->getPropertySetInfo()->hasPropertyByName(name)) own->getPropertyValue(name) >>= text;
  return utf8(text);
}

void add_jabref(const Document& document, const Reference<css::container::XNameAccess>& all, Form form,
                FieldReader& fields, std::vector<WordField>& found) {
  for (const OUString& name : all->getElementNames()) {
    if (!name.startsWith("JR_") && !name.startsWith("JABREF_") && !name.startsWith("CSL_")) continue;
    guarded("JabRef's citation", [&] {
      auto field = citation::zotero::read_jabref_name(utf8(name));
      if (!field || field->list != (form == Form::section)) return;
      citation::zotero::add_page_info(*field, page_info(document, name));
      found.push_back(placed(std::move(*field), form, Content(all->getByName(name), UNO_QUERY_THROW), fields));
    });
  }
}

}  // namespace

std::vector<WordField> read_office_fields(const Context& context, const Document& document, FieldReader& fields) {
  std::vector<WordField> found;
  const Reference<css::text::XTextFieldsSupplier> supplier(document, UNO_QUERY_THROW);
  // Most documents have none, and many fields of other kinds.
  if (!supplier->getTextFieldMasters()->hasByName("com.sun.star.text.fieldmaster.Bibliography")) return found;
  std::optional<json> of_word;
  const auto each = supplier->getTextFields()->createEnumeration();
  while (each->hasMoreElements()) {
    const Reference<css::uno::XInterface> element(each->nextElement(), UNO_QUERY);
    if (!supports(element, "com.sun.star.text.textfield.Bibliography")) continue;
    guarded("citation of the office", [&] {
      if (!of_word) of_word = word_sources(context, document);
      const auto values =
          property<css::uno::Sequence<css::beans::PropertyValue>>(Properties(element, UNO_QUERY_THROW), "Fields");
      found.push_back(placed(office_field(values, *of_word), Form::mark, Content(element, UNO_QUERY_THROW), fields));
    });
  }
  if (found.empty()) return found;
  const bool words =
      std::any_of(found.begin(), found.end(), [](const WordField& one) { return one.field.program == Program::word; });
  add_list(document, words ? Program::word : Program::libreoffice, fields, found);
  return found;
}

std::vector<WordField> read_jabref_fields(const Document& document, FieldReader& fields) {
  std::vector<WordField> found;
  add_jabref(document, Reference<css::text::XReferenceMarksSupplier>(document, UNO_QUERY_THROW)->getReferenceMarks(),
             Form::reference, fields, found);
  add_jabref(document, Reference<css::text::XTextSectionsSupplier>(document, UNO_QUERY_THROW)->getTextSections(),
             Form::section, fields, found);
  return found;
}

}  // namespace soat::writer
