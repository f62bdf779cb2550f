#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "document/place_counter.h"
#include "text/legacy_font.h"

namespace soat::document {

// More than any real document has.
inline constexpr std::size_t most_paragraphs = 4'000'000;
inline constexpr std::size_t most_units = std::size_t{64} << 20;

enum class WhiteSpace {
  keep,
  collapse,  // a run of white space is one space, and none at the start of a paragraph (ODF 1.3, part 3, 6.1.2; HTML)
};

// Gathers the paragraphs of a document in which a paragraph may hold others (a footnote, a text box): these come after
// the one that holds them, whose text is not torn apart.
class ParagraphCollector {
 public:
  // name: for messages.
  ParagraphCollector(WhiteSpace white_space, std::string name) : white_space_(white_space), name_(std::move(name)) {}

  // Throws soat::Error when the document has more paragraphs than any real one.
  void open();
  void close();
  bool is_open() const { return !open_.empty(); }
  // The innermost open paragraph, or the one that is opened next.
  std::size_t current() const { return open_.empty() ? paragraphs_.size() : open_.back(); }

  // Where the paragraphs that are opened stand.
  PlaceCounter& places() { return place_; }

  // What follows comes from this part; each piece of its character data is passed when it was dealt with, so that what
  // is added can be told where it stands.
  void start_part(std::string part);
  void pass(std::string_view character_data) { position_ += character_data.size(); }

  // These add to the innermost open paragraph; without one they do nothing. They throw soat::Error when the document
  // has more text than any real one.
  // font: what is known of the font, where it is of an encoding from before Unicode.
  void add(std::string_view utf8, const std::optional<text::LegacyFont>& font = {});
  void add_exactly(char16_t unit, const std::optional<text::LegacyFont>& font =
                                      {});  // never collapsed: a tab, a line break, a space written as an element
  void add_blanks(std::size_t count);  // spaces that the file gives by their number; few bytes may stand for very many
  void add_placeholder();              // U+FFFC for what is no running text: a field, a note's anchor, a picture
  void add_hidden(
      std::string_view utf8);  // one placeholder for a run that is not to be checked; the white space at its ends stays

  // A named range starts or ends here; which ones belong together is told by kind and key. An end without a start is
  // dropped, and so is a start without an end. Sections start before a paragraph and end behind one, the others inside.
  // Whether a paragraph is open.
  bool in_paragraph() const { return !open_.empty(); }
  void start_range(NamedRange::Kind kind, const std::string& key, std::string name);
  // A placeholder that has a name, and what more is told of it.
  void add_named_placeholder(NamedRange::Kind kind, std::string name, std::map<std::string, std::string> values = {});
  void end_range(NamedRange::Kind kind, const std::string& key);

  // An index that is not read, between what was read and what will be.
  void add_index(std::string name);

  // Drops the white space at the end of the open paragraph.
  void trim();

  Document finish();

 private:
  void count(std::size_t units);
  void note_origins(std::size_t start, std::u16string_view given);
  void note_font(std::size_t start, const text::LegacyFont& font);

  WhiteSpace white_space_;
  std::string name_;
  std::size_t units_ = 0;   // of text so far
  std::size_t blanks_ = 0;  // of these, given by their number
  std::vector<std::u16string> paragraphs_;
  std::vector<std::size_t> open_;  // indices of the open paragraphs, innermost last
  std::map<std::pair<NamedRange::Kind, std::string>, NamedRange> started_;
  std::vector<NamedRange> ranges_;
  std::vector<text::LegacyStretch> fonts_;
  std::vector<std::string> parts_;
  std::size_t position_ = 0;  // in the last of them
  std::vector<Origin> origins_;
  PlaceCounter place_;
  std::vector<text::DocumentPlace> places_;
};

}  // namespace soat::document
