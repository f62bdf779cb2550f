#include "check/rules/registry.h"

#include <array>

#include "check/rules/spelling_joined.h"
#include "check/rules/spelling_non_syllable.h"
#include "check/rules/spelling_residue.h"
#include "check/rules/spelling_split.h"
#include "check/rules/spelling_tone_placement.h"

namespace soat::check {
namespace {

// One line a rule, in alphabetical order within its family.
constexpr auto factories = std::to_array<RuleFactory>({
    // spelling
    make_spelling_joined,
    make_spelling_non_syllable,
    make_spelling_residue,
    make_spelling_split,
    make_spelling_tone_placement,
});

}  // namespace

std::span<const RuleFactory> rule_factories() {
  return factories;
}

}  // namespace soat::check
