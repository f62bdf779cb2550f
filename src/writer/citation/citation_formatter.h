#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "citation/csl/csl_engine.h"
#include "citation/zotero/codec.h"

namespace soat::writer {

// What decides which engine is needed.
struct FormatterSetup {
  std::string style;
  std::string locale;  // empty: the style's own, or Vietnamese
  bool vietnamese_order = true;
  std::vector<std::filesystem::path> style_folders;
  std::vector<std::filesystem::path> locale_folders;

  bool operator==(const FormatterSetup&) const = default;
};

using ItemData = std::shared_ptr<const nlohmann::json>;

// A citation as the engine takes it. `cites` is shared between snapshots as long as nothing changes.
struct CitationInput {
  std::string id;
  std::shared_ptr<const nlohmann::json> cites;  // citationItems with the engine's ids
  bool unsorted = false;
  int note = 0;
};

// A document's citations at one moment; made on the main thread, read on the worker's.
struct CitationSnapshot {
  FormatterSetup setup;
  std::vector<CitationInput> citations;   // in document order
  std::map<std::string, ItemData> items;  // by the engine's id
  std::vector<std::string> uncited;
  std::vector<std::string> omitted;
};

// A CSL engine that follows one document. It is told only what is new since the last call, so that an insertion into a
// long document takes milliseconds. All functions but cancel() belong to one thread, wait for the engine, and throw
// soat::Error; after an error the next call begins with a new engine.
class CitationFormatter {
 public:
  // RTF by citation id.
  using Texts = std::map<std::string, std::string>;
  using Progress = std::function<void(std::size_t, std::size_t)>;

  // Makes sure that the style can be used, and gives what it says of itself.
  citation::StyleInfo open(const FormatterSetup& setup);

  // Tells the engine the document as it is, rendering nothing.
  void warm_up(const CitationSnapshot& snapshot);

  // Puts in a citation, new or in another form, before the citation `at` of the snapshot (which does not hold it).
  // Gives the texts that change, its own among them.
  Texts insert(const CitationSnapshot& snapshot, const CitationInput& citation, std::size_t at);
  std::string preview(const CitationSnapshot& snapshot, const CitationInput& citation, std::size_t at);

  // The texts that change when citations were taken away that the engine knows.
  Texts removed(const CitationSnapshot& snapshot);

  Texts all(const CitationSnapshot& snapshot, const Progress& progress);

  citation::Bibliography list(const CitationSnapshot& snapshot, bool headings);

  // For any thread: ends what runs with an error that says so.
  void cancel();

 private:
  template <class Work>
  auto guard(Work work);
  citation::CslEngine& prepare(const CitationSnapshot& snapshot);
  citation::CslEngine& follow(const CitationSnapshot& snapshot);
  void restore(citation::CslEngine& engine, const CitationSnapshot& snapshot);
  void drop();

  std::mutex mutex_;                             // of the pointer
  std::shared_ptr<citation::CslEngine> engine_;  // null before the first use and after an error
  citation::StyleInfo info_;
  FormatterSetup setup_;
  std::map<std::string, ItemData> items_;
  std::map<std::string, CitationInput> known_;
  std::vector<std::string> uncited_;
  Texts pending_;  // changes that came up while following the document
};

}  // namespace soat::writer
