#include "writer/extension.h"

#include <memory>
#include <utility>

#include "writer/border/broadcaster.h"
#include "writer/border/user_name.h"

namespace soat::writer {

Extension::Extension()
    : engine([this](const Context& context) {
        library.tell_changes(context);
        run_on_main_thread(context, [context] { restore_user_name(context); });
      }),
      library([this](std::shared_ptr<const reference::KnownSources> sources) {
        engine.set_sources(std::move(sources));
        Broadcaster::post_all();
      }) {}

Extension& Extension::instance() {
  static Extension extension;
  return extension;
}

Engine& Engine::instance() {
  return Extension::instance().engine;
}

UserLibrary& UserLibrary::instance() {
  return Extension::instance().library;
}

}  // namespace soat::writer
