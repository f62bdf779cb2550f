#include "document/markup.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "expect.h"

namespace soat::document {
namespace {

// "<a b=1>text</>" of what a parser tells.
class Written final : public MarkupHandler {
 public:
  void start_element(std::string_view uri, std::string_view name, const Attributes& attributes) override {
    out += "<" + (uri.empty() ? "" : std::string(uri) + " ") + std::string(name);
    if (const std::string value = attributes.get("", "b"); !value.empty()) out += " b=" + value;
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

std::string xml(std::string_view bytes, std::size_t piece = 1000) {
  Written written;
  XmlParser parser(written, "part");
  for (std::size_t at = 0; at < bytes.size(); at += piece) parser.feed(bytes.substr(at, piece));
  parser.finish();
  EXPECT_EQ(written.open, 0);
  return written.out;
}

std::string html(std::string bytes) {
  Written written;
  parse_html(std::move(bytes), written, "trang.html");
  EXPECT_EQ(written.open, 0) << "each start has its end";
  return written.out;
}

TEST(Markup, XmlIsToldAsItComesIn) {
  const std::string_view bytes = "<a xmlns:x='urn:x'><x:c b='1 &amp; 2'>Tiếng &#x1EC7;</x:c></a>";
  EXPECT_EQ(xml(bytes), "<a><urn:x c b=1 & 2>Tiếng ệ</></>");
  EXPECT_EQ(xml(bytes, 1), xml(bytes)) << "byte by byte, through the middle of letters";
}

TEST(Markup, FaultsOfXmlAreToldWithPlaceAndLine) {
  const std::string told = fault([] { xml("<a>\n\n<b></a>"); });
  EXPECT_NE(told.find("part"), std::string::npos);
  EXPECT_NE(told.find("3"), std::string::npos) << told;
  EXPECT_NE(fault([] { xml("<a>"); }), "");
  EXPECT_NE(fault([] { xml(""); }), "");
}

TEST(Markup, XmlThatCouldSwellIsRefused) {
  EXPECT_NE(fault([] { xml("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"); }), "");
  std::string tag = "<a";
  for (int i = 0; i < 5000; ++i) tag += " a" + std::to_string(i) + "='1'";
  EXPECT_NE(fault([&] { xml(tag + "/>"); }), "");
}

TEST(Markup, WhatAHandlerThrowsComesOut) {
  class Throwing final : public MarkupHandler {
    void start_element(std::string_view, std::string_view, const Attributes&) override {
      throw std::runtime_error("own");
    }
    void end_element() override {}
    void characters(std::string_view) override {}
  };
  Throwing handler;
  XmlParser parser(handler, "part");
  EXPECT_THROW(
      {
        parser.feed("<a/>");
        parser.finish();
      },
      std::runtime_error);
}

TEST(Markup, FaultsOfHtmlAreMended) {
  const std::string told = html("<p b=1>Một<p>Hai <b>đậm");
  EXPECT_NE(told.find("<p b=1>Một</>"), std::string::npos) << told;
  EXPECT_NE(told.find("<b>đậm</>"), std::string::npos) << told;
  html("");
  html("</p></div>");
}

TEST(Markup, HtmlThatIsDeeperThanAnyPageIsTooDeep) {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<div>";
  EXPECT_THROW(html(deep), TooDeep);
}

}  // namespace
}  // namespace soat::document
