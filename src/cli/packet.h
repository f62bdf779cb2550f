#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace soat::cli {

// Values one after the other as bytes, for another process of this program or for the cache. They are read in the order
// in which they were put.
class Packet {
 public:
  Packet() = default;
  explicit Packet(std::string bytes) : bytes_(std::move(bytes)) {}

  Packet& put(std::uint64_t number) {
    char digits[sizeof number];
    std::memcpy(digits, &number, sizeof number);
    bytes_.append(digits, sizeof number);
    return *this;
  }
  Packet& put(std::string_view text) {
    put(std::uint64_t{text.size()});
    bytes_ += text;
    return *this;
  }
  // As put, for a text that may be large: it takes no room for a copy. Nothing is put after it.
  Packet& put_last(std::string text) {
    put(std::uint64_t{text.size()});
    text.insert(0, bytes_);
    bytes_ = std::move(text);
    return *this;
  }

  // All throw std::out_of_range when the bytes end before.
  std::uint64_t number() {
    std::uint64_t value = 0;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string text() { return std::string(take(number())); }

  // What put_last has put.
  std::string last_text() {
    const std::size_t size = take(number()).size();
    bytes_.erase(0, at_ - size);
    return release();
  }

  const std::string& bytes() const { return bytes_; }
  std::string release() { return std::move(bytes_); }

 private:
  std::string_view take(std::uint64_t size) {
    if (size > bytes_.size() - at_) throw std::out_of_range("packet");
    const std::string_view taken = std::string_view(bytes_).substr(at_, size);
    at_ += size;
    return taken;
  }

  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace soat::cli
