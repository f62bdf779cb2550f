#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// Phrases that a rewriting machine or a careless paste broke: garble.set-phrase, garble.substitution,
// garble.context-fill, garble.glued and garble.missing are one search that says which evidence won. See
// check/garble/detector.h.
std::unique_ptr<Rule> make_garble_phrases(const RuleData& data);

}  // namespace soat::check
