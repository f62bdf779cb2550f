#pragma once

#include <com/sun/star/uno/RuntimeException.hpp>
#include <utility>

#include "writer/border/texts.h"

namespace soat::writer {

// What macros may get as an exception: only UNO's own, so that nothing else crosses the border. Gives what action
// gives; what else it throws becomes a RuntimeException of source that says the same in the interface's language.
template <class Action>
auto answer(const Context& context, const css::uno::Reference<css::uno::XInterface>& source, Action&& action)
    -> decltype(action()) {
  try {
    return std::forward<Action>(action)();
  } catch (const css::uno::Exception&) {
    throw;
  } catch (const std::exception& error) {
    throw css::uno::RuntimeException(text(context, error), source);
  }
}

}  // namespace soat::writer
