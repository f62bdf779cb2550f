#include <algorithm>
#include <rtl/ref.hxx>
#include <string>
#include <utility>
#include <vector>

#include "citation/library/item_text.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/service.h"
#include "writer/border/texts.h"
#include "writer/proofing/engine.h"
#include "writer/proofing/house_list.h"
#include "writer/proofing/ignoring.h"
#include "writer/windows/file_choice.h"
#include "writer/windows/options_page.h"

namespace soat::writer {

namespace {

using check::HouseList;

// The file with the house list, what it says, and which of its lines could not be read.
class OptionsHouse final : public OptionsPage {
 public:
  static constexpr const char* implementation_name = "org.soat.implementation.OptionsHouse";
  static constexpr const char* service_name = "org.soat.OptionsHouse";

  using OptionsPage::OptionsPage;

  SOAT_SERVICE_INFO()

 private:
  const char* name() const override { return "OptionsHouse"; }

  void load() override {
    kept_ = house_list_file(context());
    enter("file", to_office(std::string_view(kept_.string())));
    read_ = {};
    read_file();
    is_new_ = false;
  }

  void save() override {
    const std::filesystem::path file = shown_file();
    if (file == kept_ && !is_new_) return;
    if (file != kept_) read_file();
    set_house_list_file(context(), file);
    Engine::instance().set_house_list(read_.list);
    Broadcaster::post_all();
    tell_ignored(context(), Wanted::others);
  }

  void pressed(const OUString& name) override {
    if (name == "search") show_rows();
    if (name == "read") read_file();
    if (name == "choose") {
      const std::filesystem::path chosen =
          choose_file(context(), FileChoice::open, {{text(context(), texts::options_house_files), "*.txt;*.tsv;*.csv"}},
                      shown_file());
      if (chosen.empty()) return;
      enter("file", to_office(std::string_view(chosen.string())));
      read_file();
    }
  }

  std::filesystem::path shown_file() const { return utf8(entered("file").trim()); }

  void read_file() {
    read_ = read_house_list(shown_file());
    is_new_ = true;
    show_rows();
    show_problems();
  }

  void show_rows() {
    const std::string words = citation::folded(utf8(entered("search")));
    std::vector<OUString> lines;
    if (read_.list) {
      for (const HouseList::Entry& entry : read_.list->entries()) {
        const OUString line = line_of(entry);
        if (citation::folded(utf8(line)).find(words) != std::string::npos) lines.push_back(line);
      }
    }
    fill("list", lines, -1);
  }

  OUString line_of(const HouseList::Entry& entry) const {
    OUString line;
    if (entry.kind == HouseList::Kind::never) {
      line = text(context(), texts::options_house_never, entry.phrase);
    } else if (entry.suggestions.empty()) {
      line = text(context(), texts::options_house_avoid, entry.phrase);
    } else {
      line = text(context(), texts::options_house_prefer, entry.phrase, entry.suggestions.front());
    }
    return entry.reason.empty() ? line : text(context(), texts::options_house_because, to_view(line), entry.reason);
  }

  void show_problems() {
    const std::size_t entries = read_.list ? read_.list->entries().size() : 0;
    OUString said;
    if (!read_.list && read_.problems.empty()) {
      said = text(context(), texts::options_house_none);
    } else if (read_.problems.empty()) {
      said = text(context(), texts::options_house_read, entries);
    } else if (read_.list) {
      said = text(context(), texts::options_house_problems, entries, read_.problems.size());
    }
    for (const Error& problem : read_.problems) {
      if (!said.isEmpty()) said += "\n";
      said += text(context(), problem);
    }
    enter("problems", said);
  }

  std::filesystem::path kept_;
  ReadHouseList read_;
  bool is_new_ = false;  // read again since it was kept
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_options_house, soat::writer::OptionsHouse)
