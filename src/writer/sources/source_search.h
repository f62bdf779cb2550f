#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "writer/border/configuration.h"
#include "writer/citation/document_citations.h"

namespace soat::writer {

struct FoundSource {
  nlohmann::json item;
  std::string uri;
  bool in_document = false;
};

// Looks for sources as they are typed: first among those that the document carries, then in the user's library. For
// the main thread; must live in something that the callback keeps alive.
class SourceSearch {
 public:
  explicit SourceSearch(const Context& context) : context_(context) {}

  // Reads the document's sources, which takes a while in a long one; those cited later are not seen. Until then only
  // the library is searched.
  void read_document(DocumentCitations& citations);

  // `done` is called on the main thread, with what went wrong with the library, empty when all is well; found() then
  // has the answer. Not called when another search is started meanwhile.
  void start(const std::string& query, std::function<void(const std::u16string& error)> done);

  const std::vector<FoundSource>& found() const { return found_; }

 private:
  struct DocumentSource {
    FoundSource source;
    std::vector<std::string> uris;
    std::string words;
  };

  Context context_;
  std::vector<DocumentSource> document_;
  std::vector<FoundSource> found_;
};

}  // namespace soat::writer
