#pragma once

#include "writer/commands.h"

namespace soat::writer {

// What the list of sources has besides what is cited, and what it leaves out.
void open_listed_sources(const CommandCall& call);

}  // namespace soat::writer
