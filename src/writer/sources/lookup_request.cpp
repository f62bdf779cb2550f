#include "writer/sources/lookup_request.h"

#include <thread>
#include <utility>

#include "citation/lookup/answer.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/ending.h"
#include "writer/border/main_thread.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/sources/office_proxy.h"
#include "writer/sources/running_requests.h"

namespace soat::writer {

namespace {

citation::Services lookup_services(const Context& context) {
  citation::Services services;
  const auto read = [&](const char* name, std::string& address) {
    const std::string own = text::to_utf8(to_view(read_text(context, "/org.soat.Settings/Lookup", name).trim()));
    if (!own.empty()) address = own;
  };
  read("Doi", services.doi);
  read("Isbn", services.isbn);
  read("Pmid", services.pmid);
  read("Arxiv", services.arxiv);
  return services;
}

}  // namespace

LookupRequest::LookupRequest(const Context& context, std::vector<citation::Identifier> identifiers,
                             const PageLimits& limits, Progress progress, Done done)
    : cancelled_(std::make_shared<std::atomic<bool>>(false)) {
  Ending::instance().watch(context);
  RunningRequests::instance().add(cancelled_);
  progress = let_go_on_main_thread(context, std::move(progress));
  done = let_go_on_main_thread(context, std::move(done));
  // Not joined: the main thread would wait as long as the services take.
  std::thread([context = Context(context), identifiers = std::move(identifiers), services = lookup_services(context),
               proxy = office_proxy(context), limits, progress = std::move(progress), done = std::move(done),
               cancelled = cancelled_]() mutable {
    await_this_thread();
    guarded("lookup", [&] {
      const auto found = std::make_shared<std::vector<std::pair<citation::Identifier, citation::LookedUp>>>();
      for (const citation::Identifier& one : identifiers) {
        if (cancelled->load()) return;
        run_on_main_thread(context, [progress, asked = found->size(), cancelled] {
          if (!cancelled->load()) progress(asked);
        });
        found->emplace_back(one, citation::look_up(one, services, proxy, limits, cancelled.get()));
      }
      if (cancelled->load()) return;
      run_on_main_thread(context, [context, found, done, cancelled] {
        if (cancelled->load()) return;
        std::vector<LookupAnswer> answers;
        for (auto& [identifier, one] : *found) {
          std::u16string message;
          if (one.message) message = to_view(text(context, *one.message));
          answers.push_back({identifier, std::move(one.item), std::move(message)});
        }
        done(answers);
      });
    });
    context.clear();
    progress = nullptr;
    done = nullptr;
    RunningRequests::instance().remove(cancelled);
  }).detach();
}

LookupRequest::~LookupRequest() {
  cancelled_->store(true);
}

}  // namespace soat::writer
