#include "citation/library/library.h"

#include <sqlite3.h>

#include <array>
#include <fstream>
#include <random>
#include <system_error>
#include <utility>

#include "citation/exchange/json_depth.h"
#include "citation/library/item_text.h"
#include "text/ascii.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::citation {

using nlohmann::json;

namespace {

// "Soat" as the file's application id, so that another program's database is not taken for a library.
constexpr int kApplication = 0x536F6174;

}  // namespace

struct Library::State {
  sqlite3* database = nullptr;
  std::string file;

  ~State() { sqlite3_close(database); }

  [[noreturn]] void fail() const {
    const int code = sqlite3_errcode(database) & 0xFF;
    const auto fails = [&](auto id) { throw Error(texts::error_named, file, text::Message(id)); };
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
      throw LibraryLocked(texts::error_named, file, text::Message(texts::error_library_locked));
    if (code == SQLITE_NOTADB) fails(texts::error_library_no_library);
    if (code == SQLITE_CORRUPT) fails(texts::error_library_damaged);
    if (code == SQLITE_FULL) fails(texts::error_library_disk_full);
    const char* const reason = sqlite3_errmsg(database);
    if (code == SQLITE_READONLY || code == SQLITE_CANTOPEN)
      throw Error(texts::error_named, file, text::Message(texts::error_library_not_opened, reason));
    throw Error(texts::error_named, file, reason);
  }

  void run(const char* sql) const {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
};

namespace {

class Statement {
 public:
  template <typename State>
  Statement(const State& state, const char* sql) {
    if (sqlite3_prepare_v2(state.database, sql, -1, &statement_, nullptr) != SQLITE_OK) state.fail();
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(int index, const std::string& text) {
    sqlite3_bind_text(statement_, index, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    return *this;
  }
  Statement& bind(int index, std::int64_t number) {
    sqlite3_bind_int64(statement_, index, number);
    return *this;
  }
  // Whether there is a row.
  template <typename State>
  bool step(const State& state) {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) state.fail();
    return code == SQLITE_ROW;
  }
  std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
  std::string text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return text ? text : "";
  }
  // Of a row that begins with id, data, uri.
  LibraryItem library_item() const { return {number(0), item(1), text(2)}; }
  json item(int column) const {
    const std::string written = text(column);
    if (too_deep(written)) return json::object();
    json data = json::parse(written, nullptr, false);
    return data.is_object() ? data : json::object();
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

// All or nothing; inside another transaction, as part of that.
template <typename State, typename Work>
void transaction(const State& state, Work work) {
  if (!sqlite3_get_autocommit(state.database)) {
    work();
    return;
  }
  state.run("BEGIN IMMEDIATE");
  try {
    work();
    state.run("COMMIT");
  } catch (...) {
    sqlite3_exec(state.database, "ROLLBACK", nullptr, nullptr, nullptr);
    throw;
  }
}

// A version 4 UUID (RFC 9562) as a URN.
std::string new_uri() {
  std::random_device source;
  std::string uri = "urn:uuid:";
  for (std::size_t i = 0; i < 32; ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) uri += '-';
    const std::size_t digit = source() & 15;
    uri += text::hex_digit(i == 12 ? 4 : i == 16 ? 8 | (digit & 3) : digit);
  }
  return uri;
}

template <typename State>
void write(const State& state, std::int64_t key, const json& item, const std::string& uri) {
  std::string data;
  try {
    data = item.dump();
  } catch (const json::exception&) {
    throw Error(texts::error_library_not_utf8, state.file);
  }
  const WorkKeys work = work_keys(item);
  Statement(
      state,
      "INSERT INTO items(id, data, doi, isbn, url, title, uri) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(id) "
      "DO UPDATE SET data = ?2, doi = ?3, isbn = ?4, url = ?5, title = ?6")
      .bind(1, key)
      .bind(2, data)
      .bind(3, work.doi)
      .bind(4, work.isbn)
      .bind(5, work.url)
      .bind(6, work.title)
      .bind(7, uri)
      .step(state);
  Statement(state, "DELETE FROM words WHERE rowid = ?1").bind(1, key).step(state);
  Statement(state, "INSERT INTO words(rowid, text) VALUES(?1, ?2)").bind(1, key).bind(2, searchable(item)).step(state);
}

template <typename State>
std::int64_t next_key(const State& state) {
  Statement next(state, "SELECT coalesce(max(id), 0) + 1 FROM items");
  next.step(state);
  return next.number(0);
}

// What SQLite opens to read the file without writing anything. A library in WAL mode whose journal is empty is read as
// a file that nobody changes: SQLite would else make an index beside it.
std::string read_only_uri(const std::filesystem::path& file) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    if (c == '%' || c == '?' || c == '#') {
      uri += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
    } else {
      uri += c;
    }
  }
  std::array<char, 20> head{};
  std::ifstream(file, std::ios::binary).read(head.data(), head.size());
  std::error_code absent;
  const auto journal = std::filesystem::file_size(file.string() + "-wal", absent);
  const bool wal = head[18] == 2 || head[19] == 2;
  return uri + (wal && (absent || journal == 0) ? "?immutable=1" : "?mode=ro");
}

}  // namespace

LibraryHealth health_of(const std::filesystem::path& file) {
  std::error_code failed;
  const auto status = std::filesystem::status(file, failed);
  if (status.type() == std::filesystem::file_type::not_found) return LibraryHealth::absent;
  if (!std::filesystem::is_regular_file(status)) return LibraryHealth::unreadable;
  if (std::filesystem::file_size(file, failed) == 0) return LibraryHealth::absent;
  sqlite3* database = nullptr;
  sqlite3_stmt* statement = nullptr;
  // A question that gives one value; its result code too.
  const auto ask = [&](const char* sql, std::string& answer) {
    int code = sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    if (code == SQLITE_OK) {
      code = sqlite3_step(statement);
      if (code == SQLITE_ROW) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        answer = text ? text : "";
        code = SQLITE_OK;
      }
    }
    sqlite3_finalize(statement);
    statement = nullptr;
    return code & 0xFF;
  };
  LibraryHealth health = LibraryHealth::unreadable;
  if (sqlite3_open_v2(file.string().c_str(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK) {
    sqlite3_busy_timeout(database, 2000);
    std::string mark;
    std::string check;
    int code = ask("PRAGMA application_id", mark);
    if (code == SQLITE_OK && mark != std::to_string(kApplication)) {
      health = LibraryHealth::other;
    } else {
      if (code == SQLITE_OK) code = ask("PRAGMA quick_check(1)", check);
      health = code == SQLITE_OK && check == "ok"             ? LibraryHealth::sound
               : code == SQLITE_OK || code == SQLITE_CORRUPT  ? LibraryHealth::damaged
               : code == SQLITE_BUSY || code == SQLITE_LOCKED ? LibraryHealth::locked
               : code == SQLITE_NOTADB                        ? LibraryHealth::damaged
                                                              : LibraryHealth::unreadable;
    }
  }
  sqlite3_close(database);
  return health;
}

Library::Library(const std::filesystem::path& file, Access access) : state_(std::make_unique<State>()) {
  state_->file = file.string();
  const bool reading = access == Access::read_only;
  const std::string name = reading ? read_only_uri(file) : state_->file;
  const int flags = reading ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (sqlite3_open_v2(name.c_str(), &state_->database, flags | SQLITE_OPEN_FULLMUTEX, nullptr) != SQLITE_OK)
    state_->fail();
  sqlite3_busy_timeout(state_->database, 2000);
  Statement mark(*state_, "PRAGMA application_id");
  mark.step(*state_);
  Statement tables(*state_, "SELECT count(*) FROM sqlite_master");
  tables.step(*state_);
  if (tables.number(0) > 0) {
    if (mark.number(0) != kApplication) throw Error(texts::error_library_other, state_->file);
    if (!reading) renew_keys();
    return;
  }
  if (reading) throw Error(texts::error_library_empty, state_->file);
  transaction(*state_, [&] {
    state_->run(
        "CREATE TABLE IF NOT EXISTS items(id INTEGER PRIMARY KEY, data TEXT NOT NULL, doi TEXT NOT NULL, isbn TEXT NOT "
        "NULL, url TEXT NOT NULL, "
        "title TEXT NOT NULL, uri TEXT NOT NULL UNIQUE);"
        "CREATE INDEX IF NOT EXISTS by_doi ON items(doi); CREATE INDEX IF NOT EXISTS by_isbn ON items(isbn);"
        "CREATE INDEX IF NOT EXISTS by_url ON items(url); CREATE INDEX IF NOT EXISTS by_title ON items(title);"
        // The words come folded already; prefixes of up to three letters are what is typed first.
        "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, tokenize = 'unicode61 remove_diacritics 0', prefix "
        "= '1 2 3', detail = none);"
        "PRAGMA application_id = 1399808372; PRAGMA user_version = 4;");
  });
}

// Libraries of version 1 have other keys of works, those of versions 2 and 3 fewer words to find them by.
void Library::renew_keys() {
  const auto version = [&] {
    Statement statement(*state_, "PRAGMA user_version");
    statement.step(*state_);
    return statement.number(0);
  };
  if (version() >= 4) return;
  transaction(*state_, [&] {
    std::vector<LibraryItem> items;
    {
      Statement rows(*state_, "SELECT id, data, uri FROM items");
      while (rows.step(*state_)) items.push_back(rows.library_item());
    }
    for (const LibraryItem& one : items) {
      const WorkKeys work = work_keys(one.item);
      Statement(*state_, "UPDATE items SET doi = ?2, isbn = ?3, url = ?4, title = ?5 WHERE id = ?1")
          .bind(1, one.key)
          .bind(2, work.doi)
          .bind(3, work.isbn)
          .bind(4, work.url)
          .bind(5, work.title)
          .step(*state_);
      Statement(*state_, "DELETE FROM words WHERE rowid = ?1").bind(1, one.key).step(*state_);
      Statement(*state_, "INSERT INTO words(rowid, text) VALUES(?1, ?2)")
          .bind(1, one.key)
          .bind(2, searchable(one.item))
          .step(*state_);
    }
    state_->run("PRAGMA user_version = 4");
  });
}

Library::~Library() = default;

LibraryItem Library::add(const json& item, const std::string& uri) {
  LibraryItem added;
  transaction(*state_, [&] {
    const bool taken = !uri.empty() && find(uri).has_value();
    added = {next_key(*state_), item, uri.empty() || taken ? new_uri() : uri};
    write(*state_, added.key, item, added.uri);
  });
  return added;
}

void Library::all_or_none(const std::function<void()>& changes) {
  transaction(*state_, changes);
}

void Library::replace(std::int64_t key, const json& item) {
  transaction(*state_, [&] { write(*state_, key, item, new_uri()); });
}

void Library::remove(std::int64_t key) {
  transaction(*state_, [&] {
    Statement(*state_, "DELETE FROM items WHERE id = ?1").bind(1, key).step(*state_);
    Statement(*state_, "DELETE FROM words WHERE rowid = ?1").bind(1, key).step(*state_);
  });
}

std::optional<json> Library::get(std::int64_t key) const {
  Statement row(*state_, "SELECT data FROM items WHERE id = ?1");
  row.bind(1, key);
  if (!row.step(*state_)) return std::nullopt;
  return row.item(0);
}

std::optional<LibraryItem> Library::find(const std::string& uri) const {
  Statement row(*state_, "SELECT id, data, uri FROM items WHERE uri = ?1");
  row.bind(1, uri);
  if (!row.step(*state_)) return std::nullopt;
  return row.library_item();
}

std::size_t Library::size() const {
  Statement row(*state_, "SELECT count(*) FROM items");
  row.step(*state_);
  return static_cast<std::size_t>(row.number(0));
}

std::vector<LibraryItem> Library::search(std::string_view query, std::size_t limit,
                                         const std::optional<Group>& within) const {
  std::string match;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) match += (match.empty() ? "\"" : " AND \"") + word + "\"*";
    word.clear();
  };
  for (const char c : folded(query)) {
    if (c == ' ') {
      flush();
    } else if (c != '"') {
      word += c;
    }
  }
  flush();
  const std::string sql = match.empty()
                              ? "SELECT id, data, uri FROM items ORDER BY id DESC LIMIT ?2"
                              : "SELECT id, data, uri FROM items WHERE id IN (SELECT rowid FROM words WHERE words "
                                "MATCH ?1 ORDER BY rowid DESC LIMIT ?2) "
                                "ORDER BY id DESC";
  Statement rows(*state_, sql.c_str());
  if (!match.empty()) rows.bind(1, match);
  constexpr std::int64_t no_limit = -1;
  rows.bind(2, within ? no_limit : static_cast<std::int64_t>(limit));
  std::vector<LibraryItem> found;
  while (found.size() < limit && rows.step(*state_)) {
    LibraryItem one = rows.library_item();
    if (!within || belongs(one.item, *within)) found.push_back(std::move(one));
  }
  return found;
}

std::vector<CountedGroup> Library::groups(std::size_t most_tags) const {
  Statement rows(*state_, "SELECT data FROM items");
  GroupCounter counter;
  while (rows.step(*state_)) counter.add(rows.item(0));
  return counter.counted(most_tags);
}

std::vector<LibraryItem> Library::duplicates(const json& item) const {
  Statement rows(
      *state_,
      "SELECT id, data, uri FROM items WHERE (?1 <> '' AND doi = ?1) OR (?2 <> '' AND isbn = ?2) OR (?3 <> '' "
      "AND url = ?3) OR "
      "(?4 <> '' AND title = ?4) ORDER BY id LIMIT 100");
  const WorkKeys work = work_keys(item);
  rows.bind(1, work.doi).bind(2, work.isbn).bind(3, work.url).bind(4, work.title);
  std::vector<LibraryItem> found;
  while (rows.step(*state_)) {
    LibraryItem one = rows.library_item();
    if (is_same_work(work, work_keys(one.item))) found.push_back(std::move(one));
  }
  return found;
}

json Library::all() const {
  Statement rows(*state_, "SELECT data FROM items ORDER BY id");
  json list = json::array();
  while (rows.step(*state_)) list.push_back(rows.item(0));
  return list;
}

int Library::changes() const {
  return sqlite3_total_changes(state_->database);
}

}  // namespace soat::citation
