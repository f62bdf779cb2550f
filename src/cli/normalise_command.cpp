#include <memory>
#include <optional>
#include <string>

#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/normalise.h"
#include "cli/output.h"
#include "document/decode.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

struct NormaliseArguments {
  text::ToneStyle style = text::ToneStyle::new_style;
  std::string file = "-";
  std::optional<std::filesystem::path> output;
};

void run_normalise(const NormaliseArguments& arguments, const Context& context) {
  const std::u16string text =
      document::decode_text(read_input_bytes(arguments.file, context), input_name(arguments.file, context));
  const std::string normalised = text::to_utf8(normalise(text, arguments.style));
  Output output(arguments.output);
  output.write(normalised);
  output.finish();
}

}  // namespace

void add_normalise_command(CLI::App& app, Context& context) {
  const auto arguments = std::make_shared<NormaliseArguments>();
  CLI::App* command = app.add_subcommand("normalise", context.say(texts::help_normalise));
  add_choice<text::ToneStyle>(*command, "--tones", arguments->style,
                              {{"new", text::ToneStyle::new_style}, {"old", text::ToneStyle::old_style}},
                              context.say(texts::help_normalise_tones))
      ->required();
  command->add_option("-o,--output", arguments->output, context.say(texts::help_output))->type_name("OUTPUT");
  command->add_option("file", arguments->file, context.say(texts::help_normalise_file))->type_name("FILE");
  command->callback([arguments, &context] { run_normalise(*arguments, context); });
}

}  // namespace soat::cli
