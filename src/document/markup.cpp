#include "document/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <climits>
#include <exception>
#include <mutex>
#include <utility>

#include "document/attribute_counter.h"
#include "document/html_tags.h"
#include "document/xml_reason.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

constexpr int most_open_elements = 2000;

void prepare_library() {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);  // must run once before threads use the library
}

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

// What the callbacks share. Exceptions must not cross the C library: the first is kept and rethrown after it returned.
struct Callbacks {
  MarkupHandler* handler = nullptr;
  xmlParserCtxtPtr context = nullptr;
  std::exception_ptr failure;
  std::string where;

  template <typename Call>
  void guarded(Call call) {
    if (failure) return;
    try {
      call();
    } catch (...) {
      failure = std::current_exception();
      xmlStopParser(context);
    }
  }
};

Callbacks& callbacks(void* context) {
  return *static_cast<Callbacks*>(static_cast<xmlParserCtxtPtr>(context)->_private);
}

class XmlAttributes final : public Attributes {
 public:
  XmlAttributes(const xmlChar** values, int count) : values_(values), count_(count) {}
  std::string get(std::string_view uri, std::string_view name) const override {
    for (int i = 0; i < count_; ++i) {
      const xmlChar** at = values_ + 5 * i;  // local name, prefix, URI, value, end of value
      if (view(at[0]) == name && view(at[2]) == uri) {
        return std::string(reinterpret_cast<const char*>(at[3]), static_cast<std::size_t>(at[4] - at[3]));
      }
    }
    return {};
  }

 private:
  const xmlChar** values_;
  int count_;
};

class HtmlAttributes final : public Attributes {
 public:
  explicit HtmlAttributes(const xmlChar** values) : values_(values) {}
  std::string get(std::string_view, std::string_view name) const override {
    for (const xmlChar** at = values_; at && at[0]; at += 2) {
      if (view(at[0]) == name) return std::string(view(at[1]));
    }
    return {};
  }

 private:
  const xmlChar** values_;
};

void on_xml_start(void* context, const xmlChar* name, const xmlChar*, const xmlChar* uri, int, const xmlChar**,
                  int count, int, const xmlChar** values) {
  Callbacks& to = callbacks(context);
  to.guarded([&] { to.handler->start_element(view(uri), view(name), XmlAttributes(values, count)); });
}

void on_xml_end(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  Callbacks& to = callbacks(context);
  to.guarded([&] { to.handler->end_element(); });
}

void on_html_start(void* context, const xmlChar* name, const xmlChar** values) {
  Callbacks& to = callbacks(context);
  to.guarded([&] {
    // For each end tag all open elements may be searched, so that their number must have a limit.
    if (to.context->nameNr > most_open_elements) throw TooDeep(texts::error_markup_too_deep, to.where);
    to.handler->start_element({}, view(name), HtmlAttributes(values));
  });
}

void on_html_end(void* context, const xmlChar*) {
  Callbacks& to = callbacks(context);
  to.guarded([&] { to.handler->end_element(); });
}

void on_characters(void* context, const xmlChar* text, int length) {
  Callbacks& to = callbacks(context);
  to.guarded([&] { to.handler->characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)}); });
}

void on_document_type(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  Callbacks& to = callbacks(context);
  to.guarded([&] { throw Error(texts::error_markup_doctype, to.where); });
}

// Where the parser stands and why it stopped.
text::Message fault(const Callbacks& of) {
  const xmlError* const error = xmlCtxtGetLastError(of.context);
  return {texts::error_markup_damaged, of.where, error ? error->line : 0, xml_reason(error)};
}

}  // namespace

struct XmlParser::State {
  Callbacks callbacks;
  AttributeCounter attributes;

  ~State() {
    if (!callbacks.context) return;
    xmlFreeDoc(callbacks.context->myDoc);
    xmlFreeParserCtxt(callbacks.context);
  }

  void push(const char* bytes, int size, bool last) {
    const int result = xmlParseChunk(callbacks.context, bytes, size, last);
    if (callbacks.failure) std::rethrow_exception(callbacks.failure);
    if (result != XML_ERR_OK && !callbacks.context->wellFormed) throw Error(fault(callbacks));
  }
};

XmlParser::XmlParser(MarkupHandler& handler, std::string where) : state_(std::make_unique<State>()) {
  prepare_library();
  xmlSAXHandler sax = {};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_xml_start;
  sax.endElementNs = on_xml_end;
  sax.characters = on_characters;
  sax.ignorableWhitespace = on_characters;
  sax.cdataBlock = on_characters;
  sax.internalSubset = on_document_type;
  state_->callbacks.handler = &handler;
  state_->callbacks.where = std::move(where);
  const xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr);
  if (!context) throw std::bad_alloc();
  state_->callbacks.context = context;
  context->_private = &state_->callbacks;
  // NOENT: else an ampersand in an attribute comes as "&#38;". No others are there to be resolved, as a document type
  // that could define some is refused.
  xmlCtxtUseOptions(context, XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

XmlParser::~XmlParser() = default;

void XmlParser::feed(std::string_view bytes) {
  constexpr std::size_t chunk = 1 << 20;
  for (std::size_t at = 0; at < bytes.size(); at += chunk) {
    const std::size_t size = std::min(chunk, bytes.size() - at);
    if (state_->attributes.count(bytes.substr(at, size)) > most_xml_attributes) {
      throw Error(texts::error_markup_attributes, state_->callbacks.where, most_xml_attributes);
    }
    state_->push(bytes.data() + at, static_cast<int>(size), false);
  }
}

void XmlParser::finish() {
  state_->push(nullptr, 0, true);
}

void parse_html(std::string utf8, MarkupHandler& handler, const std::string& where) {
  prepare_library();
  if (utf8.size() > INT_MAX) throw Error(texts::error_markup_too_large, where);
  if (utf8.empty()) return;
  simplify_html(utf8);
  if (utf8.empty()) return;
  Callbacks to;
  to.handler = &handler;
  to.where = where;
  const htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size()));
  if (!context) throw std::bad_alloc();
  to.context = context;
  context->_private = &to;
  xmlSAXHandler sax = {};
  sax.startElement = on_html_start;
  sax.endElement = on_html_end;
  sax.characters = on_characters;
  sax.ignorableWhitespace = on_characters;
  *context->sax = sax;
  htmlCtxtUseOptions(context, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(context);
  xmlFreeDoc(context->myDoc);
  htmlFreeParserCtxt(context);
  if (to.failure) std::rethrow_exception(to.failure);
}

}  // namespace soat::document
