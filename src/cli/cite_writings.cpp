#include "cli/cite_writings.h"

#include <map>

#include "cli/choice.h"
#include "cli/cite_losses.h"
#include "text/error.h"
#include "text/message.h"
#include "texts/error.h"

namespace soat::cli {
namespace {

const std::map<std::string, Writing*>& writings() {
  static const std::map<std::string, Writing*> known = {
      {"json", citation::write_csl_json}, {"yaml", citation::write_csl_yaml}, {"yml", citation::write_csl_yaml},
      {"bib", citation::write_biblatex},  {"bibtex", citation::write_bibtex}, {"ris", citation::write_ris}};
  return known;
}

}  // namespace

void add_writing_option(CLI::App& command, Writing*& to, const std::string& help) {
  add_choice<Writing*>(command, "--to", to, writings(), help);
}

Writing* writing_of(Writing* to, const std::optional<std::filesystem::path>& output) {
  if (to) return to;
  const std::string extension = output ? citation::lower_ascii(output->extension().string()) : std::string();
  if (extension.empty()) return citation::write_csl_json;
  const auto known = writings().find(extension.substr(1));
  if (known != writings().end()) return known->second;
  std::string names;
  for (const auto& [name, writing] : writings()) names += (names.empty() ? "." : ", .") + name;
  throw Error(texts::error_cite_output, output->string(), names);
}

std::string write_sources(Writing* writing, const nlohmann::json& items, const Context& context) {
  std::string written = writing(items);
  if (writing == citation::write_csl_json || writing == citation::write_csl_yaml) return written;
  const bool is_ris = writing == citation::write_ris;
  for (const text::Message& loss : losses_of(items, written, is_ris ? "ris" : "bib")) context.warn(loss);
  return written;
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

}  // namespace soat::cli
