#include <algorithm>
#include <array>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <memory>
#include <rtl/ref.hxx>
#include <system_error>
#include <utility>
#include <vector>

#include "citation/csl/style_files.h"
#include "citation/session/settings.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/document_of.h"
#include "writer/border/folders.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/citation_runs.h"
#include "writer/citation/citation_styles.h"
#include "writer/citation/document_citations.h"
#include "writer/commands.h"
#include "writer/windows/file_choice.h"
#include "writer/windows/listed_sources.h"
#include "writer/windows/panel.h"

namespace soat::writer {

namespace {

using Frame = css::uno::Reference<css::frame::XFrame>;

struct LocaleChoice {
  const char* tag;  // empty: the style's own
  text::MessageId<0> text;
};
constexpr std::array<LocaleChoice, 4> locales = {{{"vi-VN", texts::style_locale_vi},
                                                  {"en-US", texts::style_locale_en_US},
                                                  {"en-GB", texts::style_locale_en_GB},
                                                  {"", texts::style_locale_own}}};

// As FullNames has them.
constexpr std::array<text::MessageId<0>, 3> names = {texts::style_names_usual, texts::style_names_always,
                                                     texts::style_names_never};

class StyleDialog final : public Panel {
 public:
  StyleDialog(const Context& context, const Frame& frame, std::shared_ptr<DocumentCitations> citations)
      : Panel(context, frame), citations_(std::move(citations)), settings_(citations_->settings()) {}

  void show() {
    open("CitationSettings");
    read_styles();
    show_styles(settings_.style);
    std::vector<OUString> languages;
    sal_Int32 current = -1;
    for (const LocaleChoice& locale : locales) {
      if (locale.tag == settings_.locale) current = static_cast<sal_Int32>(languages.size());
      languages.push_back(text(context(), locale.text));
    }
    if (current < 0) {  // one that another program chose
      current = static_cast<sal_Int32>(languages.size());
      languages.push_back(to_office(std::string_view(settings_.locale)));
    }
    fill("locale", languages, current);
    std::vector<OUString> ways;
    for (const text::MessageId<0>& way : names) ways.push_back(text(context(), way));
    fill("names", ways, static_cast<sal_Int32>(settings_.full_names));
    control<css::awt::XCheckBox>("order")->setState(settings_.vietnamese_order ? 1 : 0);
    control<css::awt::XCheckBox>("headings")->setState(settings_.headings ? 1 : 0);
    control<css::awt::XCheckBox>("links")->setState(settings_.links ? 1 : 0);
    control<css::awt::XCheckBox>("cite_links")->setState(settings_.cite_links ? 1 : 0);
    control<css::awt::XCheckBox>("delayed")->setState(settings_.delayed ? 1 : 0);
    title_before_ = settings_.list_title.value_or(!citations_->has_bibliography() &&
                                                  citation::session::is_vietnamese(settings_.locale));
    control<css::awt::XCheckBox>("list_title")->setState(title_before_ ? 1 : 0);
    show_places();
    show_window();
    focus("style");
  }

 private:
  void pressed(const OUString& what) override {
    if (what == "choose") show_places();
    if (what == "add") add_style();
    if (what == "lists") {
      const Context context = this->context();
      const Frame frame = this->frame();
      close();
      open_listed_sources({context, frame});
    }
    if (what == "apply") apply();
  }

  // The user's own styles and those that come with Soát. The thousands that a system may have are added one by one; of
  // them only the document's own is shown.
  void read_styles() {
    std::vector<std::filesystem::path> folders = style_folders(context());
    std::erase(folders, citation::system_style_folder());
    styles_ = citation::StyleFiles(folders).list();
    const auto known = [&](const citation::StyleFile& style) { return style.info.id == settings_.style; };
    if (std::none_of(styles_.begin(), styles_.end(), known)) {
      if (auto own = citation::StyleFiles(style_folders(context())).find(settings_.style))
        styles_.push_back(std::move(*own));
    }
    // The Ministry's own style first, then by title.
    std::stable_sort(styles_.begin(), styles_.end(), [](const auto& one, const auto& other) {
      const bool first = one.info.id == citation::session::default_style;
      const bool second = other.info.id == citation::session::default_style;
      return first != second ? first : one.info.title < other.info.title;
    });
  }

  void show_styles(const std::string& id) {
    std::vector<OUString> lines;
    sal_Int32 current = -1;
    for (const citation::StyleFile& style : styles_) {
      if (style.info.id == id) current = static_cast<sal_Int32>(lines.size());
      OUString line = to_office(std::string_view(style.info.title));
      if (style.info.notes) line = text(context(), texts::style_notes_mark, to_view(line));
      lines.push_back(line);
    }
    fill("style", lines, current);
  }

  const citation::StyleFile* chosen_style() const {
    const sal_Int32 line = chosen("style");
    return line >= 0 && static_cast<std::size_t>(line) < styles_.size() ? &styles_[static_cast<std::size_t>(line)]
                                                                        : nullptr;
  }

  // A style for notes leaves only the choice of notes.
  void show_places() {
    const citation::StyleFile* style = chosen_style();
    const bool was_note_style = std::exchange(note_style_, style && style->info.notes);
    // Citations that stood in notes only because their style wants it go back into the text.
    if (was_note_style && !note_style_) settings_.notes = NoteKind::none;
    std::vector<OUString> places;
    if (!note_style_) places.push_back(text(context(), texts::style_notes_text));
    places.push_back(text(context(), texts::style_notes_footnotes));
    places.push_back(text(context(), texts::style_notes_endnotes));
    const auto kind = static_cast<sal_Int32>(settings_.notes);
    fill("notes", places, note_style_ ? std::max<sal_Int32>(0, kind - 1) : kind);
    if (style) set_label("message", note_style_ ? text(context(), texts::style_place_fixed) : OUString());
  }

  void add_style() {
    std::error_code absent;
    const std::filesystem::path system = citation::system_style_folder();
    const std::filesystem::path file =
        choose_file(context(), FileChoice::open, {{text(context(), texts::style_files), "*.csl"}},
                    std::filesystem::is_directory(system, absent) ? system : std::filesystem::path());
    if (file.empty()) return;
    try {
      const citation::StyleFile added =
          citation::StyleFiles(style_folders(context())).add(file, user_folder(context()) / "styles");
      read_styles();
      show_styles(added.info.id);
      show_places();
      set_label("message", text(context(), texts::style_added, text::to_utf16(added.info.title)));
    } catch (const soat::Error& error) {
      set_label("message", text(context(), texts::style_refused, said_by(error)));
    }
  }

  void apply() {
    const citation::StyleFile* style = chosen_style();
    if (!style) {
      set_label("message", text(context(), texts::style_none));
      return;
    }
    CitationSettings settings = settings_;
    settings.style = style->info.id;
    const sal_Int32 locale = chosen("locale");
    if (locale >= 0 && static_cast<std::size_t>(locale) < locales.size())
      settings.locale = locales[static_cast<std::size_t>(locale)].tag;
    settings.notes = static_cast<NoteKind>(std::max<sal_Int32>(0, chosen("notes")) + (note_style_ ? 1 : 0));
    settings.full_names = static_cast<citation::FullNames>(std::max<sal_Int32>(0, chosen("names")));
    settings.vietnamese_order = control<css::awt::XCheckBox>("order")->getState() == 1;
    settings.headings = control<css::awt::XCheckBox>("headings")->getState() == 1;
    settings.links = control<css::awt::XCheckBox>("links")->getState() == 1;
    settings.cite_links = control<css::awt::XCheckBox>("cite_links")->getState() == 1;
    settings.delayed = control<css::awt::XCheckBox>("delayed")->getState() == 1;
    // What the user has not touched stays undecided: a list that is there keeps what stands above it.
    const bool title = control<css::awt::XCheckBox>("list_title")->getState() == 1;
    if (title != title_before_) settings.list_title = title;
    const Context context = this->context();
    const Frame frame = this->frame();
    close();
    citations_->set_settings(std::move(settings), told_run(context, frame, citations_, {}));
  }

  std::shared_ptr<DocumentCitations> citations_;
  CitationSettings settings_;
  std::vector<citation::StyleFile> styles_;
  bool note_style_ = false;
  bool title_before_ = false;  // whether a title above the list was chosen when the window opened
};

}  // namespace

// How the document cites: style, language, text or notes, order and grouping of the list.
void open_style_dialog(const CommandCall& call) {
  const rtl::Reference<StyleDialog> dialog(
      new StyleDialog(call.context, call.frame, DocumentCitations::of(call.context, document_of(call.frame))));
  dialog->show();
}

}  // namespace soat::writer
