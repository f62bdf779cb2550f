#include "cli/cite_writings.h"

#include <map>

#include "cli/choice.h"

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
  const std::string extension = output ? output->extension().string() : std::string();
  const auto known = writings().find(extension.empty() ? extension : extension.substr(1));
  return known == writings().end() ? citation::write_csl_json : known->second;
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
