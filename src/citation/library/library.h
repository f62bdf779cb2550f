#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citation/library/groups.h"
#include "text/error.h"

namespace soat::citation {

struct LibraryItem {
  std::int64_t key = 0;  // the library's own; stays with the item
  nlohmann::json item;   // CSL-JSON
  std::string uri;       // names the item in documents; stays with it, unlike what its data say
};

enum class LibraryHealth {
  sound,
  absent,      // no file, or an empty one: a new library can be made there
  damaged,     // part of it, or no database at all
  other,       // another program's database
  locked,      // another program keeps it
  unreadable,  // no permission, a folder, a broken disk
};

// Another program keeps the library locked. Nothing is wrong with it.
class LibraryLocked : public Error {
 public:
  using Error::Error;
};

// Looks a file over without changing it; reads all of it, so not for the main thread.
LibraryHealth health_of(const std::filesystem::path& file);

// The user's sources, in one SQLite file. Every change is a transaction of its own (all_or_none one for all), so a
// crash or a full disk costs at most the change at hand. Errors are soat::Error: the file cannot be opened, is no
// library, is damaged, or is kept locked by another program for two seconds (LibraryLocked). Use from one thread at a
// time.
class Library {
 public:
  enum class Access : unsigned char {
    read_write,  // the file is made where there is none
    read_only,   // nothing is written, beside the file either; it may be on a medium that cannot be written to
  };

  explicit Library(const std::filesystem::path& file, Access access = Access::read_write);
  ~Library();
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  // The item gets this URI if no other has it, else one of its own. Gives it as it stands in the library.
  LibraryItem add(const nlohmann::json& item, const std::string& uri = {});
  // Does `changes`, calls of this library, all or, when it throws, none of them.
  void all_or_none(const std::function<void()>& changes);
  void replace(std::int64_t key, const nlohmann::json& item);
  void remove(std::int64_t key);
  std::optional<nlohmann::json> get(std::int64_t key) const;
  std::optional<LibraryItem> find(const std::string& uri) const;
  std::size_t size() const;

  // Items that have, for each word of the query, a word that begins with it, in any of their fields. Marks and the
  // stroke of đ do not matter. The newest first. An empty query gives the newest items. `within`: only what belongs
  // there.
  std::vector<LibraryItem> search(std::string_view query, std::size_t limit,
                                  const std::optional<Group>& within = std::nullopt) const;

  // All collections and tags of the items; reads every item.
  std::vector<CountedGroup> groups(std::size_t most_tags) const;

  // Items that are the same work (is_same_work): the same DOI; ISBN and title of a whole book; address and title;
  // title, year and first author or container. Case, marks and punctuation aside. At most a hundred are looked at.
  std::vector<LibraryItem> duplicates(const nlohmann::json& item) const;

  // All items, as one list of CSL-JSON.
  nlohmann::json all() const;

  // Grows with each change that was made through this object.
  int changes() const;

 private:
  void renew_keys();

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace soat::citation
