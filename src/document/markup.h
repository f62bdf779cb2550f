#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "text/error.h"

namespace soat::document {

// The attributes of the element being started; hold only during the call.
class Attributes {
 public:
  virtual ~Attributes() = default;

  // The value of an attribute, UTF-8, character references resolved; empty when it is not there. uri is its namespace
  // ("" for HTML).
  virtual std::string get(std::string_view uri, std::string_view name) const = 0;
};

// Told of elements and text, in order. Each start has its end, also in sloppy HTML. What it throws comes out of the
// parser's call.
class MarkupHandler {
 public:
  virtual ~MarkupHandler() = default;
  virtual void start_element(std::string_view uri, std::string_view name, const Attributes& attributes) = 0;
  virtual void end_element() = 0;
  virtual void characters(std::string_view utf8) = 0;  // whole characters, in pieces of any size
};

// Parses XML as it comes in. It never opens another file or the network, and refuses a document type declaration, with
// which entities that swell could be defined and which no office document has, and a tag with more attributes than any
// document has. Faults throw soat::Error "where, line N:
// reason".
class XmlParser {
 public:
  XmlParser(MarkupHandler& handler, std::string where);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  void feed(std::string_view bytes);
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// More elements in each other than any page has; browsers take no more than 512 for nested.
class TooDeep : public Error {
 public:
  using Error::Error;
};

// Parses HTML as browsers do: faults are mended, not told. utf8 must be UTF-8. Of a tag with more attributes than any
// page has, the later ones are passed over. Never opens another file or the network. Throws TooDeep, whereupon the page
// can be read without its structure.
void parse_html(std::string utf8, MarkupHandler& handler, const std::string& where);

}  // namespace soat::document
