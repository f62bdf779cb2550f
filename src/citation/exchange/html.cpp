#include <libxml/HTMLparser.h>
#include <libxml/encoding.h>
#include <libxml/tree.h>

#include <map>
#include <memory>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "citation/exchange/exchange.h"
#include "citation/exchange/page_metadata.h"
#include "text/composition.h"
#include "text/error.h"
#include "text/utf.h"

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::size_t kLargestPage = std::size_t{16} << 20;
constexpr std::size_t kMostVisibleText = std::size_t{256} << 10;

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string attribute(xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string result = value ? squeezed(reinterpret_cast<const char*>(value)) : std::string();
  xmlFree(value);
  return result;
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

struct Page {
  std::map<std::string, std::vector<std::string>> meta;  // by name, property or itemprop, lower case
  std::vector<json> linked;                              // objects of JSON-LD
  std::string title;
  std::string heading;
  std::string canonical;
  std::string language;
  std::string time;
  std::string visible;  // the beginning of the text that a reader sees

  std::string first(std::initializer_list<const char*> names) const {
    for (const char* name : names) {
      const auto found = meta.find(name);
      if (found != meta.end() && !found->second.empty()) return found->second.front();
    }
    return {};
  }
};

std::string content(xmlNode* node) {
  xmlChar* value = xmlNodeGetContent(node);
  std::string result = value ? reinterpret_cast<const char*>(value) : "";
  xmlFree(value);
  return result;
}

void read_linked(const std::string& script, Page& page) {
  json data;
  int depth = 0;
  for (const char c : script) {
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth > 64) return;
  }
  data = json::parse(script, nullptr, false);
  if (data.is_discarded()) return;
  if (data.is_object() && data.contains("@graph")) data = json(data["@graph"]);
  if (data.is_object()) data = json::array({data});
  if (!data.is_array()) return;
  for (json& one : data) {
    if (one.is_object()) page.linked.push_back(std::move(one));
  }
}

using Document = std::unique_ptr<xmlDoc, FreeDocument>;

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

// See read_page_metadata.
Document parse_page(std::string_view bytes, const std::string& charset) {
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (utf16) return parse_as(bytes, bytes.starts_with("\xFF\xFE") ? "UTF-16LE" : "UTF-16BE");
  if (!text::find_invalid_utf8(bytes)) return parse_as(bytes, "UTF-8");
  if (is_known_encoding(charset)) return parse_as(bytes, charset.c_str());
  Document document = parse_as(bytes, nullptr);
  if (!document || document->encoding) return document;
  return parse_as(bytes, "windows-1258");
}

// Walks the tree without recursion: hostile pages nest without end.
void read_tree(xmlNode* root, Page& page) {
  for (xmlNode* node = root; node;) {
    bool descend = true;
    if (node->type == XML_ELEMENT_NODE && node->name) {
      const std::string name = lower(reinterpret_cast<const char*>(node->name));
      if (name == "meta") {
        const std::string value = attribute(node, "content");
        for (const char* key : {"name", "property", "itemprop"}) {
          const std::string known = lower(attribute(node, key));
          if (!known.empty() && !value.empty()) page.meta[known].push_back(value);
        }
      } else if (name == "title" && page.title.empty()) {
        page.title = squeezed(content(node));
      } else if (name == "h1" && page.heading.empty()) {
        page.heading = squeezed(content(node));
      } else if (name == "html") {
        page.language = attribute(node, "lang");
      } else if (name == "link" && lower(attribute(node, "rel")) == "canonical") {
        page.canonical = attribute(node, "href");
      } else if (name == "time" && page.time.empty()) {
        page.time = attribute(node, "datetime");
      } else if (name == "script") {
        descend = false;
        if (lower(attribute(node, "type")) == "application/ld+json") read_linked(content(node), page);
      } else if (name == "style" || name == "noscript") {
        descend = false;
      }
    } else if (node->type == XML_TEXT_NODE && node->content && page.visible.size() < kMostVisibleText) {
      page.visible += reinterpret_cast<const char*>(node->content);
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

bool is_type(const json& object, std::initializer_list<const char*> wanted) {
  const auto found = object.find("@type");
  if (found == object.end()) return false;
  for (const char* type : wanted) {
    if (*found == type) return true;
    if (found->is_array()) {
      for (const json& one : *found) {
        if (one == type) return true;
      }
    }
  }
  return false;
}

// A person or body of JSON-LD: a string, an object with name, or a list of them.
void linked_names(const json& value, std::vector<std::string>& out) {
  if (value.is_string()) out.push_back(squeezed(value.get<std::string>()));
  if (value.is_object() && value.contains("name")) linked_names(value["name"], out);
  if (value.is_array()) {
    for (const json& one : value) {
      if (out.size() < 100 && (one.is_string() || one.is_object())) linked_names(one, out);
    }
  }
}

// "Thứ Sáu, 25/06/2021, 11:15 [GMT+7]", "Chủ nhật, ngày 5 tháng 3 năm 2020", "25/06/2021 11:15", "Ngày đăng:
// 25-6-2021".
std::string visible_date(const std::string& text) {
  static const std::regex day(
      "(?:Th\xE1\xBB\xA9 (?:[A-Za-z0-9]|[\x80-\xFF])+|Ch\xE1\xBB\xA7 (?:n|N)h\xE1\xBA\xADt|[Nn]g\xC3\xA0y(?: "
      "\xC4\x91\xC4\x83ng)?:?)[ ,]{0,3}"
      "(?:ng\xC3\xA0y )?([0-3]?[0-9])(?:[/.-]| th\xC3\xA1ng )([01]?[0-9])(?:[/.-]| n\xC4\x83m )((?:19|20)[0-9][0-9])");
  static const std::regex timed(
      "([0-3]?[0-9])[/.-]([01]?[0-9])[/.-]((?:19|20)[0-9][0-9])[ ,|-]{1,4}[0-2]?[0-9][:hg][0-5][0-9]");
  const std::string start = squeezed(text.substr(0, 64 << 10));
  std::smatch match;
  if (std::regex_search(start, match, day) || std::regex_search(start, match, timed)) {
    return match[3].str() + "-" + match[2].str() + "-" + match[1].str();
  }
  return {};
}

// windows-1258 writes tones apart from their letters.
std::string composed(const std::string& utf8) {
  std::u16string text;
  std::vector<std::uint32_t> offsets;
  text::compose_marks(text::to_utf16(utf8), text, offsets);
  return text::to_utf8(text);
}

// "Mùa nước nổi về muộn | Báo Đồng Bằng": the site's name does not belong to the title.
std::string without_site(const std::string& title, const std::string& site) {
  for (const char* bar : {" | ", " - ", " – ", " — "}) {
    const auto at = title.rfind(bar);
    if (at == std::string::npos || at == 0) continue;
    const std::string tail = title.substr(at + std::string(bar).size());
    if (!site.empty() && lower(tail) == lower(site)) return title.substr(0, at);
  }
  return title;
}

}  // namespace

json read_page_metadata(std::string_view bytes, const std::string& name, const std::string& charset) {
  if (bytes.size() > kLargestPage) throw Error(name + ": larger than 16 MB; no page with a source is");
  const Document document = parse_page(bytes, charset);
  xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (!root) return {{"id", "item-1"}, {"type", "webpage"}};
  Page page;
  read_tree(root, page);

  const json* article = nullptr;
  for (const json& one : page.linked) {
    if (is_type(one, {"NewsArticle", "Article", "BlogPosting", "ScholarlyArticle", "Report", "WebPage"}) && !article)
      article = &one;
    if (is_type(one, {"NewsArticle", "Article", "BlogPosting", "ScholarlyArticle"})) {
      article = &one;
      break;
    }
  }
  const auto linked = [&](const char* key) -> std::string {
    if (!article || !article->contains(key)) return {};
    std::vector<std::string> names;
    linked_names((*article)[key], names);
    return names.empty() ? std::string() : names.front();
  };
  const auto either = [](std::initializer_list<std::string> list) {
    for (const std::string& one : list) {
      if (!one.empty()) return one;
    }
    return std::string();
  };

  json item = {{"id", "item-1"}};
  const auto put = [&](const char* key, const std::string& value) {
    if (!value.empty()) item[key] = composed(checked_utf8(value, name));
  };
  const std::string journal = page.first({"citation_journal_title"});
  const std::string site = either({page.first({"og:site_name", "application-name"}), linked("publisher"),
                                   page.first({"dc.publisher", "dcterms.publisher"})});
  const bool news = article && is_type(*article, {"NewsArticle"});
  item["type"] = !journal.empty()                                             ? "article-journal"
                 : !page.first({"citation_dissertation_institution"}).empty() ? "thesis"
                 : !page.first({"citation_conference_title"}).empty()         ? "paper-conference"
                 : news                                                       ? "article-newspaper"
                                                                              : "webpage";
  put("title", without_site(either({page.first({"citation_title"}), linked("headline"),
                                    page.first({"og:title", "dc.title", "dcterms.title", "twitter:title"}), page.title,
                                    page.heading}),
                            site));
  put("container-title", either({journal, page.first({"citation_conference_title", "citation_book_title"}), site}));
  std::vector<std::string> authors;
  for (const char* key : {"citation_author", "dc.creator", "dcterms.creator", "author", "article:author"}) {
    if (!authors.empty()) break;
    const auto found = page.meta.find(key);
    if (found == page.meta.end()) continue;
    for (const std::string& one : found->second) {
      if (one.find("://") == std::string::npos) authors.push_back(one);
    }
  }
  if (authors.empty() && article && article->contains("author")) linked_names((*article)["author"], authors);
  json names = json::array();
  for (const std::string& one : authors) {
    if (one.empty() || lower(one) == lower(site)) continue;
    names.push_back(read_name(composed(checked_utf8(one, name))));
  }
  if (!names.empty()) item["author"] = names;
  const std::string date =
      either({page.first({"citation_publication_date", "citation_date", "citation_online_date",
                          "article:published_time", "datepublished", "pubdate", "dc.date", "dc.date.issued",
                          "dcterms.date", "dcterms.issued", "date", "publishdate"}),
              linked("datePublished"), page.time, visible_date(composed(page.visible))});
  if (const json issued = read_date(date); !issued.is_null()) item["issued"] = issued;
  put("volume", page.first({"citation_volume"}));
  put("issue", page.first({"citation_issue"}));
  const std::string first_page = page.first({"citation_firstpage"});
  const std::string last_page = page.first({"citation_lastpage"});
  put("page", first_page.empty() || last_page.empty() ? first_page : first_page + "-" + last_page);
  put("DOI", page.first({"citation_doi", "dc.identifier.doi"}));
  put("ISSN", page.first({"citation_issn"}));
  put("ISBN", page.first({"citation_isbn"}));
  put("publisher", page.first({"citation_publisher", "citation_dissertation_institution"}));
  put("URL", either({page.canonical, page.first({"og:url", "citation_public_url"}), linked("url")}));
  put("abstract", page.first({"citation_abstract"}));
  put("language", either({page.first({"citation_language", "dc.language", "dcterms.language"}), page.language}));
  if (item.contains("URL")) {
    const std::string url = item["URL"];
    if (!url.starts_with("http://") && !url.starts_with("https://")) item.erase("URL");
  }
  return item;
}

json read_html(std::string_view bytes, const std::string& name) {
  const json item = read_page_metadata(bytes, name, {});
  if (!item.contains("title") && !item.contains("URL"))
    throw Error(name + ": not a web page, or one that tells nothing of itself, not even a title");
  return json::array({item});
}

}  // namespace soat::citation
