#include "document/markup.h"

#include "expect.h"

namespace soat::document {
namespace {

// Writes down what it is told: "<p a>", text, "</>".
class Recorder : public MarkupHandler {
 public:
  void start_element(std::string_view uri, std::string_view name, const Attributes& attributes) override {
    if (name == "throw") throw Error("thôi");
    out += "<";
    out += uri.empty() ? "" : std::string(uri) + ":";
    out += name;
    if (const std::string value = attributes.get("", "a"); !value.empty()) out += " " + value;
    out += ">";
    ++open;
  }
  void end_element() override {
    out += "</>";
    --open;
  }
  void characters(std::string_view utf8) override { out += utf8; }

  std::string out;
  int open = 0;
};

std::string xml(std::initializer_list<std::string_view> pieces) {
  Recorder recorder;
  XmlParser parser(recorder, "a.xml");
  for (const std::string_view piece : pieces) parser.feed(piece);
  parser.finish();
  EXPECT_EQ(recorder.open, 0);
  return recorder.out;
}

std::string html(const std::string& page) {
  Recorder recorder;
  parse_html(page, recorder, "a.html");
  EXPECT_EQ(recorder.open, 0);
  return recorder.out;
}

TEST(XmlParser, TellsElementsAndTextInOrder) {
  EXPECT_EQ(xml({"<r xmlns='u'><p a='1 &lt; 2'>một</p> <![CDATA[<hai>]]></r>"}), "<u:r><u:p 1 < 2>một</> <hai></>");
}

TEST(XmlParser, TakesItsBytesInAnyPieces) {
  const std::string whole = "<r><p a='đò'>nước &amp; sông</p></r>";
  const std::string expected = xml({whole});
  Recorder recorder;
  XmlParser parser(recorder, "a.xml");
  for (const char& byte : whole) parser.feed({&byte, 1});
  parser.finish();
  EXPECT_EQ(recorder.out, expected);
}

TEST(XmlParser, DamageIsToldWithItsLine) {
  EXPECT_TRUE(fault([] { xml({"<r>\n", "<p></r>"}); }).starts_with("a.xml, line 2: "));
  EXPECT_NE(fault([] { xml({"<r>"}); }), "");
  EXPECT_NE(fault([] { xml({}); }), "");
  EXPECT_NE(fault([] { xml({"<!DOCTYPE r><r/>"}); }).find("a.xml"), std::string::npos);
}

TEST(XmlParser, WhatTheHandlerThrowsComesOut) {
  EXPECT_EQ(fault([] { xml({"<r><throw/></r>"}); }), "thôi");
  EXPECT_EQ(fault([] { html("<p>một<throw>hai"); }), "thôi");
}

TEST(ParseHtml, EveryStartHasItsEnd) {
  EXPECT_EQ(html("<p a=1>một<b>hai<p>ba").find("<p 1>một<b>hai"), html("<p a=1>một<b>hai<p>ba").find("<p 1>"));
  EXPECT_NE(html("<ul><li>một<li>hai</ul>").find("một</><li>hai"), std::string::npos);
  EXPECT_EQ(html(""), "");
}

TEST(ParseHtml, ReferencesAreResolved) {
  EXPECT_NE(html("<p>a &lt; &#7879; &amp;</p>").find("a < ệ &"), std::string::npos);
}

TEST(ParseHtml, NestingWithoutEndIsToldAsSuch) {
  std::string page;
  for (int i = 0; i < 3000; ++i) page += "<div>";
  Recorder recorder;
  EXPECT_THROW(parse_html(page, recorder, "a.html"), TooDeep);
}

}  // namespace
}  // namespace soat::document
