#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "texts/texts.h"
#include "training/learn_additions.h"
#include "training/trainer.h"

namespace soat::cli {
namespace {

struct TrainArguments {
  std::vector<std::filesystem::path> texts;
  std::filesystem::path output;
  training::TrainingOptions options;
  double size_mb = 0;
  double memory_mib = 0;
  bool add = false;
};

constexpr double kMebibyte = 1 << 20;

void write_report(const std::string& text) {
  Output output({});
  output.write(text);
  output.finish();
}

void run_add(const TrainArguments& arguments, const Context& context) {
  const model::Additions additions = training::learn_additions(arguments.texts, arguments.options.counting.minimum);
  additions.write(arguments.output);
  write_report(context.say({texts::training_additions, additions.entries.size()}) + "\n");
}

void run_train(TrainArguments& arguments, const Context& context) {
  if (arguments.add) return run_add(arguments, context);
  if (arguments.size_mb > 0) arguments.options.file_size = static_cast<std::size_t>(arguments.size_mb * 1e6);
  if (arguments.memory_mib > 0) arguments.options.memory = static_cast<std::size_t>(arguments.memory_mib * kMebibyte);
  const training::TrainingReport report = training::train(arguments.texts, arguments.output, arguments.options);
  std::string text =
      context.say({texts::training_read, report.lines, report.sentences, report.words, report.vocabulary}) + "\n";
  for (unsigned k = 2; k <= arguments.options.order; ++k)
    text += context.say({texts::training_grams, k, report.counted[k], report.kept[k]}) + "\n";
  write_report(text);
}

}  // namespace

void add_train_command(CLI::App& app, Context& context) {
  const auto arguments = std::make_shared<TrainArguments>();
  CLI::App* command = app.add_subcommand("train", context.say(texts::help_train));
  command->add_option("texts", arguments->texts, context.say(texts::help_train_texts))->type_name("TEXT")->required();
  command->add_option("--output", arguments->output, context.say(texts::help_train_output))
      ->type_name("MODEL")
      ->required();
  command->add_flag("--add", arguments->add, context.say(texts::help_train_add));
  add_number(*command, "--order", arguments->options.order, 2, model::kMaximumOrder,
             context.say(texts::help_train_order));
  add_amount(*command, "--size", arguments->size_mb, "MB", context.say(texts::help_train_size));
  add_number(*command, "--vocabulary", arguments->options.vocabulary, 1024, 65535,
             context.say(texts::help_train_vocabulary));
  add_number(*command, "--minimum", arguments->options.counting.minimum, 3, 1000,
             context.say(texts::help_train_minimum));
  add_amount(*command, "--memory", arguments->memory_mib, "MIB", context.say(texts::help_train_memory));
  command->add_option("--temporary", arguments->options.folder, context.say(texts::help_train_temporary))
      ->type_name("FOLDER");
  command->callback([arguments, &context] { run_train(*arguments, context); });
}

}  // namespace soat::cli
