#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "citation/library/open_library.h"
#include "citation/session/job_queue.h"
#include "reference/known_sources.h"
#include "text/message.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// The user's sources: library.sqlite in the folder soat of the user's profile, opened when it is first wanted and used
// on a thread of its own, so that neither a slow disk nor another program's lock holds the window up. For any thread.
class UserLibrary {
 public:
  using Work = std::function<void(citation::Library&)>;
  using Items = std::vector<citation::LibraryItem>;

  // changed is called on the library's thread with what is in it, after tell_changes().
  explicit UserLibrary(std::function<void(std::shared_ptr<const reference::KnownSources>)> changed);
  ~UserLibrary();

  // The extension's own (writer/extension.h).
  static UserLibrary& instance();

  // Does work on the library's thread, then calls done (may be empty) on the main thread, with what went wrong, one
  // line for the user, empty when all is well. In the order of the calls.
  void run(const Context& context, Work work, std::function<void(std::u16string error)> done);

  // The same, waiting; for macros and for what must be known at once. Throws soat::Error, and std::future_error when
  // the office ends meanwhile.
  void run_and_wait(const Context& context, Work work);

  // Library::search; done is called on the main thread unless a newer search has been asked for meanwhile.
  void search(const Context& context, std::string query, std::size_t limit, std::optional<citation::Group> within,
              std::function<void(Items found, std::u16string error)> done);

  // Reads the library, if there is one, for the rules about citations. After that every change of it is told by itself,
  // when the library has been at rest for a while.
  void tell_changes(const Context& context);

  // What the user must be told about how the library was found (damaged, and put aside), once; empty otherwise.
  std::u16string take_notice(const Context& context);

  UserLibrary(const UserLibrary&) = delete;
  UserLibrary& operator=(const UserLibrary&) = delete;

 private:
  struct Failure {
    citation::LibraryHealth health = citation::LibraryHealth::sound;  // why it could not be opened
    std::optional<text::Message::Argument> reason;                    // or what went wrong later
    bool any() const { return health != citation::LibraryHealth::sound || reason; }
  };

  // `wanted` (may be empty) says, when the work's turn comes, whether it is still to be done.
  void post(const Context& context, std::function<bool()> wanted, Work work, std::function<void(const Failure&)> ended);
  Failure attempt(const Work& work);
  std::function<void(const Failure&)> tells(const Context& context, std::function<void(std::u16string error)> done);
  void publish();
  std::u16string told(const Context& context, const Failure& failure) const;

  std::function<void(std::shared_ptr<const reference::KnownSources>)> changed_;
  std::mutex mutex_;  // of the next three
  std::filesystem::path file_;
  std::optional<std::filesystem::path> kept_;
  std::size_t newest_search_ = 0;
  std::unique_ptr<citation::Library> library_;  // the thread's own, as are the next two
  int told_changes_ = 0;
  bool untold_ = false;  // the library is not as it was told
  JobQueue queue_;       // last: its thread uses the others
};

}  // namespace soat::writer
