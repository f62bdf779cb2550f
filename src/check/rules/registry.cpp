#include "check/rules/registry.h"

#include <array>

#include "check/rules/spelling_non_syllable.h"

namespace soat::check {
namespace {

// One line a rule, in alphabetical order within its family.
constexpr auto factories = std::to_array<RuleFactory>({
    // spelling
    make_spelling_non_syllable,
});

}  // namespace

std::span<const RuleFactory> rule_factories() {
  return factories;
}

}  // namespace soat::check
