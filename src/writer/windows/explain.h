#pragma once

#include <com/sun/star/frame/XFrame.hpp>

#include "check/rule_info.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// Shows what a rule looks for and why, with its example.
void explain_rule(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                  const check::RuleInfo& rule);

}  // namespace soat::writer
