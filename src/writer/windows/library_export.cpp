#include "writer/windows/library_export.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "citation/exchange/exchange.h"
#include "citation/library/intake.h"
#include "text/error.h"
#include "writer/border/texts.h"
#include "writer/sources/user_library.h"
#include "writer/windows/file_choice.h"
#include "writer/windows/notice.h"

namespace soat::writer {

namespace {

using nlohmann::json;

std::string exported(const json& items, const std::string& extension) {
  if (extension == ".bib") return citation::write_biblatex(items);
  if (extension == ".ris") return citation::write_ris(items);
  return citation::write_csl_json(items);
}

}  // namespace

void export_sources(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                    std::function<json(citation::Library&)> items_of, std::function<void(const OUString&)> done) {
  const std::filesystem::path file =
      choose_file(context, FileChoice::save,
                  {{"CSL-JSON (.json)", "*.json"}, {"BibTeX (.bib)", "*.bib"}, {"RIS (.ris)", "*.ris"}}, "nguon.json");
  if (file.empty()) return;
  struct Writing {
    std::size_t count = 0;
    std::optional<text::Message::Argument> fault;
  };
  const auto writing = std::make_shared<Writing>();
  UserLibrary::instance().run(
      context,
      [writing, file, items_of = std::move(items_of)](citation::Library& library) {
        json items = items_of(library);
        citation::make_ids_unique(items);
        writing->count = items.size();
        try {
          write_bytes(file, exported(items, file.extension().string()));
        } catch (const soat::Error& error) {
          writing->fault = said_by(error);
        }
      },
      [context, frame, writing, done = std::move(done)](const std::u16string& error) {
        if (!error.empty() || writing->fault) {
          show_notice(context, frame, text(context, texts::library_title),
                      error.empty() ? text(context, texts::file_unwritable, *writing->fault) : to_office(error));
        } else {
          done(text(context, texts::library_exported, writing->count));
        }
      });
}

}  // namespace soat::writer
