#pragma once

#include "writer/proofing/engine.h"
#include "writer/sources/user_library.h"

namespace soat::writer {

// What the extension has one of, and who tells whom: the engine asks for the user's sources when it is started, the
// library tells the engine of them. Neither knows the other. Its threads end with it, when the office unloads this
// library; docs/architecture.md has the table of threads.
class Extension {
 public:
  static Extension& instance();

  Engine engine;
  UserLibrary library;  // behind the engine, so that its thread ends first

 private:
  Extension();
};

}  // namespace soat::writer
