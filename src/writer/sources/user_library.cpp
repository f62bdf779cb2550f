#include "writer/sources/user_library.h"

#include <chrono>
#include <future>
#include <utility>

#include "citation/library/library_sources.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/ending.h"
#include "writer/border/folders.h"
#include "writer/border/main_thread.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"

namespace soat::writer {

namespace {

constexpr std::chrono::seconds rest{2};

std::filesystem::path library_file(const Context& context) {
  return user_folder(context) / "library.sqlite";
}

}  // namespace

UserLibrary::UserLibrary(std::function<void(std::shared_ptr<const reference::KnownSources>)> changed)
    : changed_(std::move(changed)),
      queue_({[](const std::exception_ptr& error) { guarded("library", [&] { std::rethrow_exception(error); }); }, rest,
              [this] { publish(); }, [this] { library_.reset(); }, &await_this_thread}) {
  Ending::instance().add([this] { queue_.end(); });
}

UserLibrary::~UserLibrary() = default;

void UserLibrary::post(const Context& context, std::function<bool()> wanted, Work work,
                       std::function<void(const Failure&)> ended) {
  // Asked without the lock: the office may need its own locks to answer.
  Ending::instance().watch(context);
  const std::filesystem::path file = library_file(context);
  {
    const std::lock_guard lock(mutex_);
    if (file_.empty()) file_ = file;
  }
  queue_.post([this, wanted = std::move(wanted), work = std::move(work), ended = std::move(ended)] {
    if (wanted && !wanted()) return;
    ended(attempt(work));
    if (library_ && library_->changes() != told_changes_) untold_ = true;
  });
}

// Reading all of a large library takes a moment, in which a search would wait; hence at rest only.
void UserLibrary::publish() {
  if (!std::exchange(untold_, false)) return;
  guarded("library", [this] {
    if (!library_) return;
    told_changes_ = library_->changes();
    changed_(std::make_shared<const citation::LibrarySources>(library_->all()));
  });
}

void UserLibrary::tell_changes(const Context& context) {
  std::error_code ignored;
  if (!std::filesystem::exists(library_file(context), ignored)) return;
  run(context, [this](citation::Library&) { untold_ = true; }, {});
}

UserLibrary::Failure UserLibrary::attempt(const Work& work) {
  Failure failure;
  try {
    if (!library_) {
      citation::OpenedLibrary opened = citation::open_library(file_);
      library_ = std::move(opened.library);
      if (!library_) {
        failure.health = opened.health;
        return failure;
      }
      const std::lock_guard lock(mutex_);
      if (opened.kept) kept_ = opened.kept;
    }
    work(*library_);
  } catch (const citation::LibraryLocked&) {
    failure.health = citation::LibraryHealth::locked;
  } catch (const std::exception& error) {
    failure.reason = said_by(error);
    // Opened anew, and looked over, the next time: a file damaged meanwhile is then put aside.
    library_.reset();
  }
  return failure;
}

std::u16string UserLibrary::told(const Context& context, const Failure& failure) const {
  const auto say = [&](const text::Message& message) { return std::u16string(to_view(text(context, message))); };
  const std::u16string file = file_.u16string();
  switch (failure.health) {
    case citation::LibraryHealth::locked:
      return say({texts::library_locked, file});
    case citation::LibraryHealth::other:
      return say({texts::library_other, file});
    case citation::LibraryHealth::unreadable:
      return say({texts::library_unreadable, file});
    case citation::LibraryHealth::sound:
    case citation::LibraryHealth::absent:
    case citation::LibraryHealth::damaged:
      break;
  }
  return failure.reason ? say({texts::library_failed, *failure.reason}) : std::u16string();
}

std::function<void(const UserLibrary::Failure&)> UserLibrary::tells(const Context& context,
                                                                    std::function<void(std::u16string)> done) {
  return [this, context, done = let_go_on_main_thread(context, std::move(done))](const Failure& failure) {
    if (!done) return;
    run_on_main_thread(context, [this, context, done, failure] { done(told(context, failure)); });
  };
}

void UserLibrary::run(const Context& context, Work work, std::function<void(std::u16string)> done) {
  post(context, {}, std::move(work), tells(context, std::move(done)));
}

void UserLibrary::run_and_wait(const Context& context, Work work) {
  // The queue alone keeps the promise, so that it is broken when the office ends meanwhile.
  auto promise = std::make_shared<std::promise<Failure>>();
  std::future<Failure> ended = promise->get_future();
  post(context, {}, std::move(work),
       [promise = std::move(promise)](const Failure& failure) { promise->set_value(failure); });
  const Failure failure = ended.get();
  if (failure.any()) throw soat::Error(text::to_utf8(told(context, failure)));
}

void UserLibrary::search(const Context& context, std::string query, std::size_t limit,
                         std::optional<citation::Group> within, std::function<void(Items, std::u16string)> done) {
  std::size_t number = 0;
  {
    const std::lock_guard lock(mutex_);
    number = ++newest_search_;
  }
  const auto wanted = [this, number] {
    const std::lock_guard lock(mutex_);
    return number == newest_search_;
  };
  const auto found = std::make_shared<Items>();
  post(
      context, wanted, [=](citation::Library& library) { *found = library.search(query, limit, within); },
      tells(context, [=, done = std::move(done)](std::u16string error) {
        if (wanted()) done(std::move(*found), std::move(error));
      }));
}

std::u16string UserLibrary::take_notice(const Context& context) {
  std::optional<std::filesystem::path> kept;
  {
    const std::lock_guard lock(mutex_);
    kept.swap(kept_);
  }
  if (!kept) return {};
  return std::u16string(to_view(text(context, texts::library_damaged, kept->u16string())));
}

}  // namespace soat::writer
