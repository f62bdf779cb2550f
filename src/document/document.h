#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/document_place.h"
#include "text/legacy_detection.h"
#include "text/message.h"

namespace soat::document {

// A range that the file gives a name: what citation programs keep their data in. Offsets are UTF-16 units in the
// paragraphs, which are counted as Document counts them; the end may lie in another paragraph than the start.
struct NamedRange {
  enum class Kind {
    reference_mark,  // .odt
    bookmark,
    section,            // .odt: from the start of its first paragraph to the end of its last
    field,              // .docx: the name is the field's code, and the range the placeholder that stands for its result
    bibliography_mark,  // .odt: a field of the office's own; the name is that of the source, `values` describe it
    index,              // .odt: a list of sources of the office's own, whose text is not read
    control,            // .docx: a content control; the name is its tag. One round whole paragraphs is a section
  };
  Kind kind = Kind::bookmark;
  std::string name;  // UTF-8
  std::size_t first_paragraph = 0;
  std::size_t start = 0;
  std::size_t last_paragraph = 0;
  std::size_t end = 0;
  std::map<std::string, std::string> values;  // of a bibliography mark: its attributes by their local names
};

// A run of a paragraph that stands as such in the XML that it was read from.
struct Origin {
  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;  // UTF-16 units in the paragraph
  std::uint32_t size = 0;
  std::uint32_t part = 0;    // of Document::parts()
  std::size_t position = 0;  // bytes of character data (UTF-8) in the part before it
};

// A comment of the file in which the author tells checkers what to pass over ("soat-ignore …").
struct Note {
  std::size_t paragraph = 0;  // in which, or before which, it stands; the number of paragraphs: behind the last
  std::string text;           // UTF-8, without the signs of a comment
};

// The lines of plain text, UTF-16 offsets, half open, without their ends; see Document::from_lines.
std::vector<std::pair<std::size_t, std::size_t>> line_ranges(std::u16string_view text);

// The text of one file: its paragraphs in the order of reading, UTF-16, without line ends. All of it lies in one
// buffer.
class Document {
 public:
  // Takes plain text apart into its lines. A line ends with LF, CR LF, CR alone, NEL (U+0085), or the line and
  // paragraph separators (U+2028, U+2029), which are the mandatory breaks of Unicode Standard Annex 14 but for VT and
  // FF; one at the very end starts no further line. NEL behind what begins a character in UTF-8 misread as Latin-1 ends
  // nothing: there it is a piece of a letter.
  static Document from_lines(std::u16string text);

  void append(std::u16string_view paragraph);

  // A run of a paragraph that is read as it stands: UTF-16 offsets in what is read and in what stands there.
  struct Run {
    std::size_t read = 0;
    std::size_t original = 0;
    std::size_t size = 0;
  };

  // Adds a paragraph of which not all is read. runs: what of it is, in order. All paragraphs must be added so, or none.
  void append(std::u16string_view read, std::u16string_view original, std::vector<Run> runs);

  // Whether paragraphs were added with what stands there.
  bool has_originals() const { return !original_ranges_.empty(); }

  // The paragraphs as they stand in the file; the same as paragraphs() unless they were added with what stands there.
  std::vector<std::u16string_view> originals() const;

  // Where a range of a paragraph stands in its original, half open, with all that was passed over inside it.
  std::pair<std::size_t, std::size_t> original_range(std::size_t paragraph, std::size_t start, std::size_t end) const;

  // What could not be read although something was, a line each, with the file's name: for the user to know of.
  const std::vector<text::Message>& warnings() const { return warnings_; }
  void warn(text::Message warning) { warnings_.push_back(std::move(warning)); }

  // In the order of their ends. Only .odt and .docx have any.
  const std::vector<NamedRange>& named_ranges() const { return named_ranges_; }
  void set_named_ranges(std::vector<NamedRange> ranges) { named_ranges_ = std::move(ranges); }

  // The user's own properties of an .odt or .docx document, by their names; values as text, whatever their type.
  const std::map<std::string, std::u16string>& properties() const { return properties_; }
  void set_properties(std::map<std::string, std::u16string> properties) { properties_ = std::move(properties); }

  // The part of a .docx document that holds Word's own sources, its bytes; empty where there is none.
  const std::string& word_sources() const { return word_sources_; }
  void set_word_sources(std::string part) { word_sources_ = std::move(part); }

  // What stands in a font of an encoding from before Unicode, in order, for text::find_legacy. Only .odt and .docx say.
  const std::vector<text::LegacyStretch>& fonts() const { return fonts_; }
  void set_fonts(std::vector<text::LegacyStretch> fonts) { fonts_ = std::move(fonts); }

  // Where the text stands in the file, ordered by paragraph and start; what is no text there (a field, a tab) has none.
  // Only .odt and .docx have any.
  const std::vector<Origin>& origins() const { return origins_; }
  void set_origins(std::vector<Origin> origins) { origins_ = std::move(origins); }

  // The XML parts that were read, in the order of reading; the part of a file that is none has no name.
  const std::vector<std::string>& parts() const { return parts_; }
  void set_parts(std::vector<std::string> parts) { parts_ = std::move(parts); }

  // Where paragraphs stand that stand in something, by paragraph.
  const std::vector<text::DocumentPlace>& places() const { return places_; }
  void set_places(std::vector<text::DocumentPlace> places) { places_ = std::move(places); }

  // Notes to checkers in their order, of formats with comments (Markdown, HTML, LaTeX).
  const std::vector<Note>& notes() const { return notes_; }
  void set_notes(std::vector<Note> notes) { notes_ = std::move(notes); }

  std::size_t size() const { return ranges_.size(); }

  // The paragraphs as views; they hold as long as the document lives and nothing is appended.
  std::vector<std::u16string_view> paragraphs() const;

 private:
  std::u16string text_;
  std::vector<std::pair<std::size_t, std::size_t>> ranges_;  // UTF-16 offsets in text_, half open
  std::vector<NamedRange> named_ranges_;
  std::map<std::string, std::u16string> properties_;
  std::string word_sources_;
  std::vector<text::LegacyStretch> fonts_;
  std::vector<text::Message> warnings_;
  std::vector<Origin> origins_;
  std::vector<std::string> parts_;
  std::vector<text::DocumentPlace> places_;
  std::vector<Note> notes_;
  std::u16string original_text_;
  std::vector<std::pair<std::size_t, std::size_t>> original_ranges_;  // UTF-16 offsets in original_text_
  std::vector<std::vector<Run>> runs_;
};

}  // namespace soat::document
