#include <charconv>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <memory>
#include <new>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/checking.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/difference.h"
#include "cli/fixing.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "report/names.h"
#include "text/error.h"
#include "text/system_error.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

namespace fs = std::filesystem;

struct FixArguments {
  std::vector<std::string> files;
  std::shared_ptr<CheckingArguments> checking = std::make_shared<CheckingArguments>();
  double sure = 0.95;
  document::RevisionKind kind = document::RevisionKind::change;
  bool dry_run = false;
  bool diff = false;
  bool in_place = false;
  bool recursive = false;
  std::optional<fs::path> output;
};

// Now, as XML Schema's dateTime.
std::string now() {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  char text[32] = "";
  if (const std::tm* const parts = std::gmtime(&seconds)) std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", parts);
  return text;
}

// Keeps what a file held under a name of its own: "a.docx.bak", "a.docx.bak2" … Gives the name.
fs::path back_up(const fs::path& file) {
  std::error_code failed;
  const fs::path from = fs::canonical(file, failed);
  constexpr int most_backups = 1000;
  for (int i = 1; !failed && i < most_backups; ++i) {
    fs::path to = from.string() + ".bak" + (i > 1 ? std::to_string(i) : "");
    // A second name of the file takes no room and cannot be half written; some file systems know none.
    fs::create_hard_link(from, to, failed);
    if (!failed) return to;
    if (failed == std::errc::file_exists) {
      failed.clear();
      continue;
    }
    fs::copy_file(from, to, fs::copy_options::none, failed);
    if (!failed) return to;
    if (failed == std::errc::file_exists) {
      failed.clear();
      continue;
    }
    std::error_code ignored;
    fs::remove(to, ignored);
    throw Error(texts::error_fix_backup, file.string(), to.string(), text::system_error(failed));
  }
  throw Error(texts::error_fix_backup, file.string(), file.string() + ".bak", text::system_error(failed));
}

class FixRun {
 public:
  FixRun(const FixArguments& arguments, Context& context)
      : arguments_(arguments), context_(context), checking_(*arguments.checking, context), listing_({}) {
    options_.kind = arguments.kind;
    options_.date = now();
  }

  void run() {
    refuse_as_output(arguments_.output, arguments_.files);
    const std::vector<Input> inputs = list_inputs(arguments_.files, arguments_.recursive, own_files());
    if (arguments_.output && inputs.size() > 1) throw Error(texts::error_fix_one_output);
    for (const Input& input : inputs) {
      try {
        if (input.fault) throw Error(*input.fault);
        fix_one(input.file);
      } catch (const Error& error) {
        context_.complain(error);
      } catch (const std::bad_alloc&) {
        context_.complain(text::Message(texts::error_no_memory, input_name(input.file, context_)));
      }
    }
    listing_.finish();
    const bool is_only_shown = arguments_.dry_run || arguments_.diff;
    if (is_only_shown && any_ && context_.status == Status::done) context_.status = Status::found;
  }

 private:
  std::vector<fs::path> own_files() const {
    std::vector<fs::path> files = checking_.own_files();
    files.insert(files.end(), context_.additions.begin(), context_.additions.end());
    if (arguments_.output) files.push_back(*arguments_.output);
    return files;
  }

  void tell_problems(const Settings& settings) {
    for (const Error& problem : settings.house_problems) {
      std::string line = told(problem, context_.language);
      if (told_problems_.insert(line).second) context_.warn(line);
    }
  }

  void fix_one(const std::string& file) {
    const std::string name = input_name(file, context_);
    // Whether somebody else has written the file meanwhile.
    const std::string stamp = stamp_of(file);
    const std::optional<document::Format> format = file == "-" ? std::nullopt : document::format_of_name(file);
    const FixedDocument fixed = fix(read_input_bytes(file, context_), name, file, format, checking_, arguments_.sure,
                                    options_, context_.language);
    tell_problems(checking_.settings_for(file));
    for (const text::Message& warning : fixed.warnings) context_.warn(warning);
    any_ = any_ || !fixed.fixed.empty();
    if (arguments_.diff) {
      listing_.write(fixed.is_plain_text ? difference(name, fixed.original, fixed.bytes)
                                         : difference(name, fixed.before, fixed.after));
    } else if (arguments_.dry_run) {
      list(name, fixed);
    } else {
      write(file, fixed, stamp);
    }
    if (fixed.left > 0) context_.warn(text::Message(texts::fix_left, name, fixed.left));
  }

  void list(const std::string& name, const FixedDocument& fixed) {
    for (const Fixed& one : fixed.fixed) {
      const text::Message line(texts::fix_line, name, one.paragraph + 1, one.column + 1, one.before, one.after,
                               one.rule);
      listing_.write(report::one_line(line.utf8(context_.language)) + "\n");
    }
  }

  void write(const std::string& file, const FixedDocument& fixed, const std::string& stamp) {
    if (file == "-" && !arguments_.output) return listing_.write(fixed.bytes);
    if (arguments_.output) {
      Output output(arguments_.output);
      output.write(fixed.bytes);
      output.finish();
      context_.warn(text::Message(texts::fix_written, file, fixed.fixed.size(), arguments_.output->string()));
      return;
    }
    if (fixed.fixed.empty()) return context_.warn(text::Message(texts::fix_none, file));
    Output output(file);
    output.write(fixed.bytes);
    if (stamp != stamp_of(file)) throw Error(texts::error_fix_changed, file);
    const fs::path kept = back_up(file);
    try {
      output.finish();
    } catch (const Error&) {
      std::error_code ignored;
      fs::remove(kept, ignored);  // the file is what it was
      throw;
    }
    context_.warn(text::Message(texts::fix_done, file, fixed.fixed.size(), kept.filename().string()));
  }

  const FixArguments& arguments_;
  Context& context_;
  Checking checking_;
  Output listing_;
  document::RevisionOptions options_;
  bool any_ = false;
  std::set<std::string> told_problems_;
};

void run_fix(const FixArguments& arguments, Context& context) {
  const bool is_filter = arguments.files.size() == 1 && arguments.files.front() == "-";
  const int ways = static_cast<int>(arguments.dry_run) + static_cast<int>(arguments.diff) +
                   static_cast<int>(arguments.in_place) + static_cast<int>(arguments.output.has_value());
  if (ways > 1 || (ways == 0 && !is_filter)) throw Error(texts::error_fix_where);
  if (arguments.in_place && std::ranges::find(arguments.files, "-") != arguments.files.end())
    throw Error(texts::error_fix_standard_input);
  FixRun(arguments, context).run();
}

}  // namespace

void add_fix_command(CLI::App& app, Context& context) {
  const auto arguments = std::make_shared<FixArguments>();
  CLI::App* command = app.add_subcommand("fix", context.say(texts::help_fix));
  command->add_option("files", arguments->files, context.say(texts::help_fix_files))->type_name("FILE")->required();
  command->add_flag("--dry-run", arguments->dry_run, context.say(texts::help_fix_dry_run));
  command->add_flag("--diff", arguments->diff, context.say(texts::help_fix_diff));
  command->add_flag("-i,--in-place", arguments->in_place, context.say(texts::help_fix_in_place));
  command->add_option("-o,--output", arguments->output, context.say(texts::help_fix_output))->type_name("OUTPUT");
  add_fraction(*command, "--sure", arguments->sure, context.say(texts::help_fix_sure));
  using document::RevisionKind;
  add_choice<RevisionKind>(
      *command, "--as", arguments->kind,
      {{"changes", RevisionKind::change}, {"tracked", RevisionKind::tracked}, {"comments", RevisionKind::comment}},
      context.say(texts::help_fix_as));
  command->add_flag("-r,--recursive", arguments->recursive, context.say(texts::help_report_recursive));
  add_checking_options(*command, arguments->checking, context);
  command->callback([arguments, &context] { run_fix(*arguments, context); });
}

}  // namespace soat::cli
