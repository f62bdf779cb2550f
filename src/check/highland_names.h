#pragma once

#include <memory>
#include <utility>

#include "check/rule_words.h"
#include "text/analysis.h"

namespace soat::check {

// Knows where a name of the peoples of the highlands and the borders may stand. They have K before a, o, u and their
// like (Kà Tum, buôn Kạ, ông Kồ), where spelling has c. Immutable.
class HighlandNames {
 public:
  // words: null where the lists cannot be used; then a word that names follow tells nothing.
  explicit HighlandNames(std::shared_ptr<const RuleWords> words) : words_(std::move(words)) {}

  // Whether a token of the analysis may be such a name or a part of one: it begins with that K, and stands beside a
  // word that is capitalised inside the sentence or behind one that names of places and persons follow.
  bool may_be(const text::Analysis& analysis, const text::Token& token) const;

 private:
  std::shared_ptr<const RuleWords> words_;
};

}  // namespace soat::check
