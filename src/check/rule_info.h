#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "check/category.h"

namespace soat::check {

class Rule;
struct RuleData;

enum class Severity : std::uint8_t { error, warning, info };

// How much a surface wants to hear: as one types (normal) only what is very likely wrong; an editor's full pass
// (strict) also what deserves a look.
enum class Profile : std::uint8_t { normal, strict };

// What a surface hands in: a text from its beginning to its end, or a piece of one, as it is being typed. Of a fragment
// a rule does not tell what may stand beside it: the partner of a bracket, a full stop still to come, a list of
// sources.
enum class Scope : std::uint8_t { whole, fragment };

// "error", "warning", "info": the name used in reports.
std::string_view name(Severity severity);

// The least confidence at which a finding is shown, by profile. This is all that a profile is.
struct Thresholds {
  float normal = 0.6F;
  float strict = 0.3F;

  constexpr float of(Profile profile) const { return profile == Profile::normal ? normal : strict; }
};

// A text with the fault (paragraphs with line feeds between them), and the same with what is suggested put in; empty
// where there is nothing to put in.
struct Example {
  std::string_view wrong;
  std::string_view right;
};

// Makes a rule; gives none when the rule's own data cannot be used (the reason goes to RuleData::problems). Called
// while others are, on another thread.
using RuleFactory = std::unique_ptr<Rule>(const RuleData&);

// All that is known of one kind of finding but how it is found. The entries are in texts/rules.txt.
struct RuleInfo {
  std::string_view id;  // "spelling.non-syllable": category and name
  Category category;
  Severity severity;         // of the gravest of its findings; a single one may be milder
  text::MessageId<0> title;  // a few words
  text::MessageId<0> why;    // a sentence or two: what it finds, and why that matters
  Example example = {};
  Thresholds thresholds = {};
  // Null where another entry's rule finds this too, and where no rule of the checker does: faults of citations that lie
  // in a document as fields are found by who reads the fields.
  RuleFactory* make = nullptr;
  bool of_users_list = false;  // finds nothing without a list that the user gives
  bool is_silent = false;      // finds nothing itself, but keeps other rules from doubting what is right
};

// All entries. In this order rules run, and of two findings at the same place with the same confidence that of the
// earlier entry stays.
std::span<const RuleInfo> rule_infos();

// Null when there is no such id.
const RuleInfo* find_rule(std::string_view id);

// The id most like one that does not exist, by the letters that would have to be changed.
std::string_view nearest_rule(std::string_view id);

}  // namespace soat::check
