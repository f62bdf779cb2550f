#include "document/paragraph_collector.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "text/error.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

constexpr std::size_t most_blanks = 1'000'000;
constexpr char16_t placeholder = u'\uFFFC';

bool is_white(char16_t unit) {
  return unit == u' ' || unit == u'\t' || unit == u'\n' || unit == u'\r';
}

// Whether a unit that comes behind a text is one that collapsing white space leaves out.
bool falls_away(char16_t unit, std::u16string_view before) {
  return is_white(unit) && (before.empty() || is_white(before.back()));
}

// Of each run of white space from an offset on one space is left, and none at the paragraph's start.
void collapse(std::u16string& paragraph, std::size_t start) {
  std::size_t to = start;
  for (std::size_t from = start; from < paragraph.size(); ++from) {
    const char16_t unit = paragraph[from];
    if (!falls_away(unit, std::u16string_view(paragraph).substr(0, to))) paragraph[to++] = is_white(unit) ? u' ' : unit;
  }
  paragraph.resize(to);
}

// Bytes of a unit in UTF-8; those of a pair of surrogates count with its first.
std::size_t utf8_size(char16_t unit) {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (text::is_high_surrogate(unit)) return 4;
  return text::is_low_surrogate(unit) ? 0 : 3;
}

}  // namespace

void ParagraphCollector::open() {
  if (paragraphs_.size() == most_paragraphs) throw Error(texts::error_document_paragraphs, name_);
  open_.push_back(paragraphs_.size());
  if (text::DocumentPlace place = place_.place(); place.is_known()) {
    place.paragraph = static_cast<std::uint32_t>(paragraphs_.size());
    places_.push_back(place);
  }
  paragraphs_.emplace_back();
}

void ParagraphCollector::close() {
  if (!open_.empty()) open_.pop_back();
}

void ParagraphCollector::count(std::size_t units) {
  units_ += units;
  if (units_ > most_units) throw Error(texts::error_document_characters, name_);
}

void ParagraphCollector::start_part(std::string part) {
  parts_.push_back(std::move(part));
  position_ = 0;
}

// The open paragraph has from start on what is left of the text given, which begins at the position.
void ParagraphCollector::note_origins(std::size_t start, std::u16string_view given) {
  if (parts_.empty() || given.empty()) return;
  const auto paragraph = static_cast<std::uint32_t>(open_.back());
  const auto part = static_cast<std::uint32_t>(parts_.size() - 1);
  const std::u16string_view text = paragraphs_[paragraph];
  std::size_t position = position_;
  bool goes_on = false;
  std::size_t at = start;
  for (const char16_t unit : given) {
    const bool kept = white_space_ == WhiteSpace::keep || !falls_away(unit, text.substr(0, at));
    if (kept) {
      if (!goes_on) origins_.push_back({paragraph, static_cast<std::uint32_t>(at), 0, part, position});
      ++origins_.back().size;
      ++at;
    }
    goes_on = kept;
    position += utf8_size(unit);
  }
}

// What was added to the open paragraph from start on is in a font.
void ParagraphCollector::note_font(std::size_t start, const text::LegacyFont& font) {
  const auto paragraph = static_cast<std::uint32_t>(open_.back());
  const auto end = static_cast<std::uint32_t>(paragraphs_[paragraph].size());
  if (start == end) return;
  if (!fonts_.empty() && fonts_.back().paragraph == paragraph && fonts_.back().end == start &&
      fonts_.back().encoding == font.encoding && fonts_.back().capitals == font.capitals) {
    fonts_.back().end = end;
  } else {
    fonts_.push_back({paragraph, static_cast<std::uint32_t>(start), end, font.encoding, font.capitals, 1.0});
  }
}

void ParagraphCollector::add(std::string_view utf8, const std::optional<text::LegacyFont>& font) {
  if (open_.empty()) return;
  std::u16string& paragraph = paragraphs_[open_.back()];
  const std::size_t old_size = paragraph.size();
  text::append_utf16(utf8, paragraph);
  count(paragraph.size() - old_size);
  const std::u16string given = paragraph.substr(old_size);
  if (white_space_ == WhiteSpace::collapse) collapse(paragraph, old_size);
  note_origins(old_size, given);
  if (font) note_font(old_size, *font);
}

void ParagraphCollector::add_exactly(char16_t unit, const std::optional<text::LegacyFont>& font) {
  if (open_.empty()) return;
  count(1);
  paragraphs_[open_.back()] += unit;
  if (font) note_font(paragraphs_[open_.back()].size() - 1, *font);
}

void ParagraphCollector::add_blanks(std::size_t count_of_blanks) {
  if (open_.empty()) return;
  blanks_ += std::min(count_of_blanks, most_blanks + 1);
  if (blanks_ > most_blanks) throw Error(texts::error_document_spaces, name_);
  count(count_of_blanks);
  paragraphs_[open_.back()].append(count_of_blanks, u' ');
}

void ParagraphCollector::add_placeholder() {
  add_exactly(placeholder);
}

void ParagraphCollector::add_hidden(std::string_view utf8) {
  constexpr std::string_view white = " \t\r\n";
  const std::size_t first = utf8.find_first_not_of(white);
  if (open_.empty() || first == std::string_view::npos) {
    add(utf8);
    return;
  }
  const std::size_t last = utf8.find_last_not_of(white) + 1;
  add(utf8.substr(0, first));
  // The parser hands a run over in pieces, and words in between need no placeholder each.
  std::u16string_view paragraph = paragraphs_[open_.back()];
  while (!paragraph.empty() && is_white(paragraph.back())) paragraph.remove_suffix(1);
  if (!paragraph.ends_with(placeholder)) add_placeholder();
  position_ += last;
  add(utf8.substr(last));
  position_ -= last;
}

void ParagraphCollector::start_range(NamedRange::Kind kind, const std::string& key, std::string name) {
  const bool section = kind == NamedRange::Kind::section;
  if (!section && open_.empty()) return;
  NamedRange range;
  range.kind = kind;
  range.name = std::move(name);
  range.first_paragraph = section ? paragraphs_.size() : open_.back();
  range.start = section ? 0 : paragraphs_[open_.back()].size();
  started_.insert_or_assign({kind, key}, std::move(range));
}

void ParagraphCollector::add_named_placeholder(NamedRange::Kind kind, std::string name,
                                               std::map<std::string, std::string> values) {
  if (open_.empty()) return;
  start_range(kind, {}, std::move(name));
  started_[{kind, std::string()}].values = std::move(values);
  add_placeholder();
  end_range(kind, {});
}

void ParagraphCollector::add_index(std::string name) {
  NamedRange range;
  range.kind = NamedRange::Kind::index;
  range.name = std::move(name);
  range.first_paragraph = range.last_paragraph = paragraphs_.size();
  ranges_.push_back(std::move(range));
}

void ParagraphCollector::end_range(NamedRange::Kind kind, const std::string& key) {
  const auto at = started_.find({kind, key});
  if (at == started_.end()) return;
  NamedRange range = std::move(at->second);
  started_.erase(at);
  const bool section = kind == NamedRange::Kind::section;
  if (section ? paragraphs_.size() <= range.first_paragraph : open_.empty()) return;
  range.last_paragraph = section ? paragraphs_.size() - 1 : open_.back();
  range.end = paragraphs_[range.last_paragraph].size();
  ranges_.push_back(std::move(range));
}

void ParagraphCollector::trim() {
  if (open_.empty()) return;
  std::u16string& paragraph = paragraphs_[open_.back()];
  while (!paragraph.empty() && is_white(paragraph.back())) paragraph.pop_back();
}

Document ParagraphCollector::finish() {
  Document document;
  for (std::u16string& paragraph : paragraphs_) {
    document.append(paragraph);
    std::u16string().swap(paragraph);
  }
  paragraphs_.clear();
  open_.clear();
  const auto is_index = [](const NamedRange& one) { return one.kind == NamedRange::Kind::index; };
  if (document.size() == 0) std::erase_if(ranges_, is_index);
  for (NamedRange& one : ranges_) {  // one at the document's end stands at its last paragraph
    if (is_index(one) && one.first_paragraph >= document.size()) {
      one.first_paragraph = one.last_paragraph = document.size() - 1;
      one.start = one.end = document.paragraphs().back().size();
    }
  }
  document.set_named_ranges(std::move(ranges_));
  ranges_.clear();
  // Paragraphs inside others come after them.
  std::sort(fonts_.begin(), fonts_.end(), [](const text::LegacyStretch& a, const text::LegacyStretch& b) {
    return std::tie(a.paragraph, a.start) < std::tie(b.paragraph, b.start);
  });
  document.set_fonts(std::move(fonts_));
  fonts_.clear();
  std::stable_sort(origins_.begin(), origins_.end(),
                   [](const Origin& a, const Origin& b) { return a.paragraph < b.paragraph; });
  document.set_origins(std::move(origins_));
  origins_.clear();
  document.set_parts(std::move(parts_));
  parts_.clear();
  document.set_places(std::move(places_));
  places_.clear();
  started_.clear();
  return document;
}

}  // namespace soat::document
