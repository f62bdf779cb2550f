#include "cli/cite_style.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "citation/csl/shipped_files.h"
#include "citation/csl/style_files.h"
#include "cli/nearest.h"
#include "text/error.h"
#include "text/letter_case.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::cli {
namespace {

namespace fs = std::filesystem;

std::string lowered(std::string_view text) {
  return text::to_utf8(text::to_lower(text::to_utf16(text)));
}

// "ISO 690" of "ISO 690 (author, year)".
std::string_view without_parentheses(std::string_view title) {
  const std::size_t open = title.rfind(" (");
  return title.ends_with(')') && open != std::string_view::npos ? title.substr(0, open) : title;
}

std::optional<fs::path> with_title(const std::vector<citation::StyleFile>& styles, const std::string& wanted) {
  const auto has_title = [&](const citation::StyleFile& style) {
    const std::string title = lowered(style.info.title);
    return title == wanted || without_parentheses(title) == wanted;
  };
  const auto found = std::ranges::find_if(styles, has_title);
  return found == styles.end() ? std::nullopt : std::optional(found->path);
}

// Names of files are letters of ASCII, digits and hyphens; only for what cannot be one are thousands of files read.
bool may_be_name(std::string_view wanted) {
  return wanted.find(' ') == std::string_view::npos;
}

[[noreturn]] void tell_unknown(const std::string& wanted, const std::vector<citation::StyleFile>& own) {
  std::string list;
  std::vector<std::string> names;
  std::vector<std::string> styles;  // of each name
  for (const citation::StyleFile& style : own) {
    const std::string name = style.path.stem().string();
    list += (list.empty() ? "" : "; ") + name + " = " + style.info.title;
    const std::string title = lowered(style.info.title);
    for (const std::string& one : {name, style.info.id, title, std::string(without_parentheses(title))}) {
      names.push_back(one);
      styles.push_back(name);
    }
  }
  const std::string like = nearest(lowered(wanted), names);
  if (like.empty()) throw Error(texts::error_style_unknown, wanted, list);
  const auto at = std::ranges::find(names, like) - names.begin();
  throw Error(texts::error_style_unknown_like, wanted, styles[static_cast<std::size_t>(at)], list);
}

}  // namespace

citation::CheckedStyle open_style(const std::string& wanted, const fs::path& data) {
  const citation::StyleFiles files({data / "styles", citation::system_style_folder()});
  if (wanted.find("://") != std::string::npos) {
    if (const auto found = files.find(wanted)) return files.open(found->path);
    // The file that should have it, if it is there, says what is wrong with it.
    if (const auto damaged = files.find_file(wanted.substr(wanted.rfind('/') + 1))) files.open(*damaged);
  } else if (fs::path(wanted).extension() == ".csl") {
    return files.open(wanted);
  }
  const std::string lower = lowered(wanted);
  for (const std::string& name : {wanted, lower}) {
    if (const auto found = files.find_file(name)) return files.open(*found);
    if (const fs::path own = data / "styles" / (name + ".csl"); citation::is_listed(own)) files.open(own);  // tells
  }
  const std::vector<citation::StyleFile> own = citation::StyleFiles({data / "styles"}).list();
  if (const auto found = with_title(own, lower)) return files.open(*found);
  if (!may_be_name(wanted)) {
    if (const auto found = with_title(files.list(), lower)) return files.open(*found);
  }
  tell_unknown(wanted, own);
}

}  // namespace soat::cli
