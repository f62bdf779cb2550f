#pragma once

#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding.h"
#include "review/ignored_place.h"
#include "writer/border/configuration.h"

namespace soat::writer {

using review::rule_for_wording;
using review::wording_of_rule;

// What the user does not want to see in any document: whole rules, a rule for one wording, and single places that
// earlier versions kept here (DocumentIgnored keeps them now). Kept in the user's configuration, so it survives a
// restart. Thread-safe.
class Ignored {
 public:
  static Ignored& instance();

  bool contains(const Context& context, const check::Finding& finding, std::u16string_view paragraph);

  // rule: an id such as "spelling.non-syllable", or what rule_for_wording gives.
  void add_rule(const Context& context, std::u16string_view rule);

  // All that add_rule has been given and is still there, in the order of the names.
  std::vector<std::u16string> rules(const Context& context);

  // Takes some of these out and puts others in.
  void change_rules(const Context& context, const std::vector<std::u16string>& out,
                    const std::vector<std::u16string>& in);

  // Shows all single places again.
  void forget_places(const Context& context);

  // Whether some rule is ignored for this wording.
  bool contains_wording(const Context& context, std::u16string_view wording);

  struct Counts {
    std::size_t rules = 0;
    std::size_t wordings = 0;
    std::size_t places = 0;
  };
  Counts counts(const Context& context);

  // Forgets all of it.
  void reset(const Context& context);

 private:
  void load(const Context& context);
  void keep_rule(std::u16string rule);

  std::mutex mutex_;
  bool loaded_ = false;
  std::set<std::u16string, std::less<>> rules_;     // and rules for one wording
  std::set<std::u16string, std::less<>> wordings_;  // of the latter
  std::vector<std::u16string> places_;
  std::set<std::u16string, std::less<>> place_set_;
};

// A place is known by its rule, what stands there, and a little of what stands before and behind it: an edit elsewhere
// in the paragraph does not bring the finding back. The text itself is not kept, only a hash (FNV-1a, 64 bits, in
// hexadecimal).
std::u16string place_key(const check::Finding& finding, std::u16string_view paragraph);

}  // namespace soat::writer
