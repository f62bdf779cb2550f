#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "citation/exchange/custom_lists.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/zotero_items.h"
#include "text/error.h"
#include "texts/texts.h"

// A library of Zotero 5 to 7, its file zotero.sqlite. Read from bytes: neither locks that a running Zotero holds nor
// the file itself are touched. The items are rebuilt as in Zotero's JSON.

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::string_view kMagic("SQLite format 3\0", 16);

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, Close>;

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

class Rows {
 public:
  Rows(const Database& database, const char* sql, const std::string& name) : database_(database.get()), name_(name) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr) != SQLITE_OK) fail();
    statement_.reset(statement);
  }
  bool next() {
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail();
    return code == SQLITE_ROW;
  }
  std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  std::string text(int column) const {
    const unsigned char* value = sqlite3_column_text(statement_.get(), column);
    return value ? reinterpret_cast<const char*>(value) : "";
  }

 private:
  // Another version's tables, or damage.
  [[noreturn]] void fail() const {
    throw Error(texts::error_sources_zotero_database, name_, sqlite3_errmsg(database_));
  }

  sqlite3* database_;
  const std::string& name_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

Database open(std::string_view bytes, const std::string& name) {
  sqlite3* opened = nullptr;
  const int made = sqlite3_open(":memory:", &opened);
  Database database(opened);
  auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
  if (made != SQLITE_OK || !copy) throw Error(texts::error_out_of_memory, name);
  std::copy(bytes.begin(), bytes.end(), copy);
  // In memory there is no write-ahead log; what is in one beside the file is not read.
  if (copy[18] == 2) copy[18] = copy[19] = 1;
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  constexpr unsigned flags = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY;
  if (sqlite3_deserialize(database.get(), "main", copy, size, size, flags) != SQLITE_OK)
    throw Error(texts::error_out_of_memory, name);
  return database;
}

// "2020-03-04 4 March 2020", "2020-00-00 2020": what the user wrote stands behind Zotero's own reading of it.
std::string date_of(const std::string& stored) {
  const bool sortable = stored.size() >= 10 && stored[4] == '-' && stored[7] == '-';
  if (!sortable) return stored;
  std::string date = stored.substr(0, 10);
  while (date.ends_with("-00")) date.resize(date.size() - 3);
  return date == "0000" ? squeezed(stored.substr(10)) : date;
}

}  // namespace

bool is_database(std::string_view bytes) {
  return bytes.size() >= 100 && bytes.starts_with(kMagic);
}

json read_zotero_database(std::string_view bytes, const std::string& name) {
  if (!is_database(bytes)) throw Error(texts::error_sources_zotero_database, name, "");
  const Database database = open(bytes, name);
  std::map<std::int64_t, json> found;
  Rows items(database,
             "SELECT i.itemID, t.typeName, i.key FROM items i JOIN itemTypes t USING (itemTypeID) "
             "WHERE i.itemID NOT IN (SELECT itemID FROM deletedItems)",
             name);
  while (items.next()) found[items.number(0)] = {{"itemType", items.text(1)}, {"key", items.text(2)}};

  Rows values(database,
              "SELECT d.itemID, f.fieldName, v.value FROM itemData d JOIN fields f USING (fieldID) "
              "JOIN itemDataValues v USING (valueID)",
              name);
  while (values.next()) {
    const auto item = found.find(values.number(0));
    if (item == found.end()) continue;
    const std::string field = values.text(1);
    const bool date = field == "date" || field.starts_with("date") || field.ends_with("Date");
    item->second[field] = date ? date_of(values.text(2)) : values.text(2);
  }

  Rows people(database,
              "SELECT ic.itemID, ct.creatorType, c.lastName, c.firstName, c.fieldMode FROM itemCreators ic "
              "JOIN creators c USING (creatorID) JOIN creatorTypes ct USING (creatorTypeID) "
              "ORDER BY ic.itemID, ic.orderIndex",
              name);
  while (people.next()) {
    const auto item = found.find(people.number(0));
    if (item == found.end()) continue;
    json creator = {{"creatorType", people.text(1)}};
    if (people.number(4) == 1) {
      creator["name"] = people.text(2);
    } else {
      creator["lastName"] = people.text(2);
      creator["firstName"] = people.text(3);
    }
    item->second["creators"].push_back(std::move(creator));
  }

  Rows tags(database, "SELECT it.itemID, t.name FROM itemTags it JOIN tags t USING (tagID) ORDER BY it.itemID, t.name",
            name);
  while (tags.next()) {
    if (const auto item = found.find(tags.number(0)); item != found.end())
      item->second["tags"].push_back({{"tag", tags.text(1)}});
  }

  // Files in Zotero's storage by their place in its folder, where this database lies; others by their paths.
  std::map<std::int64_t, std::vector<std::string>> files;
  Rows attachments(database,
                   "SELECT a.parentItemID, i.key, a.path FROM itemAttachments a JOIN items i USING (itemID) "
                   "WHERE a.parentItemID IS NOT NULL AND a.path IS NOT NULL AND i.itemID NOT IN "
                   "(SELECT itemID FROM deletedItems) ORDER BY a.itemID",
                   name);
  while (attachments.next()) {
    const std::string path = attachments.text(2);
    constexpr std::string_view stored = "storage:";
    add_once(files[attachments.number(0)], path.starts_with(stored)
                                               ? "storage/" + attachments.text(1) + "/" + path.substr(stored.size())
                                               : linked_file(path));
  }

  json result = json::array();
  for (const auto& [id, object] : found) {
    json item = from_zotero_item(object);
    if (item.is_null()) continue;
    if (const auto own = files.find(id); own != files.end()) set_custom_list(item, custom_files, own->second);
    result.push_back(std::move(item));
  }
  return result;
}

}  // namespace soat::citation
