#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <filesystem>
#include <memory>
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
#include "writer/sources/text_request.h"
#include "writer/windows/file_choice.h"
#include "writer/windows/options_page.h"

namespace soat::writer {

namespace {

using check::HouseList;

// The file or address of the house list, what it says, and which of its lines could not be read.
class OptionsHouse final : public OptionsPage {
 public:
  static constexpr const char* implementation_name = "org.soat.implementation.OptionsHouse";
  static constexpr const char* service_name = "org.soat.OptionsHouse";

  using OptionsPage::OptionsPage;

  SOAT_SERVICE_INFO()

 private:
  const char* name() const override { return "OptionsHouse"; }

  void load() override {
    kept_ = kept_house_place(context());
    request_.reset();
    enter("file", to_office(std::string_view(written_of(kept_))));
    read_ = {};
    read_file();
    is_new_ = false;
  }

  void save() override {
    const HousePlace place = shown_place();
    if (place == kept_ && !is_new_) return;
    if (place != kept_) read_file();
    keep_house_place(context(), place);
    Engine::instance().set_house_list(read_.list);
    Broadcaster::post_all();
    tell_ignored(context(), Wanted::others);
  }

  void pressed(const OUString& name) override {
    if (name == "search") show_rows();
    if (name == "read") read_file();
    if (name == "fetch") fetch();
    if (name == "typed") show_fetched({});
    if (name == "choose") {
      const std::filesystem::path chosen =
          choose_file(context(), FileChoice::open, {{text(context(), texts::options_house_files), "*.txt;*.tsv;*.csv"}},
                      shown_place().address.empty() ? shown_place().file : std::filesystem::path());
      if (chosen.empty()) return;
      enter("file", to_office(std::string_view(chosen.string())));
      read_file();
    }
  }

  HousePlace shown_place() const { return house_place(context(), utf8(entered("file").trim())); }

  void read_file() {
    read_ = read_house_list(shown_place());
    is_new_ = true;
    show_rows();
    show_problems();
    show_fetched({});
  }

  // In the background; the copy that there is stays in use until another one is there.
  void fetch() {
    const HousePlace place = shown_place();
    if (place.address.empty()) return;
    citation::PageLimits limits;
    limits.bytes = largest_list;
    request_.reset();
    const rtl::Reference<OptionsHouse> self(this);
    request_ = std::make_unique<TextRequest>(
        context(), place.address, limits,
        [place](const std::string& bytes) {
          take_fetched(place, bytes);
          return TextRequest::Problem();
        },
        [self, place](const TextRequest::Problem& problem) {
          self->request_.reset();
          if (!self->is_open() || self->shown_place() != place) return;
          if (!problem) self->read_file();
          self->show_fetched(problem);
        });
    show_fetched({});
  }

  // When the copy of an address was fetched, or what became of fetching it.
  void show_fetched(const TextRequest::Problem& problem) {
    const HousePlace place = shown_place();
    const auto at = fetched_at(place);
    OUString said;
    if (request_) {
      said = text(context(), texts::options_house_fetching);
    } else if (problem) {
      const OUString reason = text(context(), *problem);
      said = at ? text(context(), texts::options_house_old_copy, to_view(reason), day_and_time(*at)) : reason;
    } else if (at) {
      said = text(context(), texts::options_house_fetched, day_and_time(*at));
    } else if (!place.address.empty()) {
      said = text(context(), texts::options_house_never_fetched);
    }
    set_label("fetched", said);
    set_enabled("fetch", !place.address.empty() && !request_);
  }

  static std::string day_and_time(std::chrono::system_clock::time_point when) {
    const std::time_t time = std::chrono::system_clock::to_time_t(when);
    const std::tm* const local = std::localtime(&time);  // NOLINT(concurrency-mt-unsafe): on the main thread
    std::array<char, 32> out{};
    if (local != nullptr) std::strftime(out.data(), out.size(), "%d/%m/%Y %H:%M", local);
    return out.data();
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

  static constexpr std::size_t largest_list = std::size_t{4} << 20;

  HousePlace kept_;
  ReadHouseList read_;
  bool is_new_ = false;                   // read again since it was kept
  std::unique_ptr<TextRequest> request_;  // while it runs
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_options_house, soat::writer::OptionsHouse)
