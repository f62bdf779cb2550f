#include "citation/library/library.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <fstream>

#include "citation/library/intake.h"
#include "citation/library/item_text.h"
#include "citation/library/open_library.h"
#include "text/error.h"
#include "unit/citation/library/library_test.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST_F(LibraryTest, FindsByBeginningsOfWordsWithoutMarks) {
  Library library(file());
  const auto boats = library.add(book("Đò ngang sông Hậu", "Nguyễn", "Thị Ánh", 2003)).key;
  library.add(book("Chợ nổi", "Trần", "Văn Út", 2011));
  for (const char* query : {"do ngang", "ĐÒ", "nguyen anh", "song 2003", "hau ngu", "Đò Ng"}) {
    const auto found = library.search(query, 10);
    ASSERT_EQ(found.size(), 1U) << query;
    EXPECT_EQ(found[0].key, boats);
  }
  EXPECT_TRUE(library.search("do cho", 10).empty());
  EXPECT_EQ(library.search("", 10).size(), 2U);
  EXPECT_EQ(library.search("\"* OR -", 10).size(), 0U);
}

TEST_F(LibraryTest, KeepsWhatIsWritten) {
  std::int64_t key = 0;
  {
    Library library(file());
    key = library.add(book("Đò ngang", "Lê", "Út", 1999)).key;
    library.replace(key, book("Bến đò", "Lê", "Út", 1999));
  }
  Library library(file());
  EXPECT_EQ(library.get(key)->at("title"), "Bến đò");
  EXPECT_TRUE(library.search("ngang", 5).empty());
  library.remove(key);
  EXPECT_EQ(library.size(), 0U);
  EXPECT_TRUE(library.search("ben", 5).empty());
  EXPECT_FALSE(library.get(key));
}

TEST_F(LibraryTest, TellsALockFromAFault) {
  Library library(file());
  const auto key = library.add(book("Đò ngang", "Lê", "Út", 1999)).key;
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(file().string().c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_THROW(library.search("ngang", 5), LibraryLocked);
  EXPECT_THROW(library.replace(key, book("Bến đò", "Lê", "Út", 1999)), LibraryLocked);
  sqlite3_close(other);
  library.replace(key, book("Bến đò", "Lê", "Út", 1999));
  EXPECT_EQ(library.get(key)->at("title"), "Bến đò");
}

TEST_F(LibraryTest, KnowsTheSameWork) {
  Library library(file());
  json one = book("Đò ngang", "Lê", "Út", 1999);
  one["DOI"] = "10.5/Abc";
  one["ISBN"] = "978-604-1-23456-7";
  one["URL"] = "https://www.ben.example/do/";
  library.add(one);
  const auto known = [&](const json& item) { return library.duplicates(item).size(); };
  EXPECT_EQ(known({{"DOI", "https://doi.org/10.5/abc"}}), 1U);
  EXPECT_EQ(known({{"type", "book"}, {"ISBN", "9786041234567"}, {"title", "ĐÒ NGANG"}}), 1U);
  EXPECT_EQ(known({{"URL", "http://ben.example/do#a"}, {"title", "Đò ngang"}}), 1U);
  EXPECT_EQ(known(book("ĐÒ NGANG.", "Lê", "U.", 1999)), 1U);
  // A title, an address or a number of a book alone say nothing.
  EXPECT_EQ(known(book("Đò ngang", "Lê", "Út", 2000)), 0U);
  EXPECT_EQ(known(book("Đò ngang", "Trần", "Ai", 1999)), 0U);
  EXPECT_EQ(known({{"type", "book"}, {"ISBN", "9786041234567"}, {"title", "Bến đò"}}), 0U);
  EXPECT_EQ(known({{"type", "chapter"}, {"ISBN", "9786041234567"}, {"title", "Đò ngang"}}), 0U);
  EXPECT_EQ(known({{"URL", "http://ben.example/do"}, {"title", "Bến đò"}}), 0U);
  // Nor are two one work when they say that they are not.
  json other = book("Đò ngang", "Lê", "Út", 1999);
  other["DOI"] = "10.5/xyz";
  EXPECT_EQ(known(other), 0U);
}

TEST_F(LibraryTest, ALegalDocumentIsKnownByKindAndNumber) {
  Library library(file());
  const json decree = {{"type", "legislation"}, {"genre", "Nghị định"}, {"number", "12/2021/NĐ-CP"}};
  library.add(decree);
  json more = decree;
  more["issued"] = {{"date-parts", {{2021, 2, 9}}}};
  more["authority"] = "Chính phủ";
  EXPECT_EQ(library.duplicates(more).size(), 1U);
  more["genre"] = "Nghị quyết";
  EXPECT_TRUE(library.duplicates(more).empty());
  const json local = {{"type", "legislation"},
                      {"genre", "Quyết định"},
                      {"number", "5/QĐ-UBND"},
                      {"authority", "Ủy ban nhân dân tỉnh Bến Tre"}};
  library.add(local);
  json elsewhere = local;
  elsewhere["authority"] = "Ủy ban nhân dân tỉnh Cà Mau";
  EXPECT_TRUE(library.duplicates(elsewhere).empty());
}

TEST_F(LibraryTest, DifferentSourcesOfAListAllComeIn) {
  json items = json::array();
  for (int i = 0; i < 300; ++i) {
    const std::string n = std::to_string(i);
    json paper = {{"type", "paper-conference"},       {"title", "Bài " + n},
                  {"container-title", "Kỷ yếu"},      {"ISBN", "978-604-1-23456-7"},
                  {"URL", "https://ky-yeu.example/"}, {"issued", {{"date-parts", {{2010}}}}}};
    json article = {{"type", "article-journal"},
                    {"title", "Lời nói đầu"},
                    {"container-title", "Tạp chí " + n},
                    {"ISBN", "0749-3797"},
                    {"issued", {{"date-parts", {{2012}}}}}};
    json page = {{"type", "webpage"}, {"title", "Trang " + n}, {"URL", "https://trang.example"}};
    for (json* one : {&paper, &article, &page}) items.push_back(std::move(*one));
  }
  Library library(file());
  EXPECT_EQ(count_known(library, items), 0U);
  EXPECT_EQ(take_in(library, items, OnDuplicate::skip).added, 900U);
  EXPECT_EQ(library.size(), 900U);
  EXPECT_EQ(take_in(library, items, OnDuplicate::skip).skipped, 900U);
}

TEST_F(LibraryTest, WhatComesTwiceInAFileIsCountedBeforehand) {
  Library library(file());
  const json items = json::array({book("Đò ngang", "Lê", "Út", 1999), book("Đò ngang", "Lê", "Út", 1999)});
  EXPECT_EQ(count_known(library, items), 1U);
}

TEST_F(LibraryTest, ReadOnlyWritesNothing) {
  std::ofstream(file()).close();
  EXPECT_THROW(Library(file(), Library::Access::read_only), Error);
  EXPECT_EQ(std::filesystem::file_size(file()), 0U);
  std::filesystem::remove(file());
  EXPECT_THROW(Library(file(), Library::Access::read_only), Error);
  EXPECT_FALSE(std::filesystem::exists(file()));
  Library(file()).add(book("Đò ngang", "Lê", "Út", 1999));
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(file().string().c_str(), &database), SQLITE_OK);
  sqlite3_exec(database, "PRAGMA journal_mode = wal", nullptr, nullptr, nullptr);
  sqlite3_close(database);
  std::filesystem::permissions(file(), std::filesystem::perms::owner_read);
  std::filesystem::permissions(file().parent_path(),
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  EXPECT_EQ(Library(file(), Library::Access::read_only).all().size(), 1U);
  std::filesystem::permissions(file().parent_path(), std::filesystem::perms::owner_all);
  EXPECT_FALSE(std::filesystem::exists(file().string() + "-shm"));
}

TEST_F(LibraryTest, AnItemNestedWithoutEndIsPassedOver) {
  const auto key = Library(file()).add(book("Đò ngang", "Lê", "Út", 1999)).key;
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(file().string().c_str(), &database), SQLITE_OK);
  const std::string deep =
      "UPDATE items SET data = '{\"a\":" + std::string(100000, '[') + std::string(100000, ']') + "}'";
  EXPECT_EQ(sqlite3_exec(database, deep.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(database);
  EXPECT_EQ(Library(file(), Library::Access::read_only).all(), json::array({json::object()}));
  EXPECT_EQ(*Library(file()).get(key), json::object());
}

TEST_F(LibraryTest, AnOlderLibraryGetsNewKeys) {
  Library(file()).add(book("Đò ngang", "Lê", "Út", 1999));
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(file().string().c_str(), &database), SQLITE_OK);
  sqlite3_exec(database, "UPDATE items SET title = 'do ngang|1999|'; PRAGMA user_version = 1", nullptr, nullptr,
               nullptr);
  sqlite3_close(database);
  EXPECT_EQ(Library(file()).duplicates(book("Đò ngang", "Lê", "Út", 1999)).size(), 1U);
}

TEST_F(LibraryTest, AnOlderLibraryIsFoundByEveryField) {
  json item = book("Đò ngang", "Lê", "Út", 1999);
  item["note"] = "mượn của bác Tư";
  Library(file()).add(item);
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(file().string().c_str(), &database), SQLITE_OK);
  sqlite3_exec(database, "DELETE FROM words; PRAGMA user_version = 2", nullptr, nullptr, nullptr);
  sqlite3_close(database);
  EXPECT_EQ(Library(file()).search("bac tu", 9).size(), 1U);
}

TEST_F(LibraryTest, RefusesWhatIsNoLibrary) {
  std::ofstream(file()) << "không phải cơ sở dữ liệu gì cả, chỉ là chữ thường thôi, dài hơn một trăm byte để SQLite "
                           "đọc được phần đầu tệp";
  try {
    Library library(file());
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("not a library"), std::string::npos) << error.what();
  }
  EXPECT_THROW(Library("/không/có/thư/mục/x.sqlite"), Error);
}

TEST_F(LibraryTest, AnItemKeepsItsNameInDocuments) {
  Library library(file());
  const auto first = library.add(book("Đò ngang", "Lê", "Út", 1999)).key;
  const std::string uri = library.search("do", 1).at(0).uri;
  EXPECT_TRUE(uri.starts_with("urn:uuid:")) << uri;
  library.replace(first, book("Bến đò", "Lê", "Út", 1999));
  EXPECT_EQ(library.find(uri)->item["title"], "Bến đò");
  library.remove(first);
  library.add(book("Khác", "Lê", "Út", 1999));
  EXPECT_FALSE(library.find(uri));
  const auto known = library.add(book("Quen", "Lê", "Út", 2000), "http://zotero.org/users/1/items/AB").key;
  EXPECT_EQ(library.find("http://zotero.org/users/1/items/AB")->key, known);
  library.add(book("Lạ", "Lê", "Út", 2001), "http://zotero.org/users/1/items/AB");
  EXPECT_EQ(library.find("http://zotero.org/users/1/items/AB")->key, known);
}

TEST_F(LibraryTest, AllOrNone) {
  Library library(file());
  EXPECT_THROW(library.all_or_none([&] {
    library.add(book("Đò ngang", "Lê", "Út", 1999));
    throw Error("thôi");
  }),
               Error);
  EXPECT_EQ(library.size(), 0U);
}

}  // namespace
}  // namespace soat::citation
