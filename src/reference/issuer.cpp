#include "reference/issuer.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "text/table_reader.h"
#include "text/utf.h"

namespace soat::reference::data {
extern const std::string_view issuers;
}

namespace soat::reference {
namespace {

struct Issuers {
  std::map<std::u16string, std::u16string, std::less<>> names;  // by abbreviation
  std::vector<std::pair<std::u16string, Phrases>> words;        // by a part of the symbol
};

Issuers read_issuers() {
  Issuers issuers;
  text::TableReader table = text::TableReader::compiled_in("issuers.txt", data::issuers);
  while (table.next(3, 3)) {
    std::u16string part = text::to_utf16(table[1]);
    if (table[0] == "name") {
      issuers.names[std::move(part)] = text::to_utf16(table[2]);
      continue;
    }
    Phrases words;
    for (const std::string_view one : text::split(table[2], '|')) words.add(text::to_utf16(one));
    issuers.words.emplace_back(std::move(part), std::move(words));
  }
  return issuers;
}

const Issuers& issuers() {
  static const Issuers all = read_issuers();
  return all;
}

// The parts of a symbol behind its numbers: {"TTLT", "BCA", "BQP"}; "QH" of "QH15".
std::vector<std::u16string_view> letters_of(std::u16string_view symbol) {
  std::vector<std::u16string_view> parts;
  std::size_t start = symbol.find_first_not_of(u"0123456789/- ");
  while (start < symbol.size()) {
    const std::size_t end = std::min(symbol.find_first_of(u"/-", start), symbol.size());
    std::u16string_view part = symbol.substr(start, end - start);
    while (!part.empty() && part.back() >= u'0' && part.back() <= u'9') part.remove_suffix(1);
    parts.push_back(part);
    start = end + 1;
  }
  return parts;
}

}  // namespace

std::u16string issuer_of_symbol(std::u16string_view symbol) {
  const std::vector<std::u16string_view> parts = letters_of(symbol);
  std::u16string all;
  const bool joint = !parts.empty() && (parts[0] == u"TTLT" || parts[0] == u"NQLT");
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto found = issuers().names.find(parts[i]);
    if (found == issuers().names.end()) {
      // "QH15" alone; else the kind stands first. Of several bodies all must be known, of one the offices within it
      // not.
      if (i == 0) continue;
      return joint ? std::u16string() : all;
    }
    if (i == 0 && parts.size() > 1) continue;  // "CT-TTg": a kind that looks like a body
    if (!joint && !all.empty()) break;
    all += (all.empty() ? u"" : u", ") + found->second;
  }
  return all;
}

const Phrases* issuer_words_of_symbol(std::u16string_view symbol) {
  for (const auto& [part, words] : issuers().words) {
    if (symbol.find(part) != std::u16string_view::npos) return &words;
  }
  return nullptr;
}

}  // namespace soat::reference
