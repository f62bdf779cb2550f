#pragma once

#include <array>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "check/checker.h"
#include "check/house_list.h"
#include "citation/session/job_queue.h"
#include "reference/known_sources.h"
#include "text/error.h"
#include "text/syllable.h"
#include "writer/border/configuration.h"
#include "writer/proofing/house_list.h"

namespace soat::writer {

// The findings of one paragraph; shared so that an answer outlives its place in the cache.
using Findings = std::shared_ptr<const std::vector<check::Finding>>;

// The one Checker that the spell checker, the proofreader, the commands and macros share. It is loaded in the
// background when it is first wanted, so that neither the office's start nor the first paragraph waits for the disk.
class Engine {
 public:
  // started is called once, when loading begins, by whoever wants something of the checker first.
  explicit Engine(std::function<void(const Context&)> started);

  // The extension's own (writer/extension.h).
  static Engine& instance();

  // Starts loading if that has not begun. Returns at once.
  void start(const Context& context);

  // Calls action (on the loading thread) when loading has ended, well or not; at once if it has.
  void when_loaded(std::function<void()> action);

  // The checker, waiting for it at most so long; null while it is not there, and for good if it could not be loaded.
  std::shared_ptr<const check::Checker> checker(std::chrono::milliseconds patience);

  // What could not be loaded and why, one line each; complete once loading has ended.
  std::vector<Error> problems();
  // The same in the language of the interface, each behind a line feed.
  OUString problem_lines(const Context& context);

  // The findings of a paragraph taken by itself, from the cache when the same text was checked lately. Writer asks for
  // a paragraph again and again: after each change, for the context menu, for each view.
  Findings check_paragraph(const check::Checker& checker, std::u16string_view paragraph,
                           check::Profile profile = check::Profile::normal);

  // Whether the proofreader has been asked for a paragraph that Writer gives this text, lately.
  bool has_proofread(std::u16string_view text);
  void note_proofread(std::u16string_view text);

  // Whether a word is part of a web or e-mail address in some text that was proofread: the spell checker gets words
  // without the text round them. note_addresses gives whether the text had addresses that were not known yet.
  // A word that is misspelt outside addresses too (note_outside_addresses) is none of them; what that gives is whether
  // it counted as part of one.
  bool is_in_address(std::u16string_view word);
  bool note_addresses(std::u16string_view text);
  bool note_outside_addresses(std::u16string_view word);

  // The user's sources as rules know them; null until the library has been read.
  std::shared_ptr<const reference::KnownSources> sources();
  // What the user's office wants written; null for nothing. Set as sources are.
  std::shared_ptr<const check::HouseList> house_list();
  void set_house_list(std::shared_ptr<const check::HouseList> list);
  // The one style of placing tone marks that the user wants; none: as each document does. Set as sources are.
  std::optional<text::ToneStyle> tones();
  void set_tones(std::optional<text::ToneStyle> style);
  // Forgets the findings that were made with others. For any thread.
  void set_sources(std::shared_ptr<const reference::KnownSources> sources);

  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

 private:
  struct Files {
    std::filesystem::path folder;  // the extension's
    std::vector<std::filesystem::path> additions;
    HousePlace house_list;
  };
  void load(const Files& files) noexcept;

  struct Entry {
    std::u16string text;
    Findings findings;
    std::size_t bytes;  // that it takes
  };

  // The findings of one profile. Least recently used at the back; bounded by the bytes that all of it takes.
  struct Recent {
    Findings find(std::u16string_view text);
    void keep(std::u16string_view text, Findings findings);
    void clear();

    std::list<Entry> entries;
    std::unordered_map<std::u16string_view, std::list<Entry>::iterator> by_text;
    std::size_t bytes = 0;
  };

  std::function<void(const Context&)> when_started_;
  std::mutex mutex_;
  std::condition_variable loaded_;
  bool started_ = false;
  bool ended_ = false;
  std::shared_ptr<const check::Checker> checker_;
  std::vector<Error> problems_;
  std::vector<std::function<void()>> waiting_;

  bool stands_in_address(std::u16string_view word) const;  // with cache_mutex_ held

  std::mutex cache_mutex_;
  std::array<Recent, 2> recent_;                   // by profile
  std::unordered_set<std::size_t> proofread_;      // hashes of texts
  std::u16string addresses_;                       // each behind a line feed; bounded
  std::set<std::u16string, std::less<>> outside_;  // misspelt outside addresses; bounded
  std::shared_ptr<const reference::KnownSources> sources_;
  std::shared_ptr<const check::HouseList> house_list_;
  std::optional<text::ToneStyle> tones_;
  JobQueue loader_;  // last: its thread uses the others
};

}  // namespace soat::writer
