#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "check/checker.h"
#include "cli/context.h"
#include "cli/settings.h"
#include "document/document.h"

// What every command that looks for faults in documents shares: which faults, and by which settings.
namespace soat::cli {

struct CheckingArguments {
  std::optional<check::Profile> profile;
  std::string house_list;  // a file; empty: none
  std::string only;        // categories with commas between them; empty: all
  std::string config;      // a soat.toml; empty: the one found from the document upwards
  bool no_config = false;
};

void add_checking_options(CLI::App& command, const std::shared_ptr<CheckingArguments>& arguments, Context& context);

// What tells one version of a file, or of the program and all its data, from another.
std::string stamp_of(const std::filesystem::path& file);
std::string stamp_of_data(const Context& context);

// The loaded engine with the settings. Documents may be checked on several threads at once.
class Checking {
 public:
  // Throws soat::Error for wrong options and when nothing can be checked; complains of data that cannot be used.
  Checking(const CheckingArguments& arguments, Context& context);

  // What is found in a document, in what was read of it, by the settings that hold for its file (empty or "-": for the
  // working folder). Throws SettingsError.
  check::Checked check(const document::Document& document, const std::string& file) const;

  // The settings for a file.
  const Settings& settings_for(const std::string& file) const;

  // The files named in the options that are settings or lists, not documents.
  std::vector<std::filesystem::path> own_files() const;

  // A text that differs when what is found in the same document may: options, settings, data, program.
  std::string fingerprint(const std::string& file) const;

 private:
  CheckingArguments arguments_;
  std::vector<check::Category> only_;
  std::shared_ptr<const check::Checker> checker_;
  std::shared_ptr<const check::HouseList> house_;
  std::string data_stamp_;
  mutable std::mutex mutex_;
  mutable std::map<std::filesystem::path, std::filesystem::path> files_;  // the soat.toml of a folder
  mutable std::map<std::filesystem::path, Settings> settings_;
};

}  // namespace soat::cli
