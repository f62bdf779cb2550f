#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace soat::platform {

// Turns bytes of an encoding that the system knows by this name into UTF-8.
class Decoder {
 public:
  explicit Decoder(const std::string& encoding);
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  bool is_known() const { return state_ != nullptr; }

  // For a known one: gives what could be decoded, and in fault the byte where it stopped, if it did.
  std::string decode(std::string_view bytes, std::optional<std::size_t>& fault) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace soat::platform
