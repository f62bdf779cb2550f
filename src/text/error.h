#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "text/message.h"

namespace soat {

// What a caller can act on: an unreadable or damaged file, a full disk, a bad argument. The message is one line that
// names the file, the position where there is one, and what to do. Text to be checked is never the cause: bad text is
// not an error. what() is English, for logs; what users meet is made from the catalogue and told in their language.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& english) : std::runtime_error(english) {}
  explicit Error(const text::Message& message)
      : std::runtime_error(message.utf8(text::Language::en)),
        message_(std::make_shared<const text::Message>(message)) {}
  // The same: Error(texts::some_key, arguments…).
  template <std::size_t Arguments, class... Given>
  explicit Error(text::MessageId<Arguments> id, Given&&... arguments)
      : Error(text::Message(id, std::forward<Given>(arguments)...)) {}

  // The message as an argument of another; what() where it is in English only.
  text::Message::Argument message() const {
    return message_ ? text::Message::Argument(*message_) : text::Message::Argument(what());
  }

  // The message in a language, UTF-8.
  std::string in(text::Language language) const { return message_ ? message_->utf8(language) : what(); }

 private:
  std::shared_ptr<const text::Message> message_;  // shared: an exception must be copied without throwing
};

// What an exception says, as an argument of a message: Error's message, else what().
inline text::Message::Argument said_by(const std::exception& error) {
  const auto* ours = dynamic_cast<const Error*>(&error);
  return ours ? ours->message() : text::Message::Argument(error.what());
}

// The same in a language, UTF-8.
inline std::string told(const std::exception& error, text::Language language) {
  const auto* ours = dynamic_cast<const Error*>(&error);
  return ours ? ours->in(language) : error.what();
}

}  // namespace soat
