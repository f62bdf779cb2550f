#include "citation/lookup/answer.h"

#include <gtest/gtest.h>

#include <string>

#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;
using Kind = Identifier::Kind;

TEST(Answer, OfADoi) {
  const json item = read_answer(
      {Kind::doi, "10.1000/a"},
      R"({"type":"article-journal","title":["Mực nước"],"container-title":"T","author":[{"family":"Lý","given":"An","sequence":"first"}],
          "issued":{"date-parts":[[2018,3]]},"reference":[{"key":"1"}],"member":"297","DOI":"10.1000/A","ISSN":["1859-0012","1859-0039"]})");
  EXPECT_EQ(item["title"], "Mực nước");
  EXPECT_EQ(item["ISSN"], "1859-0012");
  EXPECT_EQ(item["DOI"], "10.1000/a");
  EXPECT_EQ(item["issued"]["date-parts"].dump(), "[[2018,3]]");
  EXPECT_FALSE(item.contains("reference"));
  EXPECT_THROW(read_answer({Kind::doi, "10.1000/a"}, "<html>không có</html>"), Error);
}

TEST(Answer, OfAnAddressThatCanBeAsked) {
  EXPECT_TRUE(is_service_address(Services().doi));
  EXPECT_TRUE(is_service_address("http://proxy.example.edu/doi?x={id}"));
  for (const char* wrong : {"", "{id}", "https://doi.org/", "ftp://a/{id}", "https://a b/{id}", "doi.org/{id}"})
    EXPECT_FALSE(is_service_address(wrong)) << wrong;
}

TEST(Answer, OfAnIsbn) {
  const json open =
      read_answer({Kind::isbn, "9780306406157"},
                  R"({"ISBN:9780306406157":{"title":"Ghe","subtitle":"Bầu","authors":[{"name":"Hà Văn Bình"}],
          "publishers":[{"name":"NXB Ghe"}],"publish_places":[{"name":"Huế"}],"publish_date":"March 2001","number_of_pages":320}})");
  EXPECT_EQ(
      open.dump(),
      R"({"ISBN":"9780306406157","author":[{"family":"Hà","given":"Văn Bình"}],"id":"9780306406157",)"
      R"("issued":{"date-parts":[[2001,3]]},"number-of-pages":"320","publisher":"NXB Ghe","publisher-place":"Huế",)"
      R"("title":"Ghe: Bầu","type":"book"})");
  const json google =
      read_answer({Kind::isbn, "9780306406157"},
                  R"({"items":[{"volumeInfo":{"title":"Ghe","authors":["Hà Văn Bình"],"publisher":"NXB Ghe",
          "publishedDate":"2001-05-06","pageCount":320,"language":"vi"}}]})");
  EXPECT_EQ(google["language"], "vi");
  EXPECT_EQ(google["issued"]["date-parts"].dump(), "[[2001,5,6]]");
  EXPECT_TRUE(read_answer({Kind::isbn, "9780306406157"}, "{}").is_null());
  EXPECT_TRUE(read_answer({Kind::isbn, "9780306406157"}, R"({"items":[],"totalItems":0})").is_null());
  EXPECT_TRUE(read_answer({Kind::isbn, "9780306406157"}, R"({"items":[5]})").is_null());
}

TEST(Answer, OfArxiv) {
  const std::string feed =
      "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:arxiv='http://arxiv.org/schemas/atom'><title>q</title><entry>"
      "<title>Mạng\n  chú ý</title><published>2017-06-12T17:57:34Z</published><summary> Tóm tắt </summary>"
      "<author><name>Ann van Berg</name></author><arxiv:doi>10.1000/a</arxiv:doi></entry></feed>";
  const json item = read_answer({Kind::arxiv, "1706.03762"}, feed);
  EXPECT_EQ(item["title"], "Mạng chú ý");
  EXPECT_EQ(item["type"], "article");
  EXPECT_EQ(item["issued"]["date-parts"].dump(), "[[2017,6,12]]");
  EXPECT_EQ(item["URL"], "https://arxiv.org/abs/1706.03762");
  EXPECT_EQ(item["DOI"], "10.1000/a");
  EXPECT_TRUE(read_answer({Kind::arxiv, "1"}, "<feed><entry><title>Error</title></entry></feed>").is_null());
  EXPECT_TRUE(read_answer({Kind::arxiv, "1"}, "<feed/>").is_null());
  EXPECT_THROW(read_answer({Kind::arxiv, "1"}, "<feed>"), Error);
}

TEST(Answer, OfPubMed) {
  EXPECT_EQ(read_answer({Kind::pmid, "31"}, "\nPMID- 31\nTI  - Salt.\nFAU - Ly, An\n")["title"], "Salt");
  EXPECT_TRUE(read_answer({Kind::pmid, "31"}, "id: 31 Error occurred: cannot get document summary").is_null());
}

using Kind = Identifier::Kind;

TEST(Question, TheIdentifierStandsInTheAddress) {
  const Question question = question_for({Kind::doi, "10.1000/a<b>"}, {});
  EXPECT_EQ(question.address, "https://doi.org/10.1000/a%3Cb%3E");
  EXPECT_EQ(question.accept, "application/vnd.citationstyles.csl+json");
  Services own;
  own.isbn = "http://localhost:1/x?isbn={id}";
  EXPECT_EQ(question_for({Kind::isbn, "080442957X"}, own).address, "http://localhost:1/x?isbn=080442957X");
}

}  // namespace
}  // namespace soat::citation
