#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "document/decode.h"
#include "text/error.h"
#include "text/legacy_encoding.h"
#include "text/utf.h"

namespace soat::cli {
namespace {

using text::LegacyEncoding;
using Encoding = std::optional<LegacyEncoding>;  // nothing: UTF-8

struct ConvertArguments {
  std::string from;
  std::string to = "unicode";
  bool misread = false;
  bool lossy = false;
  std::string file = "-";
  std::optional<std::filesystem::path> output;
};

Encoding encoding_of(const std::string& name, const char* option) {
  if (name == "unicode" || name == "utf-8") return std::nullopt;
  if (name == "cp1258") return LegacyEncoding::windows_1258;
  if (const auto encoding = text::legacy_encoding_from_name(name)) return encoding;
  throw Error(std::string(option) + ": no encoding is named \"" + name + "\" (see soat convert --help)");
}

[[noreturn]] void refuse_loss(const std::string& name, std::size_t count, const std::string& encoding) {
  throw Error(name + ": " + std::to_string(count) + (count == 1 ? " character" : " characters") + " that " + encoding +
              " does not have: give --lossy to replace them");
}

std::u16string decode(const ConvertArguments& arguments, Encoding from) {
  const std::string bytes = read_input_bytes(arguments.file);
  const std::string name = input_name(arguments.file);
  if (!from) return document::decode_text(bytes, name);
  if (arguments.misread) return text::decode_misread(document::decode_text(bytes, name), *from);
  std::u16string text = text::decode_legacy(bytes, *from);
  const auto lost = static_cast<std::size_t>(std::count(text.begin(), text.end(), u'\uFFFD'));
  if (lost > 0 && !arguments.lossy) refuse_loss(name, lost, arguments.from);
  return text;
}

void run_convert(const ConvertArguments& arguments) {
  const Encoding from = encoding_of(arguments.from, "--from");
  const Encoding to = encoding_of(arguments.to, "--to");
  const std::u16string text = decode(arguments, from);
  text::EncodedText converted;
  if (to) {
    converted = text::encode_legacy(text, *to);
    if (converted.unmappable > 0 && !arguments.lossy)
      refuse_loss(input_name(arguments.file), converted.unmappable, arguments.to);
  } else {
    converted.bytes = text::to_utf8(text);
  }
  Output output(arguments.output);
  output.write(converted.bytes);
  output.finish();
}

}  // namespace

void add_convert_command(CLI::App& app) {
  const auto arguments = std::make_shared<ConvertArguments>();
  CLI::App* command = app.add_subcommand("convert", "Turn plain text from one encoding of Vietnamese into another");
  command->add_option("--from", arguments->from, "tcvn3 (ABC fonts), vni, viqr, cp1258 or unicode (UTF-8)")
      ->type_name("ENCODING")
      ->required();
  command->add_option("--to", arguments->to, "The same names; unicode is the default")->type_name("ENCODING");
  command->add_flag(
      "--misread", arguments->misread,
      "The input is UTF-8 made from text of the old encoding that was taken for Western European (ViÖt Nam)");
  command->add_flag("--lossy", arguments->lossy, "Replace what has no counterpart instead of stopping");
  command->add_option("-o,--output", arguments->output, "Write to a file, which may be the input, when all is done")
      ->type_name("OUTPUT");
  command->add_option("file", arguments->file, "Without it or with - standard input")->type_name("FILE");
  command->callback([arguments] { run_convert(*arguments); });
}

}  // namespace soat::cli
