#include "document/latex_commands.h"

#include <algorithm>
#include <array>
#include <limits>

namespace soat::document::latex {
namespace {

constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

struct NamedCommand {
  View name;
  Command command;
};

constexpr Command silent{0, nothing};              // sets how it looks; its arguments are text
constexpr Command setting{all, nothing};           // nothing of it is text
constexpr Command first_is_none{1, nothing};       // \textcolor{red}{chữ}
constexpr Command first_two_are_none{2, nothing};  // \multicolumn{2}{c}{chữ}
constexpr Command thing{all, object};              // stands for something: a picture, a number
constexpr Command gap{all, space};
constexpr Command apart{0, line_break, true, true};  // \footnote{Ghi chú.}
constexpr Command own_line{0, line_break};           // \newline
constexpr Command item{0, nothing, true, false, false};
constexpr Command definition{all, nothing, true, false, true, true};

constexpr auto commands = [] {
  std::array all_commands = std::to_array<NamedCommand>({
      {u"H", thing},  // an accent, as u, v and d are
      {u"Large", silent},
      {u"LARGE", silent},
      {u"Huge", silent},
      {u"SI", thing},
      {u"addcontentsline", setting},
      {u"addbibresource", setting},
      {u"addtocontents", setting},
      {u"addtocounter", setting},
      {u"addtolength", setting},
      {u"and", own_line},
      {u"appendix", silent},
      {u"arraystretch", silent},
      {u"backmatter", silent},
      {u"b", thing},
      {u"bf", silent},
      {u"bfseries", silent},
      {u"bibitem", {1, nothing}},
      {u"bibliography", setting},
      {u"bibliographystyle", setting},
      {u"bigskip", silent},
      {u"bottomrule", silent},
      {u"c", thing},
      {u"captionsetup", setting},
      {u"ce", thing},
      {u"centering", silent},
      {u"chapter", silent},
      {u"cleardoublepage", silent},
      {u"clearpage", silent},
      {u"cline", setting},
      {u"cmidrule", setting},
      {u"d", thing},
      {u"color", setting},
      {u"colorbox", first_is_none},
      {u"def", definition},
      {u"definecolor", setting},
      {u"documentclass", setting},
      {u"dots", {0, u"…"}},
      {u"em", silent},
      {u"endfirsthead", silent},
      {u"endfoot", silent},
      {u"endhead", silent},
      {u"endlastfoot", silent},
      {u"endnote", apart},
      {u"enspace", gap},
      {u"fancyfoot", setting},
      {u"fancyhead", setting},
      {u"fancyhf", setting},
      {u"flushleft", silent},
      {u"flushright", silent},
      {u"fontfamily", setting},
      {u"fontsize", setting},
      {u"footnote", apart},
      {u"footnotemark", setting},
      {u"footnotesize", silent},
      {u"footnotetext", apart},
      {u"foreignlanguage", thing},
      {u"frontmatter", silent},
      {u"geometry", setting},
      {u"gls", thing},
      {u"graphicspath", setting},
      {u"h", thing},
      {u"hfill", gap},
      {u"hline", silent},
      {u"href", first_is_none},
      {u"hspace", gap},
      {u"huge", silent},
      {u"hypersetup", setting},
      {u"hyphenation", setting},
      {u"ifthenelse", first_is_none},
      {u"include", setting},
      {u"includegraphics", thing},
      {u"includeonly", setting},
      {u"includepdf", thing},
      {u"indent", silent},
      {u"index", setting},
      {u"input", setting},
      {u"it", silent},
      {u"item", item},
      {u"itshape", silent},
      {u"k", thing},
      {u"label", setting},
      {u"large", silent},
      {u"ldots", {0, u"…"}},
      {u"let", definition},
      {u"linebreak", own_line},
      {u"linespread", setting},
      {u"listoffigures", silent},
      {u"listoftables", silent},
      {u"lstinputlisting", thing},
      {u"lstset", setting},
      {u"mainmatter", silent},
      {u"makeatletter", silent},
      {u"makeatother", silent},
      {u"makebox", silent},
      {u"maketitle", silent},
      {u"marginpar", apart},
      {u"markboth", setting},
      {u"markright", setting},
      {u"mdseries", silent},
      {u"medskip", silent},
      {u"midrule", silent},
      {u"multicolumn", first_two_are_none},
      {u"multirow", first_two_are_none},
      {u"newcommand", definition},
      {u"newcounter", setting},
      {u"newenvironment", setting},
      {u"newlength", setting},
      {u"newline", own_line},
      {u"newpage", silent},
      {u"newtheorem", setting},
      {u"noindent", silent},
      {u"nolinkurl", thing},
      {u"nopagebreak", silent},
      {u"normalfont", silent},
      {u"normalsize", silent},
      {u"num", thing},
      {u"onehalfspacing", silent},
      {u"pagebreak", silent},
      {u"pagenumbering", setting},
      {u"pagestyle", setting},
      {u"par", own_line},
      {u"parbox", first_is_none},
      {u"path", thing},
      {u"phantom", gap},
      {u"phantomsection", silent},
      {u"printbibliography", setting},
      {u"printindex", silent},
      {u"providecommand", definition},
      {u"qquad", gap},
      {u"qty", thing},
      {u"quad", gap},
      {u"r", thing},
      {u"raggedleft", silent},
      {u"raggedright", silent},
      {u"raisebox", first_is_none},
      {u"renewcommand", definition},
      {u"renewenvironment", setting},
      {u"resizebox", first_two_are_none},
      {u"rm", silent},
      {u"rmfamily", silent},
      {u"rotatebox", first_is_none},
      {u"rule", setting},
      {u"sc", silent},
      {u"scalebox", first_is_none},
      {u"scriptsize", silent},
      {u"scshape", silent},
      {u"selectlanguage", setting},
      {u"setcounter", setting},
      {u"setlength", setting},
      {u"setlist", setting},
      {u"sf", silent},
      {u"sffamily", silent},
      {u"singlespacing", silent},
      {u"sisetup", setting},
      {u"sloppy", silent},
      {u"slshape", silent},
      {u"small", silent},
      {u"smallskip", silent},
      {u"stepcounter", setting},
      {u"t", thing},
      {u"tableofcontents", silent},
      {u"textcolor", first_is_none},
      {u"textenglish", thing},
      {u"texttt", thing},
      {u"thispagestyle", setting},
      {u"tikzset", setting},
      {u"tikz", thing},
      {u"tiny", silent},
      {u"titleformat", setting},
      {u"titlespacing", setting},
      {u"toprule", silent},
      {u"tt", silent},
      {u"ttfamily", silent},
      {u"u", thing},
      {u"upshape", silent},
      {u"url", thing},
      {u"usepackage", setting},
      {u"usetheme", setting},
      {u"usetikzlibrary", setting},
      {u"v", thing},
      {u"vfill", silent},
      {u"vphantom", setting},
      {u"vspace", setting},
      {u"xspace", silent},
  });
  std::ranges::sort(all_commands, {}, &NamedCommand::name);
  return all_commands;
}();

struct NamedEnvironment {
  View name;
  EnvironmentKind kind;
};

constexpr EnvironmentKind maths{Environment::maths};
constexpr EnvironmentKind raw{Environment::raw};

constexpr auto environments = [] {
  std::array all_environments = std::to_array<NamedEnvironment>({
      {u"BVerbatim", raw},
      {u"IEEEeqnarray", maths},
      {u"Verbatim", raw},
      {u"adjustbox", {Environment::text, 1}},
      {u"align", maths},
      {u"alignat", maths},
      {u"array", maths},
      {u"axis", maths},
      {u"column", {Environment::text, 1}},
      {u"comment", raw},
      {u"displaymath", maths},
      {u"eqnarray", maths},
      {u"equation", maths},
      {u"filecontents", raw},
      {u"flalign", maths},
      {u"forest", maths},
      {u"gather", maths},
      {u"list", {Environment::text, 2}},
      {u"longtable", {Environment::text, 1}},
      {u"lstlisting", raw},
      {u"math", maths},
      {u"minipage", {Environment::text, 1}},
      {u"minted", raw},
      {u"multicols", {Environment::text, 1}},
      {u"multline", maths},
      {u"otherlanguage", raw},
      {u"pgfpicture", maths},
      {u"picture", maths},
      {u"spacing", {Environment::text, 1}},
      {u"subfigure", {Environment::text, 1}},
      {u"subtable", {Environment::text, 1}},
      {u"tabular", {Environment::text, 1}},
      {u"tabularx", {Environment::text, 2}},
      {u"tabulary", {Environment::text, 2}},
      {u"tblr", {Environment::text, 1}},
      {u"thebibliography", {Environment::text, 1}},
      {u"tikzpicture", maths},
      {u"verbatim", raw},
      {u"wrapfigure", {Environment::text, 2}},
      {u"wraptable", {Environment::text, 2}},
  });
  std::ranges::sort(all_environments, {}, &NamedEnvironment::name);
  return all_environments;
}();

// \cite, \parencite, \citeauthor, \footcites … of natbib and biblatex; \ref, \eqref, \autoref, \cref …
bool refers(View name) {
  return name.find(u"cite") != View::npos || name.find(u"Cite") != View::npos ||
         ((name.ends_with(u"ref") || name.ends_with(u"refs")) && name != u"href" && name != u"hyperref");
}

}  // namespace

Command command_of(View name) {
  const auto* const found = std::ranges::lower_bound(commands, name, {}, &NamedCommand::name);
  if (found != commands.end() && found->name == name) return found->command;
  if (name == u"nocite") return setting;
  if (refers(name)) return thing;
  Command unknown;
  unknown.is_known = false;
  return unknown;
}

EnvironmentKind environment_of(View name) {
  if (name == u"tabular*") return {Environment::text, 2};
  if (name.ends_with(u'*')) name.remove_suffix(1);
  const auto* const found = std::ranges::lower_bound(environments, name, {}, &NamedEnvironment::name);
  return found != environments.end() && found->name == name ? found->kind : EnvironmentKind{};
}

}  // namespace soat::document::latex
