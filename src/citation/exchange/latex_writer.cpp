#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "citation/exchange/latex.h"

namespace soat::citation {

std::string to_latex(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> tags[] = {
      {"<sub>", "\\textsubscript{"}, {"<sup>", "\\textsuperscript{"}, {"<i>", "\\textit{"}, {"<b>", "\\textbf{"}};
  std::string result;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '<') {
      std::size_t taken = 0;
      for (const auto& [tag, command] : tags) {
        if (text.substr(i).starts_with(tag)) {
          result += command;
          ++depth;
          taken = tag.size();
        } else if (depth > 0 && text.substr(i).starts_with("</") && text.substr(i + 2).starts_with(tag.substr(1))) {
          result += '}';
          --depth;
          taken = tag.size() + 1;
        }
      }
      if (taken > 0) {
        i += taken - 1;
        continue;
      }
    }
    if (c == '&' || c == '%' || c == '#' || c == '_' || c == '$') result += '\\';
    if (c == '{') ++depth;
    if (c == '}' && depth-- == 0) {  // no unbalanced brace may get into a value
      depth = 0;
      continue;
    }
    if (c == '\\') {
      result += "\\textbackslash{}";
    } else if (c == '~') {
      result += "\\textasciitilde{}";
    } else if (c == '^') {
      result += "\\textasciicircum{}";
    } else {
      result += c;
    }
  }
  result.append(static_cast<std::size_t>(depth > 0 ? depth : 0), '}');
  return result;
}

std::string address_to_latex(std::string_view address) {
  std::string result;
  for (const char c : address) {
    if (c == '{') {
      result += "%7B";
    } else if (c == '}') {
      result += "%7D";
    } else if (c == '\\') {
      result += "%5C";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace soat::citation
