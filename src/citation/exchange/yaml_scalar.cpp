#include "citation/exchange/yaml_scalar.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/ascii.h"

namespace soat::citation {

using nlohmann::json;

namespace {

bool is_number(std::string_view text) {
  std::size_t digits = 0;
  std::size_t dots = 0;
  for (std::size_t i = text.starts_with('-') ? 1 : 0; i < text.size(); ++i) {
    if (text::is_ascii_digit(text[i])) {
      ++digits;
    } else if (text[i] == '.') {
      ++dots;
    } else {
      return false;
    }
  }
  return digits > 0 && dots <= 1 && text.back() != '.';
}

bool needs_quotes(const std::string& text) {
  if (text.empty() || read_plain_scalar(text) != json(text)) return true;
  if (is_number(text)) return true;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`= \t").find(text.front()) != std::string_view::npos) return true;
  if (is_yaml_blank(text.back()) || text.back() == ':' || text.starts_with("...")) return true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 || c == 0x7F) return true;
    if (c == ':' && i + 1 < text.size() && is_yaml_blank(text[i + 1])) return true;
    if (c == '#' && i > 0 && is_yaml_blank(text[i - 1])) return true;
  }
  return false;
}

}  // namespace

json read_plain_scalar(const std::string& text) {
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return nullptr;
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  const bool leading_zero = text.size() > 1 && text[0] == '0' && text[1] != '.';  // "007" is a text to its writer
  if (!is_number(text) || leading_zero) return text;
  if (text.find('.') == std::string::npos) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? json(value) : json(text);
  }
  return text;  // "1.10" is a version or an edition
}

std::string scalar_to_yaml(const json& value) {
  if (!value.is_string()) return value.dump(-1, ' ', false, json::error_handler_t::replace);
  const auto& text = value.get_ref<const std::string&>();
  return needs_quotes(text) ? value.dump(-1, ' ', false, json::error_handler_t::replace)
                            : text;  // JSON's quotes are YAML's
}

}  // namespace soat::citation
