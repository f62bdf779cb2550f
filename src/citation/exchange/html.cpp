#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "citation/exchange/csl_item.h"
#include "citation/exchange/dates.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/identifiers.h"
#include "citation/exchange/names.h"
#include "citation/exchange/page.h"
#include "citation/exchange/page_metadata.h"
#include "citation/exchange/page_words.h"
#include "citation/exchange/web_page.h"
#include "reference/legal_reference.h"
#include "reference/words.h"
#include "text/composition.h"
#include "text/error.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::size_t kLargestPage = std::size_t{16} << 20;
constexpr std::size_t kMostAuthors = 1000;

// Signs between a title and the name of the site.
constexpr std::string_view kBars[] = {" | ", " - ", " – ", " — ", " · ", " :: ", " » "};

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

struct LinkedName {
  std::string name;
  bool body = false;  // said to be an organisation
};

// A person or body of JSON-LD: a string, an object with name, or a list of them.
void linked_names(const json& value, std::vector<LinkedName>& out) {
  if (value.is_string()) out.push_back({squeezed(value.get<std::string>())});
  if (value.is_object() && value.contains("name")) {
    const std::size_t before = out.size();
    linked_names(value["name"], out);
    if (is_type(value, {"Organization", "NewsMediaOrganization", "GovernmentOrganization", "Corporation"})) {
      for (std::size_t i = before; i < out.size(); ++i) out[i].body = true;
    }
  }
  if (value.is_array()) {
    for (const json& one : value) {
      if (out.size() < 100 && (one.is_string() || one.is_object())) linked_names(one, out);
    }
  }
}

std::string either(std::initializer_list<std::string> list) {
  for (const std::string& one : list) {
    if (!one.empty()) return one;
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

class PageReader {
 public:
  PageReader(const Page& page, std::string name) : page_(page), name_(std::move(name)) {
    for (const json& one : page_.linked) {
      if (is_type(one, {"NewsArticle", "ReportageNewsArticle", "Article", "BlogPosting", "ScholarlyArticle"})) {
        article_ = &one;
        break;
      }
      if (!article_ && is_type(one, {"Report", "WebPage", "Legislation"})) article_ = &one;
    }
    find_address();
    find_site();
    find_title();
    find_type();
  }

  json item() {
    json item = {{"id", "item-1"}, {"type", type_}};
    if (const auto law = law_of_page()) {
      item = *law;
      item["id"] = "item-1";
      put(item, "URL", url_);
      put(item, "language", page_.language);
      return item;
    }
    json names = authors();  // may tell the paper's name
    const bool own_site = is_of_a_site(type_);
    put(item, "title", title_);
    put(item, "container-title",
        either({journal_, page_.first({"citation_conference_title", "citation_inbook_title", "citation_book_title"}),
                own_site ? site_ : std::string()}));
    if (!names.empty()) item["author"] = std::move(names);
    if (json issued = date(); !issued.is_null()) item["issued"] = std::move(issued);
    put(item, "volume", page_.first({"citation_volume"}));
    put(item, "issue", page_.first({"citation_issue"}));
    const std::string first_page = page_.first({"citation_firstpage"});
    const std::string last_page = page_.first({"citation_lastpage"});
    put(item, "page", first_page.empty() || last_page.empty() ? first_page : first_page + "-" + last_page);
    put(item, "DOI", bare_doi(page_.first({"citation_doi", "dc.identifier.doi"})));
    put(item, "ISSN", page_.first({"citation_issn"}));
    put(item, "ISBN", page_.first({"citation_isbn"}));
    put(item, "publisher",
        either({page_.first({"citation_dissertation_institution", "citation_technical_report_institution",
                             "citation_publisher"}),
                own_site ? std::string() : page_.first({"dc.publisher", "dcterms.publisher"})}));
    put(item, "URL", url_);
    put(item, "abstract", page_.first({"citation_abstract"}));
    put(item, "language",
        either({page_.first({"citation_language", "dc.language", "dcterms.language"}), page_.language}));
    return item;
  }

 private:
  std::string clean(const std::string& value) const { return composed(checked_utf8(value, name_)); }

  void put(json& item, const char* key, const std::string& value) const {
    if (!value.empty()) item[key] = clean(value);
  }

  // The first string, or name of an object, that the article has under the key.
  std::string linked(const char* key) const {
    if (!article_ || !article_->contains(key)) return {};
    std::vector<LinkedName> names;
    linked_names((*article_)[key], names);
    return names.empty() ? std::string() : if_seen(names.front().name);
  }

  void find_address() {
    std::string page_of;
    if (article_ && article_->contains("mainEntityOfPage")) {
      const json& page = (*article_)["mainEntityOfPage"];
      if (page.is_string()) page_of = page.get<std::string>();
      if (page.is_object() && page.contains("@id") && page["@id"].is_string()) page_of = page["@id"].get<std::string>();
    }
    for (const std::string& one :
         {page_.canonical, page_.first({"og:url"}), page_.first({"citation_public_url"}),
          page_.first({"citation_abstract_html_url"}), linked("url"), page_of, page_.first({"dc.identifier.uri"}),
          page_.first({"dc.identifier"}), page_.first({"dcterms.identifier"})}) {
      if (!one.starts_with("http://") && !one.starts_with("https://")) continue;
      url_ = one;
      return;
    }
  }

  void find_site() {
    journal_ = page_.first({"citation_journal_title", "prism.publicationname"});
    const std::string said = page_.first({"og:site_name", "application-name"});
    const std::string publisher = linked("publisher");
    const std::string repository = page_.first({"dc.publisher", "dcterms.publisher"});
    // A name before an address.
    for (const std::string& one : {publisher, said, repository}) {
      if (!one.empty()) names_of_site_.push_back(paper_key(one));
      if (site_.empty() && !is_domain(one)) site_ = one;
    }
    if (site_.empty()) site_ = either({said, publisher, repository});
    // "CafeF" at cafef.vn
    if (const std::string author = page_.first({"author"});
        is_domain(site_) && !is_domain(author) && paper_key(author) == paper_key(site_))
      site_ = author;
    if (const std::string host = host_of(url_); !host.empty()) {
      names_of_site_.push_back(paper_key(host));
      // "vietnamnet" of video.vietnamnet.vn
      const auto dot = host.find('.');
      if (dot != std::string::npos) names_of_site_.push_back(paper_key(host.substr(dot + 1)));
    }
  }

  bool is_site(std::string_view name) const {
    const std::string key = paper_key(name);
    return !key.empty() && std::ranges::find(names_of_site_, key) != names_of_site_.end();
  }

  // "Mùa nước nổi về muộn | Báo Đồng Bằng": the site's name does not belong to the title, nor do those of portals.
  std::string without_site(const std::string& title) {
    for (const std::string_view bar : kBars) {
      const auto at = title.rfind(bar);
      if (at == std::string::npos || at == 0) continue;
      const std::string tail = title.substr(at + bar.size());
      const std::string key = letters_of(tail);
      const bool portal = names_a_portal(tail) || key.starts_with("wikipedia") || key.starts_with("baodientu");
      if (!portal && !is_site(tail)) continue;
      if (portal && (site_.empty() || is_domain(site_) || key.starts_with("wikipedia"))) site_ = tail;
      return title.substr(0, at);
    }
    return title;
  }

  void find_title() {
    const std::string headline = linked("headline");
    const std::string name = linked("name");
    // An encyclopedia's headline says what its entry is about.
    const bool entry = !name.empty() && page_.title.starts_with(name) && !page_.title.starts_with(headline);
    const std::string whole = either({page_.first({"citation_title"}), entry ? name : headline,
                                      page_.first({"og:title", "dc.title", "dcterms.title", "twitter:title"}),
                                      page_.title, page_.headings.empty() ? std::string() : page_.headings.front()});
    title_ = without_site(whole);
    if (names_every_page(title_) || is_site(title_)) {
      for (const std::string& heading : page_.headings) {
        if (names_every_page(heading) || is_site(heading) || names_a_portal(heading)) continue;
        title_ = heading;
        break;
      }
    }
    // "Blog của Sông: Chợ nổi", "Hồ Gươm – Wikipedia tiếng Việt".
    const std::string& shown = page_.title;
    if (shown.size() > title_.size() + 3 && !title_.empty()) {
      if (shown.starts_with(title_)) {
        without_site(shown);  // takes the name of a portal over
        for (const std::string_view bar : kBars) {
          if (site_.empty() && std::string_view(shown).substr(title_.size()).starts_with(bar))
            site_ = shown.substr(title_.size() + bar.size());
        }
      } else if (shown.ends_with(title_) && (site_.empty() || is_domain(site_))) {
        const std::string before = shown.substr(0, shown.size() - title_.size());
        if (before.ends_with(": ")) site_ = before.substr(0, before.size() - 2);
      }
    }
  }

  void find_type() {
    const std::string generator = lower_ascii(page_.first({"generator"}));
    const bool blog = (article_ && is_type(*article_, {"BlogPosting"})) || generator == "blogger" ||
                      host_of(url_).ends_with(".blogspot.com") || host_of(url_).ends_with(".wordpress.com");
    const std::string repository = type_of_repository(page_.first({"dc.type", "dcterms.type", "citation_type"}));
    type_ = !page_.first({"citation_dissertation_institution"}).empty() || repository == "thesis" ? "thesis"
            : !journal_.empty()                                                                   ? "article-journal"
            : !page_.first({"citation_conference_title"}).empty()                                 ? "paper-conference"
            : !page_.first({"citation_inbook_title", "citation_book_title"}).empty()              ? "chapter"
            : !page_.first({"citation_technical_report_institution"}).empty()                     ? "report"
            : !repository.empty() && !page_.first({"citation_title", "dc.title"}).empty()         ? repository
            : article_ && is_type(*article_, {"NewsArticle", "ReportageNewsArticle"})             ? "article-newspaper"
            : letters_of(site_).starts_with("wikipedia")                                          ? "entry-encyclopedia"
            : blog                                                                                ? "post-weblog"
                                                                                                  : "webpage";
  }

  // The page of a law: its title begins with the law's kind and number. A heading that does so too tells more of it,
  // for search engines shorten and praise what stands in the title.
  std::optional<json> law_of_page() const {
    if (type_ != "webpage" && type_ != "post-weblog") return std::nullopt;
    std::optional<json> law = law_of(title_);
    for (const std::string& heading : page_.headings) {
      std::optional<json> other = law_of(heading);
      if (other && (!law || (*other)["number"] == (*law)["number"]) && other->size() >= (law ? law->size() : 0))
        return other;
    }
    return law;
  }

  // News about a law are news.
  std::optional<json> law_of(const std::string& said) const {
    std::string title = clean(said);
    if (title.ends_with(" mới nhất")) title.resize(title.size() - std::string_view(" mới nhất").size());
    if (title.size() > 2000 || title.find_first_of("?!") != std::string::npos) return std::nullopt;
    const std::u16string wide = text::to_utf16(title);
    std::vector<reference::LegalReference> found = reference::find_legal_references(wide);
    if (found.empty() || found.front().start != 0) return std::nullopt;
    // "Luật Đất đai 2024, Luật số 31/2024/QH15"
    if (found.front().number.empty() && found.front().named && found.size() > 1 && !found[1].named &&
        found[1].start <= found.front().end + 2)
      found.front().number = found[1].number;
    if (found.front().number.empty()) return std::nullopt;
    json item = to_csl_item(found.front());
    // Collections of laws leave "về" out: "Nghị định 30/2020/NĐ-CP công tác văn thư".
    if (!item.contains("title") && found.size() == 1) {
      std::string rest = squeezed(text::to_utf8(std::u16string_view(wide).substr(found.front().end)));
      if (tells_about_a_law(rest)) return std::nullopt;
      const std::vector<reference::LineWord> words = reference::words_of(text::to_utf16(rest));
      if (words.size() > 1 && words.front().kind == reference::LineWord::Kind::letters && !words.front().capital)
        item["title"] = rest;
    }
    return item;
  }

  // One signature, which may name several: "Linh Vũ, Thu Hằng", "Bài và ảnh: Lý An", "Trần, Văn Ổn; Lê, Út".
  void add_signed(std::string_view text, bool family_first, std::vector<std::string>& out) const {
    std::string line = squeezed(text);
    if (line.size() > 2000) return;
    if (const auto colon = line.find(": "); colon != std::string::npos && !family_first) line.erase(0, colon + 2);
    if (const auto bracket = line.find(" ("); bracket != std::string::npos && line.back() == ')') line.resize(bracket);
    for (const std::string_view start : {"Theo ", "PV ", "BTV ", "Bởi ", "By ", "by "}) {
      if (!family_first && line.starts_with(start)) line.erase(0, start.size());
    }
    const auto split = [&](std::string_view list, std::string_view separator) {
      std::vector<std::string> parts;
      for (;;) {
        const auto end = list.find(separator);
        if (std::string part = squeezed(list.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
        if (end == std::string_view::npos) return parts;
        list.remove_prefix(end + separator.size());
      }
    };
    for (std::string& part : split(line, ";")) {
      std::vector<std::string> names = {part};
      if (!family_first && !names_a_body(part)) {
        for (const std::string_view separator : {", ", " - ", " – ", " và ", " & ", " / "}) {
          std::vector<std::string> more;
          for (const std::string& one : names) {
            std::vector<std::string> pieces = split(one, separator);
            const bool each_whole = std::ranges::all_of(
                pieces, [](const std::string& piece) { return piece.find(' ') != std::string::npos; });
            // "Nguyễn, An" is one name; "Nguyên Hạ, Sơn" perhaps two, but who knows.
            if (pieces.size() > 1 && separator == ", " && pieces.size() < 3 && !each_whole) pieces = {one};
            more.insert(more.end(), pieces.begin(), pieces.end());
          }
          names = std::move(more);
        }
      }
      for (std::string& one : names) {
        while (const std::size_t title = family_first ? 0 : title_before_name(one)) one.erase(0, title);
        if (out.size() < kMostAuthors) out.push_back(std::move(one));
      }
    }
  }

  json names_of(const std::vector<std::string>& signatures) const {
    json names = json::array();
    for (const std::string& one : signatures) {
      if (one.empty() || one.find("://") != std::string::npos || is_site(one) || signs_for_nobody(one)) continue;
      names.push_back(read_name(one));
    }
    return names;
  }

  json authors() {
    for (const char* key :
         {"citation_author", "citation_authors", "dc.creator", "dcterms.creator", "dc.contributor.author"}) {
      const auto found = page_.meta.find(key);
      if (found == page_.meta.end()) continue;
      std::vector<std::string> signatures;
      for (const std::string& one : found->second) add_signed(clean(one), true, signatures);
      if (json names = names_of(signatures); !names.empty()) return names;
    }
    if (article_) {
      for (const char* key : {"author", "creator"}) {
        if (!article_->contains(key)) continue;
        std::vector<LinkedName> known;
        linked_names((*article_)[key], known);
        json names = json::array();
        for (const LinkedName& one : known) {
          const std::string name = clean(one.name);
          std::vector<std::string> signatures;
          if (!one.body) {
            add_signed(name, false, signatures);
            for (json& person : names_of(signatures)) names.push_back(std::move(person));
          } else if (!is_site(name) && !signs_for_nobody(name)) {
            names.push_back({{"literal", name}});
          }
        }
        if (!names.empty()) return names;
      }
    }
    for (const char* key : {"author", "article:author", "dable:author", "twitter:creator"}) {
      const auto found = page_.meta.find(key);
      if (found == page_.meta.end()) continue;
      std::vector<std::string> signatures;
      for (const std::string& one : found->second) {
        const std::string name = clean(one);
        // A paper whose site does not tell its name.
        if (is_of_a_site(type_) && letters_of(name).starts_with("bao") && names_a_body(name)) {
          if (site_.empty() || is_domain(site_)) site_ = name;
          continue;
        }
        if (!name.starts_with("@")) add_signed(name, false, signatures);
      }
      if (json names = names_of(signatures); !names.empty()) return names;
    }
    std::vector<std::string> signatures;
    add_signed(clean(page_.byline), false, signatures);
    if (json names = names_of(signatures); !names.empty()) return names;
    // The last line of a paper's text.
    signatures.clear();
    add_signed(clean(page_.signature), false, signatures);
    std::erase_if(signatures, [](const std::string& one) { return !is_bare_name(one) || names_a_body(one); });
    return names_of(signatures);
  }

  json date() const {
    for (const std::string& one : {page_.first({"citation_publication_date", "citation_date", "citation_online_date",
                                                "article:published_time", "datepublished", "pubdate", "dc.date.issued",
                                                "dcterms.issued", "dc.date", "dcterms.date", "date", "publishdate"}),
                                   linked("datePublished"), page_.time, page_.dateline}) {
      if (json found = read_date(one); !found.is_null()) return found;
    }
    const std::string seen = squeezed(composed(page_.visible));
    return read_date(visible_date(std::string_view(seen).substr(0, 64 << 10)));
  }

  const Page& page_;
  const std::string name_;
  const json* article_ = nullptr;
  std::string url_;
  std::string journal_;
  std::string site_;
  std::vector<std::string> names_of_site_;
  std::string title_;
  std::string type_;
};

}  // namespace

bool is_of_a_site(std::string_view type) {
  return type == "webpage" || type == "article-newspaper" || type == "post-weblog" || type == "entry-encyclopedia";
}

json read_page_metadata(std::string_view bytes, const std::string& name, const std::string& charset) {
  if (bytes.size() > kLargestPage) throw Error(texts::error_page_too_large, name);
  return PageReader(parse_page(bytes, charset), name).item();
}

json read_html(std::string_view bytes, const std::string& name) {
  const json item = read_page_metadata(bytes, name, {});
  if (!item.contains("title") && !item.contains("URL") && !item.contains("number"))
    throw Error(texts::error_page_tells_nothing, name);
  return json::array({item});
}

}  // namespace soat::citation
