#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace soat::citation {

// What a source has to be read in: files on the user's disk, in custom.files of the CSL-JSON as paths (UTF-8), and its
// page on the web.
std::vector<std::string> files_of(const nlohmann::json& item);
void set_files(nlohmann::json& item, const std::vector<std::string>& files);

// The source as a document carries it: how its user arranges the library, and what is on the user's disk, is nobody
// else's concern.
nlohmann::json carried_by_documents(nlohmann::json item);

// The address of its page: URL or, without one, that of its DOI; empty where it has neither, and where the URL is none
// of the web (http, https), so that nothing else is opened by it.
std::string page_of(const nlohmann::json& item);

// Files named by paths that begin in the folder of the bibliography, as JabRef and Zotero write them, get whole paths
// if they are there.
void find_files(nlohmann::json& items, const std::filesystem::path& folder);

}  // namespace soat::citation
