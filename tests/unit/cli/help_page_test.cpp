#include "cli/help_page.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace soat::cli {
namespace {

std::string page(text::Language language) {
  CLI::App app("What it does", "soat");
  app.formatter(std::make_shared<HelpPage>(language));
  app.set_help_flag("-h,--help", "this page");
  std::string files;
  CLI::App* check = app.add_subcommand("check", "looks");
  check->add_option("files", files, "what is read")->type_name("FILE")->required();
  return app.help() + check->help();
}

TEST(HelpPage, SpeaksTheLanguageOfTheInterface) {
  const std::string english = page(text::Language::en);
  for (const char* word : {"Usage:", "[OPTIONS]", "\nOptions:\n", "\nPositionals:\n", "\nSubcommands:\n", "REQUIRED"}) {
    EXPECT_NE(english.find(word), std::string::npos) << word;
    EXPECT_EQ(page(text::Language::vi).find(word), std::string::npos) << word;
  }
}

TEST(HelpPage, KeepsItsColumnsBesideLettersBeyondAscii) {
  EXPECT_NE(page(text::Language::vi).find("\n  files FILE BẮT BUỘC         what is read\n"), std::string::npos)
      << page(text::Language::vi);
  EXPECT_NE(page(text::Language::en).find("\n  files FILE REQUIRED         what is read\n"), std::string::npos);
}

TEST(HelpPage, ALongNameHasALineOfItsOwn) {
  CLI::App app("What it does", "soat");
  app.formatter(std::make_shared<HelpPage>(text::Language::vi));
  std::string value;
  app.add_option("--a-very-long-name-of-an-option", value, "told below")->type_name("A|B");
  EXPECT_NE(app.help().find("--a-very-long-name-of-an-option A|B\n" + std::string(30, ' ') + "told below\n"),
            std::string::npos);
}

}  // namespace
}  // namespace soat::cli
