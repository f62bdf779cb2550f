#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace soat::text {

// The languages that the interface speaks.
enum class Language : std::uint8_t { vi, en };

// A text of the catalogue (texts/vi.txt, texts/en.txt) that takes so many arguments. The keys are the constants of
// soat::texts, in the headers of texts/, which are made from the catalogue: a key that is not there does not compile.
template <std::size_t Arguments>
struct MessageId {
  std::uint32_t number;  // a hash of its key, so that a new text changes no other
};

// A text of the catalogue with what stands in its places, in no language yet.
class Message {
 public:
  // What is put in: UTF-16, UTF-8 (bytes that are not stand as \xNN), a whole number, or a message.
  class Argument {
   public:
    Argument(std::u16string_view text) : value_(std::u16string(text)) {}
    Argument(const std::u16string& text) : value_(text) {}
    Argument(const char16_t* text) : value_(std::u16string(text)) {}
    Argument(std::string_view utf8);
    Argument(const std::string& utf8) : Argument(std::string_view(utf8)) {}
    Argument(const char* utf8) : Argument(std::string_view(utf8)) {}
    Argument(std::integral auto number) : Argument(std::to_string(number)) {}
    Argument(MessageId<0> id);
    Argument(Message message) : value_(std::make_shared<const Message>(std::move(message))) {}

   private:
    friend class Message;
    std::variant<std::u16string, std::shared_ptr<const Message>> value_;
  };

  template <std::size_t Arguments, class... Given>
  requires(sizeof...(Given) == Arguments) Message(MessageId<Arguments> id, Given&&... arguments)
      : number_(id.number), arguments_{Argument(std::forward<Given>(arguments))...} {}

  // The text in a language, arguments put in.
  std::u16string in(Language language) const;
  std::string utf8(Language language) const;

 private:
  std::uint32_t number_;
  std::vector<Argument> arguments_;
};

}  // namespace soat::text
