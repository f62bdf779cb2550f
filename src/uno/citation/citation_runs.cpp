#include "uno/citation/citation_runs.h"

#include <atomic>
#include <chrono>
#include <com/sun/star/awt/XProgressBar.hpp>
#include <rtl/ref.hxx>
#include <utility>

#include "uno/border.h"
#include "uno/broadcaster.h"
#include "uno/notice.h"
#include "uno/panel.h"
#include "uno/strings.h"
#include "uno/texts.h"

namespace soat::uno {

namespace {

using Frame = css::uno::Reference<css::frame::XFrame>;
using Clock = std::chrono::steady_clock;

// A window for a command that is quicker would only flash.
constexpr std::chrono::milliseconds unseen{600};

class Progress final : public Panel {
 public:
  Progress(const Context& context, const Frame& frame, std::weak_ptr<DocumentCitations> citations)
      : Panel(context, frame), citations_(std::move(citations)) {}

  // On the main thread. Once finish() has been called nothing is shown any more.
  void advance(std::size_t done, std::size_t all) {
    if (finished_) return;
    if (!is_open()) {
      open("Progress", Place::centre);
      set_label("message", text(context(), "cite.working"));
      control<css::awt::XProgressBar>("meter")->setRange(0, 100);
      show_window();
    }
    const auto share = all == 0 ? 0 : static_cast<sal_Int32>(done * 100 / all);
    control<css::awt::XProgressBar>("meter")->setValue(share);
  }

  void finish() {
    finished_ = true;
    close();
  }

 private:
  void pressed(const OUString& button) override {
    if (button != "stop") return;
    if (const auto citations = citations_.lock()) citations->cancel();
  }

  std::weak_ptr<DocumentCitations> citations_;
  bool finished_ = false;
};

// Told from any thread; at most a few times a second goes to the window.
struct Pace {
  Clock::time_point begun = Clock::now();
  std::atomic<Clock::rep> last{0};
};

}  // namespace

CitationRun told_run(const Context& context, const Frame& frame, const std::shared_ptr<DocumentCitations>& citations,
                     std::function<void(const CitationOutcome&)> then) {
  const rtl::Reference<Progress> window(new Progress(context, frame, citations));
  const auto pace = std::make_shared<Pace>();
  CitationRun run;
  run.way = CitationWay::background;
  run.progress = [context, window, pace](std::size_t done, std::size_t all) {
    const Clock::time_point now = Clock::now();
    if (now - pace->begun < unseen) return;
    const Clock::rep last = pace->last.exchange(now.time_since_epoch().count());
    if (now.time_since_epoch().count() - last < Clock::duration(std::chrono::milliseconds(100)).count()) {
      pace->last = last;
      return;
    }
    run_on_main_thread(context, [window, done, all] { guarded("progress", [&] { window->advance(done, all); }); });
  };
  run.done = [context, frame, window, then = std::move(then)](const CitationOutcome& outcome) {
    guarded("citations", [&] {
      window->finish();
      OUString said = to_office(outcome.error);
      const auto number = [](std::size_t count) { return OUString::number(static_cast<sal_Int64>(count)); };
      if (said.isEmpty() && outcome.edited > 0) said = text(context, "cite.edited", to_view(number(outcome.edited)));
      if (said.isEmpty() && outcome.left > 0) said = text(context, "cite.left", to_view(number(outcome.left)));
      if (!said.isEmpty()) show_notice(context, frame, text(context, "cite.title"), said);
      if (outcome.done && then) then(outcome);
    });
  };
  return run;
}

}  // namespace soat::uno
