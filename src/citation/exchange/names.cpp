#include "citation/exchange/names.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "citation/exchange/exchange.h"
#include "reference/word_lists.h"
#include "text/syllable.h"
#include "text/utf.h"

namespace soat::citation {

using nlohmann::json;

namespace {

using Words = std::vector<std::string>;

Words split(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string joined(const Words& words, std::size_t first, std::size_t end) {
  std::string text;
  for (std::size_t i = first; i < end; ++i) text += (text.empty() ? "" : " ") + words[i];
  return text;
}

// Words that are in no person's name; whole words, lower case.
bool is_word_of_bodies(const std::string& plain) {
  static const std::unordered_set<std::string> known = {
      "organization", "organisation", "ministry",   "university",  "institute",  "department",   "bank",
      "committee",    "association",  "agency",     "council",     "center",     "centre",       "commission",
      "society",      "foundation",   "consortium", "corporation", "company",    "bureau",       "inc",
      "ltd",          "llc",          "gmbh",       "federation",  "government", "nations",      "office",
      "authority",    "academy",      "college",    "laboratory",  "museum",     "contributors", "collaboration",
      "group",        "programme",    "union",      "hospital",    "wikipedia",  "wikimedia",    "editors",
      "institut",     "université",   "ministère",  "universität"};
  return known.contains(plain);
}

// Particles of foreign names, which stay small.
bool is_particle(const std::string& word) {
  static const std::unordered_set<std::string> known = {
      "von", "van", "der", "den", "de",  "del", "della", "di", "da",     "dos", "das",   "do",   "du",
      "des", "la",  "le",  "los", "las", "ten", "ter",   "zu", "zur",    "zum", "vom",   "al",   "el",
      "bin", "ibn", "af",  "av",  "y",   "e",   "und",   "of", "vander", "st",  "dello", "degli"};
  return known.contains(word);
}

bool is_suffix(std::string word) {
  while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.pop_back();
  static const std::unordered_set<std::string> known = {"Jr",  "jr",  "JR",  "Sr",  "sr",   "II", "III", "IV", "VI",
                                                        "VII", "2nd", "3rd", "PhD", "Ph.D", "MD", "M.D", "Esq"};
  return known.contains(word);
}

// Whether a word without marks can be a syllable of which they were left out: onset, vowels, coda.
bool is_bare_syllable(std::u16string_view plain) {
  static constexpr std::u16string_view onsets[] = {u"ngh", u"ng", u"nh", u"ch", u"gh", u"gi", u"kh", u"ph", u"qu",
                                                   u"th",  u"tr", u"b",  u"c",  u"d",  u"g",  u"h",  u"k",  u"l",
                                                   u"m",   u"n",  u"p",  u"r",  u"s",  u"t",  u"v",  u"x"};
  static constexpr std::u16string_view codas[] = {u"", u"c", u"ch", u"m", u"n", u"ng", u"nh", u"p", u"t"};
  for (const std::u16string_view onset : onsets) {
    if (!plain.starts_with(onset) || plain.size() == onset.size()) continue;
    plain.remove_prefix(onset.size());
    break;
  }
  const std::size_t vowels = std::min(plain.find_first_not_of(u"aeiouy"), plain.size());
  return vowels > 0 && vowels <= 3 && std::ranges::find(codas, plain.substr(vowels)) != std::end(codas);
}

// A name of which every word is a syllable of Vietnamese and begins with a capital.
bool is_vietnamese(const std::vector<reference::LineWord>& words) {
  if (words.size() < 2 || words.size() > 7) return false;
  return std::ranges::all_of(words, [](const reference::LineWord& word) {
    return word.kind == reference::LineWord::Kind::letters && word.capital;
  });
}

// family first: the words [0, count) are the family name.
json family_first(const Words& words, std::size_t count) {
  return {{"family", joined(words, 0, count)}, {"given", joined(words, count, words.size())}};
}

json in_order_of_writing(const Words& words) {
  const reference::FamilyNames& known_names = reference::FamilyNames::get();
  const std::string name = joined(words, 0, words.size());
  const std::u16string wide = text::to_utf16(name);
  const std::vector<reference::LineWord> parts = reference::words_of(wide);
  bool syllables = is_vietnamese(parts) && parts.size() == words.size();
  bool marked = false;
  for (const reference::LineWord& part : parts) {
    marked = marked || part.key != part.plain;
  }
  for (const reference::LineWord& part : parts) {
    const std::u16string_view word = std::u16string_view(wide).substr(part.start, part.end - part.start);
    syllables = syllables && (marked ? text::parse(word).valid() : is_bare_syllable(part.plain));
  }
  if (!parts.empty() && known_names.religious_titles.at(parts, 0, false).length > 0) return {{"literal", name}};
  // "Nam Cao", "Kim Lân"
  if (!parts.empty() && known_names.pen_names.at(parts, 0, false).length == parts.size()) return {{"literal", name}};
  if (syllables) {
    if (const std::size_t two = known_names.several_words.at(parts, 0, !marked).length; two > 1 && two < words.size())
      return family_first(words, two);
    const bool known =
        marked ? known_names.all.contains(parts.front().key) : known_names.unmarked.contains(parts.front().plain);
    // "Thị Ánh Nguyễn": turned round.
    const reference::LineWord& last = parts.back();
    if (marked && known_names.only.contains(last.key) && !known_names.unmarked.contains(parts.front().plain))
      return {{"family", words.back()}, {"given", joined(words, 0, words.size() - 1)}};
    if (known && (marked || words.size() > 2 || !known_names.unmarked.contains(last.plain)))
      return family_first(words, 1);
    if (marked) {
      if (words.size() > 2) return family_first(words, 1);
      return {{"literal", name}};  // "Tố Hữu": a pen name
    }
  } else if (!parts.empty() && known_names.all.contains(parts.front().key) &&
             parts.front().key != parts.front().plain) {
    return family_first(words, 1);  // "Nguyễn Văn A.", "Đinh Y'Nhơn"
  }
  // "Ludwig van Beethoven": the particle goes with the family name.
  std::size_t family = words.size() - 1;
  std::string suffix;
  if (family > 1 && is_suffix(words[family])) suffix = words[family--];
  std::size_t particle = family;
  while (particle > 1 && is_particle(words[particle - 1])) --particle;
  std::string family_name = words[family];
  while (!family_name.empty() && family_name.back() == ',') family_name.pop_back();
  json result = {{"family", family_name}, {"given", joined(words, 0, particle)}};
  if (particle < family) result["non-dropping-particle"] = joined(words, particle, family);
  if (!suffix.empty()) result["suffix"] = suffix;
  return result;
}

json with_commas(std::vector<std::string> parts) {
  if (parts.size() == 2 && is_suffix(parts[1])) {  // "James H. Morris, Jr."
    json name = read_name(parts[0]);
    if (name.contains("family")) name["suffix"] = parts[1];
    return name;
  }
  std::string suffix;
  std::string family = parts[0];
  std::string given = parts.size() > 1 ? parts[1] : std::string();
  if (parts.size() == 3) {
    const bool middle = is_suffix(parts[1]) || !is_suffix(parts[2]);  // BibTeX's order; RIS has it last
    suffix = middle ? parts[1] : parts[2];
    given = middle ? parts[2] : parts[1];
  }
  Words words = split(family);
  if (suffix.empty() && words.size() > 1 && is_suffix(words.back())) {
    suffix = words.back();
    words.pop_back();
  }
  std::size_t particle = 0;
  while (particle + 1 < words.size() && is_particle(words[particle])) ++particle;
  if (given.empty()) return {{"literal", family}};
  json name = {{"family", joined(words, particle, words.size())}, {"given", given}};
  if (particle > 0) name["non-dropping-particle"] = joined(words, 0, particle);
  if (!suffix.empty()) name["suffix"] = suffix;
  return name;
}

}  // namespace

bool names_a_body(std::string_view name) {
  const std::u16string wide = text::to_utf16(name);
  const std::vector<reference::LineWord> words = reference::words_of(wide);
  if (words.size() < 2) return false;
  const auto beginning = reference::first_words_of_bodies(reference::BodyUse::name).at(words, 0, false);
  if (beginning.length > 0 && beginning.length < words.size())
    return words[beginning.length].kind != reference::LineWord::Kind::mark;
  if (beginning.length > 1) return true;
  const bool commas = name.find(',') != std::string_view::npos;
  // "Nguyễn văn an" is a person's name in careless writing.
  const bool family = reference::FamilyNames::get().all.contains(words.front().key);
  bool marked = false;
  bool small = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const reference::LineWord& word = words[i];
    if (word.kind != reference::LineWord::Kind::letters) continue;
    const std::string plain = text::to_utf8(word.plain);
    if (!commas && is_word_of_bodies(plain)) return true;
    marked = marked || word.toned || word.key != word.plain;
    small = small || (i > 0 && !word.capital && !is_particle(plain) && word.end - word.start > 1 &&
                      text::parse(std::u16string_view(wide).substr(word.start, word.end - word.start)).valid());
  }
  return marked && small && !family && words.front().capital;
}

json read_name(std::string_view text) {
  const std::string name = squeezed(text);
  if (names_a_body(name)) {
    std::string whole = name;
    while (!whole.empty() && (whole.back() == ',' || whole.back() == ';' || whole.back() == ' ')) whole.pop_back();
    return {{"literal", whole}};
  }
  std::vector<std::string> parts;
  for (std::string_view rest = name; parts.size() < 3;) {
    const std::size_t end = parts.size() == 2 ? rest.size() : std::min(rest.find(','), rest.size());
    if (std::string part = squeezed(rest.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
    if (end >= rest.size()) break;
    rest.remove_prefix(end + 1);
  }
  if (parts.empty()) return {{"literal", name}};
  if (parts.size() > 1) return with_commas(std::move(parts));
  const Words words = split(parts.front());
  if (words.size() == 1 || name.back() == ',') return {{"literal", parts.front()}};
  return in_order_of_writing(words);
}

}  // namespace soat::citation
