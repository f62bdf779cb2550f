#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "citation/csl/csl_engine.h"
#include "citation/csl/item_list.h"
#include "citation/csl/locale_files.h"
#include "citation/csl/shipped_files.h"
#include "citation/exchange/csl_item.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/remark_list.h"
#include "citation/library/intake.h"
#include "citation/lookup/zotero_local.h"
#include "citation/session/settings.h"
#include "cli/bibliography_text.h"
#include "cli/choice.h"
#include "cli/cite_add.h"
#include "cli/cite_check.h"
#include "cli/cite_style.h"
#include "cli/cite_writings.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "text/error.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

using nlohmann::json;

// --- soat cite parse
// -----------------------------------------------------------------------------------------------------

struct ParseArguments {
  std::vector<std::string> files = {"-"};
  bool all = false;
};

void run_parse(const ParseArguments& arguments, Context& context) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  Output output({});
  for (const std::string& file : arguments.files) {
    const auto utf8 = read_plain_text(file, context);
    if (!utf8) continue;
    std::istringstream in(utf8->starts_with(mark) ? utf8->substr(mark.size()) : *utf8);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      lines.push_back(std::move(line));
    }
    if (arguments.all) {
      for (const json& items : citation::parse_references(lines)) output.write(items.dump() + "\n");
    } else {
      for (const std::string& line : lines) output.write(citation::parse_reference(line).dump() + "\n");
    }
  }
  output.finish();
}

// --- soat cite format
// ----------------------------------------------------------------------------------------------------

struct FormatArguments {
  std::string style = "bo-giao-duc-va-dao-tao";
  std::string locale;  // empty: the style's own, or Vietnamese
  citation::OutputFormat format = citation::OutputFormat::text;
  std::string items = "-";
  bool style_order = false;
  std::optional<citation::FullNames> names;
  bool headings = true;
};

// The list of the items. One that the engine fails on is complained of and left out.
citation::Bibliography make_list(const citation::EngineOptions& options, json items, bool headings, Context& context) {
  constexpr int most_failures = 3;  // what fails more often fails because of the style
  for (int failures = 0;; ++failures) {
    citation::CslEngine engine(options);
    std::vector<std::string> ids;
    for (const json& item : items) ids.push_back(item["id"]);
    try {
      engine.set_items(items);
      engine.set_uncited(ids);
      return engine.bibliography(headings, {});
    } catch (const citation::EngineError& error) {
      const auto failed =
          std::find_if(items.begin(), items.end(), [&](const json& one) { return one["id"] == error.item(); });
      if (failed == items.end() || items.size() == 1 || failures == most_failures) throw;
      context.complain(error);
      items.erase(failed);
    }
  }
}

// The sources of a file of any kind that can be formatted; what cannot is told.
json read_items(const std::string& file, Context& context) {
  const std::string name = input_name(file, context);
  std::string bytes = read_input_bytes(file, context);
  std::vector<citation::ItemFault> faults;
  citation::Remarks remarks;
  if (const auto format = citation::source_format(bytes, name); !format.empty() && format != "json") {
    json items = citation::read_sources(bytes, name, &remarks, format);
    citation::make_ids_unique(items);
    bytes = citation::write_csl_json(items);
  }
  json items = citation::read_sound_items(bytes, name, faults, &remarks);
  citation::RemarkList damaged(name, &remarks);
  for (const citation::ItemFault& fault : faults) damaged.add(fault.message(), true);
  damaged.finish();
  tell(remarks, context);
  return items;
}

void run_format(const FormatArguments& arguments, Context& context) {
  const std::filesystem::path data = find_data(context) / "citation";
  citation::EngineOptions options;
  try {
    citation::check_list(data);
  } catch (const Error& error) {  // the styles and locales can be used, though damage to them would not be seen
    context.complain(error);
  }
  options.style = open_style(arguments.style, data);
  options.force_locale = !arguments.locale.empty();
  if (options.force_locale) {
    options.locale = arguments.locale == "vi" ? "vi-VN" : arguments.locale;
  } else if (!options.style.info.default_locale.empty()) {
    options.locale = options.style.info.default_locale;
  }
  options.vietnamese_order = !arguments.style_order;
  // Without a word of the user's, in full where the list is Vietnamese.
  const bool full = !arguments.style_order && citation::session::is_vietnamese(options.locale);
  options.full_names = arguments.names.value_or(full ? citation::FullNames::usual : citation::FullNames::never);
  options.locale_folders = {data / "locales", citation::system_locale_folder()};
  options.format = arguments.format;
  const json items = read_items(arguments.items, context);
  const citation::Bibliography list = make_list(options, items, arguments.headings && !arguments.style_order, context);
  Output output({});
  output.write(bibliography_text(list, options.format));
  output.finish();
}

// --- soat cite import, soat cite convert
// ----------------------------------------------------------------------------------------------------

struct ImportArguments {
  std::vector<std::string> files;
  std::string from;          // empty: by name and content
  Writing* write = nullptr;  // by the output's name, else CSL-JSON
  std::optional<std::filesystem::path> output;
  bool zotero = false;  // from the Zotero that runs
  std::string zotero_address = citation::zotero_address;
};

// All that the Zotero that runs on this machine has.
json read_zotero(const std::string& address) {
  citation::PageLimits limits;
  limits.time = std::chrono::minutes(2);
  limits.bytes = std::size_t{256} << 20;
  citation::ZoteroLibrary library = citation::fetch_zotero(address, limits);
  if (library.message) throw Error(*library.message);
  return std::move(library.items);
}

void run_import(const ImportArguments& arguments, Context& context) {
  if (arguments.files.empty() && !arguments.zotero) throw Error(texts::error_import_nothing);
  Writing* const writing = writing_of(arguments.write, arguments.output);
  json items = arguments.zotero ? read_zotero(arguments.zotero_address) : json::array();
  for (const std::string& file : arguments.files) {
    try {
      citation::Remarks remarks;
      const std::string name = input_name(file, context);
      for (json& item : citation::read_sources(read_input_bytes(file, context), name, &remarks, arguments.from))
        items.push_back(std::move(item));
      tell(remarks, context);
    } catch (const Error& error) {
      context.complain(error);
    }
  }
  citation::make_ids_unique(items);
  Output output(arguments.output);
  output.write(write_sources(writing, items, context));
  output.finish();
}

}  // namespace

void add_cite_command(CLI::App& app, Context& context) {
  CLI::App* cite = app.add_subcommand("cite", context.say(texts::help_cite));
  cite->require_subcommand(1);

  CLI::App* parse = cite->add_subcommand("parse", context.say(texts::help_cite_parse));
  const auto parsed = std::make_shared<ParseArguments>();
  parse->add_option("files", parsed->files, context.say(texts::help_plain))->type_name("FILE");
  parse->add_flag("--all", parsed->all, context.say(texts::help_cite_parse_all));
  parse->callback([parsed, &context] { run_parse(*parsed, context); });

  CLI::App* reading = cite->add_subcommand("import", context.say(texts::help_cite_import));
  const auto imported = std::make_shared<ImportArguments>();
  reading->add_option("files", imported->files, context.say(texts::help_cite_import_files))->type_name("FILE");
  reading->add_flag("--zotero", imported->zotero, context.say(texts::help_cite_import_zotero));
  reading->add_option("--zotero-at", imported->zotero_address, context.say(texts::help_cite_import_zotero_at))
      ->type_name("ADDRESS");
  add_writing_option(*reading, imported->write, context.say(texts::help_cite_import_to));
  reading->callback([imported, &context] { run_import(*imported, context); });

  CLI::App* convert = cite->add_subcommand("convert", context.say(texts::help_cite_convert));
  const auto converted = std::make_shared<ImportArguments>();
  converted->files = {"-"};
  convert->add_option("files", converted->files, context.say(texts::help_cite_convert_files))->type_name("FILE");
  std::map<std::string, std::string> formats;
  for (const std::string& one : citation::source_formats()) formats[one] = one;
  add_choice<std::string>(*convert, "--from", converted->from, formats, context.say(texts::help_cite_convert_from));
  add_writing_option(*convert, converted->write, context.say(texts::help_cite_convert_to));
  convert->add_option("-o,--output", converted->output, context.say(texts::help_output))->type_name("FILE");
  convert->callback([converted, &context] { run_import(*converted, context); });

  add_cite_add_command(*cite, context);
  add_cite_check_command(*cite, context);

  CLI::App* format = cite->add_subcommand("format", context.say(texts::help_cite_format));
  const auto arguments = std::make_shared<FormatArguments>();
  format->add_option("items", arguments->items, context.say(texts::help_cite_format_items))->type_name("FILE");
  format->add_option("--style", arguments->style, context.say(texts::help_cite_format_style))->type_name("STYLE");
  format->add_option("--locale", arguments->locale, context.say(texts::help_cite_format_locale))->type_name("TAG");
  add_choice<citation::OutputFormat>(*format, "--format", arguments->format,
                                     {{"text", citation::OutputFormat::text},
                                      {"html", citation::OutputFormat::html},
                                      {"rtf", citation::OutputFormat::rtf}},
                                     context.say(texts::help_cite_format_format));
  format->add_flag("--style-order", arguments->style_order, context.say(texts::help_cite_format_style_order));
  using citation::FullNames;
  add_choice<std::optional<FullNames>>(
      *format, "--names", arguments->names,
      {{"usual", FullNames::usual}, {"always", FullNames::always}, {"never", FullNames::never}},
      context.say(texts::help_cite_format_names));
  format->add_flag_callback(
      "--no-headings", [arguments] { arguments->headings = false; }, context.say(texts::help_cite_format_no_headings));
  add_data_option(*format, context);
  format->callback([arguments, &context] { run_format(*arguments, context); });
}

}  // namespace soat::cli
