#include "citation/csl/locale_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>

#include "citation/csl/csl_engine.h"
#include "support/test_folder.h"
#include "text/error.h"
#include "unit/citation/csl/works.h"
#include "unit/citation/fixture.h"

namespace soat::citation {
namespace {

TEST(LocaleFiles, EveryLanguageOfCslComesWithTheProgram) {
  const auto entry_in = [](const std::string& locale, const std::filesystem::path& folder) {
    EngineOptions options =
        options_with(R"(<bibliography><layout><text term="editor" form="long"/></layout></bibliography>)");
    options.locale = locale;
    options.locale_folders = {folder};
    CslEngine engine(std::move(options));
    engine.set_items(works());
    engine.set_uncited({"so"});
    return engine.bibliography(false, {}).groups.at(0).entries.at(0).text;
  };
  const auto all = test::data_folder() / "locales";
  EXPECT_EQ(entry_in("fr-FR", all), "Éditeur");
  EXPECT_EQ(entry_in("fr-BE", all), "Éditeur");
  EXPECT_EQ(entry_in("de-DE", all), "Herausgeber");
  EXPECT_EQ(entry_in("pt-BR", all), "Organizador");
  EXPECT_EQ(entry_in("ru-RU", all), "Редактор");
  EXPECT_EQ(entry_in("zh-CN", all), "编辑");
  EXPECT_EQ(entry_in("vi", all), "Chủ biên");
  EXPECT_EQ(entry_in("xx-YY", all), "Editor");
  // Where a language is missing, English.
  const soat::test::TestFolder folder;
  folder.write("locales-en-US.xml", test::read(all / "locales-en-US.xml"));
  EXPECT_EQ(entry_in("fr-FR", folder.path()), "Editor");
  EXPECT_EQ(entry_in("fr-BE", folder.path()), "Editor");
}

}  // namespace
}  // namespace soat::citation
