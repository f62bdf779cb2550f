#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "citation/zotero/codec.h"

namespace soat::citation::session {

// A source's data as a document holds it (some program or hand has written it), as CSL-JSON under this id: names that
// are texts become literal names, dates that are texts or years become dates, and what cannot be a name or a date is
// left out of its list. Values of other types are for checked_item, which the engine puts every item through.
nlohmann::json sound_item(const zotero::Json& data, const std::string& id);

}  // namespace soat::citation::session
