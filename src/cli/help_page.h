#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "text/message.h"

namespace soat::cli {

// The page of --help as CLI11 lays it out, in a language of the interface.
class HelpPage : public CLI::Formatter {
 public:
  explicit HelpPage(text::Language language);

  std::string make_group(std::string group, bool is_positional, std::vector<const CLI::Option*> options) const override;
  std::string make_option(const CLI::Option* option, bool is_positional) const override;
  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const override;
};

}  // namespace soat::cli
