// Prints every syllable that is possible by the rules of the spelling, one a line: the spelling with the tone mark
// placed the old way, a tab, and the new way (hòa, hoà). The word lists are made from it (tools/make_lexicon.py).
#include <iostream>
#include <string>

#include "text/syllable.h"
#include "text/utf.h"

int main() {
  for (const soat::text::Syllable syllable : soat::text::possible_syllables()) {
    std::string line;
    soat::text::append_utf8(soat::text::spell(syllable, soat::text::ToneStyle::old_style).view(), line);
    line += '\t';
    soat::text::append_utf8(soat::text::spell(syllable, soat::text::ToneStyle::new_style).view(), line);
    std::cout << line << '\n';
  }
  return std::cout.flush() ? 0 : 2;
}
