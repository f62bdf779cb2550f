#include <algorithm>
#include <charconv>
#include <limits>

#include "document/formats.h"
#include "document/relationships.h"
#include "document/revision_parts.h"
#include "text/utf.h"

// Tracked changes (ECMA-376, part 1, 17.13.5) and comments (17.13.4) of WordprocessingML.
namespace soat::document {
namespace {

std::string_view cut(const PartInWork& part, Span span) {
  return std::string_view(part.bytes).substr(span.start, span.end - span.start);
}

// What a text of a run needs to be parted.
struct RunPieces {
  std::string before;      // ends the text and the run
  std::string behind;      // begins both again
  std::string properties;  // of the run
  std::string prefix;      // "w:"
  std::size_t run = XmlElement::none;
  std::size_t insertion = XmlElement::none;  // that the run stands in, another author's maybe
  bool is_inserted = false;                  // the run stands somewhere inside one
};

bool take_apart(const PartInWork& part, std::size_t text, RunPieces& out) {
  const std::vector<XmlElement>& elements = part.outline.elements;
  const XmlElement& inner = elements[part.outline.texts[text].element];
  if (local_part(inner.name) != "t" || inner.parent == XmlElement::none) return false;
  out.run = inner.parent;
  const XmlElement& run = elements[out.run];
  out.prefix = prefix_part(run.name);
  if (local_part(run.name) != "r" || out.prefix.empty()) return false;  // attributes have no namespace without one
  if (out.run + 1 < elements.size() && elements[out.run + 1].parent == out.run &&
      local_part(elements[out.run + 1].name) == "rPr")
    out.properties = cut(part, {elements[out.run + 1].tag.start, elements[out.run + 1].end});
  if (run.parent != XmlElement::none && local_part(elements[run.parent].name) == "ins") out.insertion = run.parent;
  for (std::size_t at = run.parent; at != XmlElement::none && local_part(elements[at].name) != "p";
       at = elements[at].parent) {
    const std::string_view name = local_part(elements[at].name);
    out.is_inserted = out.is_inserted || name == "ins" || name == "moveTo";
  }
  out.before = "</" + std::string(inner.name) + "></" + std::string(run.name) + ">";
  out.behind =
      std::string(cut(part, run.tag)) + out.properties + "<" + std::string(inner.name) + " xml:space=\"preserve\">";
  return true;
}

std::string attributes(const std::string& prefix, std::size_t number, const RevisionOptions& options) {
  return " " + prefix + "id=\"" + std::to_string(number) + "\" " + prefix + "author=\"" + options.author + "\" " +
         prefix + "date=\"" + options.date + "\"";
}

std::string run_of(const RunPieces& of, const std::string& element, std::string_view escaped) {
  return "<" + of.prefix + "r>" + of.properties + "<" + of.prefix + element + " xml:space=\"preserve\">" +
         std::string(escaped) + "</" + of.prefix + element + "></" + of.prefix + "r>";
}

// Ends an insertion and begins it again, with a number of its own.
std::string parted(PartInWork& part, std::size_t insertion, const std::string& prefix, const std::string& between) {
  const XmlElement& element = part.outline.elements[insertion];
  std::string again(cut(part, element.tag));
  const std::string attribute = " " + prefix + "id=\"";
  if (const std::size_t at = again.find(attribute); at != std::string::npos) {
    const std::size_t start = at + attribute.size();
    again.replace(start, again.find('"', start) - start, std::to_string(part.next_number++));
  }
  return "</" + std::string(element.name) + ">" + between + again;
}

void keep_blanks_of(PartInWork& part, std::size_t text) {
  const Span tag = part.outline.elements[part.outline.texts[text].element].tag;
  if (cut(part, tag).find("xml:space") != std::string_view::npos) return;
  const Span at = {tag.end - 1, tag.end - 1};
  const bool is_there = std::ranges::any_of(
      part.edits, [&](const ByteEdit& edit) { return edit.at.start == at.start && edit.bytes.starts_with(" xml:"); });
  if (!is_there) part.edits.push_back({at, " xml:space=\"preserve\""});
}

bool track(PartInWork& part, const std::vector<Piece>& pieces, const std::vector<RunPieces>& runs,
           std::u16string_view inserted, const RevisionOptions& options) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const RunPieces& run = runs[i];
    std::string bytes = run.before;
    if (pieces[i].raw.end > pieces[i].raw.start) {
      bytes += "<" + run.prefix + "del" + attributes(run.prefix, part.next_number++, options) + ">" +
               run_of(run, "delText", cut(part, pieces[i].raw)) + "</" + run.prefix + "del>";
    }
    if (i + 1 == pieces.size() && !inserted.empty()) {
      const std::string text = run_of(run, "t", escaped_xml(inserted));
      const std::string tag = run.prefix + "ins";
      const std::string ours =
          "<" + tag + attributes(run.prefix, part.next_number++, options) + ">" + text + "</" + tag + ">";
      if (run.insertion != XmlElement::none) {
        bytes += parted(part, run.insertion, run.prefix, ours);
      } else {
        bytes += run.is_inserted ? text : ours;  // there are none inside a link in another or a move
      }
    }
    part.edits.push_back({pieces[i].raw, bytes + run.behind, pieces[i].text, run.before.size(), run.behind.size()});
    keep_blanks_of(part, pieces[i].text);
  }
  return true;
}

bool comment(PartInWork& part, const std::vector<Piece>& pieces, const std::vector<RunPieces>& runs,
             const Change& change, const RevisionOptions& options) {
  const XmlElement& first_run = part.outline.elements[runs.front().run];
  const std::size_t before = runs.front().run - 1;  // a run is in a paragraph, so something comes before it
  const XmlElement& neighbour = part.outline.elements[before];
  const bool is_commented = local_part(neighbour.name) == "commentRangeStart" && neighbour.end == first_run.tag.start &&
                            pieces.front().raw.start == part.outline.texts[pieces.front().text].raw.start;
  if (!part.is_main || is_commented) return false;  // Word has no comments in notes
  const std::string& prefix = runs.front().prefix;
  const std::string id = prefix + "id=\"" + std::to_string(part.next_number) + "\"";
  const std::size_t start = pieces.front().raw.start;
  const std::size_t end = pieces.back().raw.end;
  const auto part_at = [&](std::size_t at, std::size_t i, const std::string& mark) {
    part.edits.push_back({{at, at},
                          runs[i].before + mark + runs[i].behind,
                          pieces[i].text,
                          runs[i].before.size(),
                          runs[i].behind.size()});
  };
  part_at(start, 0, "<" + prefix + "commentRangeStart " + id + "/>");
  part_at(end, runs.size() - 1,
          "<" + prefix + "commentRangeEnd " + id + "/><" + prefix + "r><" + prefix + "commentReference " + id + "/></" +
              prefix + "r>");
  keep_blanks_of(part, pieces.front().text);
  keep_blanks_of(part, pieces.back().text);
  part.marks += "<w:comment" + attributes("w:", part.next_number++, options) +
                " w:initials=\"S\"><w:p><w:r><w:t xml:space=\"preserve\">" + escaped_xml(change.reason) +
                "</w:t></w:r></w:p></w:comment>";
  return true;
}

constexpr std::string_view word_uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view relation_uri = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view strict_word_uri = "http://purl.oclc.org/ooxml/wordprocessingml/main";
constexpr std::string_view strict_relation_uri = "http://purl.oclc.org/ooxml/officeDocument/relationships";

std::string content_of(const Archive& archive, const std::string& part) {
  std::string content;
  archive.read(part, most_part_bytes, [&](std::string_view piece) { content += piece; });
  return content;
}

// Puts XML in before the end of the outermost element.
std::string with_last_child(const std::string& bytes, const std::string& where, const std::string& child) {
  const XmlOutline all = outline(bytes, where);
  const XmlElement& root = all.elements.front();
  if (root.end == root.tag.end) {  // <Relationships …/>
    const std::string name(root.name);
    return edited(bytes, {{{root.tag.end - 2, root.tag.end}, ">" + child + "</" + name + ">"}});
  }
  const std::size_t at = bytes.rfind('<', root.end - 1);
  return edited(bytes, {{{at, at}, child}});
}

}  // namespace

std::size_t free_number_docx(std::string_view bytes) {
  constexpr std::string_view attribute = ":id=\"";
  std::size_t most = 0;
  for (std::size_t at = bytes.find(attribute); at != std::string_view::npos; at = bytes.find(attribute, at)) {
    at += attribute.size();
    std::size_t number = 0;
    std::from_chars(bytes.data() + at, bytes.data() + bytes.size(), number);
    if (number < std::numeric_limits<std::int32_t>::max() / 2) most = std::max(most, number);
  }
  return most + 1;
}

bool mark_docx(PartInWork& part, const std::vector<Piece>& pieces, const Change& change, std::u16string_view inserted,
               const RevisionOptions& options) {
  std::vector<RunPieces> runs(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!take_apart(part, pieces[i].text, runs[i])) return false;
  }
  return options.kind == RevisionKind::tracked ? track(part, pieces, runs, inserted, options)
                                               : comment(part, pieces, runs, change, options);
}

void drop_empty_runs(PartInWork& part) {
  std::stable_sort(part.edits.begin(), part.edits.end(),
                   [](const ByteEdit& a, const ByteEdit& b) { return a.at.start < b.at.start; });
  const std::vector<XmlElement>& elements = part.outline.elements;
  const auto is_parting = [](const ByteEdit& edit) { return edit.parted != XmlElement::none; };
  std::vector<Span> gone;
  ByteEdit* before = nullptr;  // the last that parted a text
  const auto end_at_run = [&](ByteEdit& edit) {
    const XmlText& text = part.outline.texts[edit.parted];
    const XmlElement& inner = elements[text.element];
    const XmlElement& run = elements[inner.parent];
    const auto closing = [](const XmlElement& element) { return element.name.size() + 3; };
    if (edit.at.end != text.raw.end || edit.at.end + closing(inner) != inner.end || inner.end + closing(run) != run.end)
      return;
    edit.bytes.resize(edit.bytes.size() - edit.beginning);
    edit.at.end = run.end;
  };
  for (ByteEdit& edit : part.edits) {
    if (!is_parting(edit)) continue;
    const XmlText& text = part.outline.texts[edit.parted];
    const XmlElement& inner = elements[text.element];
    const std::size_t run = inner.parent;
    // Only properties stand before the first text of a run.
    const bool is_first = text.raw.start == inner.tag.end &&
                          (text.element == run + 1 ||
                           (local_part(elements[run + 1].name) == "rPr" && elements[run + 1].end == inner.tag.start));
    if (before && before->parted == edit.parted && before->at.end == edit.at.start) {
      before->bytes.resize(before->bytes.size() - before->beginning);
      edit.bytes.erase(0, edit.ending);
    } else {
      if (before) end_at_run(*before);
      if (edit.at.start == text.raw.start && is_first) {
        edit.bytes.erase(0, edit.ending);
        gone.push_back({elements[run].tag.start, text.raw.start});
        edit.at.start = elements[run].tag.start;
      }
    }
    before = &edit;
  }
  if (before) end_at_run(*before);
  std::erase_if(part.edits, [&](const ByteEdit& edit) {
    return !is_parting(edit) && std::ranges::any_of(gone, [&](const Span& span) {
      return span.start < edit.at.start && edit.at.end <= span.end;
    });
  });
}

void finish_docx(const Archive& archive, const std::string& name, const PartInWork& main,
                 std::map<std::string, std::string>& written) {
  if (main.marks.empty()) return;
  for (const Relationship& one : read_relationships(archive, main.name, name)) {
    if (one.type != "comments" || !archive.has(one.target)) continue;
    // Namespaces of the part may have other names than ours.
    std::string marks = main.marks;
    const std::string before = content_of(archive, one.target);
    if (before.find("xmlns:w=") == std::string::npos) {
      for (std::size_t at = marks.find("<w:comment "); at != std::string::npos; at = marks.find("<w:comment ", at + 1))
        marks.insert(at + 10, " xmlns:w=\"" + std::string(word_uri) + "\"");
    }
    written[one.target] = with_last_child(before, name + ": " + one.target, marks);
    return;
  }
  const bool is_strict = main.bytes.find(strict_word_uri) != std::string::npos;
  const std::size_t slash = main.name.rfind('/');
  const std::string folder = main.name.substr(0, slash + 1);
  std::string target = "comments.xml";
  for (int i = 1; archive.has(folder + target); ++i) target = "comments" + std::to_string(i) + ".xml";
  written[folder + target] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"" +
                             std::string(is_strict ? strict_word_uri : word_uri) + "\">" + main.marks + "</w:comments>";
  constexpr std::string_view type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
  const std::string types = "[Content_Types].xml";
  written[types] =
      with_last_child(content_of(archive, types), name + ": " + types,
                      "<Override PartName=\"/" + folder + target + "\" ContentType=\"" + std::string(type) + "\"/>");
  const std::string relations = folder + "_rels/" + main.name.substr(slash + 1) + ".rels";
  const std::string before = archive.has(relations)
                                 ? content_of(archive, relations)
                                 : "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
                                   "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
  std::string id = "rIdSoat";
  while (before.find('"' + id + '"') != std::string::npos) id += '1';
  written[relations] = with_last_child(before, name + ": " + relations,
                                       "<Relationship Id=\"" + id + "\" Type=\"" +
                                           std::string(is_strict ? strict_relation_uri : relation_uri) +
                                           "/comments\" Target=\"" + target + "\"/>");
}

}  // namespace soat::document
