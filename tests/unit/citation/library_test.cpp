#include "citation/library/library.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;

class LibraryTest : public testing::Test {
 protected:
  LibraryTest() {
    folder_ = std::filesystem::temp_directory_path() / ("soat-library-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  ~LibraryTest() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path file() const { return folder_ / "sources.sqlite"; }

 private:
  std::filesystem::path folder_;
};

json book(const std::string& title, const std::string& family, const std::string& given, int year) {
  return {{"type", "book"},
          {"title", title},
          {"author", {{{"family", family}, {"given", given}}}},
          {"issued", {{"date-parts", {{year}}}}}};
}

TEST_F(LibraryTest, FindsByBeginningsOfWordsWithoutMarks) {
  Library library(file());
  const auto boats = library.add(book("Đò ngang sông Hậu", "Nguyễn", "Thị Ánh", 2003));
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
    key = library.add(book("Đò ngang", "Lê", "Út", 1999));
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

TEST_F(LibraryTest, KnowsTheSameWork) {
  Library library(file());
  json one = book("Đò ngang", "Lê", "Út", 1999);
  one["DOI"] = "10.5/Abc";
  one["ISBN"] = "978-604-1-23456-7";
  one["URL"] = "https://www.ben.example/do/";
  library.add(one);
  EXPECT_EQ(library.duplicates({{"DOI", "https://doi.org/10.5/abc"}}).size(), 1U);
  EXPECT_EQ(library.duplicates({{"ISBN", "9786041234567"}}).size(), 1U);
  EXPECT_EQ(library.duplicates({{"URL", "http://ben.example/do#a"}}).size(), 1U);
  EXPECT_EQ(library.duplicates(book("ĐÒ NGANG.", "Ai", "Đó", 1999)).size(), 1U);
  EXPECT_TRUE(library.duplicates(book("Đò ngang", "Lê", "Út", 2000)).empty());
  EXPECT_EQ(library.add_all(json::array({one, book("Khác", "Lê", "Út", 1999), 3})), 1U);
  EXPECT_EQ(library.all().size(), 2U);
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

}  // namespace
}  // namespace soat::citation
