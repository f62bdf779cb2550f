#include <gtest/gtest.h>

#include <string>

#include "citation/exchange/exchange.h"

// What a format has a place for comes back as it was.

namespace soat::citation {
namespace {

using nlohmann::json;

// One item of each kind that people cite, with the variables that their forms have.
const json& items() {
  static const json all = json::parse(R"([
    {"id":"bao2018","type":"article-journal","title":"Mực nước H<sub>2</sub>O mùa <i>lũ</i>","title-short":"Mực nước",
     "author":[{"family":"Lý","given":"An"},{"family":"Berg","given":"Ann","non-dropping-particle":"van"},{"literal":"Bộ Y tế"}],
     "container-title":"Tạp chí Sông & nước","container-title-short":"T. Sông","volume":"3","issue":"2","page":"10-19",
     "issued":{"date-parts":[[2018,3,4]]},"DOI":"10.5/a_b","ISSN":"1859-0012","URL":"https://song.example/~a?b=1&c=2%20d",
     "abstract":"Tóm } tắt {5} % {thô","keyword":"lũ, sông","language":"vi","note":"Bản in","PMCID":"PMC7",
     "accessed":{"date-parts":[[2020,1,2]]}},
    {"id":"sach","type":"book","title":"Ghe","author":[{"family":"Hà","given":"Bình","suffix":"III"}],
     "editor":[{"family":"Tạ","given":"Cả"}],"translator":[{"family":"Dư","given":"Dã"}],
     "collection-editor":[{"family":"Kha","given":"Ôn"}],"collection-title":"Tủ sách Sông","collection-number":"12",
     "publisher":"NXB Ghe","publisher-place":"Huế","edition":"2","volume":"1","number-of-volumes":"3",
     "number-of-pages":"320","ISBN":"978-604-1-00001-2","issued":{"date-parts":[[2001]]},"language":"vi",
     "call-number":"VN 12","archive":"Thư viện Quốc gia","custom":{"files":["/nhà/lan/ghe; tập 1.pdf","ghe.djvu"]}},
    {"id":"chuong","type":"chapter","title":"Đóng ghe","author":[{"family":"Võ","given":"Bé"}],
     "editor":[{"family":"Tạ","given":"Cả"}],"container-title":"Kỷ yếu Ghe","page":"5-9","publisher":"NXB Lúa",
     "publisher-place":"Cần Thơ","issued":{"date-parts":[[2003]]},"collection-title":"Ghe xưa","collection-number":"4"},
    {"id":"hoithao","type":"paper-conference","title":"Mặn","author":[{"family":"Lê","given":"Tư"}],
     "container-title":"Kỷ yếu Mặn","event-title":"Hội thảo Mặn","page":"1-3","publisher":"NXB Lúa",
     "issued":{"date-parts":[[2019,5]]}},
    {"id":"luanan","type":"thesis","title":"Lúa nổi","author":[{"family":"Võ","given":"Bé"}],"genre":"Luận án tiến sĩ",
     "publisher":"Đại học Đồng Bằng","publisher-place":"Long Xuyên","issued":{"date-parts":[[2015]]},"number-of-pages":"180"},
    {"id":"baocao","type":"report","title":"Nước sạch","author":[{"literal":"Sở Y tế"}],"number":"12-BC","genre":"Báo cáo năm",
     "publisher":"Sở Y tế","issued":{"date-parts":[[2020]]}},
    {"id":"trang","type":"webpage","title":"Bến đò","author":[{"family":"Mai","given":"Én"}],"container-title":"Sông",
     "URL":"https://ben.example/a","issued":{"date-parts":[[2021,7,8]]},"accessed":{"date-parts":[[2022,2,3]]}},
    {"id":"baogiay","type":"article-newspaper","title":"Cầu mới","author":[{"family":"Mai","given":"Én"}],
     "container-title":"Báo Sông","page":"3","issued":{"date-parts":[[2021,7,8]]}},
    {"id":"luat","type":"legislation","title":"quản lý bến thủy","genre":"Nghị định","number":"12/2021/NĐ-CP",
     "authority":"Chính phủ","issued":{"date-parts":[[2021,2,9]]}},
    {"id":"phim","type":"motion_picture","title":"Mùa nước","director":[{"family":"Đặng","given":"Én"}],
     "issued":{"date-parts":[[1984]]},"dimensions":"90 phút","medium":"35 mm"},
    {"id":"phongvan","type":"interview","title":"Chuyện ghe","author":[{"family":"Mai","given":"Én"}],
     "interviewer":[{"family":"Tô","given":"Ấm"}],"issued":{"date-parts":[[2002]]}},
    {"id":"cu","type":"book","title":"Gia Định","author":[{"family":"Trịnh","given":"Đức"}],
     "issued":{"date-parts":[[1998],[2001]]},"original-date":{"date-parts":[[1820]]},"original-title":"Thông chí",
     "section":"2","license":"CC BY","status":"đang in"},
    {"id":"cho","type":"article-journal","title":"Sắp ra","author":[{"family":"Mai","given":"Én"}],"container-title":"T",
     "issued":{"literal":"đang in"}}
  ])");
  return all;
}

TEST(RoundTrip, BibLatexHoldsAll) {
  const json again = read_bibtex(write_biblatex(items()), "a.bib");
  ASSERT_EQ(again.size(), items().size());
  for (std::size_t i = 0; i < items().size(); ++i) {
    const json& expected = items()[i];
    EXPECT_EQ(json::diff(expected, again[i]), json::array()) << expected["id"] << '\n' << again[i];
  }
}

TEST(RoundTrip, ClassicBibTexHoldsAll) {
  const std::string written = write_bibtex(items());
  const json again = read_bibtex(written, "a.bib");
  ASSERT_EQ(again.size(), items().size());
  for (std::size_t i = 0; i < items().size(); ++i) {
    const json& expected = items()[i];
    EXPECT_EQ(json::diff(expected, again[i]), json::array()) << expected["id"] << '\n' << again[i];
  }
  for (const char* part : {"@article{bao2018", "journal = {Tạp chí Sông", "year = {2018},\n  month = mar",
                           "@phdthesis{luanan", "school = {Đại học Đồng Bằng}", "address = {Huế}", "@techreport{baocao",
                           "institution = {Sở Y tế}", "howpublished = {\\url{https://ben.example/a}}"})
    EXPECT_NE(written.find(part), std::string::npos) << part;
  for (const char* part : {"journaltitle", "location =", "@online", "@thesis", "langid"})
    EXPECT_EQ(written.find(part), std::string::npos) << part;
}

TEST(RoundTrip, RisHoldsInNotesWhatItHasNoTagsFor) {
  const json again = read_ris(write_ris(items()), "a.ris");
  ASSERT_EQ(again.size(), items().size());
  for (std::size_t i = 0; i < items().size(); ++i) {
    json expected = items()[i];
    const std::string id = expected["id"];
    if (id == "cu") expected["issued"] = {{"date-parts", {{1998}}}};  // no ranges, and a tag of its own
    // A particle is part of the family name.
    if (id == "bao2018") expected["author"][1] = again[i]["author"][1];
    EXPECT_EQ(json::diff(expected, again[i]), json::array()) << id << '\n' << again[i];
  }
}

TEST(RoundTrip, CslJsonIsAsItWas) {
  EXPECT_EQ(read_csl_json(write_csl_json(items()), "a.json"), items());
}

}  // namespace
}  // namespace soat::citation
