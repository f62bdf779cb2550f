#include "reference/legal/word_lists.h"

#include <array>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

#include "reference/word_lists.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::reference::data {
extern const std::string_view legal;
}

namespace soat::reference::legal {
namespace {

constexpr auto genre_lists = std::to_array<std::pair<std::string_view, GenreClass>>({
    {"genre-constitution", GenreClass::constitution},
    {"genre-named", GenreClass::named},
    {"genre-decree", GenreClass::decree},
    {"genre-consolidated", GenreClass::consolidated},
    {"genre-strong", GenreClass::strong},
    {"genre-common", GenreClass::common},
});

struct Tables {
  std::map<std::string, Phrases, std::less<>> lists;
  Phrases genres;
  std::vector<GenreClass> classes;  // of the genres
  std::vector<std::u16string> genre_names;
  std::map<std::u16string, Abbreviation, std::less<>> abbreviations;
  std::map<std::u16string, std::u16string, std::less<>> series;
  std::vector<std::u16string> mixed_case;

  Genre genre_of(const std::vector<LineWord>& words, std::size_t i, bool plain) const {
    const Phrases::Match match = genres.at(words, i, plain);
    return match.length == 0 ? Genre() : Genre{match.length, classes[match.index]};
  }
};

void read_row(const text::TableReader& table, Tables& tables) {
  const std::string_view list = table[0];
  const std::u16string second = text::to_utf16(table[1]);
  if (list == "series") {
    tables.series[second] = text::to_utf16(table[2]);
  } else if (list == "abbreviation-kind" || list == "abbreviation-code") {
    tables.abbreviations[second] = {text::to_utf16(table[2]), list == "abbreviation-code"};
  } else {
    if (table.row().size() != 2) table.fail(texts::error_data_more);
    for (const std::string_view one : text::split(table[1], '|')) {
      const std::u16string phrase = text::to_utf16(one);
      if (list == "mixed-case") tables.mixed_case.push_back(phrase);
      if (!list.starts_with("genre-")) {
        tables.lists[std::string(list)].add(phrase);
        continue;
      }
      std::size_t kind = 0;
      while (kind < genre_lists.size() && genre_lists[kind].first != list) ++kind;
      if (kind == genre_lists.size()) table.fail(texts::error_row_genre_unknown);
      tables.genres.add(phrase);
      tables.classes.push_back(genre_lists[kind].second);
      tables.genre_names.push_back(phrase);
    }
  }
}

Tables read_tables() {
  Tables tables;
  text::TableReader table = text::TableReader::compiled_in("legal.txt", data::legal);
  while (table.next(2, 3)) read_row(table, tables);
  for (auto& [written, abbreviation] : tables.abbreviations) {
    abbreviation.kind = tables.genre_of(words_of(abbreviation.full), 0, false).kind;
  }
  return tables;
}

const Tables& tables() {
  static const Tables all = read_tables();
  return all;
}

const Phrases& list(std::string_view name) {
  const auto found = tables().lists.find(name);
  if (found == tables().lists.end()) throw std::out_of_range("no list of words " + std::string(name));
  return found->second;
}

}  // namespace

Genre genre_at(const Line& line, std::size_t i) {
  return i < line.size() ? tables().genre_of(line.words(), i, line.plain()) : Genre();
}

Genre genre_with_marks(const Line& line, std::size_t i) {
  return tables().genre_of(line.words(), i, false);
}

const Phrases& genres() {
  return tables().genres;
}

const std::vector<std::u16string>& genre_names() {
  return tables().genre_names;
}

const Abbreviation* abbreviation_of(std::u16string_view capitals) {
  const auto found = tables().abbreviations.find(capitals);
  return found == tables().abbreviations.end() ? nullptr : &found->second;
}

std::u16string_view standards_of(std::u16string_view capitals) {
  const auto found = tables().series.find(capitals);
  return found == tables().series.end() ? std::u16string_view() : found->second;
}

const std::vector<std::u16string>& mixed_case_parts() {
  return tables().mixed_case;
}

const Phrases& bodies() {
  return first_words_of_bodies(BodyUse::issuer);
}

const Phrases& treaties() {
  static const Phrases& known = list("treaty");
  return known;
}

const Phrases& symbol_kinds() {
  static const Phrases& known = list("symbol-kind");
  return known;
}

const Phrases& law_bodies() {
  static const Phrases& known = list("law-body");
  return known;
}

const Phrases& subject_verbs() {
  static const Phrases& known = list("subject-verb");
  return known;
}

const Phrases& headings() {
  static const Phrases& known = list("heading");
  return known;
}

const Phrases& on_documents() {
  static const Phrases& known = list("on-documents");
  return known;
}

const Phrases& goes_on() {
  static const Phrases& known = list("goes-on");
  return known;
}

const Phrases& subject_ends() {
  static const Phrases& known = list("subject-end");
  return known;
}

const Phrases& law_goes_on() {
  static const Phrases& known = list("law-goes-on");
  return known;
}

const Phrases& no_law() {
  static const Phrases& known = list("no-law");
  return known;
}

const Phrases& before_no_law() {
  static const Phrases& known = list("before-no-law");
  return known;
}

const Phrases& persons_of_law() {
  static const Phrases& known = list("person-of-law");
  return known;
}

const Phrases& behind_law_comma() {
  static const Phrases& known = list("behind-law-comma");
  return known;
}

const Phrases& law_makers() {
  static const Phrases& known = list("makes-law");
  return known;
}

const Phrases& not_rules_on() {
  static const Phrases& known = list("not-rules-on");
  return known;
}

const Phrases& asides_of_subject() {
  static const Phrases& known = list("aside-of-subject");
  return known;
}

const Phrases& behind_subject_comma() {
  static const Phrases& known = list("behind-subject-comma");
  return known;
}

const Phrases& asides() {
  static const Phrases& known = list("aside");
  return known;
}

const Phrases& name_commas() {
  static const Phrases& known = list("name-comma");
  return known;
}

const Phrases& drafts() {
  static const Phrases& known = list("draft");
  return known;
}

const Phrases& party_kinds() {
  static const Phrases& known = list("party-kind");
  return known;
}

const Phrases& party_names() {
  static const Phrases& known = list("party-name");
  return known;
}

const Phrases& no_subjects() {
  static const Phrases& known = list("no-subject");
  return known;
}

const Phrases& hanging() {
  static const Phrases& known = list("hanging");
  return known;
}

const Phrases& hanging_dates() {
  static const Phrases& known = list("hanging-date");
  return known;
}

const Phrases& places() {
  static const Phrases& known = list("place");
  return known;
}

const Phrases& locator_units() {
  static const Phrases& known = list("locator-unit");
  return known;
}

}  // namespace soat::reference::legal
