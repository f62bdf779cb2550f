#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "citation/csl/csl_engine.h"
#include "citation/csl/item_list.h"
#include "citation/csl/locale_files.h"
#include "citation/csl/shipped_files.h"
#include "citation/csl/style_files.h"
#include "citation/exchange/csl_item.h"
#include "citation/exchange/exchange.h"
#include "citation/library/intake.h"
#include "citation/session/settings.h"
#include "cli/cite_check.h"
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
    std::istringstream lines(utf8->starts_with(mark) ? utf8->substr(mark.size()) : *utf8);
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      output.write((arguments.all ? citation::parse_references(line) : citation::parse_reference(line)).dump() + "\n");
    }
  }
  output.finish();
}

// --- soat cite format
// ----------------------------------------------------------------------------------------------------

struct FormatArguments {
  std::string style = "bo-giao-duc-va-dao-tao";
  std::string locale;  // empty: the style's own, or Vietnamese
  std::string format = "text";
  std::string items = "-";
  bool style_order = false;
  std::string names;
  bool headings = true;
};

// A file; the name or the id of a style that comes with the program or that the system has.
citation::CheckedStyle open_style(const std::string& wanted, const std::filesystem::path& data) {
  const citation::StyleFiles files({data / "styles", citation::system_style_folder()});
  if (wanted.find("://") != std::string::npos) {
    if (const auto found = files.find(wanted)) return files.open(found->path);
    // The file that should have it, if it is there, says what is wrong with it.
    if (const auto damaged = files.find_file(wanted.substr(wanted.rfind('/') + 1))) files.open(*damaged);
    throw Error(texts::error_style_unknown_id, wanted);
  }
  const std::filesystem::path file = wanted;
  if (file.extension() == ".csl") return files.open(file);
  if (const auto found = files.find_file(wanted)) return files.open(*found);
  return files.open(data / "styles" / (wanted + ".csl"));
}

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

void tell(const citation::Remarks& remarks, Context& context) {
  for (const citation::Remark& remark : remarks) {
    if (remark.lost) {
      context.complain(remark.text);
    } else {
      context.warn(remark.text);
    }
  }
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
  options.full_names =
      citation::full_names_of(arguments.names).value_or(full ? citation::FullNames::usual : citation::FullNames::never);
  options.locale_folders = {data / "locales", citation::system_locale_folder()};
  options.format = arguments.format == "html"  ? citation::OutputFormat::html
                   : arguments.format == "rtf" ? citation::OutputFormat::rtf
                                               : citation::OutputFormat::text;
  const std::string name = input_name(arguments.items, context);
  std::vector<citation::ItemFault> faults;
  citation::Remarks remarks;
  const json items = citation::read_sound_items(read_input_bytes(arguments.items, context), name, faults, &remarks);
  tell(remarks, context);
  for (const citation::ItemFault& fault : faults)
    context.complain(text::Message(texts::error_named, name, fault.message()));
  const citation::Bibliography list = make_list(options, items, arguments.headings && !arguments.style_order, context);
  Output output({});
  output.write(list.start);
  for (const citation::BibliographyGroup& group : list.groups) {
    if (!group.heading.empty()) output.write(group.heading + "\n");
    for (const citation::BibliographyEntry& entry : group.entries) output.write(entry.text + "\n");
  }
  output.write(list.end);
  output.finish();
}

// --- soat cite import
// ----------------------------------------------------------------------------------------------------

struct ImportArguments {
  std::vector<std::string> files;
  std::string to = "json";
};

void run_import(const ImportArguments& arguments, Context& context) {
  json items = json::array();
  for (const std::string& file : arguments.files) {
    try {
      citation::Remarks remarks;
      for (json& item : citation::read_sources(read_input_bytes(file, context), file, &remarks))
        items.push_back(std::move(item));
      tell(remarks, context);
    } catch (const Error& error) {
      context.complain(error);
    }
  }
  citation::make_ids_unique(items);
  Output output({});
  output.write(arguments.to == "bib"   ? citation::write_bibtex(items)
               : arguments.to == "ris" ? citation::write_ris(items)
                                       : citation::write_csl_json(items));
  output.finish();
}

}  // namespace

void add_cite_command(CLI::App& app, Context& context) {
  CLI::App* cite = app.add_subcommand("cite", "Read, format and convert sources");
  cite->require_subcommand(1);

  CLI::App* parse = cite->add_subcommand("parse", "For each line the CSL-JSON item that it refers to, or null");
  const auto parsed = std::make_shared<ParseArguments>();
  parse->add_option("files", parsed->files, "plain text in UTF-8; - or nothing is standard input")->type_name("FILE");
  parse->add_flag("--all", parsed->all, "for each line a list of all items that it refers to");
  parse->callback([parsed, &context] { run_parse(*parsed, context); });

  CLI::App* reading = cite->add_subcommand("import", "Read sources from files and write them as CSL-JSON");
  const auto imported = std::make_shared<ImportArguments>();
  reading->add_option("files", imported->files, ".bib, .ris, .json, .html")->type_name("FILE")->required();
  reading->add_option("--to", imported->to, "json (default), bib or ris")
      ->check(CLI::IsMember({"json", "bib", "ris"}).description(""))
      ->type_name("json|bib|ris");
  reading->callback([imported, &context] { run_import(*imported, context); });

  add_cite_check_command(*cite, context);

  CLI::App* format = cite->add_subcommand("format", "Write the list of sources in a citation style");
  const auto arguments = std::make_shared<FormatArguments>();
  format->add_option("items", arguments->items, "CSL-JSON; - or nothing is standard input")->type_name("ITEMS.json");
  format
      ->add_option("--style", arguments->style,
                   "a .csl file, or the name or id of a style that comes with the program or is installed")
      ->type_name("STYLE");
  format
      ->add_option("--locale", arguments->locale,
                   "language of the words that the style adds (default: the style's own, or vi)")
      ->type_name("TAG");
  format->add_option("--format", arguments->format, "text (default), html or rtf")
      ->check(CLI::IsMember({"text", "html", "rtf"}).description(""))
      ->type_name("text|html|rtf");
  format->add_flag("--style-order", arguments->style_order,
                   "order and names as the style has them, not the Vietnamese way");
  format
      ->add_option(
          "--names", arguments->names,
          "Vietnamese persons in full where the style shortens names: usual (not in styles whose initials have "
          "no full stops; default in Vietnamese lists), always or never")
      ->check(CLI::IsMember({"usual", "always", "never"}).description(""))
      ->type_name("usual|always|never");
  format->add_flag_callback(
      "--no-headings", [arguments] { arguments->headings = false; }, "no headings by language");
  add_data_option(*format, context);
  format->callback([arguments, &context] { run_format(*arguments, context); });
}

}  // namespace soat::cli
