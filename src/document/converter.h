#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soat::document {

// The first of these programs that the search path (PATH) has; nothing when it has none.
std::optional<std::filesystem::path> find_program(const std::vector<std::string>& names);

// A program of this system that makes one file of another.
struct Converter {
  std::filesystem::path program;
  std::string input;  // the names that the two files have in a folder of their own
  std::string output;
  // The program's arguments; may put further files into the folder.
  std::function<std::vector<std::string>(const std::filesystem::path& folder)> arguments;
  std::chrono::seconds limit = std::chrono::seconds(100);
};

// The file that the program makes of these bytes, in a new folder that only this user can read and that is gone
// afterwards, whatever becomes of the program or of us. It gets no input, its messages are dropped, and all of its
// processes end with it, with us, or when the time is over. name: for messages. Throws soat::Error when the folder
// cannot be made, when the program takes too long, and when it makes no file.
std::string convert(const Converter& converter, std::string_view bytes, const std::string& name);

}  // namespace soat::document
