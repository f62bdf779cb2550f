#include "document/relationships.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "document/formats.h"
#include "document/markup.h"

namespace soat::document {
namespace {

constexpr std::string_view package_uri = "http://schemas.openxmlformats.org/package/2006/relationships";

// The folder of a part, with the slash at its end; empty for a part at the top.
std::string_view folder_of(std::string_view part) {
  return part.substr(0, part.rfind('/') + 1);
}

std::optional<unsigned> hexadecimal(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

std::string without_escapes(std::string_view reference) {
  std::string out;
  for (std::size_t i = 0; i < reference.size(); ++i) {
    const auto high = reference[i] == '%' && i + 2 < reference.size() ? hexadecimal(reference[i + 1]) : std::nullopt;
    const auto low = high ? hexadecimal(reference[i + 2]) : std::nullopt;
    out += low ? static_cast<char>(*high << 4 | *low) : reference[i];
    if (low) i += 2;
  }
  return out;
}

// The name of the part that a reference from a folder leads to (RFC 3986, 5.2, for paths alone).
std::string resolve(std::string_view folder, std::string_view reference) {
  const std::string path =
      (reference.starts_with('/') ? std::string() : std::string(folder)) + without_escapes(reference);
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view piece = std::string_view(path).substr(at, end - at);
    if (piece == "..") {
      if (!pieces.empty()) pieces.pop_back();
    } else if (!piece.empty() && piece != ".") {
      pieces.push_back(piece);
    }
    at = end + 1;
  }
  std::string part;
  for (const std::string_view piece : pieces) part.append(part.empty() ? "" : "/").append(piece);
  return part;
}

class RelationshipHandler final : public MarkupHandler {
 public:
  explicit RelationshipHandler(std::string_view folder) : folder_(folder) {}

  void start_element(std::string_view uri, std::string_view name, const Attributes& attributes) override {
    if (uri != package_uri || name != "Relationship" || attributes.get({}, "TargetMode") == "External") return;
    const std::string type = attributes.get({}, "Type");
    found_.push_back({type.substr(type.rfind('/') + 1), resolve(folder_, attributes.get({}, "Target"))});
  }
  void end_element() override {}
  void characters(std::string_view) override {}

  std::vector<Relationship> take() { return std::move(found_); }

 private:
  std::string_view folder_;
  std::vector<Relationship> found_;
};

}  // namespace

std::vector<Relationship> read_relationships(const Archive& archive, std::string_view part, const std::string& name) {
  const std::string_view folder = folder_of(part);
  const std::string at = std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
  if (!archive.has(at)) return {};
  RelationshipHandler handler(folder);
  parse_part(archive, at, name, handler);
  return handler.take();
}

}  // namespace soat::document
