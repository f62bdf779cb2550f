#pragma once

#include <filesystem>

#include "writer/border/configuration.h"

namespace soat::writer {

// The system path of a file URL; empty if it has none.
std::filesystem::path system_path(const OUString& url);
OUString file_url(const std::filesystem::path& path);

// Where the extension was installed; empty if the office does not know.
std::filesystem::path extension_folder(const Context& context);

// The folder soat in the user's profile, where what the user adds lies; it need not exist. Empty if the office does not
// know.
std::filesystem::path user_folder(const Context& context);

}  // namespace soat::writer
