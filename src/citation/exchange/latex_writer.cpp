#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citation/exchange/latex.h"

namespace soat::citation {

namespace {

// Whether each byte is a brace that has its other one. BibTeX counts braces with a backslash too, so others may not
// stand in a value.
std::vector<bool> paired_braces(std::string_view text) {
  std::vector<bool> paired(text.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') open.push_back(i);
    if (text[i] != '}' || open.empty()) continue;
    paired[i] = paired[open.back()] = true;
    open.pop_back();
  }
  return paired;
}

}  // namespace

std::string to_latex(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> tags[] = {
      {"<sub>", "\\textsubscript{"}, {"<sup>", "\\textsuperscript{"}, {"<i>", "\\textit{"}, {"<b>", "\\textbf{"}};
  const std::vector<bool> paired = paired_braces(text);
  std::string result;
  std::size_t depth = 0;  // of tags
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
    if (c == '{' || c == '}') {
      result += paired[i] ? std::string("\\") + c : c == '{' ? "\\textbraceleft{}" : "\\textbraceright{}";
    } else if (c == '\\') {
      result += "\\textbackslash{}";
    } else if (c == '~') {
      result += "\\textasciitilde{}";
    } else if (c == '^') {
      result += "\\textasciicircum{}";
    } else {
      result += c;
    }
  }
  result.append(depth, '}');
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
