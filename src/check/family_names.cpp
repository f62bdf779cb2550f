#include "check/family_names.h"

#include <bitset>
#include <string>

#include "reference/word_lists.h"

namespace soat::check {
namespace {

std::bitset<text::code_limit> make_set() {
  std::bitset<text::code_limit> set;
  for (const std::u16string& name : reference::FamilyNames::get().common)
    set.set(text::fold_i_y(text::parse(name)).code());
  return set;
}

}  // namespace

bool is_family_name(text::Syllable syllable) {
  static const std::bitset<text::code_limit> set = make_set();
  return syllable.valid() && set.test(text::fold_i_y(syllable).code());
}

}  // namespace soat::check
