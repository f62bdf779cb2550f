#include <cmath>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "model/language_model.h"
#include "model/restore.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

struct RestoreArguments {
  std::vector<std::string> files{"-"};
  std::optional<std::filesystem::path> model;
  bool alternatives = false;
  model::RestoreOptions options;
};

// One line of JSON for each word that could be written in more than one way.
std::string alternatives_of(const model::Restoration& restoration, std::u16string_view paragraph, std::size_t number) {
  const text::CodePointOffsets offsets(paragraph);
  std::string lines;
  for (const model::RestoredWord& word : restoration.words) {
    if (word.alternatives.size() < 2) continue;
    nlohmann::ordered_json line = {{"paragraph", number},
                                   {"start", offsets.to_code_points(word.start)},
                                   {"end", offsets.to_code_points(word.end)},
                                   {"alternatives", nlohmann::ordered_json::array()}};
    for (const model::Alternative& alternative : word.alternatives) {
      const double rounded = std::round(static_cast<double>(alternative.probability) * 1000) / 1000;
      line["alternatives"].push_back({{"text", text::to_utf8(alternative.text)}, {"probability", rounded}});
    }
    lines += line.dump() + '\n';
  }
  return lines;
}

void restore_text(const std::string& utf8, const RestoreArguments& arguments,
                  const model::LanguageModel& language_model, Output& output) {
  std::istringstream lines(utf8);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line); ++number) {
    const bool ended = !lines.eof();
    const std::u16string paragraph = text::to_utf16(line);
    const model::Restoration restoration = model::restore(language_model, paragraph, arguments.options);
    if (arguments.alternatives) {
      output.write(alternatives_of(restoration, paragraph, number));
      continue;
    }
    output.write(text::to_utf8(restoration.text));
    if (ended) output.write("\n");
  }
}

void run_restore(const RestoreArguments& arguments, Context& context) {
  const auto language_model = model::LanguageModel::open(
      arguments.model ? *arguments.model : find_data(context) / "soat.model", context.additions);
  Output output({});
  for (const std::string& file : arguments.files) {
    if (const auto utf8 = read_plain_text(file, context)) restore_text(*utf8, arguments, *language_model, output);
  }
  output.finish();
}

}  // namespace

void add_restore_command(CLI::App& app, Context& context) {
  const auto arguments = std::make_shared<RestoreArguments>();
  CLI::App* command = app.add_subcommand("restore", context.say(texts::help_restore));
  command->add_option("files", arguments->files, context.say(texts::help_plain))->type_name("FILE");
  command->add_option("--model", arguments->model, context.say(texts::help_restore_model))->type_name("FILE");
  add_additions_option(*command, context);
  command->add_flag("--alternatives", arguments->alternatives, context.say(texts::help_restore_alternatives));
  add_choice<text::ToneStyle>(*command, "--tones", arguments->options.tone_style,
                              {{"new", text::ToneStyle::new_style}, {"old", text::ToneStyle::old_style}},
                              context.say(texts::help_restore_tones));
  add_data_option(*command, context);
  command->callback([arguments, &context] { run_restore(*arguments, context); });
}

}  // namespace soat::cli
