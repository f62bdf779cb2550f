#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "document/decode.h"
#include "model/language_model.h"
#include "model/restore.h"
#include "text/utf.h"

namespace soat::cli {
namespace {

struct RestoreArguments {
  std::vector<std::string> files{"-"};
  std::optional<std::filesystem::path> model;
  model::RestoreOptions options;
};

void run_restore(const RestoreArguments& arguments, const Context& context) {
  const auto language_model =
      model::LanguageModel::open(arguments.model ? *arguments.model : find_data(context) / "soat.model");
  Output output({});
  for (const std::string& file : arguments.files) {
    const std::string bytes = read_input_bytes(file);
    document::require_utf8(bytes, input_name(file));
    std::istringstream lines(bytes);
    for (std::string line; std::getline(lines, line);) {
      const bool ended = !lines.eof();
      line = text::to_utf8(model::restore(*language_model, text::to_utf16(line), arguments.options).text);
      if (ended) line += '\n';
      output.write(line);
    }
  }
  output.finish();
}

}  // namespace

void add_restore_command(CLI::App& app, Context& context) {
  const auto arguments = std::make_shared<RestoreArguments>();
  CLI::App* command = app.add_subcommand("restore", "Put the diacritics on text that was written without them");
  command->add_option("files", arguments->files, "plain text in UTF-8; - or nothing is standard input")
      ->type_name("FILE");
  command
      ->add_option("--model", arguments->model, "language model to use instead of the one that comes with the program")
      ->type_name("FILE");
  static const std::map<std::string, text::ToneStyle> styles = {{"old", text::ToneStyle::old_style},
                                                                {"new", text::ToneStyle::new_style}};
  command
      ->add_option("--tones", arguments->options.tone_style, "place of the tone mark: old (hòa, default) or new (hoà)")
      ->transform(CLI::CheckedTransformer(styles).description(""))
      ->type_name("STYLE");
  add_data_option(*command, context);
  command->callback([arguments, &context] { run_restore(*arguments, context); });
}

}  // namespace soat::cli
