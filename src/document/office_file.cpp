#include <cctype>
#include <fstream>
#include <utility>

#include "document/converter.h"
#include "document/formats.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

namespace fs = std::filesystem;

// Nothing of the document is run, and nothing that it refers to is fetched.
constexpr std::string_view careful_settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
)";

// A file's address (RFC 8089): bytes that such an address cannot have are escaped.
std::string file_url(const fs::path& file) {
  constexpr std::string_view kept = "/-._~:";
  constexpr std::string_view digits = "0123456789ABCDEF";
  const std::string path = file.generic_string();
  std::string url = path.starts_with('/') ? "file://" : "file:///";  // before a drive
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && (std::isalnum(byte) != 0 || kept.find(c) != std::string_view::npos)) {
      url += c;
    } else {
      url.append({'%', digits[byte >> 4U], digits[byte & 0xFU]});
    }
  }
  return url;
}

std::vector<std::string> office_arguments(const fs::path& folder, const std::string& input) {
  const fs::path user = folder / "profile/user";
  fs::create_directories(user);
  std::ofstream(user / "registrymodifications.xcu") << careful_settings;
  return {"-env:UserInstallation=" + file_url(folder / "profile"),
          "--headless",
          "--norestore",
          "--nolockcheck",
          "--convert-to",
          "odt:writer8",
          "--outdir",
          (folder / "out").string(),
          (folder / input).string()};
}

}  // namespace

Document read_with_office(std::string_view bytes, const std::string& name, const std::string& ending) {
  const auto program = find_program({"soffice", "libreoffice"});
  if (!program) throw Error(texts::error_office_missing, name);
  const std::string input = "document" + ending;
  const std::string odt = convert({*program, input, "out/document.odt",
                                   [&input](const fs::path& folder) { return office_arguments(folder, input); }},
                                  bytes, name);
  const Archive archive(odt, name);
  Document document = read_odt(archive, name, false);
  // These are places of a file that is gone.
  document.set_origins({});
  document.set_parts({});
  return document;
}

}  // namespace soat::document
