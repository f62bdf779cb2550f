#include "document/xml_tree.h"

#include <libxml/parser.h>

#include <climits>
#include <mutex>
#include <new>

#include "document/xml_reason.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

std::string content_of(xmlDoc* tree, xmlAttr* of) {
  xmlChar* value = xmlNodeListGetString(tree, of->children, 1);
  std::string out(view(value));
  xmlFree(value);
  return out;
}

}  // namespace

Tree parse_tree(std::string_view bytes, const std::string& where) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);  // must run once before threads use the library
  if (bytes.size() > INT_MAX) throw Error(texts::error_markup_too_large, where);
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  Tree tree(xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (!tree) {
    const xmlError* error = xmlCtxtGetLastError(context.get());
    throw Error(texts::error_markup_damaged, where, error ? error->line : 0, xml_reason(error));
  }
  if (xmlGetIntSubset(tree.get())) throw Error(texts::error_markup_doctype, where);
  return tree;
}

std::string to_bytes(xmlDoc* tree) {
  xmlChar* bytes = nullptr;
  int size = 0;
  xmlDocDumpMemoryEnc(tree, &bytes, &size, "UTF-8");
  if (!bytes) throw std::bad_alloc();
  std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  xmlFree(bytes);
  return out;
}

std::string_view local_name(const xmlNode* node) {
  return view(node->name);
}

std::string_view namespace_of(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE && node->ns ? view(node->ns->href) : std::string_view();
}

bool is_element(const xmlNode* node, std::string_view uri, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && local_name(node) == name && namespace_of(node) == uri;
}

std::string attribute(xmlNode* element, std::string_view uri, std::string_view name) {
  for (xmlAttr* at = element->properties; at; at = at->next) {
    if (view(at->name) == name && (at->ns ? view(at->ns->href) : std::string_view()) == uri)
      return content_of(element->doc, at);
  }
  return {};
}

void walk(xmlNode* node, const std::function<bool(xmlNode*)>& action) {
  // The parser limits the depth.
  if (!action(node) || node->type != XML_ELEMENT_NODE) return;
  for (xmlNode* child = node->children; child;) {
    xmlNode* const next = child->next;  // action may take the child away
    walk(child, action);
    child = next;
  }
}

void change_attributes(xmlDoc* tree,
                       const std::function<std::string(std::string_view, std::string_view, std::string)>& action) {
  walk(xmlDocGetRootElement(tree), [&](xmlNode* node) {
    if (node->type != XML_ELEMENT_NODE) return false;
    for (xmlAttr* at = node->properties; at; at = at->next) {
      const std::string value = content_of(tree, at);
      const std::string wanted = action(at->ns ? view(at->ns->href) : std::string_view(), view(at->name), value);
      if (wanted == value) continue;
      xmlFreeNodeList(at->children);
      xmlNode* const text = xmlNewDocText(tree, reinterpret_cast<const xmlChar*>(wanted.c_str()));
      if (!text) throw std::bad_alloc();
      at->children = at->last = text;
      text->parent = reinterpret_cast<xmlNode*>(at);
    }
    return true;
  });
}

void remove(xmlNode* node) {
  xmlUnlinkNode(node);
  xmlFreeNode(node);
}

}  // namespace soat::document
