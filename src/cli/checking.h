#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "check/checker.h"
#include "cli/context.h"
#include "document/document.h"

// What every command that looks for faults in documents shares: which faults, and by which settings.
namespace soat::cli {

struct CheckingArguments {
  check::Profile profile = check::Profile::normal;
  std::string house_list;  // a file; empty: none
  std::string only;        // categories with commas between them; empty: all
};

void add_checking_options(CLI::App& command, const std::shared_ptr<CheckingArguments>& arguments, Context& context);

// The loaded engine with the settings. Immutable; documents may be checked on several threads at once.
class Checking {
 public:
  // Throws soat::Error for wrong options and when nothing can be checked; complains of data that cannot be used.
  Checking(const CheckingArguments& arguments, Context& context);

  // What is found in a document, in what was read of it.
  check::Checked check(const document::Document& document) const;

 private:
  std::vector<check::Category> only_;
  check::Profile profile_;
  std::shared_ptr<const check::Checker> checker_;
  std::shared_ptr<const check::HouseList> house_;
};

}  // namespace soat::cli
