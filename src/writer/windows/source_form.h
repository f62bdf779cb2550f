#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "writer/border/configuration.h"

namespace soat::writer {

// The form of one source, for every CSL type. `saved` is called once, on the main thread, when the user saves; never
// when he closes the form.
void open_source_form(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, nlohmann::json item,
                      std::function<void(nlohmann::json item)> saved);

}  // namespace soat::writer
