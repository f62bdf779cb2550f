#include "cli/cite_add.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "citation/exchange/exchange.h"
#include "citation/library/intake.h"
#include "citation/lookup/answer.h"
#include "citation/lookup/complete.h"
#include "citation/lookup/fetch.h"
#include "citation/lookup/pasted.h"
#include "cli/cite_writings.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

using nlohmann::json;

struct AddArguments {
  std::vector<std::string> words;
  std::string complete;               // a file with sources that are to be completed; empty: none
  std::vector<std::string> services;  // "doi=https://…/{id}"
  double seconds = 20;                // for one answer
  Writing* write = nullptr;
  std::optional<std::filesystem::path> output;
};

citation::Services services_of(const AddArguments& arguments) {
  citation::Services services;
  const std::map<std::string, std::string*> kinds = {
      {"doi", &services.doi}, {"isbn", &services.isbn}, {"pmid", &services.pmid}, {"arxiv", &services.arxiv}};
  for (const std::string& said : arguments.services) {
    const auto sign = said.find('=');
    const auto kind = kinds.find(said.substr(0, sign));
    if (sign == std::string::npos || kind == kinds.end() || said.find("{id}") == std::string::npos)
      throw Error(texts::error_cite_service, said, "{id}");
    *kind->second = said.substr(sign + 1);
  }
  return services;
}

// The source that a service knows; what it says instead is complained of.
json look_up(const citation::Identifier& identifier, const citation::Services& services, const AddArguments& arguments,
             Context& context) {
  citation::PageLimits limits;
  limits.time = std::chrono::milliseconds(static_cast<long>(arguments.seconds * 1000));
  citation::LookedUp found = citation::look_up(identifier, services, {}, limits);
  if (found.message) context.complain(identifier.value + ": " + found.message->utf8(context.language));
  return std::move(found.item);
}

void run_add(const AddArguments& arguments, Context& context) {
  const citation::Services services = services_of(arguments);
  Writing* const writing = writing_of(arguments.write, arguments.output);
  json items = json::array();
  if (!arguments.complete.empty()) {
    citation::Remarks remarks;
    const std::string name = input_name(arguments.complete, context);
    for (json& item : citation::read_sources(read_input_bytes(arguments.complete, context), name, &remarks)) {
      if (const auto identifier = citation::identifier_of(item)) {
        const json found = look_up(*identifier, services, arguments, context);
        if (found.is_object()) item = citation::completed(item, found);
      }
      items.push_back(std::move(item));
    }
    tell(remarks, context);
  }
  std::string all;
  for (const std::string& word : arguments.words) all += word + "\n";
  const auto identifiers = citation::identifiers_in(all);
  if (identifiers.empty() && (arguments.complete.empty() || !arguments.words.empty()))
    throw Error(texts::error_cite_no_identifier);
  for (const citation::Identifier& identifier : identifiers) {
    if (json found = look_up(identifier, services, arguments, context); found.is_object())
      items.push_back(std::move(found));
  }
  if (items.empty()) return;  // told why; an output that is there stays
  citation::make_ids_unique(items);
  Output output(arguments.output);
  output.write(write_sources(writing, items, context));
  output.finish();
}

}  // namespace

void add_cite_add_command(CLI::App& cite, Context& context) {
  CLI::App* add = cite.add_subcommand("add", context.say(texts::help_cite_add));
  const auto arguments = std::make_shared<AddArguments>();
  add->add_option("identifiers", arguments->words, context.say(texts::help_cite_add_identifiers))->type_name("ID");
  add->add_option("--complete", arguments->complete, context.say(texts::help_cite_add_complete))->type_name("FILE");
  add->add_option("--service", arguments->services, context.say({texts::help_cite_add_service, "{id}"}))
      ->type_name("KIND=ADDRESS")
      ->allow_extra_args(false);
  add->add_option("--timeout", arguments->seconds, context.say(texts::help_cite_add_timeout))
      ->type_name("SECONDS")
      ->check(CLI::Range(0.1, 3600.0));
  add_writing_option(*add, arguments->write, context.say(texts::help_cite_convert_to));
  add->add_option("-o,--output", arguments->output, context.say(texts::help_output))->type_name("FILE");
  add->callback([arguments, &context] { run_add(*arguments, context); });
}

}  // namespace soat::cli
