#include "citation/csl/style_check.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <utility>

#include "texts/texts.h"

namespace soat::citation {
namespace {

constexpr std::size_t kLargestStyle = std::size_t{4} << 20;
// The largest of some 2,500 published styles has fewer than 2,000; citeproc-js's work on a style grows with its square.
constexpr std::size_t kMostElements = 20'000;
constexpr const char* kNamespace = "http://purl.org/net/xbiblio/csl";

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
struct FreeBuffer {
  void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
};

std::string text_of(const xmlChar* text) {
  return text ? reinterpret_cast<const char*>(text) : "";
}

bool is(const xmlNode* node, const char* name) {
  return node->type == XML_ELEMENT_NODE && text_of(node->name) == name && node->ns &&
         text_of(node->ns->href) == kNamespace;
}

const xmlNode* child(const xmlNode* parent, const char* name) {
  for (const xmlNode* node = parent ? parent->children : nullptr; node; node = node->next) {
    if (is(node, name)) return node;
  }
  return nullptr;
}

std::string attribute(const xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string result = text_of(value);
  xmlFree(value);
  return result;
}

std::string content(const xmlNode* node) {
  if (!node) return {};
  xmlChar* value = xmlNodeGetContent(node);
  std::string result = text_of(value);
  xmlFree(value);
  return result;
}

// Nothing but elements and text reaches citeproc-js's own small parser. Gives the number of elements.
std::size_t strip(xmlNode* node) {
  std::size_t elements = 0;
  for (xmlNode* next = nullptr; node; node = next) {
    next = node->next;
    if (node->type == XML_ELEMENT_NODE) {
      elements += 1 + strip(node->children);
    } else if (node->type != XML_TEXT_NODE) {
      xmlUnlinkNode(node);
      xmlFreeNode(node);
    }
  }
  return elements;
}

}  // namespace

CheckedStyle check_style(std::string_view xml, const std::string& name) {
  if (xml.size() > kLargestStyle) throw Error(texts::error_style_too_large_text, name);
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  if (!context) throw Error(texts::error_out_of_memory, name);
  const std::unique_ptr<xmlDoc, FreeDocument> document(
      xmlCtxtReadMemory(context.get(), xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA));
  if (!document) {
    const xmlError* error = xmlCtxtGetLastError(context.get());
    std::string reason = error && error->message ? error->message : "not XML";
    while (!reason.empty() && reason.back() == '\n') reason.pop_back();
    throw Error(texts::error_style_not_xml, name, error ? error->line : 1, reason);
  }
  if (document->intSubset || document->extSubset) throw Error(texts::error_style_doctype, name);
  xmlNode* root = xmlDocGetRootElement(document.get());
  if (!root || !is(root, "style")) throw Error(texts::error_style_other_root, name, kNamespace);
  const xmlNode* information = child(root, "info");
  const xmlNode* citation = child(root, "citation");
  CheckedStyle result;
  result.info.id = content(child(information, "id"));
  result.info.title = content(child(information, "title"));
  result.info.notes = attribute(root, "class") == "note";
  result.info.has_bibliography = child(root, "bibliography") != nullptr;
  result.info.default_locale = attribute(root, "default-locale");
  if (!citation) {
    for (const xmlNode* node = information ? information->children : nullptr; node; node = node->next) {
      if (!is(node, "link") || attribute(node, "rel") != "independent-parent") continue;
      result.info.parent = attribute(node, "href");
      throw DependentStyle({texts::error_style_dependent, name, result.info.parent}, result.info);
    }
    throw Error(texts::error_style_no_citation, name);
  }
  if (!child(citation, "layout")) throw Error(texts::error_style_no_layout, name);
  if (strip(root->children) > kMostElements) throw Error(texts::error_style_elements, name);
  const std::unique_ptr<xmlBuffer, FreeBuffer> buffer(xmlBufferCreate());
  if (!buffer || xmlNodeDump(buffer.get(), document.get(), root, 0, 0) < 0)
    throw Error(texts::error_out_of_memory, name);
  result.xml = text_of(xmlBufferContent(buffer.get()));
  return result;
}

}  // namespace soat::citation
