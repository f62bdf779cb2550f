#include <com/sun/star/system/SystemShellExecute.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>
#include <filesystem>

#include "writer/border/folders.h"
#include "writer/commands.h"

namespace soat::writer {

// The guide in the interface's language, which the package has as a page for the browser.
void open_help(const CommandCall& call) {
  const char* const page = interface_is_vietnamese(call.context) ? "vi.html" : "en.html";
  const std::filesystem::path file = extension_folder(call.context) / "help" / page;
  css::system::SystemShellExecute::create(call.context)
      ->execute(file_url(file), OUString(), css::system::SystemShellExecuteFlags::URIS_ONLY);
}

}  // namespace soat::writer
