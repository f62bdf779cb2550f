#pragma once

#include "writer/border/configuration.h"

namespace soat::writer {

inline constexpr int least_sure_percent = 50;
inline constexpr int most_sure_percent = 99;

// From which confidence on a finding is called sure, from the user's configuration; between the two above, whatever
// stands there.
int sure_percent(const Context& context);
float sure_confidence(const Context& context);

// Keeps another. What is open must be told (Review::take_sure_confidence).
void set_sure_percent(const Context& context, int percent);

}  // namespace soat::writer
