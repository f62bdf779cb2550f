#include "writer/border/folders.h"

#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/util/PathSubstitution.hpp>
#include <osl/file.hxx>

#include "writer/border/border.h"
#include "writer/border/strings.h"

namespace soat::writer {

std::filesystem::path system_path(const OUString& url) {
  OUString path;
  if (osl::FileBase::getSystemPathFromFileURL(url, path) != osl::FileBase::E_None) return {};
  return std::u16string(to_view(path));
}

OUString file_url(const std::filesystem::path& path) {
  OUString url;
  const OUString name = to_office(path.u16string());
  if (osl::FileBase::getFileURLFromSystemPath(name, url) != osl::FileBase::E_None) return {};
  return url;
}

std::filesystem::path extension_folder(const Context& context) {
  return guarded("extension folder", std::filesystem::path(), [&] {
    return system_path(
        css::deployment::PackageInformationProvider::get(context)->getPackageLocation("org.soat.writer"));
  });
}

std::filesystem::path user_folder(const Context& context) {
  return guarded("user folder", std::filesystem::path(), [&] {
    return system_path(css::util::PathSubstitution::create(context)->substituteVariables("$(user)/soat", true));
  });
}

}  // namespace soat::writer
