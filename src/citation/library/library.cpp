#include "citation/library/library.h"

#include <sqlite3.h>

#include "citation/reference/words.h"
#include "text/error.h"
#include "text/utf.h"

namespace soat::citation {

using nlohmann::json;

namespace {

// "Soat" as the file's application id, so that another program's database is not taken for a library.
constexpr int kApplication = 0x536F6174;

// Lower-case words without marks, separated by blanks.
std::string folded(std::string_view text) {
  std::string result;
  for (const LineWord& word : words_of(text::to_utf16(text))) {
    if (word.kind == LineWord::Kind::mark) continue;
    if (!result.empty() && word.space_before) result += ' ';
    if (!result.empty() && !word.space_before && result.back() != ' ') result += ' ';
    result += text::to_utf8(word.plain);
  }
  return result;
}

std::string text_of(const json& item, const char* key) {
  const auto found = item.find(key);
  if (found == item.end()) return {};
  return found->is_string() ? found->get<std::string>() : found->is_number() ? found->dump() : std::string();
}

std::string year_of(const json& item) {
  const auto issued = item.find("issued");
  if (issued == item.end() || !issued->is_object()) return {};
  const auto parts = issued->find("date-parts");
  if (parts == issued->end() || !parts->is_array() || parts->empty() || !(*parts)[0].is_array() || (*parts)[0].empty())
    return {};
  const json& year = (*parts)[0][0];
  return year.is_string() ? year.get<std::string>() : year.dump();
}

std::string searchable(const json& item) {
  std::string text;
  for (const char* key : {"title", "title-short", "container-title", "publisher", "publisher-place", "number", "genre",
                          "authority", "keyword", "collection-title", "DOI", "ISBN"}) {
    text += text_of(item, key) + " ";
  }
  for (const char* role : {"author", "editor", "translator"}) {
    const auto names = item.find(role);
    if (names == item.end() || !names->is_array()) continue;
    for (const json& name : *names) {
      if (name.is_object())
        text += text_of(name, "family") + " " + text_of(name, "given") + " " + text_of(name, "literal") + " ";
    }
  }
  return folded(text + year_of(item));
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// What makes two items one work; empty parts match nothing.
std::string doi_key(const json& item) {
  std::string doi = lower(text_of(item, "DOI"));
  for (const std::string_view prefix : {"https://doi.org/", "http://doi.org/", "http://dx.doi.org/", "doi:"}) {
    if (doi.starts_with(prefix)) doi.erase(0, prefix.size());
  }
  return doi;
}

std::string isbn_key(const json& item) {
  std::string digits;
  for (const char c : text_of(item, "ISBN")) {
    if ((c >= '0' && c <= '9') || c == 'X' || c == 'x') digits += c;
    if (digits.size() == 13) break;
  }
  // The ten-digit form is the same book: its first nine digits stand in the other after 978.
  if (digits.size() == 13 && digits.starts_with("978")) return digits.substr(3, 9);
  if (digits.size() == 10) return digits.substr(0, 9);
  return digits;
}

std::string url_key(const json& item) {
  std::string url = text_of(item, "URL");
  if (const auto scheme = url.find("://"); scheme != std::string::npos) url.erase(0, scheme + 3);
  if (url.starts_with("www.")) url.erase(0, 4);
  if (const auto hash = url.find('#'); hash != std::string::npos) url.erase(hash);
  while (!url.empty() && url.back() == '/') url.pop_back();
  return url;
}

std::string title_key(const json& item) {
  const std::string title = folded(text_of(item, "title"));
  const std::string year = year_of(item);
  if (title.empty() || year.empty()) return {};
  // Legal documents share subjects: the symbol tells them apart.
  return title + "|" + year + "|" + lower(text_of(item, "number"));
}

}  // namespace

struct Library::State {
  sqlite3* database = nullptr;
  std::string file;

  ~State() { sqlite3_close(database); }

  [[noreturn]] void fail() const {
    const int code = sqlite3_errcode(database) & 0xFF;
    std::string reason = sqlite3_errmsg(database);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
      reason = "another program keeps the library locked; close it and try again";
    if (code == SQLITE_NOTADB) reason = "not a library of sources; move the file away and a new one is made";
    if (code == SQLITE_CORRUPT) reason = "the library is damaged; restore a copy of it, or export what can be read";
    if (code == SQLITE_FULL) reason = "the disk is full; nothing was changed";
    throw Error(file + ": " + reason);
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
  json item(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    json data = json::parse(text ? text : "", nullptr, false);
    return data.is_object() ? data : json::object();
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

// All or nothing.
template <typename State, typename Work>
void transaction(const State& state, Work work) {
  state.run("BEGIN IMMEDIATE");
  try {
    work();
    state.run("COMMIT");
  } catch (...) {
    sqlite3_exec(state.database, "ROLLBACK", nullptr, nullptr, nullptr);
    throw;
  }
}

template <typename State>
void write(const State& state, std::int64_t key, const json& item) {
  std::string data;
  try {
    data = item.dump();
  } catch (const json::exception&) {
    throw Error(state.file + ": an item holds text that is not UTF-8; nothing was changed");
  }
  Statement(state, "INSERT OR REPLACE INTO items(id, data, doi, isbn, url, title) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
      .bind(1, key)
      .bind(2, data)
      .bind(3, doi_key(item))
      .bind(4, isbn_key(item))
      .bind(5, url_key(item))
      .bind(6, title_key(item))
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

}  // namespace

Library::Library(const std::filesystem::path& file) : state_(std::make_unique<State>()) {
  state_->file = file.string();
  if (sqlite3_open_v2(state_->file.c_str(), &state_->database,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr) != SQLITE_OK) {
    state_->fail();
  }
  sqlite3_busy_timeout(state_->database, 2000);
  Statement mark(*state_, "PRAGMA application_id");
  mark.step(*state_);
  Statement tables(*state_, "SELECT count(*) FROM sqlite_master");
  tables.step(*state_);
  if (tables.number(0) > 0) {
    if (mark.number(0) != kApplication)
      throw Error(state_->file + ": another program's database, not a library of sources");
    return;
  }
  transaction(*state_, [&] {
    state_->run(
        "CREATE TABLE IF NOT EXISTS items(id INTEGER PRIMARY KEY, data TEXT NOT NULL, doi TEXT NOT NULL, isbn TEXT NOT "
        "NULL, url TEXT NOT NULL, "
        "title TEXT NOT NULL);"
        "CREATE INDEX IF NOT EXISTS by_doi ON items(doi); CREATE INDEX IF NOT EXISTS by_isbn ON items(isbn);"
        "CREATE INDEX IF NOT EXISTS by_url ON items(url); CREATE INDEX IF NOT EXISTS by_title ON items(title);"
        // The words come folded already; prefixes of up to three letters are what is typed first.
        "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, tokenize = 'unicode61 remove_diacritics 0', prefix "
        "= '1 2 3', detail = none);"
        "PRAGMA application_id = 1399808372; PRAGMA user_version = 1;");
  });
}

Library::~Library() = default;

std::int64_t Library::add(const json& item) {
  std::int64_t key = 0;
  transaction(*state_, [&] {
    key = next_key(*state_);
    write(*state_, key, item);
  });
  return key;
}

std::size_t Library::add_all(const json& items) {
  std::size_t added = 0;
  transaction(*state_, [&] {
    std::int64_t key = next_key(*state_);
    for (const json& item : items) {
      if (!item.is_object() || !duplicates(item).empty()) continue;
      write(*state_, key++, item);
      ++added;
    }
  });
  return added;
}

void Library::replace(std::int64_t key, const json& item) {
  transaction(*state_, [&] { write(*state_, key, item); });
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

std::size_t Library::size() const {
  Statement row(*state_, "SELECT count(*) FROM items");
  row.step(*state_);
  return static_cast<std::size_t>(row.number(0));
}

std::vector<LibraryItem> Library::search(std::string_view query, std::size_t limit) const {
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
  const std::string sql = match.empty() ? "SELECT id, data FROM items ORDER BY id DESC LIMIT ?2"
                                        : "SELECT id, data FROM items WHERE id IN (SELECT rowid FROM words WHERE words "
                                          "MATCH ?1 ORDER BY rowid DESC LIMIT ?2) "
                                          "ORDER BY id DESC";
  Statement rows(*state_, sql.c_str());
  if (!match.empty()) rows.bind(1, match);
  rows.bind(2, static_cast<std::int64_t>(limit));
  std::vector<LibraryItem> found;
  while (rows.step(*state_)) found.push_back({rows.number(0), rows.item(1)});
  return found;
}

std::vector<LibraryItem> Library::duplicates(const json& item) const {
  Statement rows(*state_,
                 "SELECT id, data FROM items WHERE (?1 <> '' AND doi = ?1) OR (?2 <> '' AND isbn = ?2) OR (?3 <> '' "
                 "AND url = ?3) OR "
                 "(?4 <> '' AND title = ?4) ORDER BY id");
  rows.bind(1, doi_key(item)).bind(2, isbn_key(item)).bind(3, url_key(item)).bind(4, title_key(item));
  std::vector<LibraryItem> found;
  while (rows.step(*state_)) found.push_back({rows.number(0), rows.item(1)});
  return found;
}

json Library::all() const {
  Statement rows(*state_, "SELECT data FROM items ORDER BY id");
  json list = json::array();
  while (rows.step(*state_)) list.push_back(rows.item(0));
  return list;
}

}  // namespace soat::citation
