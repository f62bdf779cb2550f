#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <functional>

#include "writer/border/configuration.h"

namespace soat::writer {

// What a command is called with.
struct CommandCall {
  Context context;
  css::uno::Reference<css::frame::XFrame> frame;
  // For commands that count: whoever called waits on the main thread, so all is done before the command returns.
  bool at_once = false;
  std::function<void(sal_Int32 count)> done = {};  // and to be told how many there were
};

// How a command is run. All are called on the main thread but plain ones, which are called where the office asks.
enum class CommandKind : unsigned char {
  plain,     // done when it returns
  counts,    // calls done, perhaps later
  citation,  // later, from the main loop; an error is told to the user in a window
};

// A line of src/writer/commands.txt.
struct CommandRow {
  const char* name;
  void (*run)(const CommandCall& call);
  CommandKind kind;
};

}  // namespace soat::writer
