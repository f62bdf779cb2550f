#include "cli/help_page.h"

#include <algorithm>
#include <utility>

#include "texts/texts.h"

namespace soat::cli {
namespace {

// CLI11's words for parts of the page.
constexpr std::pair<const char*, text::MessageId<0>> words[] = {
    {"Usage", texts::help_label_usage},           {"OPTIONS", texts::help_label_options},
    {"REQUIRED", texts::help_label_required},     {"SUBCOMMAND", texts::help_label_command},
    {"Positionals", texts::help_label_arguments}, {"Options", texts::help_label_option_list},
    {"Subcommands", texts::help_label_commands}};

// How many columns UTF-8 takes on a terminal; Vietnamese letters take one each.
std::size_t columns(const std::string& text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

}  // namespace

HelpPage::HelpPage(text::Language language) {
  for (const auto& [word, id] : words) label(word, text::Message(id).utf8(language));
}

std::string HelpPage::make_group(std::string group, bool is_positional, std::vector<const CLI::Option*> options) const {
  return CLI::Formatter::make_group(get_label(std::move(group)), is_positional, std::move(options));
}

// CLI11 counts bytes; a name with letters beyond ASCII (BẮT BUỘC) would shift what it means.
std::string HelpPage::make_option(const CLI::Option* option, bool is_positional) const {
  std::string line = "  " + make_option_name(option, is_positional) + make_option_opts(option);
  const std::size_t width = get_column_width();
  if (columns(line) < width) {
    line.append(width - columns(line), ' ');
  } else {
    line += '\n' + std::string(width, ' ');
  }
  return line + make_option_desc(option) + '\n';
}

std::string HelpPage::make_subcommands(const CLI::App* app, CLI::AppFormatMode) const {
  const std::vector<const CLI::App*> commands = app->get_subcommands({});
  if (commands.empty()) return {};
  std::string out = "\n" + get_label("Subcommands") + ":\n";
  for (const CLI::App* command : commands) out += make_subcommand(command);
  return out;
}

}  // namespace soat::cli
