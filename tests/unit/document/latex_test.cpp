#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/reader.h"
#include "expect.h"

namespace soat::document {
namespace {

Document read_latex(std::string_view text) {
  return parse(text, "a.tex", Format::latex);
}

using LatexNotes = std::vector<std::pair<std::size_t, std::string>>;

LatexNotes latex_notes(std::string_view text) {
  LatexNotes all;
  const Document document = read_latex(text);
  for (const Note& note : document.notes()) all.emplace_back(note.paragraph, note.text);
  return all;
}

TEST(Latex, LinesAreParagraphs) {
  EXPECT_EQ(texts(read_latex("\\section{Đề}\r\n\r\nmột\nhai % ba\n")), (Texts{u"Đề", u"", u"một", u"hai"}));
  EXPECT_EQ(texts(read_latex("")), Texts{});
  EXPECT_EQ(texts(read_latex("\\begin{verbatim}\nmã\n\\end{verbatim}\nchữ")), (Texts{u"", u"", u"", u"chữ"}));
}

TEST(Latex, PlacesAreThoseOfTheFile) {
  const Document document = read_latex("một \\emph{hai} ba\n");
  EXPECT_EQ(texts(document), Texts{u"một hai ba"});
  EXPECT_EQ(document.originals(), (std::vector<std::u16string_view>{u"một \\emph{hai} ba"}));
  EXPECT_EQ(document.original_range(0, 4, 7), (std::pair<std::size_t, std::size_t>{10, 13}));
  EXPECT_EQ(document.original_range(0, 8, 10), (std::pair<std::size_t, std::size_t>{15, 17}));
}

TEST(Latex, NotesAreComments) {
  EXPECT_EQ(latex_notes("một % soat-ignore style\n  %% soat-ignore\nhai\n"),
            (LatexNotes{{0, "soat-ignore style"}, {2, "soat-ignore"}}));
  EXPECT_EQ(latex_notes("% khác\n5\\% soat-ignore\n\\verb|% soat-ignore|\n"), LatexNotes{});
  EXPECT_EQ(latex_notes("% soat-ignore-file\n\\begin{document}\nmột\n\\end{document}\n"),
            (LatexNotes{{1, "soat-ignore-file"}}));
  EXPECT_EQ(latex_notes("một\n%soat-ignore-file"), (LatexNotes{{2, "soat-ignore-file"}})) << "behind the last";
}

}  // namespace
}  // namespace soat::document
