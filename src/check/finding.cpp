#include "check/finding.h"

#include <array>
#include <cstddef>

namespace soat::check {
namespace {

constexpr std::array<std::string_view, 8> category_names = {"spelling",       "garble",      "residue", "encoding",
                                                            "capitalisation", "punctuation", "style",   "citation"};
constexpr std::array<std::string_view, 3> severity_names = {"error", "warning", "info"};

}  // namespace

Message in_both(const text::Message& message) {
  return {message.in(text::Language::vi), message.in(text::Language::en)};
}

std::string_view name(Category category) {
  return category_names[static_cast<std::size_t>(category)];
}

std::string_view name(Severity severity) {
  return severity_names[static_cast<std::size_t>(severity)];
}

bool category_from_name(std::string_view text, Category& out) {
  for (std::size_t i = 0; i < category_names.size(); ++i) {
    if (category_names[i] == text) {
      out = static_cast<Category>(i);
      return true;
    }
  }
  return false;
}

}  // namespace soat::check
