#include "citation/session/entry.h"

#include <atomic>
#include <memory>
#include <string_view>

#include "citation/session/faults.h"
#include "citation/session/sound_item.h"

namespace soat::citation::session {

std::string format_entry(const FormatterSetup& setup, const zotero::Json& item) {
  static const std::string id = "entry";
  const std::atomic<bool> never_cancelled = false;
  Formatter formatter(never_cancelled);
  if (!formatter.open(setup).has_bibliography) throw Fault(texts::citation_error_style_without_list);
  Snapshot snapshot;
  snapshot.setup = setup;
  snapshot.items[id] = std::make_shared<const nlohmann::json>(sound_item(item, id));
  snapshot.uncited = {id};
  const Bibliography list = formatter.list(snapshot, false);
  for (const BibliographyGroup& group : list.groups) {
    for (const BibliographyEntry& entry : group.entries) {
      // A number stands apart from the rest (CSL 1.0.2, second-field-align); here it says nothing.
      constexpr std::string_view tab = "\\tab ";
      const std::size_t apart = list.second_field_align.empty() ? std::string::npos : entry.text.find(tab);
      return apart == std::string::npos ? entry.text : entry.text.substr(apart + tab.size());
    }
  }
  return {};
}

}  // namespace soat::citation::session
