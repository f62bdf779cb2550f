#include "writer/sources/source_search.h"

#include <algorithm>

#include "citation/library/item_text.h"
#include "writer/border/border.h"
#include "writer/sources/user_library.h"

namespace soat::writer {

namespace {

constexpr std::size_t most_shown = 100;

}  // namespace

void SourceSearch::read_document(DocumentCitations& citations) {
  guarded("document sources", [&] {
    document_.clear();
    for (const DocumentItem& item : citations.items()) {
      nlohmann::json data = item.data;
      std::string words = citation::searchable(data);
      document_.push_back({{std::move(data), item.uris.empty() ? std::string() : item.uris.front(), true},
                           item.uris,
                           std::move(words)});
    }
  });
}

void SourceSearch::start(const std::string& query, std::function<void(const std::u16string&)> done) {
  UserLibrary::instance().search(
      context_, query, most_shown, std::nullopt,
      [this, query, done = std::move(done)](const UserLibrary::Items& items, const std::u16string& error) {
        found_.clear();
        for (const DocumentSource& one : document_) {
          if (citation::has_words(one.words, query)) found_.push_back(one.source);
        }
        for (const citation::LibraryItem& item : items) {
          const bool there = std::any_of(document_.begin(), document_.end(), [&](const DocumentSource& one) {
            return std::find(one.uris.begin(), one.uris.end(), item.uri) != one.uris.end();
          });
          if (!there) found_.push_back({item.item, item.uri, false});
        }
        const std::u16string notice = UserLibrary::instance().take_notice(context_);
        done(error.empty() ? notice : error);
      });
}

}  // namespace soat::writer
