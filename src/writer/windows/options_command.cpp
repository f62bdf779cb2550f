#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/DispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>

#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/sequence.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/commands.h"

namespace soat::writer {

// The office's options, opened at our page. Later, from the main loop: the dialog waits for the user.
void open_options(const CommandCall& call) {
  run_on_main_thread(call.context, [call] {
    guarded("options", [&] {
      css::beans::PropertyValue page;
      page.Name = "OptionsPageURL";
      page.Value <<= OUString(OUString::createFromAscii(dialogs_url) + "/OptionsRules.xdl");
      const css::uno::Reference<css::frame::XDispatchProvider> frame(call.frame, css::uno::UNO_QUERY);
      css::frame::DispatchHelper::create(call.context)
          ->executeDispatch(frame, ".uno:OptionsTreeDialog", "_self", 0, sequence_of(page));
    });
  });
}

}  // namespace soat::writer
