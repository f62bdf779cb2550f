#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "document/formats.h"
#include "document/markup.h"
#include "document/paragraph_collector.h"
#include "document/part_names.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

constexpr std::string_view container_part = "META-INF/container.xml";
constexpr std::string_view encryption_part = "META-INF/encryption.xml";
constexpr std::string_view package_type = "application/oebps-package+xml";

// The package document of the container (EPUB 3.3, 4.2.6.3.1): the first rendition is the default one.
class ContainerHandler final : public MarkupHandler {
 public:
  void start_element(std::string_view, std::string_view name, const Attributes& attributes) override {
    if (name != "rootfile" || !package_.empty()) return;
    const std::string type = attributes.get({}, "media-type");
    if (type.empty() || type == package_type) package_ = resolve_reference({}, attributes.get({}, "full-path"));
  }
  void end_element() override {}
  void characters(std::string_view) override {}

  const std::string& package() const { return package_; }

 private:
  std::string package_;
};

// The manifest and the spine of a package document (5.6, 5.7).
class PackageHandler final : public MarkupHandler {
 public:
  explicit PackageHandler(std::string_view folder) : folder_(folder) {}

  void start_element(std::string_view, std::string_view name, const Attributes& attributes) override {
    if (name == "item") {
      std::string href = attributes.get({}, "href");
      href.resize(std::min(href.find('#'), href.size()));
      items_.try_emplace(attributes.get({}, "id"),
                         Item{resolve_reference(folder_, href), attributes.get({}, "media-type")});
    } else if (name == "itemref") {
      spine_.push_back(attributes.get({}, "idref"));
    }
  }
  void end_element() override {}
  void characters(std::string_view) override {}

  // The parts with text in the order of reading, each once.
  std::vector<std::string> parts() const {
    std::vector<std::string> parts;
    std::set<std::string> known;
    for (const std::string& id : spine_) {
      const auto item = items_.find(id);
      if (item == items_.end() || !is_text(item->second.type) || !known.insert(item->second.part).second) continue;
      parts.push_back(item->second.part);
    }
    return parts;
  }

 private:
  struct Item {
    std::string part;
    std::string type;
  };

  static bool is_text(std::string_view type) {
    return type == "application/xhtml+xml" || type == "text/html" || type == "text/x-oeb1-document";
  }

  std::string_view folder_;
  std::map<std::string, Item> items_;
  std::vector<std::string> spine_;
};

// The parts that are encrypted (4.2.6.3.2).
class EncryptionHandler final : public MarkupHandler {
 public:
  void start_element(std::string_view, std::string_view name, const Attributes& attributes) override {
    if (name == "CipherReference") parts_.insert(resolve_reference({}, attributes.get({}, "URI")));
  }
  void end_element() override {}
  void characters(std::string_view) override {}

  const std::set<std::string>& parts() const { return parts_; }

 private:
  std::set<std::string> parts_;
};

}  // namespace

Document read_epub(const Archive& archive, const std::string& name) {
  ContainerHandler container;
  parse_part(archive, std::string(container_part), name, container);
  const std::string& package = container.package();
  if (package.empty() || !archive.has(package)) throw Error(texts::error_epub_package, name);
  PackageHandler handler(folder_of(package));
  parse_part(archive, package, name, handler);
  EncryptionHandler encryption;
  if (archive.has(std::string(encryption_part))) parse_part(archive, std::string(encryption_part), name, encryption);
  Document document;
  std::size_t bytes_left = most_part_bytes;  // of all parts together: an archive may have as many as it likes
  std::size_t units_left = most_units;
  std::vector<text::DocumentPlace> places;
  std::vector<Note> notes;
  std::uint32_t number = 0;
  for (const std::string& part : handler.parts()) {
    ++number;
    if (encryption.parts().contains(part)) throw Error(texts::error_file_encrypted, name);
    if (!archive.has(part)) {
      document.warn({texts::warning_epub_part_missing, name, part});
      continue;
    }
    std::string bytes;
    archive.read(part, bytes_left, [&](std::string_view piece) { bytes += piece; });
    bytes_left -= bytes.size();
    const Document chapter = read_html(bytes, name + ": " + part);
    for (const Note& note : chapter.notes()) notes.push_back({document.size() + note.paragraph, note.text});
    for (const std::u16string_view paragraph : chapter.paragraphs()) {
      if (paragraph.size() > units_left) throw Error(texts::error_document_characters, name);
      if (document.size() == most_paragraphs) throw Error(texts::error_document_paragraphs, name);
      units_left -= paragraph.size();
      text::DocumentPlace place;
      place.paragraph = static_cast<std::uint32_t>(document.size());
      place.chapter = number;
      places.push_back(place);
      document.append(paragraph);
    }
  }
  document.set_places(std::move(places));
  document.set_notes(std::move(notes));
  return document;
}

}  // namespace soat::document
