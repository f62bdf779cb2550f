#include "writer/proofing/tone_choice.h"

namespace soat::writer {

namespace {

constexpr const char* tone_setting = "ToneStyle";

}  // namespace

ToneChoice tone_choice(const Context& context) {
  const OUString kept = read_text(context, settings_node, tone_setting);
  if (kept == "old") return {text::ToneStyle::old_style, {}};
  if (kept == "new") return {text::ToneStyle::new_style, {}};
  return {std::nullopt, kept};
}

void set_tone_choice(const Context& context, std::optional<text::ToneStyle> style) {
  OUString kept;
  if (style) kept = *style == text::ToneStyle::old_style ? OUString("old") : OUString("new");
  write_text(context, settings_node, tone_setting, kept);
}

}  // namespace soat::writer
