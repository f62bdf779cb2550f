#include "citation/session/entry_links.h"

#include <gtest/gtest.h>

namespace soat::citation::session {
namespace {

using zotero::TextRun;

std::vector<TextRun> linked(std::vector<TextRun> runs) {
  link_addresses(runs, zotero::plain_text(runs));
  return runs;
}

TextRun run(std::u16string text, bool italic = false) {
  TextRun one;
  one.text = std::move(text);
  one.italic = italic;
  return one;
}

// The stretches that lead somewhere, as "text -> address".
std::vector<std::u16string> links(std::u16string text) {
  std::vector<std::u16string> found;
  for (const TextRun& one : linked({run(std::move(text))})) {
    if (!one.link.empty()) found.push_back(one.text + u" -> " + one.link);
  }
  return found;
}

using Links = std::vector<std::u16string>;

TEST(EntryLinks, AddressesWithoutThePunctuationRoundThem) {
  EXPECT_EQ(links(u"An (2020). Lúa. <https://vi.example/bài-viết?a=1&b=(2)>."),
            Links{u"https://vi.example/bài-viết?a=1&b=(2) -> https://vi.example/bài-viết?a=1&b=(2)"});
  EXPECT_EQ(links(u"(xem http://a.example/b)."), Links{u"http://a.example/b -> http://a.example/b"});
  EXPECT_EQ(links(u"Tại:\u00A0www.gso.example.vn."), Links{u"www.gso.example.vn -> http://www.gso.example.vn"});
  EXPECT_EQ(links(u"URL:ftp://a.example/x, https://b.example/y;"),
            (Links{u"ftp://a.example/x -> ftp://a.example/x", u"https://b.example/y -> https://b.example/y"}));
  EXPECT_EQ(links(u"https://doi.org/10.1000/a-b"),
            Links{u"https://doi.org/10.1000/a-b -> https://doi.org/10.1000/a-b"});
}

TEST(EntryLinks, DoisLeadToTheirResolver) {
  EXPECT_EQ(links(u"Tr. 1-9. doi: 10.1000/182."), Links{u"10.1000/182 -> https://doi.org/10.1000/182"});
  EXPECT_EQ(links(u"doi:10.1002/(SICI)10(19990101)85:1<1::AID-C1>3.0.CO;2-W."),
            Links{u"10.1002/(SICI)10(19990101)85:1<1::AID-C1>3.0.CO;2-W -> "
                  u"https://doi.org/10.1002/(SICI)10(19990101)85:1%3C1::AID-C1%3E3.0.CO;2-W"});
  EXPECT_EQ(links(u"[DOI 10.5555/ngô\"q]"), Links{u"10.5555/ngô\"q -> https://doi.org/10.5555/ng%C3%B4%22q"});
}

TEST(EntryLinks, NothingElseIsOne) {
  for (const auto* text : {u"Số 10.1/2020, tr. 5–9.", u"Bảng 10.25", u"https:// trống", u"www. nào đó", u""})
    EXPECT_EQ(links(text), Links{}) << zotero::plain_text({run(text)}).size();
}

TEST(EntryLinks, FormattingStaysAndALinkMayGoOverIt) {
  const std::vector<TextRun> made = linked({run(u"Lúa. http://a."), run(u"example/b", true), run(u", 2020", true)});
  ASSERT_EQ(made.size(), 4U);
  EXPECT_EQ(made[0], run(u"Lúa. "));
  EXPECT_EQ(made[1].text, u"http://a.");
  EXPECT_EQ(made[1].link, u"http://a.example/b");
  EXPECT_FALSE(made[1].italic);
  EXPECT_EQ(made[2].text, u"example/b");
  EXPECT_EQ(made[2].link, u"http://a.example/b");
  EXPECT_TRUE(made[2].italic);
  EXPECT_EQ(made[3], run(u", 2020", true));
}

}  // namespace
}  // namespace soat::citation::session
