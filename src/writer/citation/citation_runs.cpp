#include "writer/citation/citation_runs.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <com/sun/star/frame/XController.hpp>
#include <rtl/ref.hxx>
#include <utility>

#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/document_of.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/windows/notice.h"
#include "writer/windows/panel.h"
#include "writer/windows/question.h"

namespace soat::writer {

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
      open("Progress");
      set_label("message", text(context(), texts::cite_working));
      give_name("meter", text(context(), texts::cite_working));
      show_window();
    }
    show_share(context(), "meter", all == 0 ? 0 : static_cast<int>(done * 100 / all));
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

OUString number_text(std::size_t count) {
  return OUString::number(static_cast<sal_Int64>(count));
}

std::shared_ptr<DocumentCitations> citations_of(const Context& context, const Frame& frame) {
  return DocumentCitations::of(context, document_of(frame));
}

// What is to become of texts that were edited by hand.
void ask_about_edits(const Context& context, const Frame& frame, std::size_t count) {
  constexpr std::size_t shown = 5;
  std::u16string texts;
  std::size_t told = 0;
  for (const DocumentCitation& citation : citations_of(context, frame)->citations()) {
    if (!citation.edited || told++ >= shown) continue;
    texts += u"\n" + text::to_utf16(citation.text);
  }
  if (told > shown) texts += u"\n…";
  Question question;
  question.message = text(context, texts::citation_edited, to_view(number_text(count)), texts);
  question.yes = text(context, texts::citation_edited_keep);
  question.no = text(context, texts::citation_edited_overwrite);
  question.on_yes = [context, frame] {
    const auto all = citations_of(context, frame);
    for (const DocumentCitation& citation : all->citations()) {
      if (citation.edited) all->keep_edit(citation.id, {CitationWay::wait, {}, {}});
    }
  };
  question.on_no = [context, frame] {
    const auto all = citations_of(context, frame);
    all->refresh(true, told_run(context, frame, all, {}));
  };
  ask(context, frame, std::move(question));
}

// The list of sources is not where it was: a new one, or none.
void ask_about_lost_list(const Context& context, const Frame& frame) {
  Question question;
  question.message = text(context, texts::citation_list_lost);
  question.yes = text(context, texts::citation_list_lost_insert);
  question.no = text(context, texts::citation_list_lost_forget);
  question.on_yes = [context, frame] {
    const auto all = citations_of(context, frame);
    all->insert_bibliography(false, ListTitle::usual, told_run(context, frame, all, {}));
  };
  question.on_no = [context, frame] { citations_of(context, frame)->forget_lost_list(); };
  ask(context, frame, std::move(question));
}

// What could not be formatted and why, a line each.
OUString problem_lines(const Context& context, const Frame& frame) {
  constexpr std::size_t most = 6;
  OUString lines;
  const auto problems = citations_of(context, frame)->problems();
  for (std::size_t i = 0; i < std::min(most, problems.size()); ++i) lines += "\n" + to_office(problems[i].about);
  if (problems.size() > most)
    lines += "\n" + text(context, texts::citation_problem_more, to_view(number_text(problems.size() - most)));
  return lines;
}

}  // namespace

void tell_of_lost_copies(const Context& context, const Frame& frame) {
  const auto problems = citations_of(context, frame)->problems();
  if (std::any_of(problems.begin(), problems.end(),
                  [](const CitationProblem& one) { return one.kind == CitationProblem::Kind::lost_copy; }))
    show_notice(context, frame, text(context, texts::cite_title),
                text(context, texts::cite_lost_copies) + problem_lines(context, frame));
}

namespace {

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
      if (said.isEmpty() && outcome.edited > 0) ask_about_edits(context, frame, outcome.edited);
      if (said.isEmpty() && outcome.left > 0) {
        said = text(context, texts::cite_left, to_view(number_text(outcome.left))) + problem_lines(context, frame);
      }
      if (said.isEmpty() && outcome.done && !outcome.other_style.empty())
        said = text(context, texts::cite_other_style, text::to_utf16(outcome.other_style));
      if (outcome.done && outcome.list_lost) ask_about_lost_list(context, frame);
      if (!said.isEmpty()) show_notice(context, frame, text(context, texts::cite_title), said);
      if (outcome.done && then) then(outcome);
    });
  };
  return run;
}

}  // namespace soat::writer
