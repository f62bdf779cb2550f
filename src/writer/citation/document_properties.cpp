#include "writer/citation/document_properties.h"

#include <com/sun/star/beans/PropertyAttribute.hpp>
#include <com/sun/star/beans/XPropertyContainer.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>
#include <utility>

#include "citation/zotero/codec.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/strings.h"
#include "writer/border/undo.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using Properties = Reference<css::beans::XPropertySet>;

Properties custom_properties(const Reference<css::uno::XInterface>& document) {
  const Reference<css::document::XDocumentPropertiesSupplier> supplier(document, UNO_QUERY_THROW);
  return {supplier->getDocumentProperties()->getUserDefinedProperties(), UNO_QUERY_THROW};
}

std::optional<std::u16string> string_property(const Properties& properties, const std::string& name) {
  const OUString key = to_office(std::string_view(name));
  if (!properties->getPropertySetInfo()->hasPropertyByName(key)) return std::nullopt;
  OUString value;
  if (!(properties->getPropertyValue(key) >>= value)) return std::nullopt;
  return std::u16string(to_view(value));
}

// A property of the document as it was and as it is to be. Undoing a change of style brings back the style along with
// the texts, undoing a bookmark its data.
class PropertyStep final : public cppu::WeakImplHelper1<css::document::XUndoAction> {
 public:
  PropertyStep(const Reference<css::text::XTextDocument>& document, OUString title, std::string stem,
               std::string before, std::string after)
      : document_(document),
        title_(std::move(title)),
        stem_(std::move(stem)),
        before_(std::move(before)),
        after_(std::move(after)) {}

  OUString SAL_CALL getTitle() override { return title_; }
  void SAL_CALL undo() override { write(before_); }
  void SAL_CALL redo() override { write(after_); }

 private:
  void write(const std::string& value) {
    guarded("properties", [&] {
      const Reference<css::text::XTextDocument> document(document_);
      if (document.is()) write_property(document, stem_, value);
    });
  }

  css::uno::WeakReference<css::text::XTextDocument> document_;
  OUString title_;
  std::string stem_;
  std::string before_;
  std::string after_;
};

}  // namespace

std::optional<std::string> read_property(const Reference<css::uno::XInterface>& document, std::string_view stem) {
  const Properties properties = custom_properties(document);
  return citation::zotero::from_properties(stem,
                                           [&](const std::string& name) { return string_property(properties, name); });
}

void write_property(const Reference<css::uno::XInterface>& document, std::string_view stem, std::string_view value) {
  const Properties properties = custom_properties(document);
  const Reference<css::beans::XPropertyContainer> container(properties, UNO_QUERY_THROW);
  const auto pieces = citation::zotero::to_properties(stem, value);
  for (const auto& [name, piece] : pieces) {
    const OUString key = to_office(std::string_view(name));
    const css::uno::Any text(to_office(std::string_view(piece)));
    if (properties->getPropertySetInfo()->hasPropertyByName(key)) {
      properties->setPropertyValue(key, text);
    } else {
      container->addProperty(key, css::beans::PropertyAttribute::REMOVABLE, text);
    }
  }
  for (std::size_t i = pieces.size() + 1;; ++i) {
    const OUString key = to_office(std::string_view(std::string(stem) + "_" + std::to_string(i)));
    if (!properties->getPropertySetInfo()->hasPropertyByName(key)) break;
    try {
      container->removeProperty(key);
    } catch (const css::uno::Exception&) {  // made by someone who did not let it be removed
      properties->setPropertyValue(key, css::uno::Any(OUString()));
    }
  }
}

std::vector<std::string> lost_lists(const Reference<css::text::XTextDocument>& document) {
  std::vector<std::string> stems;
  const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document, UNO_QUERY_THROW)->getBookmarks();
  const Properties properties = custom_properties(document);
  for (const auto& property : properties->getPropertySetInfo()->getProperties()) {
    if (!property.Name.startsWith(citation::zotero::bookmark_stem) || !property.Name.endsWith("_1")) continue;
    OUString value;
    if (!(properties->getPropertyValue(property.Name) >>= value) || value.indexOf("ZOTERO_BIBL") < 0) continue;
    const OUString stem = property.Name.copy(0, property.Name.getLength() - 2);
    if (!bookmarks->hasByName(stem)) stems.push_back(text::to_utf8(to_view(stem)));
  }
  return stems;
}

void change_property(const Reference<css::text::XTextDocument>& document, const OUString& title,
                     const std::string& stem, const std::string& value) {
  const std::string before = read_property(document, stem).value_or("");
  if (before == value) return;
  write_property(document, stem, value);
  const auto undo = undo_manager_of(document);
  undo->addUndoAction(new PropertyStep(document, title, stem, before, value));
}

}  // namespace soat::writer
