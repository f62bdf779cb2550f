#include "document/relationships.h"

#include <utility>

#include "document/formats.h"
#include "document/markup.h"
#include "document/part_names.h"

namespace soat::document {
namespace {

constexpr std::string_view package_uri = "http://schemas.openxmlformats.org/package/2006/relationships";

class RelationshipHandler final : public MarkupHandler {
 public:
  explicit RelationshipHandler(std::string_view folder) : folder_(folder) {}

  void start_element(std::string_view uri, std::string_view name, const Attributes& attributes) override {
    if (uri != package_uri || name != "Relationship" || attributes.get({}, "TargetMode") == "External") return;
    const std::string type = attributes.get({}, "Type");
    found_.push_back({type.substr(type.rfind('/') + 1), resolve_reference(folder_, attributes.get({}, "Target"))});
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
