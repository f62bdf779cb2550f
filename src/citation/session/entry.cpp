#include "citation/session/entry.h"

#include <atomic>
#include <memory>

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
  for (const BibliographyGroup& group : formatter.list(snapshot, false).groups) {
    for (const BibliographyEntry& entry : group.entries) return entry.text;
  }
  return {};
}

}  // namespace soat::citation::session
