#include "writer/citation/word_fields.h"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/io/XInputStream.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/text/XFormField.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/util/XSearchable.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>
#include <map>
#include <utility>

#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/strings.h"
#include "writer/border/undo.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Properties = Reference<css::beans::XPropertySet>;

// Larger parts are not looked through; that of a thousand pages is some ten megabytes.
constexpr std::size_t largest_part = 64U << 20U;

OUString filter_of(const Reference<css::text::XTextDocument>& document) {
  OUString filter;
  for (const css::beans::PropertyValue& argument :
       Reference<css::frame::XModel>(document, UNO_QUERY_THROW)->getArgs()) {
    if (argument.Name == "FilterName") argument.Value >>= filter;
  }
  return filter;
}

// The parameters of a field mark. The interface is marked as deprecated and has no successor.
Reference<css::container::XNameAccess> parameters_of(const Reference<css::text::XFormField>& mark) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  return {mark->getParameters(), UNO_QUERY_THROW};
#pragma GCC diagnostic pop
}

constexpr const char* code_key = "vnd.oasis.opendocument.field.code";

using FormField = Reference<css::text::XFormField>;

// The field marks of a document, in its order.
std::vector<FormField> field_marks(const Reference<css::text::XTextDocument>& document) {
  std::vector<FormField> marks;
  const Reference<css::util::XSearchable> search(document, UNO_QUERY_THROW);
  const auto wanted = search->createSearchDescriptor();
  wanted->setPropertyValue("SearchRegularExpression", css::uno::Any(true));
  wanted->setSearchString("\\x07");  // with which a field mark begins in Writer's text
  const Reference<css::container::XIndexAccess> places = search->findAll(wanted);
  const auto add = [&](const Range& place) {
    const Reference<css::container::XEnumerationAccess> paragraphs(place->getText()->createTextCursorByRange(place),
                                                                   UNO_QUERY_THROW);
    const auto each = paragraphs->createEnumeration();
    if (!each->hasMoreElements()) return;
    const Reference<css::container::XEnumerationAccess> paragraph(each->nextElement(), UNO_QUERY);
    if (!paragraph.is()) return;
    const auto portions = paragraph->createEnumeration();
    while (portions->hasMoreElements()) {
      const Properties portion(portions->nextElement(), UNO_QUERY_THROW);
      OUString type;
      portion->getPropertyValue("TextPortionType") >>= type;
      if (type != "TextFieldStart") continue;
      if (const FormField mark(portion->getPropertyValue("Bookmark"), UNO_QUERY); mark.is()) marks.push_back(mark);
    }
  };
  for (sal_Int32 i = 0; places.is() && i < places->getCount(); ++i)
    guarded("field mark", [&] { add(Range(places->getByIndex(i), UNO_QUERY_THROW)); });
  return marks;
}

// A field mark as a citation or list, if it is one.
std::optional<WordField> citation_of(const FormField& mark) {
  const Reference<css::text::XTextContent> content(mark, UNO_QUERY);
  if (!content.is()) return std::nullopt;
  WordField made;
  const auto parameters = parameters_of(mark);
  const OUString key = OUString::createFromAscii(code_key);
  if (parameters->hasByName(key)) parameters->getByName(key) >>= made.code;
  auto field = citation::zotero::read_word_field(utf8(made.code));
  if (!field) return std::nullopt;
  made.field = std::move(*field);
  made.name = Reference<css::container::XNamed>(mark, UNO_QUERY_THROW)->getName();
  made.place.range = content->getAnchor();
  made.text = utf8(made.place.range->getString());
  return made;
}

// Undoing brings a field mark back under its name, but the office forgets the code.
class CodeStep final : public cppu::WeakImplHelper1<css::document::XUndoAction> {
 public:
  using Codes = std::map<OUString, OUString>;  // by the mark's name
  CodeStep(const Reference<css::text::XTextDocument>& document, OUString title, Codes codes)
      : document_(document), title_(std::move(title)), codes_(std::move(codes)) {}

  OUString SAL_CALL getTitle() override { return title_; }
  void SAL_CALL redo() override {}
  void SAL_CALL undo() override {
    guarded("codes of fields", [&] {
      const Reference<css::text::XTextDocument> document(document_);
      if (!document.is()) return;
      for (const FormField& mark : field_marks(document)) {
        const auto known = codes_.find(Reference<css::container::XNamed>(mark, UNO_QUERY_THROW)->getName());
        const Reference<css::container::XNameContainer> parameters(parameters_of(mark), UNO_QUERY_THROW);
        const OUString key = OUString::createFromAscii(code_key);
        if (known != codes_.end() && !parameters->hasByName(key))
          parameters->insertByName(key, css::uno::Any(known->second));
      }
    });
  }

 private:
  css::uno::WeakReference<css::text::XTextDocument> document_;
  OUString title_;
  Codes codes_;
};

std::string read_all(const Reference<css::io::XInputStream>& stream) {
  std::string bytes;
  css::uno::Sequence<sal_Int8> piece;
  constexpr sal_Int32 step = 1 << 20;
  while (bytes.size() < largest_part) {
    const sal_Int32 got = stream->readBytes(piece, step);
    bytes.append(reinterpret_cast<const char*>(piece.getConstArray()), static_cast<std::size_t>(got));
    if (got < step) break;
  }
  return bytes;
}

}  // namespace

std::vector<WordField> read_word_fields(const Reference<css::text::XTextDocument>& document, FieldReader& fields) {
  std::vector<WordField> found;
  for (const FormField& mark : field_marks(document)) {
    guarded("field mark", [&] {
      auto field = citation_of(mark);
      if (!field) return;
      field->place = fields.place_of(field->place.range);
      found.push_back(std::move(*field));
    });
  }
  return found;
}

void keep_codes(const Reference<css::text::XTextDocument>& document, const OUString& title,
                const std::vector<WordField>& fields) {
  CodeStep::Codes codes;
  for (const WordField& one : fields) {
    if (!one.name.isEmpty()) codes[one.name] = one.code;
  }
  if (!codes.empty()) undo_manager_of(document)->addUndoAction(new CodeStep(document, title, std::move(codes)));
}

OUString file_with_controls(const Reference<css::text::XTextDocument>& document) {
  const OUString filter = filter_of(document);
  if (filter.indexOf("2007") < 0 && filter.indexOf("Office Open XML") < 0) return {};
  return Reference<css::frame::XModel>(document, UNO_QUERY_THROW)->getURL();
}

std::vector<citation::zotero::ForeignField> read_content_controls(const Context& context, const OUString& file) {
  std::vector<citation::zotero::ForeignField> found;
  if (file.isEmpty()) return found;
  guarded("content controls", [&] {
    css::uno::Sequence<css::uno::Any> arguments(1);
    arguments.getArray()[0] <<= file;
    const Reference<css::container::XNameAccess> package(
        context->getServiceManager()->createInstanceWithArgumentsAndContext("com.sun.star.packages.zip.ZipFileAccess",
                                                                            arguments, context),
        UNO_QUERY_THROW);
    for (const char* part : {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}) {
      const OUString name = OUString::createFromAscii(part);
      if (!package->hasByName(name)) continue;
      const Reference<css::io::XInputStream> stream(package->getByName(name), UNO_QUERY_THROW);
      for (auto& field : citation::zotero::read_content_tags(read_all(stream))) found.push_back(std::move(field));
    }
  });
  return found;
}

std::vector<WordField> read_content_controls(const Context& context,
                                             const Reference<css::text::XTextDocument>& document) {
  std::vector<WordField> found;
  for (auto& field : read_content_controls(context, file_with_controls(document))) {
    WordField& made = found.emplace_back();
    made.text = field.text;
    made.field = std::move(field);
  }
  return found;
}

bool is_word_document(const Reference<css::text::XTextDocument>& document) {
  const OUString filter = filter_of(document);
  return filter.indexOf("Word") >= 0 || filter.indexOf("DOCX") >= 0 || filter.indexOf("Rich Text") >= 0;
}

}  // namespace soat::writer
