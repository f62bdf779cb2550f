#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

// Lists of sources in XML. Within citation/exchange.
namespace soat::citation {

struct FreeXml {
  void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};
using XmlSource = std::unique_ptr<xmlDoc, FreeXml>;

// Throws soat::Error with the line for what is damaged or has a document type declaration; opens no other file.
XmlSource parse_xml(std::string_view bytes, const std::string& name);

// Keeps the parser from writing of bytes that are not of a file's encoding to standard error, in this thread.
void quieten_parser();

// An element by its local name, whatever its prefix means; null for none and for other nodes.
const xmlNode* child_of(const xmlNode* parent, std::string_view name);
bool is_named(const xmlNode* node, std::string_view name);
// The next element from a node on, it included.
const xmlNode* element_from(const xmlNode* node);
// All text below a node, white space squeezed; empty for null.
std::string text_in(const xmlNode* node);
// The value of an attribute by its local name.
std::string attribute_of(const xmlNode* node, std::string_view name);

}  // namespace soat::citation
