#include "document/attribute_counter.h"

#include <algorithm>

namespace soat::document {

std::size_t AttributeCounter::count(std::string_view bytes) {
  // Gives the place of the byte that ends a run of others, or the end.
  const auto skip_to = [&](char end, std::size_t from) { return std::min(bytes.find(end, from), bytes.size()); };
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (state_ == State::text) i = skip_to('<', i);
    if (state_ == State::quoted) i = skip_to('"', i);
    if (state_ == State::apostrophe) i = skip_to('\'', i);
    if (i == bytes.size()) break;
    const char c = bytes[i];
    switch (state_) {
      case State::text:
        state_ = State::opened;
        break;
      case State::opened:
        markup_.clear();
        in_tag_ = 0;
        state_ = c == '!' ? State::section : c == '?' ? State::instruction : State::tag;
        break;
      case State::tag:
        // Each attribute has its sign of equality; in values they stand in quotes.
        if (c == '=') most_ = std::max(most_, ++in_tag_);
        if (c == '"') state_ = State::quoted;
        if (c == '\'') state_ = State::apostrophe;
        if (c == '>') state_ = State::text;
        break;
      case State::quoted:
      case State::apostrophe:
        state_ = State::tag;
        break;
      case State::section:
        markup_ += c;
        if (markup_ == "--") {
          state_ = State::comment;
          markup_.clear();
        } else if (c == '>' && (!markup_.starts_with("[CDATA[") || markup_.ends_with("]]>"))) {
          state_ = State::text;
        } else if (markup_.size() > 16) {
          markup_.erase(7, markup_.size() - 10);  // the kind of section, and what may be its end
        }
        break;
      case State::comment:
      case State::instruction:
        markup_ += c;
        if (markup_.ends_with(state_ == State::comment ? "-->" : "?>")) {
          state_ = State::text;
        } else if (markup_.size() > 16) {
          markup_.erase(0, markup_.size() - 3);
        }
        break;
    }
  }
  return most_;
}

}  // namespace soat::document
