#include "writer/windows/file_choice.h"

#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/FilePicker.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>
#include <fstream>
#include <iterator>
#include <system_error>

#include "model/output_file.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/texts.h"
#include "writer/border/folders.h"

namespace soat::writer {

namespace {

constexpr std::uintmax_t largest_file = std::uintmax_t{64} << 20;  // what the readers of sources take

}  // namespace

std::filesystem::path choose_file(const Context& context, FileChoice choice,
                                  const std::vector<std::pair<OUString, OUString>>& filters,
                                  const std::filesystem::path& start) {
  namespace dialogs = css::ui::dialogs;
  const bool saving = choice == FileChoice::save;
  const auto picker =
      dialogs::FilePicker::createWithMode(context, saving ? dialogs::TemplateDescription::FILESAVE_AUTOEXTENSION
                                                          : dialogs::TemplateDescription::FILEOPEN_SIMPLE);
  for (const auto& [name, patterns] : filters) picker->appendFilter(name, patterns);
  if (!filters.empty()) picker->setCurrentFilter(filters.front().first);
  if (saving) {
    picker->setDefaultName(to_office(start.u16string()));
  } else if (!start.empty()) {
    picker->setDisplayDirectory(file_url(start));
  }
  if (picker->execute() != dialogs::ExecutableDialogResults::OK) return {};
  const css::uno::Sequence<OUString> files = picker->getSelectedFiles();
  return files.hasElements() ? system_path(files[0]) : std::filesystem::path();
}

std::string read_bytes(const std::filesystem::path& file) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(file, failed);
  if (failed) throw Error(texts::error_file_unreadable_why, file.string(), text::system_error(failed));
  if (size > largest_file) throw Error(texts::error_sources_too_large, file.string());
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (bytes.size() != size) throw Error(texts::error_file_unreadable, file.string());
  return bytes;
}

void write_bytes(const std::filesystem::path& file, std::string_view bytes) {
  model::OutputFile out(file);
  out.write(bytes);
  out.commit();
}

}  // namespace soat::writer
