#pragma once

#include <string>

#include "citation/form/cite_list.h"
#include "writer/border/configuration.h"
#include "writer/citation/document_citations.h"

namespace soat::writer {

// Whether a citation put in beside another becomes one with it: what the user chose last in the window that inserts.
bool merges_touching(const Context& context);
void set_merges_touching(const Context& context, bool merges);

// What is to be put in, and in the place of which citation; of none: the id is empty.
struct WantedCitation {
  std::string replaced;
  Json cites;
  bool unsorted = false;  // the cites keep the order that their author gave them
};

// The cites as one citation with the one beside which they are put.
WantedCitation merged_with(const BesideCursor& neighbour, const citation::CiteList& cites, bool unsorted);

// Whether a citation (its data) keeps the order that its author gave it.
bool is_unsorted(const Json& citation);

}  // namespace soat::writer
