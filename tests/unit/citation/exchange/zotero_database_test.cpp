#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstddef>
#include <string>

#include "citation/exchange/exchange.h"
#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;

// A database in memory with these statements run, as the bytes of its file.
std::string database(const char* sql) {
  sqlite3* made = nullptr;
  EXPECT_EQ(sqlite3_open(":memory:", &made), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(made, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(made);
  sqlite3_int64 size = 0;
  unsigned char* bytes = sqlite3_serialize(made, "main", &size, 0);
  const std::string file(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  sqlite3_free(bytes);
  sqlite3_close(made);
  return file;
}

const char* const kZotero = R"(
  CREATE TABLE itemTypes(itemTypeID INTEGER PRIMARY KEY, typeName TEXT);
  CREATE TABLE items(itemID INTEGER PRIMARY KEY, itemTypeID INT, libraryID INT, key TEXT);
  CREATE TABLE fields(fieldID INTEGER PRIMARY KEY, fieldName TEXT);
  CREATE TABLE itemDataValues(valueID INTEGER PRIMARY KEY, value TEXT);
  CREATE TABLE itemData(itemID INT, fieldID INT, valueID INT);
  CREATE TABLE creators(creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT, fieldMode INT);
  CREATE TABLE creatorTypes(creatorTypeID INTEGER PRIMARY KEY, creatorType TEXT);
  CREATE TABLE itemCreators(itemID INT, creatorID INT, creatorTypeID INT, orderIndex INT);
  CREATE TABLE tags(tagID INTEGER PRIMARY KEY, name TEXT);
  CREATE TABLE itemTags(itemID INT, tagID INT, type INT);
  CREATE TABLE itemAttachments(itemID INTEGER PRIMARY KEY, parentItemID INT, linkMode INT, contentType TEXT, path TEXT);
  CREATE TABLE deletedItems(itemID INT);
  INSERT INTO itemTypes VALUES(1,'journalArticle'),(2,'attachment'),(3,'statute');
  INSERT INTO items VALUES(1,1,1,'ABCD1234'),(2,2,1,'ATT'),(3,3,1,'LAW'),(4,1,1,'GONE');
  INSERT INTO deletedItems VALUES(4);
  INSERT INTO fields VALUES(1,'title'),(2,'date'),(3,'publicationTitle'),(5,'nameOfAct'),(6,'publicLawNumber'),
    (7,'dateEnacted'),(8,'accessDate');
  INSERT INTO itemDataValues VALUES(1,'Mực nước'),(2,'2018-03-00 tháng 3 2018'),(3,'Tạp chí Sông'),(5,'Luật Thủy lợi'),
    (6,'08/2017/QH14'),(7,'2017-06-19 19/6/2017'),(8,'2020-01-02 03:04:05');
  INSERT INTO itemData VALUES(1,1,1),(1,2,2),(1,3,3),(1,8,8),(3,5,5),(3,6,6),(3,7,7),(4,1,1);
  INSERT INTO creators VALUES(1,'An','Lý',0),(2,'','Bộ Y tế',1);
  INSERT INTO creatorTypes VALUES(1,'author'),(2,'editor');
  INSERT INTO itemCreators VALUES(1,2,1,1),(1,1,1,0);
  INSERT INTO tags VALUES(1,'lũ'),(2,'sông');
  INSERT INTO itemTags VALUES(1,1,0),(1,2,0);)";

TEST(ZoteroDatabase, IsReadWithoutWhatWasThrownAway) {
  const json items = read_zotero_database(database(kZotero), "zotero.sqlite");
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(
      items[0].dump(),
      R"({"accessed":{"date-parts":[[2020,1,2]]},"author":[{"family":"Lý","given":"An"},{"literal":"Bộ Y tế"}],)"
      R"("container-title":"Tạp chí Sông","id":"ABCD1234","issued":{"date-parts":[[2018,3]]},"keyword":"lũ, sông",)"
      R"("title":"Mực nước","type":"article-journal"})");
  EXPECT_EQ(items[1]["title"], "Luật Thủy lợi");
  EXPECT_EQ(items[1]["type"], "legislation");
  EXPECT_EQ(items[1]["number"], "08/2017/QH14");
}

TEST(ZoteroDatabase, FilesComeWithTheirItems) {
  const json items = read_zotero_database(database((std::string(kZotero) + R"(
    INSERT INTO items VALUES(5,2,1,'ATT5'),(6,2,1,'ATT6'),(7,2,1,'ATT7');
    INSERT INTO deletedItems VALUES(7);
    INSERT INTO itemAttachments VALUES(2,1,0,'application/pdf','storage:mực nước.pdf'),(5,1,2,'','/home/lan/b.pdf'),
      (6,3,2,'','attachments:luật/c.pdf'),(7,3,0,'','storage:gone.pdf');)")
                                                       .c_str()),
                                          "zotero.sqlite");
  EXPECT_EQ(items[0]["custom"]["files"], json({"storage/ATT/mực nước.pdf", "/home/lan/b.pdf"}));
  EXPECT_EQ(items[1]["custom"]["files"], json({"luật/c.pdf"}));
}

TEST(ZoteroDatabase, OneInWriteAheadModeIsReadToo) {
  std::string bytes = database(kZotero);
  bytes[18] = bytes[19] = 2;
  EXPECT_EQ(read_zotero_database(bytes, "zotero.sqlite").size(), 2U);
}

TEST(ZoteroDatabase, OthersAndDamagedOnesAreRefused) {
  EXPECT_THROW(read_zotero_database("SQLite format 3", "zotero.sqlite"), Error);
  EXPECT_THROW(read_zotero_database(database("CREATE TABLE a(b);"), "zotero.sqlite"), Error);
  std::string bytes = database(kZotero);
  for (std::size_t i = 200; i < bytes.size(); ++i) bytes[i] = static_cast<char>(bytes[i] ^ 0x5A);
  EXPECT_THROW(read_zotero_database(bytes, "zotero.sqlite"), Error);
  EXPECT_THROW(read_zotero_database(database(kZotero).substr(0, 600), "zotero.sqlite"), Error);
}

}  // namespace
}  // namespace soat::citation
