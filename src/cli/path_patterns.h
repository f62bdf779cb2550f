#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace soat::cli {

// Patterns for files and folders as .gitignore has them (gitignore(5)): "*" and "?" within a name, "**" for any number
// of folders, a slash at the end for folders only, a slash elsewhere for a place below the patterns' folder, "!" for
// what is not meant after all, "#" for a comment.
class PathPatterns {
 public:
  enum class Verdict { none, excluded, included };

  void add(std::string_view line);
  void add_lines(std::string_view text);
  bool empty() const { return patterns_.empty(); }

  // path: below the patterns' folder, with slashes. The last pattern that matches decides.
  Verdict judge(std::string_view path, bool is_folder) const;

 private:
  struct Pattern {
    std::vector<std::string> segments;
    bool is_negated = false;
    bool is_for_folders = false;
  };
  std::vector<Pattern> patterns_;
};

}  // namespace soat::cli
