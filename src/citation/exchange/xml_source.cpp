#include "citation/exchange/xml_source.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <climits>
#include <mutex>
#include <new>

#include "citation/exchange/exchange.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::citation {
namespace {

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

std::string squeezed_and_freed(xmlChar* value) {
  std::string text = squeezed(view(value));
  xmlFree(value);
  return text;
}

extern "C" void say_nothing(void*, const char*, ...) {}  // NOLINT(cert-dcl50-cpp): libxml2's type

}  // namespace

void quieten_parser() {
  xmlSetGenericErrorFunc(nullptr, say_nothing);
}

XmlSource parse_xml(std::string_view bytes, const std::string& name) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  quieten_parser();
  if (bytes.size() > std::size_t{64} << 20) throw Error(texts::error_sources_too_large, name);
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
  XmlSource tree(
      xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, options));
  if (!tree) {
    const xmlError* error = xmlCtxtGetLastError(context.get());
    const std::string reason = squeezed(error && error->message ? error->message : "");
    throw Error(texts::error_markup_damaged, name, error ? error->line : 0, reason);
  }
  if (xmlGetIntSubset(tree.get())) throw Error(texts::error_markup_doctype, name);
  return tree;
}

bool is_named(const xmlNode* node, std::string_view name) {
  return node && node->type == XML_ELEMENT_NODE && view(node->name) == name;
}

const xmlNode* element_from(const xmlNode* node) {
  while (node && node->type != XML_ELEMENT_NODE) node = node->next;
  return node;
}

const xmlNode* child_of(const xmlNode* parent, std::string_view name) {
  for (const xmlNode* node = parent ? parent->children : nullptr; node; node = node->next) {
    if (is_named(node, name)) return node;
  }
  return nullptr;
}

std::string text_in(const xmlNode* node) {
  return node ? squeezed_and_freed(xmlNodeGetContent(node)) : std::string();
}

std::string attribute_of(const xmlNode* node, std::string_view name) {
  for (const xmlAttr* one = node ? node->properties : nullptr; one; one = one->next) {
    if (view(one->name) == name) return squeezed_and_freed(xmlNodeListGetString(node->doc, one->children, 1));
  }
  return {};
}

}  // namespace soat::citation
