#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "document/document.h"
#include "text/error.h"

namespace soat::document {

inline std::vector<std::u16string> texts(const Document& document) {
  std::vector<std::u16string> all;
  for (const std::u16string_view paragraph : document.paragraphs()) all.emplace_back(paragraph);
  return all;
}

// Where each paragraph stands, in English; "" where it stands in nothing.
inline std::vector<std::string> told_places(const Document& document) {
  std::vector<std::string> all(document.size());
  for (const text::DocumentPlace& place : document.places())
    all.at(place.paragraph) = text::told(place)->utf8(text::Language::en);
  return all;
}

using Texts = std::vector<std::u16string>;

// What the call complains of; empty when it does not.
template <typename Call>
std::string fault(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace soat::document
