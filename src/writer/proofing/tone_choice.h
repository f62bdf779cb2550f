#pragma once

#include <optional>

#include "text/syllable.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// The style of placing tone marks that the user wants everywhere, from the configuration; none: as each document does.
struct ToneChoice {
  std::optional<text::ToneStyle> style;
  OUString not_understood;  // what is kept there by a newer version, or damaged; it counts as none
};

ToneChoice tone_choice(const Context& context);
// Throws what UNO throws.
void set_tone_choice(const Context& context, std::optional<text::ToneStyle> style);

}  // namespace soat::writer
