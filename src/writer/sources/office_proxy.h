#pragma once

#include "citation/lookup/http.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// The proxy that the office's options name (Tools ▸ Options ▸ Internet ▸ Proxy). Also tells where the office keeps its
// own libcurl.
citation::Proxy office_proxy(const Context& context);

}  // namespace soat::writer
