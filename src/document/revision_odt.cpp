#include <algorithm>
#include <charconv>

#include "document/odt_fields.h"
#include "document/revision_parts.h"
#include "text/utf.h"

// Tracked changes (ODF 1.3, part 3, 5.5) and comments (14.1) of OpenDocument text.
namespace soat::document {
namespace {

constexpr const char* name_of_mark = "soat";

// Elements of ours name their namespaces themselves, whatever prefixes the part has for them.
constexpr std::string_view namespaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
constexpr std::string_view text_namespace = " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
constexpr std::string_view office_namespace = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"";

std::string next_name(PartInWork& part) {
  return name_of_mark + std::to_string(part.next_number++);
}

std::string origin(const RevisionOptions& options) {
  return "<dc:creator>" + options.author + "</dc:creator><dc:date>" + options.date + "</dc:date>";
}

bool comment(PartInWork& part, const std::vector<Piece>& pieces, const Change& change, const RevisionOptions& options) {
  const std::size_t start = pieces.front().raw.start;
  const std::size_t end = pieces.back().raw.end;
  const std::string_view before = std::string_view(part.bytes).substr(0, start);
  if (before.ends_with("annotation>")) return false;
  const std::string name = next_name(part);
  part.edits.push_back({{start, start},
                        "<office:annotation office:name=\"" + name + "\"" + std::string(namespaces) + ">" +
                            origin(options) + "<text:p>" + escaped_xml(change.reason) +
                            "</text:p></office:annotation>"});
  part.edits.push_back(
      {{end, end}, "<office:annotation-end office:name=\"" + name + "\"" + std::string(office_namespace) + "/>"});
  return true;
}

void add_region(PartInWork& part, const std::string& name, const std::string& kind, std::string_view content,
                const RevisionOptions& options) {
  part.marks += "<text:changed-region xml:id=\"" + name + "\" text:id=\"" + name + "\"" + std::string(namespaces) +
                "><text:" + kind + "><office:change-info>" + origin(options) + "</office:change-info>" +
                std::string(content) + "</text:" + kind + "></text:changed-region>";
}

void track(PartInWork& part, const std::vector<Piece>& pieces, std::u16string_view inserted,
           const RevisionOptions& options) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Span raw = pieces[i].raw;
    std::string bytes;
    if (raw.end > raw.start) {
      const std::string name = next_name(part);
      add_region(part, name, "deletion", "<text:p>" + part.bytes.substr(raw.start, raw.end - raw.start) + "</text:p>",
                 options);
      bytes += "<text:change text:change-id=\"" + name + "\"" + std::string(text_namespace) + "/>";
    }
    if (i + 1 == pieces.size() && !inserted.empty()) {
      const std::string name = next_name(part);
      add_region(part, name, "insertion", {}, options);
      const std::string id = " text:change-id=\"" + name + "\"" + std::string(text_namespace) + "/>";
      bytes += "<text:change-start" + id + escaped_xml(inserted) + "<text:change-end" + id;
    }
    part.edits.push_back({raw, std::move(bytes)});
  }
}

}  // namespace

std::size_t free_number_odt(std::string_view bytes) {
  const std::string mark = std::string("\"") + name_of_mark;
  std::size_t most = 0;
  for (std::size_t at = bytes.find(mark); at != std::string_view::npos; at = bytes.find(mark, at)) {
    at += mark.size();
    std::size_t number = 0;
    std::from_chars(bytes.data() + at, bytes.data() + bytes.size(), number);
    most = std::max(most, number);
  }
  return most + 1;
}

bool mark_odt(PartInWork& part, const std::vector<Piece>& pieces, const Change& change, std::u16string_view inserted,
              const RevisionOptions& options) {
  const auto is_in_field = [&](const Piece& piece) {
    const std::size_t element = part.outline.texts[piece.text].element;
    if (element == XmlElement::none) return false;
    return std::ranges::find(odt_text_fields, local_part(part.outline.elements[element].name)) != odt_text_fields.end();
  };
  if (std::ranges::any_of(pieces, is_in_field)) return false;
  if (options.kind == RevisionKind::comment) return comment(part, pieces, change, options);
  track(part, pieces, inserted, options);
  return true;
}

// The list of changes is before the text, behind the document's forms (ODF 1.3, part 3, 3.4).
void finish_odt(PartInWork& part) {
  if (part.marks.empty()) return;
  const std::vector<XmlElement>& elements = part.outline.elements;
  const auto list =
      std::ranges::find_if(elements, [](const XmlElement& one) { return local_part(one.name) == "tracked-changes"; });
  if (list != elements.end() && list->end > list->tag.end) {
    part.edits.push_back({{list->tag.end, list->tag.end}, part.marks});
    return;
  }
  const auto text = std::ranges::find_if(elements, [&](const XmlElement& one) {
    return one.name == "office:text" && one.parent != XmlElement::none &&
           local_part(elements[one.parent].name) == "body";
  });
  if (text == elements.end()) return;
  std::size_t at = text->tag.end;
  const auto next = text + 1;
  if (next != elements.end() && local_part(next->name) == "forms") at = next->end;
  part.edits.push_back({{at, at},
                        "<text:tracked-changes text:track-changes=\"false\"" + std::string(text_namespace) + ">" +
                            part.marks + "</text:tracked-changes>"});
}

}  // namespace soat::document
