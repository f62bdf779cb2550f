#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "report/totals.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/error.h"
#include "texts/help.h"
#include "texts/totals.h"

namespace soat::cli {
namespace {

enum class TotalsFormat { text, json, html };

struct TotalsArguments {
  std::vector<std::string> files;
  TotalsFormat format = TotalsFormat::text;
  std::size_t worst = 20;
  std::optional<std::filesystem::path> output;
};

void read_result(const std::string& file, report::Totals& totals, Context& context) {
  std::ifstream opened;
  if (file != "-") {
    opened.open(std::filesystem::path(file), std::ios::binary);
    std::error_code failed;
    if (std::filesystem::is_directory(file, failed)) throw Error(texts::error_named, file, text::system_error(EISDIR));
    if (!opened) throw Error(texts::error_named, file, text::system_error(errno));
  }
  std::istream& in = file == "-" ? std::cin : opened;
  const std::string name = input_name(file, context);
  std::size_t number = 0;
  bool is_told = false;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || totals.add(line) || is_told) continue;
    context.complain(text::Message(texts::totals_damaged, name, number));
    is_told = true;  // once a file
  }
  totals.end_result();
  if (totals.was_last_without_status()) context.complain(text::Message(texts::totals_no_status, name));
}

void run_report(const TotalsArguments& arguments, Context& context) {
  refuse_as_output(arguments.output, arguments.files);
  report::Totals totals(arguments.worst);
  std::vector<std::string> results;
  for (const std::string& file : arguments.files) {
    try {
      read_result(file, totals, context);
      results.push_back(file);
    } catch (const Error& error) {
      context.complain(error);
    }
  }
  for (const std::size_t result : totals.open_shards())
    context.complain(text::Message(texts::totals_shard_open, input_name(results[result], context)));
  for (const std::string& shard : totals.missing_shards())
    context.complain(text::Message(texts::totals_shard_missing, shard));
  if (totals.twice() > 0) context.warn(text::Message(texts::totals_twice, totals.twice()));
  Output output(arguments.output);
  switch (arguments.format) {
    case TotalsFormat::text:
      output.write(totals.text(context.language));
      break;
    case TotalsFormat::json:
      output.write(totals.json());
      break;
    case TotalsFormat::html:
      output.write(totals.html(context.language));
      break;
  }
  output.finish();
}

}  // namespace

void add_report_command(CLI::App& app, Context& context) {
  const auto arguments = std::make_shared<TotalsArguments>();
  CLI::App* command = app.add_subcommand("report", context.say(texts::help_totals));
  command->add_option("files", arguments->files, context.say(texts::help_totals_files))->type_name("FILE")->required();
  add_choice<TotalsFormat>(*command, "--format", arguments->format,
                           {{"text", TotalsFormat::text}, {"json", TotalsFormat::json}, {"html", TotalsFormat::html}},
                           context.say(texts::help_totals_format));
  add_number(*command, "--worst", arguments->worst, 0, 10'000, context.say(texts::help_totals_worst));
  command->add_option("-o,--output", arguments->output, context.say(texts::help_report_output))->type_name("OUTPUT");
  command->callback([arguments, &context] { run_report(*arguments, context); });
}

}  // namespace soat::cli
