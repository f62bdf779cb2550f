#include "report/names.h"

#include <gtest/gtest.h>

namespace soat::report {
namespace {

// What reversible_name's comment says of turning back.
std::string turned_back(const std::string& name) {
  if (name.find("\\x") == std::string::npos) return name;
  std::string bytes;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] != '\\') {
      bytes += name[i];
    } else if (name[++i] == '\\') {
      bytes += '\\';
    } else {
      bytes += static_cast<char>(std::stoi(name.substr(i + 1, 2), nullptr, 16));
      i += 2;
    }
  }
  return bytes;
}

TEST(ReversibleName, Utf8StandsAsItIs) {
  for (const char* name : {"bài.txt", "a\\b", "", "\\", "\n"}) EXPECT_EQ(reversible_name(name), name);
}

TEST(ReversibleName, NoTwoNamesAreOne) {
  for (const std::string name :
       {"caf\xE9", "caf\\xe9", "\xE9\\xe9", "\\\\x", "\xF0\x9D\x92", "\\x", "\xFF\\", "bài\xC3"}) {
    EXPECT_FALSE(reversible_name(name).empty());
    EXPECT_EQ(turned_back(reversible_name(name)), name);
  }
  std::string all;
  for (int byte = 255; byte > 0; --byte) all += static_cast<char>(byte);
  EXPECT_EQ(turned_back(reversible_name(all)), all);
}

TEST(OneLine, SteeringCharactersAreQuestionMarks) {
  EXPECT_EQ(one_line("a\nb\33[2J\t\u0085\u2028\u202E\u2069\u200Fz"), "a?b?[2J??????z");
  EXPECT_EQ(one_line("bài 𠮷"), "bài 𠮷");
  EXPECT_EQ(one_line("\x9B"
                     "2J"),
            "\\x9b2J");
}

TEST(OneLine, LongNamesKeepTheirLetters) {
  std::string name;
  for (int i = 0; i < 1000; ++i) name += "ễ";
  EXPECT_EQ(one_line(name), name);
  EXPECT_EQ(one_line(std::string(1000, '\xBB')).size(), 4000u);
}

}  // namespace
}  // namespace soat::report
