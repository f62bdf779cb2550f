#include <gtest/gtest.h>

#include "citation/exchange/exchange.h"
#include "text/error.h"

namespace soat::citation {
namespace {

TEST(ZoteroRdf, WithoutItemsIsRefused) {
  EXPECT_THROW(read_zotero_rdf("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", "a.rdf"), Error);
}

}  // namespace
}  // namespace soat::citation
