#include "citation/exchange/latex.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "citation/exchange/exchange.h"
#include "text/ascii.h"

namespace soat::citation {

namespace {

using Table = std::unordered_map<std::string, std::string>;

// Combining marks of LaTeX's accents.
const Table& accents() {
  static const Table known = {{"'", "\u0301"}, {"`", "\u0300"}, {"^", "\u0302"}, {"\"", "\u0308"},
                              {"~", "\u0303"}, {"=", "\u0304"}, {".", "\u0307"}, {"u", "\u0306"},
                              {"v", "\u030C"}, {"H", "\u030B"}, {"c", "\u0327"}, {"k", "\u0328"},
                              {"r", "\u030A"}, {"d", "\u0323"}, {"h", "\u0309"}, {"b", "\u0331"}};
  return known;
}

// Letters and signs of text.
const Table& letters() {
  static const Table known = {{"dj", "đ"},
                              {"DJ", "Đ"},
                              {"OHORN", "Ơ"},
                              {"UHORN", "Ư"},
                              {"ohorn", "ơ"},
                              {"Ohorn", "Ơ"},
                              {"uhorn", "ư"},
                              {"Uhorn", "Ư"},
                              {"abreve", "ă"},
                              {"Abreve", "Ă"},
                              {"ABREVE", "Ă"},
                              {"acircumflex", "â"},
                              {"Acircumflex", "Â"},
                              {"ACIRCUMFLEX", "Â"},
                              {"ecircumflex", "ê"},
                              {"Ecircumflex", "Ê"},
                              {"ECIRCUMFLEX", "Ê"},
                              {"ocircumflex", "ô"},
                              {"Ocircumflex", "Ô"},
                              {"OCIRCUMFLEX", "Ô"},
                              {"ae", "æ"},
                              {"AE", "Æ"},
                              {"oe", "œ"},
                              {"OE", "Œ"},
                              {"aa", "å"},
                              {"AA", "Å"},
                              {"o", "ø"},
                              {"O", "Ø"},
                              {"l", "ł"},
                              {"L", "Ł"},
                              {"ss", "ß"},
                              {"i", "i"},
                              {"j", "j"},
                              {"dh", "ð"},
                              {"DH", "Ð"},
                              {"th", "þ"},
                              {"TH", "Þ"},
                              {"ng", "ŋ"},
                              {"textendash", "–"},
                              {"textemdash", "—"},
                              {"ldots", "…"},
                              {"dots", "…"},
                              {"textellipsis", "…"},
                              {"textquoteright", "’"},
                              {"textquoteleft", "‘"},
                              {"textquotedblleft", "“"},
                              {"textquotedblright", "”"},
                              {"textquotesingle", "'"},
                              {"guillemotleft", "«"},
                              {"guillemotright", "»"},
                              {"copyright", "©"},
                              {"textcopyright", "©"},
                              {"textregistered", "®"},
                              {"texttrademark", "™"},
                              {"textdegree", "°"},
                              {"textbackslash", "\\"},
                              {"textbraceleft", "{"},
                              {"textbraceright", "}"},
                              {"lbrace", "{"},
                              {"rbrace", "}"},
                              {"textasciitilde", "~"},
                              {"textasciicircum", "^"},
                              {"textunderscore", "_"},
                              {"textbar", "|"},
                              {"textless", "<"},
                              {"textgreater", ">"},
                              {"textbullet", "•"},
                              {"textperiodcentered", "·"},
                              {"textmu", "µ"},
                              {"texteuro", "€"},
                              {"euro", "€"},
                              {"pounds", "£"},
                              {"textsterling", "£"},
                              {"S", "§"},
                              {"P", "¶"}};
  return known;
}

// Signs of formulas.
const Table& formulas() {
  static const Table known = {{"alpha", "α"},
                              {"beta", "β"},
                              {"gamma", "γ"},
                              {"delta", "δ"},
                              {"epsilon", "ε"},
                              {"varepsilon", "ε"},
                              {"zeta", "ζ"},
                              {"eta", "η"},
                              {"theta", "θ"},
                              {"vartheta", "ϑ"},
                              {"iota", "ι"},
                              {"kappa", "κ"},
                              {"lambda", "λ"},
                              {"mu", "μ"},
                              {"nu", "ν"},
                              {"xi", "ξ"},
                              {"pi", "π"},
                              {"rho", "ρ"},
                              {"sigma", "σ"},
                              {"varsigma", "ς"},
                              {"tau", "τ"},
                              {"upsilon", "υ"},
                              {"phi", "φ"},
                              {"varphi", "φ"},
                              {"chi", "χ"},
                              {"psi", "ψ"},
                              {"omega", "ω"},
                              {"Gamma", "Γ"},
                              {"Delta", "Δ"},
                              {"Theta", "Θ"},
                              {"Lambda", "Λ"},
                              {"Xi", "Ξ"},
                              {"Pi", "Π"},
                              {"Sigma", "Σ"},
                              {"Upsilon", "Υ"},
                              {"Phi", "Φ"},
                              {"Psi", "Ψ"},
                              {"Omega", "Ω"},
                              {"times", "×"},
                              {"cdot", "·"},
                              {"pm", "±"},
                              {"mp", "∓"},
                              {"leq", "≤"},
                              {"le", "≤"},
                              {"geq", "≥"},
                              {"ge", "≥"},
                              {"neq", "≠"},
                              {"ne", "≠"},
                              {"approx", "≈"},
                              {"sim", "∼"},
                              {"simeq", "≃"},
                              {"equiv", "≡"},
                              {"propto", "∝"},
                              {"infty", "∞"},
                              {"to", "→"},
                              {"rightarrow", "→"},
                              {"leftarrow", "←"},
                              {"Rightarrow", "⇒"},
                              {"leftrightarrow", "↔"},
                              {"ell", "ℓ"},
                              {"partial", "∂"},
                              {"nabla", "∇"},
                              {"sum", "∑"},
                              {"prod", "∏"},
                              {"int", "∫"},
                              {"sqrt", "√"},
                              {"in", "∈"},
                              {"notin", "∉"},
                              {"subset", "⊂"},
                              {"subseteq", "⊆"},
                              {"cup", "∪"},
                              {"cap", "∩"},
                              {"forall", "∀"},
                              {"exists", "∃"},
                              {"emptyset", "∅"},
                              {"circ", "°"},
                              {"degree", "°"},
                              {"prime", "′"},
                              {"dagger", "†"},
                              {"cdots", "⋯"},
                              {"oplus", "⊕"},
                              {"otimes", "⊗"},
                              {"wedge", "∧"},
                              {"vee", "∨"},
                              {"ll", "≪"},
                              {"gg", "≫"},
                              {"angle", "∠"},
                              {"perp", "⊥"},
                              {"parallel", "∥"},
                              {"star", "⋆"},
                              {"ast", "∗"},
                              {"hbar", "ℏ"},
                              {"quad", " "},
                              {"qquad", " "}};
  return known;
}

std::string composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return text;
  std::string result;
  nfc->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(result);
  return U_FAILURE(status) ? text : result;
}

// One pass over the text; what a brace closes is kept on a stack.
class Converter {
 public:
  Converter(std::string_view text, bool markup) : text_(text), markup_(markup) {}

  std::string convert() {
    while (at_ < text_.size()) step();
    while (!closing_.empty()) close();
    return squeezed(composed(result_));
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void step() {
    const char c = peek();
    if (c == '\\' && at_ + 1 < text_.size()) {
      command();
    } else if (c == '{') {
      ++at_;
      closing_.emplace_back();
    } else if (c == '}') {
      ++at_;
      close();
    } else if (c == '$') {
      ++at_;
      formula_ = !formula_;
    } else if (!accent_.empty() && c == ' ') {
      ++at_;
    } else if ((c == '^' || c == '_') && (formula_ || peek(1) == '{')) {
      raised(c == '^' ? "sup" : "sub");
    } else if (!accent_.empty()) {
      // The accent goes behind the whole character.
      character();
      result_ += accent_;
      accent_.clear();
    } else if (c == '~') {
      ++at_;
      result_ += ' ';
    } else if (!formula_ && text_.substr(at_).starts_with("---")) {
      at_ += 3;
      result_ += "—";
    } else if (!formula_ && text_.substr(at_).starts_with("--")) {
      at_ += 2;
      result_ += "–";
    } else if (text_.substr(at_).starts_with("``")) {
      at_ += 2;
      result_ += "“";
    } else if (text_.substr(at_).starts_with("''")) {
      at_ += 2;
      result_ += "”";
    } else {
      character();
    }
  }

  void character() {
    result_ += text_[at_++];
    while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80) result_ += text_[at_++];
  }

  void close() {
    if (closing_.empty()) return;
    result_ += closing_.back();
    closing_.pop_back();
    accent_.clear();
  }

  // What stands between tags: the group or the one character that follows.
  void tagged(const std::string& tag) {
    enclosed(markup_ ? "<" + tag + ">" : std::string(), markup_ ? "</" + tag + ">" : std::string());
  }

  // The argument that follows, with something on both sides.
  void enclosed(const std::string& open, const std::string& end) {
    result_ += open;
    if (peek() == '{') {
      ++at_;
      closing_.push_back(end);
    } else if (peek() == '\\') {
      command();
      result_ += end;
    } else {
      if (at_ < text_.size() && peek() != '}' && peek() != '$') character();
      result_ += end;
    }
  }

  void raised(const std::string& tag) {
    ++at_;
    if (text_.substr(at_).starts_with("\\circ") && !text::is_ascii_letter(peek(5))) {  // 30^\circ
      at_ += 5;
      result_ += "°";
      return;
    }
    if (text_.substr(at_).starts_with("{\\circ}")) {
      at_ += 7;
      result_ += "°";
      return;
    }
    tagged(tag);
  }

  void command() {
    ++at_;
    std::string name;
    if (text::is_ascii_letter(peek())) {
      while (at_ < text_.size() && text::is_ascii_letter(peek()) && name.size() < 32) name += text_[at_++];
      // Blanks after a command belong to it.
      while (peek() == ' ' && !accents().contains(name)) ++at_;
    } else {
      name = text_[at_++];
    }
    if (const auto known = letters().find(name); known != letters().end()) {
      result_ += known->second + accent_;
      accent_.clear();
      empty_group();
    } else if (const auto mark = accents().find(name); mark != accents().end()) {
      accented(name, mark->second);
    } else if (name == "textsuperscript" || name == "textsubscript") {
      tagged(name == "textsuperscript" ? "sup" : "sub");
    } else if (name == "textit" || name == "emph" || name == "textsl" || name == "mkbibemph") {
      tagged("i");
    } else if (name == "textbf") {
      tagged("b");
    } else if (name == "enquote" || name == "mkbibquote") {
      enclosed("“", "”");
    } else if (name == "noopsort" || name == "label" || name == "vspace" || name == "hspace") {
      skip_group();
    } else if (name == "url" || name == "path" || name == "nolinkurl") {
      verbatim();
    } else if (name == "href") {
      skip_group();
    } else if (const auto sign = formulas().find(name); sign != formulas().end()) {
      result_ += sign->second;
      empty_group();
    } else if (name == "\\" || name == "newline" || name == "," || name == ";" || name == ":" || name == " ") {
      result_ += ' ';
      if (name == "\\" && peek() == '*') ++at_;
    } else if (name == "(" || name == ")") {
      formula_ = name == "(";
    } else if (!text::is_ascii_letter(name[0]) && name != "-" && name != "/" && name != "!" && name != "@") {
      result_ += name;  // \& \% \_ …
    }
  }

  // "\~{}" is no accent but the sign itself; Mendeley writes it for a blank that must not break.
  void accented(const std::string& name, const std::string& mark) {
    std::size_t next = at_;
    while (next < text_.size() && text_[next] == ' ') ++next;
    if (text_.substr(next).starts_with("{}")) {
      at_ = next + 2;
      result_ += name == "~" ? " " : text::is_ascii_letter(name[0]) ? "" : name;
      return;
    }
    accent_ = mark + accent_;
  }

  void empty_group() {
    if (text_.substr(at_).starts_with("{}")) at_ += 2;
  }

  // Past the group that stands here, nested ones with it.
  std::string_view group() {
    if (peek() != '{') return {};
    const std::size_t start = ++at_;
    for (int depth = 0; at_ < text_.size(); ++at_) {
      if (peek() == '{') ++depth;
      if (peek() == '}' && depth-- == 0) break;
    }
    const std::string_view inner = text_.substr(start, at_ - start);
    if (at_ < text_.size()) ++at_;
    return inner;
  }
  void skip_group() { group(); }
  void verbatim() { result_ += address_from_latex(group()); }

  std::string_view text_;
  std::size_t at_ = 0;
  bool markup_;
  bool formula_ = false;
  std::string result_;
  std::string accent_;                // waits for its letter
  std::vector<std::string> closing_;  // what is written where the open groups end
};

}  // namespace

std::string from_latex(std::string_view text, bool markup) {
  return Converter(text, markup).convert();
}

std::string address_from_latex(std::string_view text) {
  std::string value = squeezed(text);
  for (const std::string_view command : {"\\url", "\\path", "\\nolinkurl", "\\href", "\\burl"}) {
    if (!value.starts_with(command)) continue;
    value.erase(0, command.size());
    if (command == "\\href") value.resize(std::min(value.find('}'), value.size()));
    break;
  }
  if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
  // How what has a meaning in LaTeX is written; DOIs of Wiley have < and >.
  constexpr std::pair<std::string_view, char> spellings[] = {{"\\textasciitilde ", '~'},
                                                             {"\\textasciitilde", '~'},
                                                             {"\\~", '~'},
                                                             {"$\\sim$", '~'},
                                                             {"$<$", '<'},
                                                             {"$>$", '>'},
                                                             {"\\textless ", '<'},
                                                             {"\\textless", '<'},
                                                             {"\\textgreater ", '>'},
                                                             {"\\textgreater", '>'},
                                                             {"$\\langle$", '<'},
                                                             {"$\\rangle$", '>'}};
  std::string address;
  for (std::size_t i = 0; i < value.size();) {
    const std::string_view rest = std::string_view(value).substr(i);
    const auto* const spelt =
        std::ranges::find_if(spellings, [&](const auto& one) { return rest.starts_with(one.first); });
    if (spelt != std::end(spellings)) {
      address += spelt->second;
      i += spelt->first.size();
      continue;
    }
    const char c = value[i];
    if (c != '{' && c != '}' && c != '\\') address += c;
    ++i;
  }
  return squeezed(address);
}

std::string address_in_latex(std::string_view text) {
  if (const auto command = text.find("\\url{"); command != std::string_view::npos) {
    const auto end = text.find('}', command);
    return address_from_latex(text.substr(command, end == std::string_view::npos ? end : end - command));
  }
  for (const std::string_view scheme : {"https://", "http://"}) {
    const auto start = text.find(scheme);
    if (start == std::string_view::npos) continue;
    std::string_view address = text.substr(start, text.find_first_of(" \t\r\n,;}\"", start) - start);
    while (!address.empty() && (address.back() == '.' || address.back() == ')')) address.remove_suffix(1);
    return address_from_latex(address);
  }
  return {};
}

}  // namespace soat::citation
