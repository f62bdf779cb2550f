#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "citation/csl/full_names.h"
#include "citation/csl/item_check.h"
#include "citation/csl/style_check.h"
#include "text/error.h"

namespace soat::citation {

enum class OutputFormat { text, html, rtf };

struct EngineOptions {
  CheckedStyle style;
  std::string locale = "vi-VN";
  bool force_locale = false;  // also where the style names a locale of its own
  OutputFormat format = OutputFormat::text;
  // Vietnamese works first and their authors by given name, in lists that the style sorts; languages normalised so that
  // Vietnamese names stand family first without a comma.
  bool vietnamese_order = true;
  FullNames full_names = FullNames::usual;
  bool mark_cites = false;  // RTF of citations tells which words are of which source (zotero/rich_text.h)
  std::vector<std::filesystem::path> locale_folders;
  std::size_t memory_limit = std::size_t{512} << 20;  // bytes
  // Processor time for a call, to which every known item adds a tenth of a second, and for the work on the style or on
  // one item in it, thousands of times what usual ones take: a slow or busy machine must not be taken for a style that
  // never ends.
  std::chrono::milliseconds time_limit = std::chrono::minutes(2);
  std::chrono::milliseconds step_limit = std::chrono::seconds(15);
  // Set by another thread: the call that runs ends with Cancelled, as do later ones until it is cleared. May be null;
  // else it outlives the engine.
  const std::atomic<bool>* cancelled = nullptr;
};

// What the engine says when a call fails: the style, the item where it was at work on one, the reason.
class EngineError : public Error {
 public:
  EngineError(const text::Message& message, std::string item) : Error(message), item_(std::move(item)) {}

  const std::string& item() const { return item_; }  // its id; empty where the failure belongs to no item

 private:
  std::string item_;
};

// Where a citation stands: id and the number of its note (0 in the body text).
using CitationPlace = std::pair<std::string, int>;

struct ChangedCitation {
  std::size_t index = 0;  // in document order
  std::string id;
  std::string text;  // in the output format
};

struct CitationUpdate {
  std::vector<ChangedCitation> changed;
  bool bibliography_changed = false;
};

struct BibliographyEntry {
  std::string item;  // id
  std::string text;
};

struct BibliographyGroup {
  std::string language;  // "vi", "en", … or "other"; empty when not grouped
  std::string heading;   // empty when the whole list is in one language
  std::vector<BibliographyEntry> entries;
};

struct Bibliography {
  std::vector<BibliographyGroup> groups;
  std::string start;  // of the output format, around the entries
  std::string end;
  bool hanging_indent = false;
  std::string second_field_align;  // "", "flush" or "margin"
  double line_spacing = 1;
  double entry_spacing = 1;
  int max_offset = 0;                     // characters of the widest first field
  std::vector<std::string> all_headings;  // that groups may have, in every locale
};

// citeproc-js with one style. Belongs to the thread that calls it first, where building the style may take its time; a
// call ends with its answer, an EngineError, or Cancelled. After a call that was cancelled or stopped by a limit the
// engine knows its items, but no citation and nothing uncited any more.
class CslEngine {
 public:
  explicit CslEngine(EngineOptions options);
  ~CslEngine();
  CslEngine(const CslEngine&) = delete;
  CslEngine& operator=(const CslEngine&) = delete;

  const StyleInfo& style() const;

  // An array of CSL-JSON items: new ones, or new versions of known ones. Gives what is wrong with them; a field that
  // cannot be read is left out.
  std::vector<ItemFault> set_items(const nlohmann::json& items);

  // A citation (CSL citation JSON with citationID, citationItems, properties.noteIndex) put between those before and
  // after it. Gives the texts that change, its own among them. The places name every other citation of the document.
  CitationUpdate insert(nlohmann::json citation, const std::vector<CitationPlace>& before,
                        const std::vector<CitationPlace>& after);

  // What insert would give for the citation itself, changing nothing.
  std::string preview(nlohmann::json citation, const std::vector<CitationPlace>& before,
                      const std::vector<CitationPlace>& after);

  // Takes over all citations of a document, in order, without making their texts: after it insert, preview and render
  // work as if they had been inserted one after the other, in a small part of the time.
  void restore(nlohmann::json citations, const std::vector<std::string>& uncited);

  // The texts of the first `count` citations that the engine knows, in document order. `progress` (may be empty) is
  // called with the number done and the number of all.
  std::vector<std::string> render(std::size_t count, const std::function<void(std::size_t, std::size_t)>& progress);

  // Items listed though not cited.
  void set_uncited(const std::vector<std::string>& items);

  Bibliography bibliography(bool by_language, const std::vector<std::string>& omitted);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace soat::citation
