#include "document/converter.h"

#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"
#include "support/test_folder.h"

namespace soat::document {
namespace {

namespace fs = std::filesystem;

// Programs are looked for in a folder of the test's own, and so are temporary folders made.
class OtherPrograms : public testing::Test {
 protected:
  OtherPrograms() : path_(std::getenv("PATH") ? std::getenv("PATH") : "") {
    fs::create_directory(folder_ / "bin");
    fs::create_directory(folder_ / "tmp");
    setenv("PATH", (folder_ / "bin").c_str(), 1);
    setenv("TMPDIR", (folder_ / "tmp").c_str(), 1);
  }
  ~OtherPrograms() override {
    setenv("PATH", path_.c_str(), 1);
    unsetenv("TMPDIR");
  }

  void put_program(const std::string& name, const std::string& script) const {
    const fs::path file = folder_.write("bin/" + name, "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script);
    chmod(file.c_str(), 0755);
  }

  bool left_nothing() const { return fs::is_empty(folder_ / "tmp"); }

  // Runs the program "p", which finds its input as $1/in and is to make $1/out.
  std::string run(std::string_view bytes, std::chrono::seconds limit = std::chrono::seconds(300)) const {
    return convert({folder_ / "bin/p", "in", "out",
                    [](const fs::path& folder) { return std::vector<std::string>{folder.string()}; }, limit},
                   bytes, "a.doc");
  }

  test::TestFolder folder_;
  std::string path_;
};

TEST_F(OtherPrograms, FileIsMadeOfAFile) {
  put_program("p", "echo much; echo more >&2; cat > \"$1/copy\"; tr a-z A-Z < \"$1/in\" > \"$1/out\"");
  EXPECT_EQ(run("chu"), "CHU");
  EXPECT_TRUE(left_nothing());
}

TEST_F(OtherPrograms, ProgramThatMakesNothingIsSaid) {
  put_program("p", "exit 3");
  EXPECT_NE(fault([&] { run("a"); }).find("p cannot read it"), std::string::npos);
  put_program("p", "mkdir \"$1/out\"");
  EXPECT_NE(fault([&] { run("a"); }).find("p cannot read it"), std::string::npos);
  EXPECT_TRUE(left_nothing());
}

TEST_F(OtherPrograms, ProgramThatTakesTooLongEndsWithAllThatItStarted) {
  const std::string pids = (folder_ / "pids").string();
  put_program("p", "sleep 10000 & echo $! >> '" + pids + "'; echo $$ >> '" + pids + "'; wait");
  EXPECT_NE(fault([&] { run("a", std::chrono::seconds(5)); }).find("more than 5 seconds"), std::string::npos);
  EXPECT_TRUE(left_nothing());
  std::ifstream in(pids);
  int started = 0;
  for (pid_t pid = 0; in >> pid; ++started) EXPECT_TRUE(kill(pid, 0) == -1 && errno == ESRCH) << pid;
  EXPECT_EQ(started, 2);
}

TEST_F(OtherPrograms, WhatToInstallIsSaid) {
  EXPECT_NE(fault([] { parse("\xD0\xCF\x11\xE0", "a.doc", Format::doc); }).find("libreoffice-writer"),
            std::string::npos);
  EXPECT_NE(fault([] { parse("{\\rtf1", "a.rtf", Format::rtf); }).find("libreoffice-writer"), std::string::npos);
  EXPECT_NE(fault([] { parse("%PDF-1.7", "a.pdf", Format::pdf); }).find("poppler-utils"), std::string::npos);
}

TEST_F(OtherPrograms, PdfIsReadByPdftotext) {
  put_program("pdftotext", "for last; do :; done; printf 'Trang m\\303\\264\\nt\\n\\f' > \"$last\"");
  EXPECT_EQ(texts(parse("%PDF-1.7", "-", std::nullopt)), Texts{u"Trang mô t"});
  put_program("pdftotext", "for last; do :; done; printf '\\f' > \"$last\"");
  const Document scan = parse("%PDF-1.7", "a.pdf", Format::pdf);
  EXPECT_EQ(scan.size(), 0u);
  EXPECT_EQ(scan.warnings().size(), 1u);
}

TEST_F(OtherPrograms, WhatOfficeReadsHasNoPlacesInTheFile) {
  folder_.write("made.odt", make_odt("<text:p text:style-name=\"P\">Chữ</text:p>",
                                     "<style:style style:name=\"P\" style:family=\"paragraph\"><style:text-properties "
                                     "fo:language=\"en\"/></style:style>"));
  put_program("soffice",
              "for last; do :; done\nfolder=${last%/*}\n"
              "case \"$1\" in *[\\ á]*) exit 1;; esac\n"  // an address has no blanks
              "grep -q DisableMacros \"$folder/profile/user/registrymodifications.xcu\" || exit 1\n"
              "mkdir \"$folder/out\"; cp \"" +
                  (folder_ / "made.odt").string() + "\" \"$folder/out/document.odt\"");
  for (const char* bytes : {"\xD0\xCF\x11\xE0", "{\\rtf1}"}) {
    const Document document = parse(bytes, "a.doc", Format::doc);
    EXPECT_EQ(texts(document), Texts{u"Chữ"});
    EXPECT_TRUE(document.origins().empty() && document.parts().empty());
  }
  EXPECT_EQ(texts(parse(make_odt("<text:p>Odt</text:p>"), "a.doc", Format::doc)), Texts{u"Odt"});
  EXPECT_EQ(texts(parse("<html><p>Trang", "a.rtf", Format::rtf)), Texts{u"Trang"});
}

}  // namespace
}  // namespace soat::document
