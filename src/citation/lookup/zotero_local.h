#pragma once

#include <atomic>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "citation/lookup/fetch.h"

namespace soat::citation {

// Where Zotero answers while it runs (version 7, "Allow other applications on this computer to communicate with
// Zotero").
inline constexpr const char* zotero_address = "http://127.0.0.1:23119";

struct ZoteroLibrary {
  // CSL-JSON; tags as keyword, names of collections as custom.collections, paths of attached files as custom.files.
  nlohmann::json items;
  std::optional<text::Message> message;  // why there are none
};

// The user's own library of the Zotero that runs on this machine, by its local API
// (https://www.zotero.org/support/dev/web_api/v3/basics). Only reads. Blocks; another thread may set `cancel`. `limits`
// hold for each answer.
ZoteroLibrary fetch_zotero(const std::string& address, const PageLimits& limits,
                           const std::atomic<bool>* cancel = nullptr);

}  // namespace soat::citation
