#include <algorithm>
#include <array>
#include <com/sun/star/awt/XComboBox.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XRadioButton.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/category.h"
#include "review/mark_style.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/properties.h"
#include "writer/border/service.h"
#include "writer/border/texts.h"
#include "writer/proofing/engine.h"
#include "writer/proofing/ignoring.h"
#include "writer/proofing/marks.h"
#include "writer/proofing/tone_choice.h"
#include "writer/windows/colour_picture.h"
#include "writer/windows/options_page.h"
#include "writer/windows/review.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using review::MarkLine;
using review::MarkStyle;

struct NamedColour {
  std::uint32_t rgb;
  text::MessageId<0> name;
};

// Those of the categories, and a few more.
constexpr auto colours = std::to_array<NamedColour>({
    {0xE65100, texts::options_colour_orange},
    {0xC62828, texts::options_colour_red},
    {0xD81B60, texts::options_colour_pink},
    {0x8E24AA, texts::options_colour_purple},
    {0x1565C0, texts::options_colour_blue},
    {0x00838F, texts::options_colour_teal},
    {0x43A047, texts::options_colour_green},
    {0x827717, texts::options_colour_olive},
    {0xF9A825, texts::options_colour_yellow},
    {0x6D4C41, texts::options_colour_brown},
    {0x546E7A, texts::options_colour_slate},
    {0x757575, texts::options_colour_grey},
    {0x212121, texts::options_colour_black},
});

// In the order of the list.
constexpr auto lines = std::to_array<std::pair<MarkLine, text::MessageId<0>>>({
    {MarkLine::wave, texts::options_line_wave},
    {MarkLine::dotted, texts::options_line_dotted},
    {MarkLine::solid, texts::options_line_solid},
});

std::string numbered(const char* name, std::size_t number) {
  return name + std::to_string(number);
}

// The line under the findings of each category, with a sample of it, and the style of placing tone marks.
class OptionsMarks final : public OptionsPage {
 public:
  static constexpr const char* implementation_name = "org.soat.implementation.OptionsMarks";
  static constexpr const char* service_name = "org.soat.OptionsMarks";

  using OptionsPage::OptionsPage;

  SOAT_SERVICE_INFO()

 private:
  const char* name() const override { return "OptionsMarks"; }

  void load() override {
    marks_ = *mark_styles(context());
    const ToneChoice tones = tone_choice(context());
    tones_ = tones.style;
    tones_not_understood_ = tones.not_understood;
    const bool is_old = tones_ == text::ToneStyle::old_style;
    choose_radio(!tones_ ? "as_document" : is_old ? "old_style" : "new_style");
    show_marks();
  }

  void save() override {
    take_entered();
    guarded("options", [&] {
      set_mark_styles(context(), marks_);
      Review::take_mark_styles();
    });
    // What was not understood stays as it is until another style is chosen.
    if (const auto tones = shown_tones(); tones != tones_) {
      set_tone_choice(context(), tones);
      Engine::instance().set_tones(tones);
      Broadcaster::post_all();
      tell_ignored(context(), Wanted::others);
    }
  }

  void pressed(const OUString& name) override {
    if (is_filling_) return;
    if (name == "changed") {
      take_entered();
      show_samples();
      tell_problems();
    }
    if (name == "usual") {
      review::forget_damaged(marks_);
      marks_.by_category = review::usual_marks().by_category;
      show_marks();
    }
  }

  void choose_radio(const char* name) { control<css::awt::XRadioButton>(name)->setState(true); }

  std::optional<text::ToneStyle> shown_tones() const {
    if (control<css::awt::XRadioButton>("old_style")->getState()) return text::ToneStyle::old_style;
    if (control<css::awt::XRadioButton>("new_style")->getState()) return text::ToneStyle::new_style;
    return std::nullopt;
  }

  OUString name_of(std::uint32_t rgb) const {
    const auto named = std::ranges::find(colours, rgb, &NamedColour::rgb);
    return named == colours.end() ? "#" + to_office(review::colour_digits(rgb)) : text(context(), named->name);
  }

  bool read_colour_name(const OUString& typed, std::uint32_t& rgb) const {
    const auto named = std::ranges::find_if(
        colours, [&](const NamedColour& colour) { return text(context(), colour.name).equalsIgnoreAsciiCase(typed); });
    if (named == colours.end()) return review::read_colour(to_view(typed), rgb);
    rgb = named->rgb;
    return true;
  }

  // What cannot be read as a colour leaves the one before.
  void take_entered() {
    wrong_ = OUString();
    for (std::size_t i = 0; i < check::categories.size(); ++i) {
      MarkStyle& mark = marks_.by_category[i];
      const OUString typed = entered(numbered("colour_", i).c_str()).trim();
      if (!read_colour_name(typed, mark.colour)) wrong_ = typed;
      const sal_Int32 line = chosen(numbered("line_", i).c_str());
      if (line >= 0 && static_cast<std::size_t>(line) < lines.size())
        mark.line = lines[static_cast<std::size_t>(line)].first;
    }
  }

  void show_marks() {
    is_filling_ = true;
    guarded("options", [&] { fill_rows(); });
    is_filling_ = false;
    wrong_ = OUString();
    show_samples();
    tell_problems();
  }

  void fill_rows() {
    css::uno::Sequence<OUString> names(static_cast<sal_Int32>(colours.size()));
    std::ranges::transform(colours, names.getArray(),
                           [&](const NamedColour& colour) { return text(context(), colour.name); });
    std::vector<OUString> line_names;
    for (const auto& [line, name] : lines) line_names.push_back(text(context(), name));
    for (std::size_t i = 0; i < check::categories.size(); ++i) {
      const OUString title = text(context(), check::categories[i].title);
      const MarkStyle& mark = marks_.by_category[i];
      set_label(numbered("label_", i).c_str(), title);
      set_label(numbered("line_label_", i).c_str(), text(context(), texts::options_line_of, to_view(title)));
      const auto list = control<css::awt::XComboBox>(numbered("colour_", i).c_str());
      if (list->getItemCount() == 0) list->addItems(names, 0);
      enter(numbered("colour_", i).c_str(), name_of(mark.colour));
      const auto line = std::ranges::find(lines, mark.line, [](const auto& named) { return named.first; });
      fill(numbered("line_", i).c_str(), line_names, static_cast<sal_Int32>(line - lines.begin()));
      give_name(numbered("sample_", i).c_str(), text(context(), texts::options_sample_of, to_view(title)));
    }
    shown_.assign(check::categories.size(), std::nullopt);
  }

  void show_samples() {
    constexpr std::uint32_t width = 72;
    constexpr std::uint32_t height = 12;
    for (std::size_t i = 0; i < check::categories.size(); ++i) {
      const MarkStyle& mark = marks_.by_category[i];
      if (shown_[i] == mark) continue;
      shown_[i] = mark;
      const Reference<css::awt::XControl> sample(find_control(numbered("sample_", i).c_str()), UNO_QUERY_THROW);
      Properties(sample->getModel(), UNO_QUERY_THROW)
          ->setPropertyValue(
              "Graphic", css::uno::Any(picture_of_pixels(context(), review::mark_sample(mark, width, height), width)));
    }
  }

  void tell_problems() {
    OUString said;
    const auto add = [&](const OUString& line) { said += (said.isEmpty() ? OUString() : OUString("\n")) + line; };
    if (!wrong_.isEmpty()) add(text(context(), texts::options_colour_wrong, to_view(wrong_)));
    std::u16string entries;
    for (const std::u16string& entry : marks_.not_understood) entries += (entries.empty() ? u"" : u"; ") + entry;
    if (!entries.empty()) add(text(context(), texts::options_marks_not_understood, std::u16string_view(entries)));
    if (!tones_not_understood_.isEmpty())
      add(text(context(), texts::options_tones_not_understood, to_view(tones_not_understood_)));
    set_label("problem", said);
  }

  review::MarkStyles marks_;                     // what would be kept
  std::vector<std::optional<MarkStyle>> shown_;  // by the samples
  std::optional<text::ToneStyle> tones_;         // when the page was loaded
  OUString tones_not_understood_;                // the same
  OUString wrong_;                               // entered for a colour
  bool is_filling_ = false;
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_options_marks, soat::writer::OptionsMarks)
