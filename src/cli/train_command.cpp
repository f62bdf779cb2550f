#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/output.h"
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

void run_add(const TrainArguments& arguments) {
  const model::Additions additions = training::learn_additions(arguments.texts, arguments.options.counting.minimum);
  additions.write(arguments.output);
  write_report(std::to_string(additions.entries.size()) + " words, pairs and triples\n");
}

void run_train(TrainArguments& arguments) {
  if (arguments.add) return run_add(arguments);
  if (arguments.size_mb > 0) arguments.options.file_size = static_cast<std::size_t>(arguments.size_mb * 1e6);
  if (arguments.memory_mib > 0) arguments.options.memory = static_cast<std::size_t>(arguments.memory_mib * kMebibyte);
  const training::TrainingReport report = training::train(arguments.texts, arguments.output, arguments.options);
  std::string text = std::to_string(report.lines) + " lines, " + std::to_string(report.sentences) + " sentences, " +
                     std::to_string(report.words) + " words; vocabulary of " + std::to_string(report.vocabulary) + "\n";
  for (unsigned k = 2; k <= arguments.options.order; ++k) {
    text += std::to_string(k) + "-grams: " + std::to_string(report.counted[k]) + " seen often enough, " +
            std::to_string(report.kept[k]) + " kept\n";
  }
  write_report(text);
}

}  // namespace

void add_train_command(CLI::App& app) {
  const auto arguments = std::make_shared<TrainArguments>();
  CLI::App* command = app.add_subcommand("train", "Train a language model on plain text");
  command
      ->add_option("texts", arguments->texts,
                   "UTF-8 text with one paragraph or sentence a line, plain or compressed by xz")
      ->type_name("TEXT")
      ->required();
  command->add_option("--output", arguments->output, "the model to write")->type_name("MODEL")->required();
  command->add_flag(
      "--add", arguments->add,
      "learn only what comes back in a user's own trusted texts, as a small file of additions to use beside the model");
  const CLI::Validator positive = CLI::Validator(CLI::PositiveNumber).description("");
  command->add_option("--order", arguments->options.order, "length of the longest n-grams, 2 to 5 (default 4)")
      ->check(CLI::Range(2U, model::kMaximumOrder).description(""))
      ->type_name("N");
  command->add_option("--size", arguments->size_mb, "megabytes (10^6 bytes) that the model may take (default 26)")
      ->check(positive)
      ->type_name("MB");
  command->add_option("--vocabulary", arguments->options.vocabulary, "words at most, 1024 to 65535 (default 16384)")
      ->check(CLI::Range(1024, 65535).description(""))
      ->type_name("N");
  command
      ->add_option("--minimum", arguments->options.counting.minimum,
                   "n-grams seen less often, 3 to 1000 times, are left out (default 3)")
      ->check(CLI::Range(3, 1000).description(""))
      ->type_name("N");
  command
      ->add_option("--memory", arguments->memory_mib,
                   "MiB for sorting (default 2048); the whole takes about 2 GiB more")
      ->check(positive)
      ->type_name("MIB");
  command->add_option("--temporary", arguments->options.folder, "folder for temporary files (beside the model)")
      ->type_name("FOLDER");
  command->callback([arguments] { run_train(*arguments); });
}

}  // namespace soat::cli
