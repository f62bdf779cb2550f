#include "writer/proofing/typing_profile.h"

#include <atomic>

#include "writer/border/broadcaster.h"

namespace soat::writer {

namespace {

constexpr const char* strict = "StrictWhileTyping";

// The configuration is asked once: every paragraph needs this.
std::atomic<check::Profile>& kept(const Context& context) {
  static std::atomic<check::Profile> profile =
      read_switch(context, settings_node, strict, false) ? check::Profile::strict : check::Profile::normal;
  return profile;
}

}  // namespace

check::Profile typing_profile(const Context& context) {
  return kept(context);
}

void set_typing_profile(const Context& context, check::Profile profile) {
  if (kept(context).exchange(profile) == profile) return;
  Broadcaster::post_all();
  write_switch(context, settings_node, strict, profile == check::Profile::strict);
}

}  // namespace soat::writer
