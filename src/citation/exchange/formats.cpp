#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "citation/exchange/exchange.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::citation {

using nlohmann::json;

namespace {

using Reader = json(std::string_view bytes, const std::string& name, Remarks* remarks);

template <json (*read)(std::string_view, const std::string&)>
json without_remarks(std::string_view bytes, const std::string& name, Remarks*) {
  return read(bytes, name);
}

struct Format {
  std::string_view name;
  std::array<std::string_view, 4> extensions;
  Reader* read;
};

constexpr Format formats[] = {{"json", {"json"}, read_csl_json},
                              {"yaml", {"yaml", "yml"}, read_csl_yaml},
                              {"bib", {"bib", "bibtex", "biblatex"}, read_bibtex},
                              {"ris", {"ris"}, read_ris},
                              {"enw", {"enw"}, read_endnote_tagged},
                              {"endnote-xml", {}, without_remarks<read_endnote_xml>},
                              {"word", {}, without_remarks<read_word_sources>},
                              {"nbib", {"nbib"}, read_pubmed},
                              {"rdf", {"rdf"}, without_remarks<read_zotero_rdf>},
                              {"zotero", {"sqlite"}, without_remarks<read_zotero_database>},
                              {"html", {"html", "htm", "xhtml"}, without_remarks<read_html>}};

// What a file without a telling name is, by how it begins; empty when that says nothing.
std::string_view format_of_content(std::string_view bytes) {
  if (is_database(bytes)) return "zotero";
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto start = std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size());
  const std::string_view text = bytes.substr(start);
  const std::string_view head = text.substr(0, 4096);
  if (text.starts_with('[') || text.starts_with('{')) return "json";
  if (text.starts_with("---\n") || text.starts_with("---\r") || text.starts_with("references:")) return "yaml";
  if (text.starts_with("TY  -")) return "ris";
  if (text.starts_with("PMID-")) return "nbib";
  if (text.starts_with("%0 ")) return "enw";
  if (text.starts_with('@') || head.find("\n@") != std::string_view::npos) return "bib";
  if (!text.starts_with('<')) return {};
  if (are_word_sources(text)) return "word";
  if (head.find("<rdf:RDF") != std::string_view::npos) return "rdf";
  if (head.find("<records") != std::string_view::npos) return "endnote-xml";
  return lower_ascii(head).find("<html") != std::string::npos ? std::string_view("html") : std::string_view();
}

}  // namespace

std::string_view source_format(std::string_view bytes, const std::string& name) {
  const auto dot = name.rfind('.');
  const std::string extension = lower_ascii(dot == std::string::npos ? "" : name.substr(dot + 1));
  for (const Format& format : formats) {
    if (std::ranges::find(format.extensions, std::string_view(extension)) != format.extensions.end() &&
        !extension.empty())
      return format.name;
  }
  return format_of_content(bytes);
}

std::vector<std::string> source_formats() {
  std::vector<std::string> names;
  for (const Format& format : formats) names.emplace_back(format.name);
  return names;
}

json read_sources(std::string_view bytes, const std::string& name, Remarks* remarks, std::string_view format) {
  if (format.empty()) format = source_format(bytes, name);
  for (const Format& one : formats) {
    if (one.name == format) return one.read(bytes, name, remarks);
  }
  throw Error(texts::error_sources_other_kind, name);
}

}  // namespace soat::citation
