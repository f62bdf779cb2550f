#include "citation/exchange/page.h"

#include <libxml/HTMLparser.h>
#include <libxml/encoding.h>
#include <libxml/tree.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "citation/exchange/exchange.h"
#include "citation/exchange/json_depth.h"
#include "citation/exchange/xml_source.h"
#include "platform/decoder.h"
#include "text/utf.h"

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::size_t kMostVisibleText = std::size_t{256} << 10;
// The parser compares each attribute with those before it.
constexpr std::size_t kMostAttributes = 256;

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

std::string attribute(xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string result = value ? squeezed(reinterpret_cast<const char*>(value)) : std::string();
  xmlFree(value);
  return result;
}

std::string content(xmlNode* node) {
  xmlChar* value = xmlNodeGetContent(node);
  std::string result = value ? reinterpret_cast<const char*>(value) : "";
  xmlFree(value);
  return result;
}

// The beginning of the text in an element, from a few nodes below it: cheap however deep the page nests.
std::string short_text(xmlNode* element) {
  std::string text;
  xmlNode* node = element->children;
  for (int visited = 0; node && visited < 200 && text.size() < 2000; ++visited) {
    if (node->type == XML_TEXT_NODE && node->content)
      text += std::string_view(reinterpret_cast<const char*>(node->content)).substr(0, 2000);
    if (node->type == XML_ELEMENT_NODE && node->children) {
      node = node->children;
      continue;
    }
    while (node && node != element && !node->next) node = node->parent;
    node = node && node != element ? node->next : nullptr;
  }
  if (text.size() > 2000) text.resize(2000);
  while (!text.empty() && text::find_invalid_utf8(text)) text.pop_back();
  return if_seen(squeezed(text));
}

// An element that says of itself that it names the author, or the day of publication.
void read_marked(xmlNode* node, Page& page) {
  if (!node->properties || (!page.byline.empty() && !page.dateline.empty())) return;
  const std::string itemprop = lower_ascii(attribute(node, "itemprop"));
  const std::string marks =
      lower_ascii(attribute(node, "class")) + " " + itemprop + " " + lower_ascii(attribute(node, "rel")) + " ";
  // Whether a word of them ends so ("detail-author"), those about comments aside.
  const auto marked = [&](std::initializer_list<std::string_view> endings) {
    for (std::string_view rest = marks; !rest.empty();) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      if (word.empty() || word.starts_with("comment")) continue;
      for (const std::string_view ending : endings) {
        if (word.ends_with(ending)) return true;
      }
    }
    return false;
  };
  if (page.byline.empty() &&
      marked({"author", "byline", "author-name", "author_name", "tac-gia", "tacgia", "g-profile"})) {
    const std::string text = short_text(node);
    if (text.size() < 120) page.byline = text;
  }
  if (page.dateline.empty() && marked({"published", "date-header", "post-date", "entry-date", "datepublished",
                                       "publish-date", "post-time", "detail-time", "ngay-dang", "article-date"})) {
    const std::string title = attribute(node, "title");
    const std::string exact = attribute(node, "datetime");
    const std::string text = !exact.empty()                                       ? exact
                             : title.starts_with("20") || title.starts_with("19") ? title
                                                                                  : short_text(node);
    if (text.size() < 120) page.dateline = text;
  }
}

// "<p style='text-align: right'><strong>Lý An</strong></p>" at the end of a text.
void read_signature(xmlNode* node, Page& page) {
  if (!node->properties) return;
  const std::string style = lower_ascii(attribute(node, "style"));
  const std::string classes = lower_ascii(attribute(node, "class"));
  const auto aligned = style.find("text-align");
  const bool right = (aligned != std::string::npos && style.find("right", aligned) < aligned + 14) ||
                     classes.find("text-right") != std::string::npos ||
                     classes.find("align-right") != std::string::npos;
  if (!right) return;
  if (std::string text = short_text(node); !text.empty() && text.size() < 80) page.signature = std::move(text);
}

void add_linked(json&& one, Page& page) {
  if (one.is_object() && page.linked.size() < 1000) page.linked.push_back(std::move(one));
}

void read_linked(std::string script, Page& page) {
  if (too_deep(script)) return;
  // Many sites leave line ends inside strings.
  for (char& c : script) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  json data = json::parse(script, nullptr, false);
  if (data.is_discarded()) return;
  if (data.is_object() && data.contains("@graph")) data = json(data["@graph"]);
  if (data.is_object()) data = json::array({data});
  if (!data.is_array()) return;
  for (json& one : data) {
    if (one.is_object() && one.contains("@graph") && one["@graph"].is_array()) {
      for (json& inner : one["@graph"]) add_linked(std::move(inner), page);
    } else {
      add_linked(std::move(one), page);
    }
  }
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// Where the attributes of the tag whose name ends at `at` end; those after the first kMostAttributes are left out of
// `kept`. Gives the offset of '>' or the end of the page.
std::size_t copy_attributes(std::string_view page, std::size_t at, std::string& kept) {
  std::size_t count = 0;
  while (at < page.size() && page[at] != '>') {
    const std::size_t start = at;
    while (at < page.size() && (is_space(page[at]) || page[at] == '/')) ++at;
    // A name, and behind '=' a value, which may be quoted.
    while (at < page.size() && !is_space(page[at]) && page[at] != '>' && page[at] != '=' && page[at] != '/') ++at;
    std::size_t value = at;
    while (value < page.size() && is_space(page[value])) ++value;
    if (value < page.size() && page[value] == '=') {
      ++value;
      while (value < page.size() && is_space(page[value])) ++value;
      if (value < page.size() && (page[value] == '"' || page[value] == '\'')) {
        const std::size_t close = page.find(page[value], value + 1);
        at = close == std::string_view::npos ? page.size() : close + 1;
      } else {
        at = value;
        while (at < page.size() && !is_space(page[at]) && page[at] != '>') ++at;
      }
    }
    if (++count <= kMostAttributes) kept += page.substr(start, at - start);
  }
  return at;
}

// The page without the attributes that one element has beyond kMostAttributes.
std::string with_few_attributes(std::string_view page) {
  std::string kept;
  kept.reserve(page.size());
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t tag = page.find('<', at);
    if (tag == std::string_view::npos || tag + 1 >= page.size()) {
      kept += page.substr(at);
      break;
    }
    kept += page.substr(at, tag + 1 - at);
    at = tag + 1;
    std::size_t end = at;
    while (end < page.size() && ((page[end] >= 'a' && page[end] <= 'z') || (page[end] >= 'A' && page[end] <= 'Z') ||
                                 (page[end] >= '0' && page[end] <= '9')))
      ++end;
    if (end == at) continue;
    const std::string name = lower_ascii(page.substr(at, std::min<std::size_t>(end - at, 16)));
    kept += page.substr(at, end - at);
    at = copy_attributes(page, end, kept);
    // What a script or style sheet holds are no tags.
    if ((name == "script" || name == "style") && at < page.size() && page[at - 1] != '/') {
      const std::string close = "</" + name;
      std::size_t over = at;
      do {
        over = page.find("</", over + 1);
      } while (over != std::string_view::npos && lower_ascii(page.substr(over, close.size())) != close);
      const std::size_t stop = std::min(over, page.size());
      kept += page.substr(at, stop - at);
      at = stop;
    }
  }
  return kept;
}

Document parse_as(std::string_view bytes, const char* encoding) {
  return Document(htmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, encoding,
                                 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                     (encoding ? HTML_PARSE_IGNORE_ENC : 0)));
}

bool is_known_encoding(const std::string& name) {
  xmlCharEncodingHandler* handler = name.empty() ? nullptr : xmlFindCharEncodingHandler(name.c_str());
  if (!handler) return false;
  xmlCharEncCloseFunc(handler);
  return true;
}

// Null where neither libxml2 nor the system knows the encoding, or the page is not in it.
Document parse_in(const std::string& page, const std::string& encoding) {
  if (is_known_encoding(encoding)) return parse_as(page, encoding.c_str());
  const platform::Decoder decoder(encoding);
  std::optional<std::size_t> fault;
  const std::string decoded = decoder.is_known() ? decoder.decode(page, fault) : std::string();
  return decoded.empty() || fault ? nullptr : parse_as(decoded, "UTF-8");
}

Document parse_bytes(std::string_view bytes, const std::string& charset) {
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (utf16 || !text::find_invalid_utf8(bytes)) return parse_as(with_few_attributes(checked_utf8(bytes, {})), "UTF-8");
  const std::string page = with_few_attributes(bytes);
  if (Document document = parse_in(page, charset)) return document;
  Document document = parse_as(page, nullptr);
  if (!document) return document;
  if (!document->encoding) return parse_in(page, "windows-1258");
  // What the page itself names may be known to the system only.
  const std::string named = reinterpret_cast<const char*>(document->encoding);
  Document decoded = is_known_encoding(named) ? nullptr : parse_in(page, named);
  return decoded ? std::move(decoded) : std::move(document);
}

// Walks the tree without recursion: hostile pages nest without end.
void read_tree(xmlNode* root, Page& page) {
  for (xmlNode* node = root; node;) {
    bool descend = true;
    if (node->type == XML_ELEMENT_NODE && node->name) {
      const std::string name = lower_ascii(reinterpret_cast<const char*>(node->name));
      if (name == "meta") {
        const std::string value = if_seen(attribute(node, "content"));
        std::string before;  // name and property may say the same
        for (const char* key : {"name", "property", "itemprop"}) {
          const std::string known = lower_ascii(attribute(node, key));
          if (!known.empty() && !value.empty() && known != before) page.meta[known].push_back(value);
          before = known;
        }
      } else if (name == "title" && page.title.empty()) {
        page.title = short_text(node);
      } else if (name == "h1" && page.headings.size() < 8) {
        if (std::string heading = short_text(node); !heading.empty()) page.headings.push_back(std::move(heading));
      } else if (name == "html") {
        page.language = attribute(node, "lang");
      } else if (name == "link" && lower_ascii(attribute(node, "rel")) == "canonical") {
        page.canonical = attribute(node, "href");
      } else if (name == "time" && page.time.empty()) {
        page.time = attribute(node, "datetime");
      } else if (name == "script") {
        descend = false;
        if (lower_ascii(attribute(node, "type")) == "application/ld+json") read_linked(content(node), page);
      } else if (name == "style" || name == "noscript") {
        descend = false;
      } else {
        read_marked(node, page);
        if (name == "p" || name == "div") read_signature(node, page);
      }
    } else if (node->type == XML_TEXT_NODE && node->content && page.visible.size() < kMostVisibleText) {
      page.visible += std::string_view(reinterpret_cast<const char*>(node->content)).substr(0, kMostVisibleText);
      page.visible += ' ';
    }
    if (descend && node->children && node->type == XML_ELEMENT_NODE) {
      node = node->children;
      continue;
    }
    while (node && !node->next) {
      node = node->parent;
      if (!node || node == root || node->type != XML_ELEMENT_NODE) return;
    }
    if (node) node = node->next;
  }
}

}  // namespace

std::string Page::first(std::initializer_list<const char*> names) const {
  for (const char* name : names) {
    const auto found = meta.find(name);
    if (found != meta.end() && !found->second.empty()) return found->second.front();
  }
  return {};
}

Page parse_page(std::string_view bytes, const std::string& charset) {
  Page page;
  quieten_parser();
  const Document document = parse_bytes(bytes, charset);
  if (xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr) read_tree(root, page);
  return page;
}

}  // namespace soat::citation
