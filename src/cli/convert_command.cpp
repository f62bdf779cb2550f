#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "document/decode.h"
#include "document/font_conversion.h"
#include "text/error.h"
#include "text/legacy_detection.h"
#include "text/legacy_encoding.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

using text::LegacyEncoding;
using Encoding = std::optional<LegacyEncoding>;  // nothing: UTF-8

constexpr std::string_view zip_magic = "PK\x03\x04";

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
  throw Error(texts::error_option_encoding, option, name);
}

[[noreturn]] void refuse_loss(const std::string& name, std::size_t count, const std::string& encoding) {
  throw Error(texts::error_convert_loss, name, count, encoding);
}

// Text of an old encoding is no UTF-8 but for its ASCII, unless it was taken for Western European and saved as that.
std::u16string decode(const ConvertArguments& arguments, Encoding from, const std::string& bytes,
                      const std::string& name) {
  if (!from) return document::decode_text(bytes, name);
  const bool unicode = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                       (from != LegacyEncoding::viqr && !text::find_invalid_utf8(bytes));
  if (arguments.misread || unicode) return text::convert_misread(document::decode_text(bytes, name), *from);
  std::u16string text = text::decode_legacy(bytes, *from);
  const auto lost = static_cast<std::size_t>(std::count(text.begin(), text.end(), u'\uFFFD'));
  if (lost > 0 && !arguments.lossy) refuse_loss(name, lost, arguments.from);
  return text;
}

std::string convert_text(const ConvertArguments& arguments, const std::string& bytes, const std::string& name) {
  if (arguments.from.empty()) throw Error(texts::error_convert_no_encoding, name);
  const Encoding from = encoding_of(arguments.from, "--from");
  const Encoding to = encoding_of(arguments.to, "--to");
  const std::u16string text = decode(arguments, from, bytes, name);
  if (!to) return text::to_utf8(text);
  text::EncodedText converted = text::encode_legacy(text, *to);
  if (converted.unmappable > 0 && !arguments.lossy) refuse_loss(name, converted.unmappable, arguments.to);
  return std::move(converted.bytes);
}

std::string convert_document(const ConvertArguments& arguments, const std::string& bytes, const std::string& name,
                             const Context& context) {
  const Encoding from = arguments.from.empty() ? std::nullopt : encoding_of(arguments.from, "--from");
  const bool by_font = from == LegacyEncoding::tcvn3 || from == LegacyEncoding::vni;
  if ((!arguments.from.empty() && !by_font) || encoding_of(arguments.to, "--to"))
    throw Error(texts::error_convert_document, name);
  document::ConvertedDocument converted = document::convert_fonts(bytes, name, from);
  if (converted.paragraphs == 0) context.warn(text::Message(texts::convert_none, name));
  return std::move(converted.bytes);
}

void run_convert(const ConvertArguments& arguments, const Context& context) {
  const std::string bytes = read_input_bytes(arguments.file, context);
  const std::string name = input_name(arguments.file, context);
  const std::string converted = bytes.starts_with(zip_magic) ? convert_document(arguments, bytes, name, context)
                                                             : convert_text(arguments, bytes, name);
  Output output(arguments.output);
  output.write(converted);
  output.finish();
}

}  // namespace

void add_convert_command(CLI::App& app, Context& context) {
  const auto arguments = std::make_shared<ConvertArguments>();
  CLI::App* command = app.add_subcommand("convert", context.say(texts::help_convert));
  const std::string encodings = "unicode|tcvn3|vni|viqr|cp1258";
  command->add_option("--from", arguments->from, context.say(texts::help_convert_from))->type_name(encodings);
  command->add_option("--to", arguments->to, context.say(texts::help_convert_to))->type_name(encodings);
  command->add_flag("--misread", arguments->misread, context.say(texts::help_convert_misread));
  command->add_flag("--lossy", arguments->lossy, context.say(texts::help_convert_lossy));
  command->add_option("-o,--output", arguments->output, context.say(texts::help_output))->type_name("OUTPUT");
  command->add_option("file", arguments->file, context.say(texts::help_convert_file))->type_name("FILE");
  command->callback([arguments, &context] { run_convert(*arguments, context); });
}

}  // namespace soat::cli
