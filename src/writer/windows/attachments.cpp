#include "writer/windows/attachments.h"

#include <algorithm>
#include <com/sun/star/system/SystemShellExecute.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>
#include <filesystem>
#include <rtl/ref.hxx>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citation/exchange/custom_lists.h"
#include "citation/library/attachments.h"
#include "citation/library/item_text.h"
#include "writer/border/border.h"
#include "writer/border/folders.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/windows/file_choice.h"
#include "writer/windows/panel.h"

namespace soat::writer {

namespace {

using citation::LibraryItem;
using Files = std::vector<std::string>;
using Changed = std::function<void(const Files&, const Files&)>;

std::filesystem::path path_of(const std::string& utf8) {
  return {std::u8string(utf8.begin(), utf8.end())};
}

std::string utf8_of(const std::filesystem::path& path) {
  const std::u8string text = path.u8string();
  return {text.begin(), text.end()};
}

// "/home/…/bài.pdf" is opened as a file, "file:///…" and "https://…" as they are.
bool is_address(std::string_view file) {
  return file.starts_with("file://") || file.starts_with("http://") || file.starts_with("https://");
}

class AttachmentsWindow final : public Panel {
 public:
  AttachmentsWindow(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, LibraryItem source,
                    Changed changed)
      : Panel(context, frame), source_(std::move(source)), changed_(std::move(changed)) {}

  void show() {
    open("Attachments");
    set_label("about", to_office(std::string_view(citation::summary(source_.item))));
    show_all(0);
    show_window();
    focus("list");
  }

 private:
  void pressed(const OUString& what) override {
    if (what == "choose") show_buttons();
    if (what == "open") open_chosen();
    if (what == "add") add();
    if (what == "remove") remove();
  }

  void show_all(std::size_t chosen) {
    files_ = citation::files_of(source_.item);
    page_ = citation::page_of(source_.item);
    std::vector<OUString> lines;
    for (const std::string& file : files_) lines.push_back(to_office(std::string_view(file)));
    if (!page_.empty()) lines.push_back(text(context(), texts::attachments_page, page_));
    fill("list", lines, static_cast<sal_Int32>(std::min(chosen, lines.empty() ? 0 : lines.size() - 1)));
    set_label("message", lines.empty() ? text(context(), texts::attachments_none) : OUString());
    show_buttons();
  }

  std::size_t line() const { return static_cast<std::size_t>(std::max(chosen("list"), sal_Int32{0})); }

  void show_buttons() {
    set_enabled("open", chosen("list") >= 0);
    set_enabled("remove", chosen("list") >= 0 && line() < files_.size());
  }

  void open_chosen() {
    if (chosen("list") < 0) return;
    const bool own = line() < files_.size();
    const std::string& wanted = own ? files_[line()] : page_;
    OUString address = to_office(std::string_view(wanted));
    if (!is_address(wanted)) {
      const std::filesystem::path file = path_of(wanted);
      std::error_code failed;
      if (!file.is_absolute() || !std::filesystem::exists(file, failed)) {
        set_label("message", text(context(), texts::attachments_missing, wanted));
        return;
      }
      address = file_url(file);
    }
    const bool opened = guarded("opening", false, [&] {
      css::system::SystemShellExecute::create(context())->execute(address, OUString(),
                                                                  css::system::SystemShellExecuteFlags::URIS_ONLY);
      return true;
    });
    set_label("message", opened ? OUString() : text(context(), texts::attachments_not_opened, wanted));
  }

  void add() {
    const rtl::Reference<AttachmentsWindow> keep(this);
    const std::filesystem::path file = choose_file(context(), FileChoice::open, {}, {});
    if (file.empty() || !is_open()) return;
    Files files = files_;
    citation::add_once(files, utf8_of(file));
    change(files, files.size() - 1);
  }

  void remove() {
    if (chosen("list") < 0 || line() >= files_.size()) return;
    Files files = files_;
    files.erase(files.begin() + static_cast<std::ptrdiff_t>(line()));
    change(files, line());
  }

  void change(const Files& files, std::size_t chosen) {
    const Files before = files_;
    citation::set_files(source_.item, files);
    show_all(chosen);
    changed_(before, files_);
  }

  LibraryItem source_;
  Changed changed_;
  Files files_;
  std::string page_;  // empty: it has none
};

}  // namespace

void open_attachments(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, LibraryItem source,
                      Changed changed) {
  const rtl::Reference<AttachmentsWindow> window(
      new AttachmentsWindow(context, frame, std::move(source), std::move(changed)));
  window->show();
}

}  // namespace soat::writer
