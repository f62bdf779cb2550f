#pragma once

#include <cstddef>
#include <string_view>

// What commands and environments of LaTeX mean for who reads the text.
namespace soat::document::latex {

using View = std::u16string_view;

inline constexpr View nothing = u"";
inline constexpr View space = u" ";
inline constexpr View object = u"\uFFFC";
inline constexpr View line_break = u"\n";

struct Command {
  std::size_t hidden = 0;  // how many of its arguments {…} are not read: the first ones
  View shown = nothing;    // what is read in place of the command
  bool is_known = true;
  bool is_apart = false;    // its argument is no part of the sentence that it stands in: a footnote
  bool has_options = true;  // what stands in [] behind it is not read
  bool defines = false;     // a command's name follows, and what that is to mean
};

// A command by its name, without backslash and star. One that is not known has all its arguments read; without any it
// may stand for text.
Command command_of(View name);

enum class Environment {
  text,   // is read
  maths,  // something stands for it
  raw     // is not read, nor are commands in it
};

struct EnvironmentKind {
  Environment kind = Environment::text;
  std::size_t hidden = 0;  // how many arguments {…} behind its name are not read
};

// An environment by its name, with its star.
EnvironmentKind environment_of(View name);

}  // namespace soat::document::latex
