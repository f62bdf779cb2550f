#include "check/rule.h"

namespace soat::check {

void Rule::check_paragraph(const DocumentView&, std::uint32_t, FindingSink&) const {}
void Rule::check_document(const DocumentView&, FindingSink&) const {}

std::unique_ptr<SentenceWork> Rule::read_sentences(const DocumentView&) const {
  return nullptr;
}

}  // namespace soat::check
