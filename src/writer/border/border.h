#pragma once

#include <com/sun/star/uno/Exception.hpp>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "writer/border/holding.h"

namespace soat::writer {

// Writes one line to standard error, the first time that this place reports something. Later reports of the same place
// are dropped: a fault met in every paragraph must not flood the terminal. With SOAT_LOG in the environment all are
// written: "all" to standard error, else to the file that it names.
void log_once(std::string_view place, std::string_view what) noexcept;
void log_once(std::string_view place, const css::uno::Exception& error) noexcept;

// The border between the office and the engine: an exception that leaves a proofreader or a spell checker ends the
// office, so nothing leaves. Calls action and gives what it gives; if it throws, logs that once and gives fallback.
template <class Result, class Action>
Result guarded(std::string_view place, Result fallback, Action&& action) noexcept {
  const Holding holding(place);
  try {
    return std::forward<Action>(action)();
  } catch (const css::uno::Exception& error) {
    log_once(place, error);
  } catch (const std::exception& error) {
    log_once(place, std::string_view(error.what()));
  } catch (...) {
    log_once(place, std::string_view("unknown exception"));
  }
  return fallback;
}

template <class Action>
void guarded(std::string_view place, Action&& action) noexcept {
  guarded(place, false, [&] {
    std::forward<Action>(action)();
    return true;
  });
}

}  // namespace soat::writer
