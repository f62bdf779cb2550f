// Citations of other programs, as far as a document holds any.
#include <algorithm>
#include <map>

#include "citation/zotero/json_access.h"
#include "citation/zotero/source_cites.h"
#include "text/utf.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/citation_document.h"
#include "writer/citation/document_properties.h"
#include "writer/citation/source_fields.h"
#include "writer/sources/user_library.h"

namespace soat::writer {

// Looking for them takes a search of the whole document.
std::vector<WordField> CitationDocument::word_marks() {
  if (has_word_fields_ && !*has_word_fields_) return {};
  std::vector<WordField> found = read_word_fields(document(), fields_);
  if (!has_word_fields_) has_word_fields_ = !found.empty();
  return found;
}

std::vector<WordField> CitationDocument::word_fields() {
  std::vector<WordField> found = fields_with_text();
  for (WordField& one : read_office_fields(context_, document(), fields_)) found.push_back(std::move(one));
  if (!controls_) controls_ = read_content_controls(context_, document());
  for (WordField& control : placed_controls(*controls_, document(), fields_)) {
    // What cannot be found is taken to be there as long as nothing has been taken over.
    if (control.place.range.is() || !took_over_) found.push_back(std::move(control));
  }
  std::stable_sort(found.begin(), found.end(), [&](const WordField& a, const WordField& b) {
    return a.place.range.is() && (!b.place.range.is() || fields_.before(a.place, b.place));
  });
  return found;
}

std::vector<WordField> CitationDocument::fields_with_text() {
  fields_.number_notes();
  std::vector<WordField> found = word_marks();
  for (WordField& one : read_jabref_fields(document(), fields_)) found.push_back(std::move(one));
  return found;
}

std::vector<WordField> CitationDocument::supplied_fields() {
  std::vector<WordField> found = word_fields();
  const auto wants = [](const WordField& one) {
    return one.field.program == citation::zotero::Program::jabref && !one.field.list;
  };
  if (std::none_of(found.begin(), found.end(), wants)) return found;
  nlohmann::json library;
  UserLibrary::instance().run_and_wait(context_, [&](const citation::Library& sources) { library = sources.all(); });
  for (WordField& one : found) {
    if (wants(one)) citation::zotero::supply(one.field, library);
  }
  return found;
}

bool CitationDocument::is_zoteros_in_word() {
  const auto stored = readable_preferences();
  if (!stored || stored->pref("fieldType") != "Field") return false;
  const std::vector<WordField> found = word_marks();
  return std::any_of(found.begin(), found.end(),
                     [](const WordField& one) { return one.field.program == citation::zotero::Program::zotero; });
}

std::vector<OtherCitation> CitationDocument::others() {
  std::vector<OtherCitation> made;
  for (const WordField& one : supplied_fields()) {
    OtherCitation other;
    other.program = citation::zotero::name_of(one.field.program);
    other.list = one.field.list;
    other.id = citation::zotero::string_at(one.field.citation, "citationID");
    other.data = one.field.citation;
    other.text = one.text;
    other.note = one.place.note_number;
    other.complete = one.place.range.is() && !one.field.partial && (one.field.list || one.field.citation.is_object());
    made.push_back(std::move(other));
  }
  return made;
}

void CitationDocument::take_over(CitationRun run) {
  const std::string style = read_property(document(), "Mendeley Citation Style").value_or("");
  run.done = [this, alive = shared_from_this(), done = std::move(run.done)](const CitationOutcome& outcome) {
    took_over_ = took_over_ || outcome.done;
    if (done) done(outcome);
  };
  start(
      std::move(run), Prepare([&] {
        CommandRunner::Prepared prepared;
        prepared.others = supplied_fields();
        std::vector<citation::session::OtherField> told;
        for (const WordField& one : prepared.others) {
          told.push_back({std::string(citation::zotero::name_of(one.field.program)), one.field.list, one.field.citation,
                          one.text, one.place.range.is() && !one.field.partial, one.field.author_in_text});
        }
        prepared.command = citation::session::take_over(session_, std::move(told), style);
        return prepared;
      }));
}

// A line for each program whose citations the document holds.
std::vector<std::u16string> CitationDocument::other_programs() {
  std::map<std::string, std::pair<std::size_t, bool>> programs;
  for (const WordField& other : word_fields()) {
    auto& [citations, list] = programs[std::string(citation::zotero::name_of(other.field.program))];
    other.field.list ? list = true : static_cast<bool>(++citations);
  }
  std::vector<std::u16string> lines;
  for (const auto& [program, holds] : programs) {
    const std::string number = std::to_string(holds.first);
    lines.emplace_back(to_view(text(context_, holds.second ? texts::citation_other_with_list : texts::citation_other,
                                    std::u16string(number.begin(), number.end()), text::to_utf16(program))));
  }
  return lines;
}

std::u16string CitationDocument::first_word_on_others() {
  if (std::exchange(told_of_others_, true)) return {};
  std::u16string all;
  for (const std::u16string& line : other_programs()) all += (all.empty() ? u"" : u"\n") + line;
  return all;
}

}  // namespace soat::writer
