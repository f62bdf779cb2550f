#include "document/revision.h"

#include <algorithm>
#include <map>
#include <utility>

#include "document/archive_copy.h"
#include "document/decode.h"
#include "document/formats.h"
#include "document/revision_parts.h"
#include "text/char_class.h"
#include "text/edit_script.h"
#include "text/error.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

// ---- plain text ----

std::string encoded_like(std::string_view before, const std::u16string& text) {
  const bool big_endian = before.starts_with("\xFE\xFF");
  if (!big_endian && !before.starts_with("\xFF\xFE"))
    return (before.starts_with("\xEF\xBB\xBF") ? "\xEF\xBB\xBF" : "") + text::to_utf8(text);
  std::string out(before.substr(0, 2));
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  }
  return out;
}

Revision revise_text(std::string_view bytes, const std::string& name, const Document& document,
                     std::span<const Change> changes) {
  const std::u16string text = decode_text(bytes, name);
  const std::vector<std::pair<std::size_t, std::size_t>> lines = line_ranges(text);
  Revision out;
  std::u16string changed;
  std::size_t at = 0;
  for (const Change& change : changes) {
    const auto [start, end] = document.original_range(change.paragraph, change.start, change.end);
    const bool is_whole = end - start == change.end - change.start;  // nothing was passed over inside
    out.is_made.push_back(is_whole);
    if (!is_whole) continue;
    const std::size_t line = lines[change.paragraph].first;
    changed.append(text, at, line + start - at).append(change.text);
    at = line + end;
    ++out.count;
  }
  changed.append(text, at);
  out.bytes = encoded_like(bytes, changed);
  return out;
}

// ---- XML ----

// Where a unit of a paragraph stands: a part and a place in its character data.
struct Place {
  std::uint32_t part = 0;
  std::size_t position = 0;
  auto operator<=>(const Place&) const = default;
};

// The character there.
struct Located {
  std::size_t text = 0;
  Span raw;
};

class XmlRevision {
 public:
  XmlRevision(const Document& document, std::span<const Change> changes, const RevisionOptions& options, bool is_docx)
      : document_(document),
        paragraphs_(document.paragraphs()),
        changes_(changes),
        options_(options),
        is_docx_(is_docx) {}

  // parts: those of the document, in their order. Gives which changes were made.
  std::vector<bool> make(std::vector<PartInWork>& parts) {
    for (const Change& change : changes_) note_places(change);
    for (std::size_t part = 0; part < parts.size(); ++part) locate(parts[part], static_cast<std::uint32_t>(part));
    std::vector<bool> is_made;
    for (const Change& change : changes_) is_made.push_back(make(change, parts));
    return is_made;
  }

 private:
  // A change and the units on both sides of it.
  void note_places(const Change& change) {
    const auto paragraph = static_cast<std::uint32_t>(change.paragraph);
    const std::u16string_view text = paragraphs_[paragraph];
    const std::size_t first = change.start > 0 ? change.start - 1 : 0;
    const std::size_t last = std::min<std::size_t>(change.end + 1, text.size());
    const std::vector<Origin>& origins = document_.origins();
    auto at = std::partition_point(origins.begin(), origins.end(), [&](const Origin& origin) {
      return origin.paragraph < paragraph || (origin.paragraph == paragraph && origin.start + origin.size <= first);
    });
    for (; at != origins.end() && at->paragraph == paragraph && at->start < last; ++at) {
      std::size_t position = at->position;
      for (std::size_t unit = at->start; unit < std::min<std::size_t>(at->start + at->size, last); ++unit) {
        if (unit >= first) places_[{paragraph, unit}] = {at->part, position};
        if (unit >= first) located_[{at->part, position}] = {};
        position += utf8_size(text[unit]);
      }
    }
  }

  static std::size_t utf8_size(char16_t unit) {
    if (text::is_low_surrogate(unit)) return 0;
    return text::is_high_surrogate(unit) ? 4 : text::to_utf8(std::u16string_view(&unit, 1)).size();
  }

  void locate(const PartInWork& part, std::uint32_t number) {
    auto wanted = located_.lower_bound({number, 0});
    const auto end = located_.lower_bound({number + 1, 0});
    const std::vector<XmlText>& texts = part.outline.texts;
    for (std::size_t text = 0; text < texts.size() && wanted != end; ++text) {
      const std::size_t next = text + 1 < texts.size() ? texts[text + 1].position : XmlElement::none;
      if (texts[text].is_cdata) {
        while (wanted != end && wanted->first.position < next) wanted = located_.erase(wanted);
        continue;
      }
      if (wanted->first.position >= next) continue;
      for (XmlCharacters at(part.bytes, texts[text]); !at.done() && wanted != end; at.next()) {
        if (at.position() != wanted->first.position) continue;
        wanted->second = {text, at.raw()};
        ++wanted;
      }
    }
    located_.erase(wanted, end);
  }

  const Located* find(std::uint32_t paragraph, std::size_t unit, std::uint32_t* part = nullptr) const {
    const auto place = places_.find({paragraph, unit});
    if (place == places_.end()) return nullptr;
    const auto at = located_.find(place->second);
    if (at == located_.end()) return nullptr;
    if (part) *part = place->second.part;
    return &at->second;
  }

  bool make(const Change& change, std::vector<PartInWork>& parts) {
    return options_.kind == RevisionKind::change ? change_letters(change, parts) : mark(change, parts);
  }

  // ---- letters ----

  bool change_letters(const Change& change, std::vector<PartInWork>& parts) {
    const std::u16string_view text = paragraphs_[change.paragraph];
    const std::u16string_view before = text.substr(change.start, change.end - change.start);
    std::vector<ByteEdit> edits;
    std::uint32_t part = 0;
    for (const text::Edit& edit : text::edit_script(before, change.text)) {
      const std::size_t start = change.start + edit.start;
      const std::size_t end = change.start + edit.end;
      if (!edit.text.empty() && !insert(change, start, end, escaped_xml(edit.text), edits, part)) return false;
      for (std::size_t unit = start; unit < end; ++unit) {
        if (!take_out(change.paragraph, unit, start, end, edits, part)) return false;
      }
    }
    std::ranges::copy(edits, std::back_inserter(parts[part].edits));
    return true;
  }

  // What replaces letters has the formatting of the first; what is put in between that of the letter before it.
  bool insert(const Change& change, std::size_t start, std::size_t end, std::string bytes, std::vector<ByteEdit>& edits,
              std::uint32_t& part) const {
    const Located* at = end > start ? find(change.paragraph, start, &part) : nullptr;
    if (at) {
      edits.push_back({{at->raw.start, at->raw.start}, std::move(bytes)});
      return true;
    }
    if (end > start) return false;
    if (start > 0) at = find(change.paragraph, start - 1, &part);
    if (at) {
      edits.push_back({{at->raw.end, at->raw.end}, std::move(bytes)});
      return true;
    }
    at = find(change.paragraph, start, &part);
    if (at) edits.push_back({{at->raw.start, at->raw.start}, std::move(bytes)});
    return at != nullptr;
  }

  bool take_out(std::uint32_t paragraph, std::size_t unit, std::size_t start, std::size_t end,
                std::vector<ByteEdit>& edits, std::uint32_t& part) const {
    const std::u16string_view text = paragraphs_[paragraph];
    if (text::is_low_surrogate(text[unit])) return true;  // went with the first of its pair
    const Located* at = find(paragraph, unit, &part);
    // A blank that is an element (text:s): another beside it, which stays, goes instead.
    if (!at && text[unit] == u' ') {
      if (start > 0 && text[start - 1] == u' ') at = find(paragraph, start - 1, &part);
      if (!at && end < text.size() && text[end] == u' ') at = find(paragraph, end, &part);
    }
    if (!at) return false;
    edits.push_back({at->raw, {}});
    return true;
  }

  // ---- marks ----

  bool mark(const Change& change, std::vector<PartInWork>& parts) {
    const std::u16string_view text = paragraphs_[change.paragraph];
    std::size_t start = change.start;
    std::size_t end = change.end;
    std::u16string_view inserted = change.text;
    if (options_.kind == RevisionKind::tracked) trim(text, start, end, inserted);
    std::vector<Piece> pieces;
    std::uint32_t part = 0;
    for (std::size_t unit = start; unit < end; ++unit) {
      if (text::is_low_surrogate(text[unit])) continue;
      const Located* const at = find(change.paragraph, unit, &part);
      if (!at) return false;
      if (!pieces.empty() && pieces.back().text == at->text) {
        pieces.back().raw.end = at->raw.end;
      } else {
        pieces.push_back({at->text, at->raw});
      }
    }
    if (pieces.empty()) {
      const Located* at = start > 0 ? find(change.paragraph, start - 1, &part) : nullptr;
      if (at) {
        pieces.push_back({at->text, {at->raw.end, at->raw.end}});
      } else if (at = find(change.paragraph, start, &part); at) {
        pieces.push_back({at->text, {at->raw.start, at->raw.start}});
      } else {
        return false;
      }
    }
    return is_docx_ ? mark_docx(parts[part], pieces, change, inserted, options_)
                    : mark_odt(parts[part], pieces, change, inserted, options_);
  }

  // Words are struck out whole; where words or signs between them are only put in or taken out, what stays is no part
  // of the change.
  static void trim(std::u16string_view text, std::size_t& start, std::size_t& end, std::u16string_view& inserted) {
    std::u16string_view before = text.substr(start, end - start);
    std::u16string_view after = inserted;
    std::size_t head = 0;
    while (head < before.size() && head < after.size() && before[head] == after[head]) ++head;
    before.remove_prefix(head);
    after.remove_prefix(head);
    std::size_t tail = 0;
    while (tail < before.size() && tail < after.size() &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
      ++tail;
    if (before.size() != tail && after.size() != tail) return;
    const text::CharTable& table = text::CharTable::get();
    const std::u16string_view changed = (before.size() > tail ? before : after);
    const std::size_t length = changed.size() - tail;
    if (length == 0) return;
    const auto joins = [&table](char16_t left, char16_t right) {
      return table.is_word_unit(left) && table.is_word_unit(right);
    };
    const bool in_a_word = (start + head > 0 && joins(text[start + head - 1], changed.front())) ||
                           (end - tail < text.size() && joins(changed[length - 1], text[end - tail]));
    if (in_a_word) return;
    start += head;
    end -= tail;
    inserted = after.substr(0, after.size() - tail);
  }

  const Document& document_;
  const std::vector<std::u16string_view> paragraphs_;
  std::span<const Change> changes_;
  const RevisionOptions& options_;
  bool is_docx_;
  std::map<std::pair<std::uint32_t, std::size_t>, Place> places_;  // by paragraph and unit
  std::map<Place, Located> located_;
};

// A .docx text that begins or ends with a blank now loses it unless its tag says that blanks count (ECMA-376, part 1,
// 17.3.3.31).
void keep_blanks(PartInWork& part) {
  std::stable_sort(part.edits.begin(), part.edits.end(),
                   [](const ByteEdit& a, const ByteEdit& b) { return a.at.start < b.at.start; });
  std::vector<ByteEdit> tags;
  auto edit = part.edits.begin();
  for (const XmlText& text : part.outline.texts) {
    while (edit != part.edits.end() && edit->at.start < text.raw.start) ++edit;
    std::vector<ByteEdit> inside;
    for (; edit != part.edits.end() && edit->at.start <= text.raw.end; ++edit)
      inside.push_back({{edit->at.start - text.raw.start, edit->at.end - text.raw.start}, edit->bytes});
    if (inside.empty()) continue;
    const std::string now =
        edited(std::string_view(part.bytes).substr(text.raw.start, text.raw.end - text.raw.start), inside);
    const Span tag = part.outline.elements[text.element].tag;
    const std::string_view written = std::string_view(part.bytes).substr(tag.start, tag.end - tag.start);
    if (now.empty() || (now.front() != ' ' && now.back() != ' ') || written.find("xml:space") != std::string_view::npos)
      continue;
    tags.push_back({{tag.end - 1, tag.end - 1}, " xml:space=\"preserve\""});
  }
  std::ranges::move(tags, std::back_inserter(part.edits));
}

PartInWork part_in_work(std::string name, std::string bytes, const std::string& document, bool is_docx) {
  PartInWork part;
  part.name = std::move(name);
  part.bytes = std::move(bytes);
  part.outline = outline(part.bytes, part.name.empty() ? document : document + ": " + part.name);
  part.next_number = is_docx ? free_number_docx(part.bytes) : free_number_odt(part.bytes);
  return part;
}

void refuse_signed(const Archive& archive, const std::string& name) {
  for (const std::string& part : archive.names()) {
    if (part == "META-INF/documentsignatures.xml" || part.starts_with("_xmlsignatures/"))
      throw Error(texts::error_fix_signed, name);
  }
}

Revision revise_archive(std::string_view bytes, const std::string& name, const Document& document,
                        std::span<const Change> changes, const RevisionOptions& options) {
  const Archive archive(bytes, name);
  refuse_signed(archive, name);
  const bool is_docx = !archive.has("content.xml");
  std::vector<PartInWork> parts;
  for (const std::string& part : document.parts()) {
    std::string content;
    archive.read(part, most_part_bytes, [&](std::string_view piece) { content += piece; });
    parts.push_back(part_in_work(part, std::move(content), name, is_docx));
    parts.back().is_main = is_docx ? parts.size() == 1 : part == "content.xml";
    if (parts.size() > 1)
      parts.back().next_number =
          std::max(parts.back().next_number, parts[parts.size() - 2].next_number + changes.size() * 2);
  }
  Revision out;
  out.is_made = XmlRevision(document, changes, options, is_docx).make(parts);
  out.count = static_cast<std::size_t>(std::ranges::count(out.is_made, true));
  std::map<std::string, std::string> written;
  for (PartInWork& part : parts) {
    if (part.edits.empty()) continue;
    if (is_docx && options.kind == RevisionKind::change) keep_blanks(part);
    if (is_docx && options.kind != RevisionKind::change) drop_empty_runs(part);
    if (!is_docx) finish_odt(part);
    written[part.name] = edited(part.bytes, part.edits);
    if (is_docx && part.is_main) finish_docx(archive, name, part, written);
  }
  out.bytes = written.empty() ? std::string(bytes) : copy_archive(bytes, name, written);
  return out;
}

Revision revise_flat(std::string_view bytes, const std::string& name, const Document& document,
                     std::span<const Change> changes, const RevisionOptions& options) {
  std::vector<PartInWork> parts;
  parts.push_back(part_in_work({}, std::string(bytes), name, false));
  Revision out;
  out.is_made = XmlRevision(document, changes, options, false).make(parts);
  out.count = static_cast<std::size_t>(std::ranges::count(out.is_made, true));
  finish_odt(parts.front());
  out.bytes = edited(bytes, parts.front().edits);
  return out;
}

// The text that the document must hold now.
std::vector<std::u16string> wanted_text(const Document& document, std::span<const Change> changes,
                                        const std::vector<bool>& is_made, RevisionKind kind) {
  const std::vector<std::u16string_view> before = document.paragraphs();
  std::vector<std::u16string> wanted(before.begin(), before.end());
  for (std::size_t i = changes.size(); kind != RevisionKind::comment && i-- > 0;) {
    if (!is_made[i]) continue;
    wanted[changes[i].paragraph].replace(changes[i].start, changes[i].end - changes[i].start, changes[i].text);
  }
  return wanted;
}

}  // namespace

std::string edited(std::string_view bytes, std::vector<ByteEdit> edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const ByteEdit& a, const ByteEdit& b) { return a.at.start < b.at.start; });
  std::string out;
  std::size_t at = 0;
  for (const ByteEdit& edit : edits) {
    if (edit.at.start > at) out.append(bytes, at, edit.at.start - at);
    out += edit.bytes;
    at = std::max(at, edit.at.end);
  }
  out.append(bytes, at);
  return out;
}

Revision revise(std::string_view bytes, const std::string& name, std::optional<Format> format, const Document& document,
                std::span<const Change> changes, const RevisionOptions& options) {
  Revision out;
  const bool has_parts = !document.parts().empty();
  if (has_parts && bytes.starts_with("PK\x03\x04")) {
    out = revise_archive(bytes, name, document, changes, options);
  } else if (has_parts) {
    out = revise_flat(bytes, name, document, changes, options);
  } else if (!is_plain_text(bytes, format)) {
    throw Error(texts::error_fix_format, name);
  } else if (options.kind != RevisionKind::change) {
    throw Error(texts::error_fix_marks, name);
  } else {
    out = revise_text(bytes, name, document, changes);
  }
  const Document now = parse(out.bytes, name, format);
  const std::vector<std::u16string_view> read = now.paragraphs();
  if (!std::ranges::equal(read, wanted_text(document, changes, out.is_made, options.kind)))
    throw Error(texts::error_fix_differs, name);
  return out;
}

}  // namespace soat::document
