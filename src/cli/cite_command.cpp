#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "citation/engine/csl_engine.h"
#include "citation/engine/locale_files.h"
#include "citation/reference/csl_item.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "text/error.h"

namespace soat::cli {
namespace {

using nlohmann::json;

// --- soat cite parse
// -----------------------------------------------------------------------------------------------------

void run_parse(const std::vector<std::string>& files) {
  Output output({});
  for (const std::string& file : files) {
    std::istringstream lines(read_input_bytes(file));
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      output.write(citation::parse_reference(line).dump() + "\n");
    }
  }
  output.finish();
}

// --- soat cite format
// ----------------------------------------------------------------------------------------------------

struct FormatArguments {
  std::string style = "bo-giao-duc-va-dao-tao";
  std::string locale = "vi";
  std::string format = "text";
  std::string items = "-";
  bool style_order = false;
  bool headings = true;
};

// A file, or the name of one of the styles that come with the program.
citation::CheckedStyle open_style(const std::string& wanted, const std::filesystem::path& data) {
  std::filesystem::path file = wanted;
  if (file.extension() != ".csl") file = data / "styles" / (wanted + ".csl");
  return citation::check_style(read_input_bytes(file.string()), file.string());
}

json read_items(const std::string& file) {
  json items;
  try {
    items = json::parse(read_input_bytes(file));
  } catch (const json::parse_error& error) {
    throw Error(file + ":" + std::to_string(error.byte) + ": not JSON (position in bytes)");
  }
  if (items.is_object()) items = json::array({items});
  if (!items.is_array()) throw Error(file + ": not a list of CSL-JSON items");
  std::size_t number = 0;
  for (json& item : items) {
    ++number;
    if (!item.is_object()) throw Error(file + ": item " + std::to_string(number) + " is no CSL-JSON item");
    if (!item.contains("id")) item["id"] = "item-" + std::to_string(number);
    if (item["id"].is_number()) item["id"] = item["id"].dump();
    if (!item["id"].is_string()) throw Error(file + ": item " + std::to_string(number) + ": \"id\" is no text");
    if (!item.contains("type") || !item["type"].is_string()) item["type"] = "document";
  }
  return items;
}

void run_format(const FormatArguments& arguments, const Context& context) {
  const std::filesystem::path data = find_data(context) / "citation";
  citation::EngineOptions options;
  options.style = open_style(arguments.style, data);
  options.locale = arguments.locale == "vi" ? "vi-VN" : arguments.locale;
  options.force_locale = true;
  options.vietnamese_order = !arguments.style_order;
  options.locale_folders = {data / "locales", citation::system_locale_folder()};
  options.format = arguments.format == "html"  ? citation::OutputFormat::html
                   : arguments.format == "rtf" ? citation::OutputFormat::rtf
                                               : citation::OutputFormat::text;
  const json items = read_items(arguments.items);
  std::vector<std::string> ids;
  for (const json& item : items) ids.push_back(item["id"]);
  citation::CslEngine engine(std::move(options));
  engine.set_items(items).get();
  engine.set_uncited(ids).get();
  const citation::Bibliography list = engine.bibliography(arguments.headings && !arguments.style_order, {}).get();
  Output output({});
  output.write(list.start);
  for (const citation::BibliographyGroup& group : list.groups) {
    if (!group.heading.empty()) output.write(group.heading + "\n");
    for (const citation::BibliographyEntry& entry : group.entries) output.write(entry.text + "\n");
  }
  output.write(list.end);
  output.finish();
}

}  // namespace

void add_cite_command(CLI::App& app, Context& context) {
  CLI::App* cite = app.add_subcommand("cite", "Read, format and convert sources");
  cite->require_subcommand(1);

  CLI::App* parse = cite->add_subcommand("parse", "For each line the CSL-JSON item that it refers to, or null");
  const auto files = std::make_shared<std::vector<std::string>>(1, "-");
  parse->add_option("files", *files, "plain text in UTF-8; - or nothing is standard input")->type_name("FILE");
  parse->callback([files] { run_parse(*files); });

  CLI::App* format = cite->add_subcommand("format", "Write the list of sources in a citation style");
  const auto arguments = std::make_shared<FormatArguments>();
  format->add_option("items", arguments->items, "CSL-JSON; - or nothing is standard input")->type_name("ITEMS.json");
  format->add_option("--style", arguments->style, "a .csl file, or the name of a style that comes with the program")
      ->type_name("STYLE");
  format->add_option("--locale", arguments->locale, "language of the words that the style adds")->type_name("TAG");
  format->add_option("--format", arguments->format, "text (default), html or rtf")
      ->check(CLI::IsMember({"text", "html", "rtf"}));
  format->add_flag("--style-order", arguments->style_order,
                   "order and names as the style has them, not the Vietnamese way");
  format->add_flag("!--no-headings", arguments->headings, "no headings by language");
  add_data_option(*format, context);
  format->callback([arguments, &context] { run_format(*arguments, context); });
}

}  // namespace soat::cli
