#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "citation/lookup/pasted.h"

namespace soat::citation {

// Where to ask for sources. In an address {id} stands for the identifier, percent-encoded.
struct Services {
  std::string doi = "https://doi.org/{id}";  // asked for CSL-JSON (content negotiation of Crossref and DataCite)
  std::string isbn = "https://openlibrary.org/api/books?bibkeys=ISBN:{id}&format=json&jscmd=data";
  std::string pmid =
      "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi?db=pubmed&rettype=medline&retmode=text&id={id}";
  std::string arxiv = "https://export.arxiv.org/api/query?id_list={id}";
};

// Whether an address can be asked: by http or https, and with {id} in it.
bool is_service_address(std::string_view address);

struct Question {
  std::string address;
  std::string accept;  // what the header Accept says; empty for anything
};
Question question_for(const Identifier& identifier, const Services& services);

// The source in a service's answer, with the identifier in it; null when the service does not know it. An answer for an
// ISBN is Open Library's or Google Books'. Throws soat::Error for an answer that cannot be read; the name in it is the
// identifier.
nlohmann::json read_answer(const Identifier& identifier, std::string_view bytes);

}  // namespace soat::citation
