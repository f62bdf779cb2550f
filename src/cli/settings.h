#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/category.h"
#include "check/finding.h"
#include "check/house_list.h"
#include "cli/path_patterns.h"
#include "text/error.h"
#include "text/syllable.h"

namespace soat::cli {

// What soat.toml may say; what it does not say is left to the options of the command.
struct Settings {
  std::filesystem::path file;  // empty: there is none
  std::optional<check::Profile> profile;
  std::vector<check::Category> only;                     // empty: all
  std::set<std::string, std::less<>> off;                // ids of rules
  std::map<std::string, float, std::less<>> thresholds;  // by rule: from which confidence on it is told of
  float least_confidence = 0;                            // of all
  std::optional<text::ToneStyle> tones;                  // the one style wanted
  std::shared_ptr<const check::HouseList> house;
  std::filesystem::path house_file;
  std::vector<Error> house_problems;  // of rows of the house list that were passed over
  PathPatterns exclude;               // below the folder of the file
  bool gitignore = true;

  // Whether a finding is told of; a rule's own threshold goes before that of all.
  bool tells(const check::Finding& finding, check::Profile profile) const;
  // The profile with which to look: strict where a threshold is below that of the profile.
  check::Profile to_look_with(check::Profile profile) const;
};

// Settings that cannot be read: the run is to stop, since what it would tell is not what was wanted.
class SettingsError : public Error {
 public:
  using Error::Error;
};

// Reads soat.toml. Throws SettingsError with file and line: for what is no TOML, for a key that is not known, with the
// one most like it, for a value of the wrong kind, and for a house list that cannot be read as a
// whole.
Settings read_settings(const std::filesystem::path& file);

// The soat.toml in a folder or in the nearest folder above it; empty when there is none.
std::filesystem::path find_settings(std::filesystem::path folder);

}  // namespace soat::cli
