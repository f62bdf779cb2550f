#include "cli/text_ignores.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>

#include "check/category.h"

namespace soat::cli {
namespace {

struct Note {
  std::string word;                // "soat-ignore", "soat-ignore-start" …
  std::vector<std::string> names;  // of rules and categories; empty: all
};

// What a comment says; nothing where that is not for us.
std::optional<Note> parse_note(const std::string& comment) {
  std::istringstream words(comment);
  Note note;
  words >> note.word;
  for (std::string name; words >> name;) note.names.push_back(name);
  return note.word.starts_with("soat-ignore") ? std::optional(note) : std::nullopt;
}

bool covers(const Note& note, const check::Finding& finding) {
  return note.names.empty() || std::ranges::any_of(note.names, [&](const std::string& name) {
           return name == finding.rule->id || name == check::name(finding.category());
         });
}

// The notes on each line of a document.
std::vector<std::vector<Note>> notes_of(const document::Document& document) {
  std::vector<std::vector<Note>> notes(document.size());
  for (const document::Note& one : document.notes()) {
    auto note = parse_note(one.text);
    // Behind the last paragraph only what holds for all of them counts.
    if (!note || notes.empty() || (one.paragraph >= notes.size() && note->word != "soat-ignore-file")) continue;
    notes[std::min(one.paragraph, notes.size() - 1)].push_back(std::move(*note));
  }
  return notes;
}

// The notes that hold on each line.
class Ignores {
 public:
  explicit Ignores(std::vector<std::vector<Note>> lines) : on_line_(lines.size()) {
    std::optional<Note> open;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (Note& note : lines[i]) {
        if (note.word == "soat-ignore") {
          on_line_[i].push_back(std::move(note));
        } else if (note.word == "soat-ignore-start") {
          open = std::move(note);
        } else if (note.word == "soat-ignore-end") {
          open.reset();
        } else if (note.word == "soat-ignore-file") {
          everywhere_.push_back(std::move(note));
        }
      }
      if (open) on_line_[i].push_back(*open);
    }
  }

  bool covers(const check::Finding& finding) const {
    const auto is_covered = [&](const Note& note) { return cli::covers(note, finding); };
    return std::ranges::any_of(everywhere_, is_covered) || std::ranges::any_of(on_line_[finding.paragraph], is_covered);
  }

 private:
  std::vector<Note> everywhere_;
  std::vector<std::vector<Note>> on_line_;
};

}  // namespace

void take_out_ignored(const document::Document& document, std::vector<check::Finding>& findings) {
  if (document.notes().empty() || findings.empty()) return;
  const Ignores ignores(notes_of(document));
  std::erase_if(findings, [&](const check::Finding& finding) { return ignores.covers(finding); });
}

}  // namespace soat::cli
