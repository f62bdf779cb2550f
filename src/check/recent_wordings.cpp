#include "check/recent_wordings.h"

#include <functional>
#include <string_view>

namespace soat::check {

void RecentWordings::share(Finding& finding) {
  constexpr std::hash<std::u16string_view> hash;
  share(finding.message, hash(finding.message->vi), messages_);
  if (!finding.suggestions.empty()) share(finding.suggestions, hash(finding.suggestions.front()), suggestions_);
}

template <class Handle>
void RecentWordings::share(Handle& value, std::size_t hash, std::vector<Handle>& kept) {
  constexpr std::size_t slots = 256;  // a power of two
  if (kept.empty()) kept.resize(slots);
  Handle& slot = kept[hash & (slots - 1)];
  if (slot == value) {
    value = slot;
  } else {
    slot = value;
  }
}

}  // namespace soat::check
