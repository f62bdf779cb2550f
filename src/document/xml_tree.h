#pragma once

#include <libxml/tree.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

// An XML part as a tree, for changing some of it and leaving the rest. Within src/document.
namespace soat::document {

struct FreeTree {
  void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};
using Tree = std::unique_ptr<xmlDoc, FreeTree>;

// Throws soat::Error "where, line N: reason" for what is damaged or has a document type declaration; never opens
// another file or the network.
Tree parse_tree(std::string_view bytes, const std::string& where);

// As UTF-8.
std::string to_bytes(xmlDoc* tree);

bool is_element(const xmlNode* node, std::string_view uri, std::string_view name);
std::string_view local_name(const xmlNode* node);
std::string_view namespace_of(const xmlNode* node);

// The value of an attribute, UTF-8; empty when it is not there.
std::string attribute(xmlNode* element, std::string_view uri, std::string_view name);

// Each node below one, it included, in document order. What action does not want to be entered it answers with false.
void walk(xmlNode* node, const std::function<bool(xmlNode*)>& action);

// For each attribute of each element of the tree: what action answers is the new value where it differs.
void change_attributes(
    xmlDoc* tree,
    const std::function<std::string(std::string_view uri, std::string_view name, std::string value)>& action);

// Takes a node with all that is in it out of its tree.
void remove(xmlNode* node);

}  // namespace soat::document
