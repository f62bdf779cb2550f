#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "text/language.h"
#include "writer/text/document.h"

namespace soat::writer {

// What of a document is not marked as Vietnamese, and so is not checked: how many paragraphs are marked as what, and
// what of it is Vietnamese by its own letters (text::vietnamese_stretches).
class OtherLanguages {
 public:
  // A paragraph of the document, by its number.
  void add(std::uint32_t number, const ParagraphText& paragraph);

  struct Unmarked {
    std::uint32_t paragraph = 0;
    std::vector<text::Stretch> stretches;
  };
  // Ascending.
  const std::vector<Unmarked>& vietnamese() const { return vietnamese_; }

  bool empty() const { return paragraphs_ == 0; }

  // The whole of it in a sentence or two for the user.
  OUString told(const Context& context) const;

 private:
  std::size_t paragraphs_ = 0;                   // without any Vietnamese, but with letters
  std::map<OUString, std::size_t> by_language_;  // by the language's tag: "en-US", "fr", "zxx"
  std::vector<Unmarked> vietnamese_;
};

// Marks stretches of a paragraph as Vietnamese. No undo step of its own.
void mark_vietnamese(const ParagraphText& paragraph, const std::vector<text::Stretch>& stretches);

}  // namespace soat::writer
