#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "citation/csl/csl_engine.h"
#include "citation/csl/style_stamp.h"
#include "citation/zotero/codec.h"
#include "text/message.h"

namespace soat::citation::session {

// What decides which engine is needed.
struct FormatterSetup {
  std::string style;
  std::string locale;  // empty: the style's own, or Vietnamese
  bool vietnamese_order = true;
  FullNames full_names = FullNames::usual;
  bool mark_cites = false;  // texts tell which words are of which source (read by cite_links.h)
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
struct Snapshot {
  FormatterSetup setup;
  std::vector<CitationInput> citations;   // in document order
  std::map<std::string, ItemData> items;  // by the engine's id
  std::vector<std::string> uncited;
  std::vector<std::string> omitted;
};

// A CSL engine that follows one document. It is told only what is new since the last call, so that an insertion into a
// long document takes milliseconds. Belongs to one thread. Its functions throw soat::Error (Cancelled once `cancelled`
// has been set); after an error the next call begins with a new engine.
class Formatter {
 public:
  // `cancelled` outlives the formatter.
  explicit Formatter(const std::atomic<bool>& cancelled) : cancelled_(cancelled) {}

  // RTF by citation id.
  using Texts = std::map<std::string, std::string>;
  using Progress = std::function<void(std::size_t, std::size_t)>;

  // Makes sure that the style can be used, and gives what it says of itself. A style whose file has changed since it
  // was read is read anew; where it is broken now, it goes on as it was, which take_style_fault() tells.
  StyleInfo open(const FormatterSetup& setup);

  // Why the style's changed file cannot be used, which names it; once for each change.
  std::optional<text::Message::Argument> take_style_fault() { return std::exchange(style_fault_, std::nullopt); }

  // Tells the engine the document as it is, rendering nothing.
  void warm_up(const Snapshot& snapshot);

  // Puts in a citation, new or in another form, before the citation `at` of the snapshot (which does not hold it).
  // Gives the texts that change, its own among them.
  Texts insert(const Snapshot& snapshot, const CitationInput& citation, std::size_t at);
  std::string preview(const Snapshot& snapshot, const CitationInput& citation, std::size_t at);

  // The texts that change when citations were taken away that the engine knows.
  Texts removed(const Snapshot& snapshot);

  Texts all(const Snapshot& snapshot, const Progress& progress);

  Bibliography list(const Snapshot& snapshot, bool headings);

 private:
  template <class Work>
  auto guard(Work work);
  CslEngine& prepare(const Snapshot& snapshot);
  CslEngine& follow(const Snapshot& snapshot);
  void restore(CslEngine& engine, const Snapshot& snapshot);
  void drop();
  std::shared_ptr<const CheckedStyle> style_of(const FormatterSetup& setup);

  const std::atomic<bool>& cancelled_;
  std::unique_ptr<CslEngine> engine_;  // null before the first use and after an error
  StyleInfo info_;
  FormatterSetup setup_;
  std::shared_ptr<const CheckedStyle> style_;  // as it was read last, sound; null before the first use
  std::vector<FileStamp> stamps_;              // of its files, as they were seen last
  std::optional<text::Message::Argument> style_fault_;
  std::map<std::string, ItemData> items_;
  std::map<std::string, CitationInput> known_;
  std::vector<std::string> uncited_;
  Texts pending_;  // changes that came up while following the document
};

}  // namespace soat::citation::session
