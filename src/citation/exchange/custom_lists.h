#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace soat::citation {

// Lists of texts that a library keeps with a source besides its variables: custom.KEY of the CSL-JSON (CSL 1.0.2,
// "custom"). Texts are UTF-8 without blanks at their ends; none is empty or there twice.
inline constexpr const char* custom_collections = "collections";
inline constexpr const char* custom_files = "files";

std::vector<std::string> custom_list(const nlohmann::json& item, const char* key);

// Sets a list; an empty one goes. What else a program keeps in `custom` stays.
void set_custom_list(nlohmann::json& item, const char* key, const std::vector<std::string>& texts);

// Adds a text, squeezed, if it is not empty and not there yet.
void add_once(std::vector<std::string>& texts, std::string_view text);

}  // namespace soat::citation
