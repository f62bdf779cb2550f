#include "citation/exchange/bibtex_entries.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "citation/exchange/bib_types.h"
#include "text/ascii.h"
#include "texts/texts.h"

namespace soat::citation {

namespace {

constexpr std::size_t kMostAdded = std::size_t{16} << 20;

bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// As much of a name as a remark shows.
std::string shortened(const std::string& name) {
  return name.substr(0, 60);
}

bool is_known_type(std::string_view type) {
  constexpr std::array<std::string_view, 4> others = {"misc", "string", "preamble", "xdata"};
  return std::ranges::find(others, type) != others.end() || !csl_type_of_bib(type).empty();
}

class Reader {
 public:
  Reader(std::string_view text, RemarkList& remarks) : text_(text), remarks_(remarks) {
    static constexpr const char* months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                             "jul", "aug", "sep", "oct", "nov", "dec"};
    for (const char* month : months) macros_[month] = month;
    find_beginnings();
  }

  std::vector<BibEntry> entries() {
    std::vector<BibEntry> result;
    while ((at_ = text_.find('@', at_)) != std::string_view::npos) {
      const std::size_t line = line_of(at_);
      const bool apart = stands_apart(at_);
      ++at_;
      if (apart) at_ = behind_blanks(at_);
      BibEntry entry;
      entry.line = line;
      entry.type = lower_ascii(word());
      const std::size_t type_end = at_;
      space();
      if (entry.type == "comment") continue;
      if (entry.type.empty() || !(peek() == '{' || peek() == '(')) {
        if (apart && looks_like_an_entry(entry.type, type_end))
          tell_damage(entry, entry.type.empty() ? texts::remark_no_entry_type : texts::remark_no_opening);
        continue;
      }
      // "an@example.vn (…)": an address in the text between entries.
      if (!apart && entry.type.find('.') != std::string::npos) continue;
      close_ = peek() == '{' ? '}' : ')';
      ++at_;
      limit_ = next_beginning(at_);
      fault_.reset();
      if (entry.type == "preamble") {
        value();
      } else if (read_key(entry) && fields(entry)) {
        take(std::move(entry), apart, result);
        continue;
      }
      if (!fault_) continue;
      tell_damage(entry, *fault_);
      at_ = damaged_from();
    }
    return result;
  }

 private:
  void tell_damage(const BibEntry& entry, text::MessageId<0> why) {
    remarks_.add(entry.line,
                 entry.key.empty() ? text::Message(texts::remark_entry, why)
                                   : text::Message(texts::remark_entry_named, shortened(entry.key), why),
                 true);
  }

  void take(BibEntry entry, bool apart, std::vector<BibEntry>& result) {
    if (entry.type == "string") {
      for (auto& [name, text] : entry.fields) macros_[name] = text;
      return;
    }
    // "title={Bốn}}, year=2004}": a brace too many ended the entry.
    std::size_t next = at_;
    while (next < limit_ && blank(text_[next])) ++next;
    if (next < limit_ && text_[next] == ',') {
      remarks_.add(line_of(next), {texts::remark_behind_entry, shortened(entry.key)}, true);
    }
    if (!entry.fields.empty()) {
      result.push_back(std::move(entry));
    } else if (apart) {
      remarks_.add(entry.line, texts::remark_no_fields, true);
    }
  }

  // Whether an '@' is the first of its line or stands behind the end of an entry, not in words between entries.
  bool stands_apart(std::size_t place) const {
    while (place > 0 && (text_[place - 1] == ' ' || text_[place - 1] == '\t')) --place;
    return place == 0 || std::string_view("\r\n})").find(text_[place - 1]) != std::string_view::npos;
  }

  // Whether an '@' that stands apart was to begin an entry, though what stands behind its type (at `end`) does not:
  // "@book a, title={…}", "@book[a", "@{a", "@book".
  bool looks_like_an_entry(const std::string& type, std::size_t end) const {
    const char next = end < text_.size() ? text_[end] : '\0';
    if (type.empty()) return next == '{' || next == '(';
    if (next == '[' || is_known_type(type)) return true;
    const std::size_t sign = text_.find_first_of("=@\r\n", end);
    return sign != std::string_view::npos && text_[sign] == '=';
  }

  std::size_t behind_blanks(std::size_t place) const {
    while (place < text_.size() && (text_[place] == ' ' || text_[place] == '\t')) ++place;
    return place;
  }

  // Where lines begin an entry: '@', letters, a brace.
  void find_beginnings() {
    for (std::size_t start = 0; start < text_.size();) {
      const std::size_t i = behind_blanks(start);
      if (i < text_.size() && text_[i] == '@') {
        const std::size_t name = behind_blanks(i + 1);
        std::size_t end = name;
        while (end < text_.size() && text::is_ascii_letter(text_[end])) ++end;
        const bool named = end > name && (name == i + 1 || is_known_type(lower_ascii(text_.substr(name, end - name))));
        end = behind_blanks(end);
        if (named && end < text_.size() && (text_[end] == '{' || text_[end] == '(')) beginnings_.push_back(i);
      }
      const std::size_t end = text_.find_first_of("\r\n", i);
      if (end == std::string_view::npos) break;
      start = end + 1;
    }
  }

  // The first beginning at or after a place; asked for with growing places.
  std::size_t next_beginning(std::size_t place) {
    while (beginning_ < beginnings_.size() && beginnings_[beginning_] < place) ++beginning_;
    return beginning_ < beginnings_.size() ? beginnings_[beginning_] : text_.size();
  }

  // Where reading goes on behind a damaged entry: at the next line that begins one, or at an '@' before it that nothing
  // has been read of yet.
  std::size_t damaged_from() const { return std::min(std::max(at_, std::size_t{1}), limit_); }

  std::size_t line_of(std::size_t place) {
    for (; counted_ < place; ++counted_) {
      const char c = text_[counted_];
      if (c == '\n' || (c == '\r' && (counted_ + 1 >= text_.size() || text_[counted_ + 1] != '\n'))) ++line_;
    }
    return line_;
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  // Also what stands between fields behind "%", up to the end of the line, as biber and pandoc have it.
  void space() {
    while (at_ < text_.size() && (blank(peek()) || peek() == '%'))
      at_ = peek() == '%' ? std::min(text_.find_first_of("\r\n", at_), text_.size()) : at_ + 1;
  }
  std::string word() {
    std::string result;
    while (at_ < text_.size() &&
           (text::is_ascii_letter(peek()) || (peek() >= '0' && peek() <= '9') || peek() == '_' || peek() == '-' ||
            peek() == ':' || peek() == '+' || peek() == '.' || peek() == '/' || (peek() & 0x80) != 0)) {
      result += text_[at_++];
    }
    return result;
  }

  bool fail(text::MessageId<0> why) {
    fault_ = why;
    return false;
  }

  bool read_key(BibEntry& entry) {
    space();
    if (entry.type == "string") return true;
    const std::size_t start = at_;
    while (at_ < limit_ && peek() != ',' && peek() != close_ && peek() != '\n' && peek() != '{' && peek() != '"' &&
           peek() != '@' && peek() != '=')
      ++at_;
    entry.key = squeezed(text_.substr(start, at_ - start));
    if (peek() == '=' && at_ < limit_) {
      // No comma behind the key ("@book{an title={…}"), or no key.
      const std::size_t gap = entry.key.find(' ');
      at_ = start;
      if (gap == std::string::npos) {
        entry.key.clear();
        return true;
      }
      entry.key.resize(gap);
      at_ += gap;
      remarks_.add(line_of(at_), {texts::remark_no_comma_key, shortened(entry.key)}, false);
      return true;
    }
    if (at_ >= limit_) return fail(texts::remark_no_end);
    if (peek() == '{' || peek() == '"' || peek() == '@') return fail(texts::remark_bad_key);
    return true;
  }

  bool fields(BibEntry& entry) {
    for (;;) {
      space();
      if (at_ >= limit_) return fail(texts::remark_no_end);
      if (peek() == ',') {
        ++at_;
        continue;
      }
      if (peek() == close_) {
        ++at_;
        return true;
      }
      const std::string name = lower_ascii(word());
      space();
      if (name.empty() || peek() != '=') return fail(name.empty() ? texts::remark_no_name : texts::remark_no_value);
      const std::size_t line = line_of(at_);
      ++at_;
      std::string text = value();
      if (fault_) return false;
      const auto [field, is_new] = entry.fields.try_emplace(name, std::move(text));
      if (!is_new && field->second != text) remarks_.add(line, {texts::remark_field_twice, shortened(name)}, true);
      space();
      if (at_ < limit_ && text::is_ascii_letter(peek()))
        remarks_.add(line_of(at_), {texts::remark_no_comma, shortened(name)}, false);
    }
  }

  std::string value() {
    std::string result;
    for (bool is_first = true;; is_first = false) {
      space();
      const char open = peek();
      if (open == '{' || open == '"') {
        if (!braced(open, result)) return result;
      } else {
        const std::string name = word();
        if (name.empty()) {
          fail(texts::remark_no_data);
          return result;
        }
        const auto macro = macros_.find(lower_ascii(name));
        if (macro == macros_.end()) {
          add_undefined(name, is_first, result);
        } else {
          added_ += macro->second.size();
          if (added_ > kMostAdded || result.size() > (std::size_t{1} << 20)) {
            fail(texts::remark_macros);
            return result;
          }
          result += macro->second;
        }
      }
      space();
      if (peek() != '#') return result;
      ++at_;
    }
  }

  // A number, or the name of a string that is not defined: as a whole value it is most likely text without braces
  // ("month = March"), joined to others it is nothing, as for BibTeX.
  void add_undefined(const std::string& name, bool is_first, std::string& result) {
    const bool is_name = text::is_ascii_letter(name.front()) || (name.front() & 0x80) != 0;
    const std::size_t line = line_of(at_);
    space();
    const bool is_whole = is_first && peek() != '#';
    if (!is_name || is_whole) result += name;
    if (is_name) {
      remarks_.add(line, {is_whole ? texts::remark_string_as_text : texts::remark_no_string, shortened(name)},
                   !is_whole);
    }
  }

  // The value that `open` begins, up to the sign that ends it.
  bool braced(char open, std::string& result) {
    const std::size_t start = ++at_;
    int depth = 0;
    for (; at_ < limit_; ++at_) {
      const char c = text_[at_];
      if (c == '\\') {
        ++at_;
      } else if (open == '"' && c == '"' && depth == 0) {
        break;
      } else if (c == '{') {
        ++depth;
      } else if (c == '}') {
        if (depth == 0 && open == '"') return fail(texts::remark_no_quote);
        if (depth == 0) break;
        --depth;
      }
    }
    if (at_ >= limit_) {
      at_ = limit_;
      return fail(open == '"' ? texts::remark_no_quote : texts::remark_no_brace);
    }
    result += text_.substr(start, at_ - start);
    ++at_;
    return true;
  }

  std::string_view text_;
  RemarkList& remarks_;
  std::size_t at_ = 0;
  std::size_t limit_ = 0;  // where the entry at hand must have ended
  char close_ = '}';
  std::optional<text::MessageId<0>> fault_;
  std::vector<std::size_t> beginnings_;
  std::size_t beginning_ = 0;
  std::size_t counted_ = 0;
  std::size_t line_ = 1;
  std::size_t added_ = 0;
  std::unordered_map<std::string, std::string> macros_;
};

// What a chapter has from its book under another name (biblatex manual, appendix B).
std::string inherited_name(const std::string& child, const std::string& parent, const std::string& field) {
  static const std::map<std::string, std::string> of_a_book = {
      {"title", "booktitle"}, {"subtitle", "booksubtitle"}, {"titleaddon", "booktitleaddon"}, {"author", "bookauthor"}};
  static const std::map<std::string, std::string> of_volumes = {
      {"title", "maintitle"}, {"subtitle", "mainsubtitle"}, {"titleaddon", "maintitleaddon"}};
  static const std::map<std::string, std::string> of_a_periodical = {{"title", "journaltitle"},
                                                                     {"subtitle", "journalsubtitle"}};
  const bool part = child.starts_with("in") || child == "conference" || child == "bookinbook" || child == "suppbook" ||
                    child == "suppcollection";
  const auto& names = child == "article" || child == "suppperiodical" ? of_a_periodical
                      : part && !parent.starts_with("mv")             ? of_a_book
                                                                      : of_volumes;
  const bool renamed = part || parent.starts_with("mv") || &names == &of_a_periodical;
  if (const auto found = names.find(field); renamed && found != names.end()) return found->second;
  return field;
}

// Fields that are the entry's own.
bool is_inherited(const std::string& field) {
  static const std::vector<std::string> own = {"crossref", "xref",     "xdata",    "key",   "entryset", "ids",
                                               "keywords", "abstract", "note",     "label", "options",  "shorttitle",
                                               "doi",      "pages",    "sortname", "file"};
  return std::ranges::find(own, field) == own.end();
}

class Inheritance {
 public:
  Inheritance(std::vector<BibEntry>& entries, RemarkList& remarks) : entries_(entries), remarks_(remarks) {
    for (std::size_t i = 0; i < entries_.size(); ++i) by_key_.try_emplace(lower_ascii(entries_[i].key), i);
  }

  // Parents before their children, without recursion; rings end where they close.
  void resolve() {
    state_.assign(entries_.size(), State::open);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      std::vector<std::size_t> path = {i};
      while (!path.empty()) {
        const std::size_t one = path.back();
        if (state_[one] == State::open) {
          state_[one] = State::waiting;
          for (const std::size_t parent : parents_of(one)) {
            if (state_[parent] == State::open) path.push_back(parent);
          }
        } else {
          path.pop_back();
          if (state_[one] == State::done) continue;
          state_[one] = State::done;
          for (const std::size_t parent : parents_of(one)) inherit(entries_[one], entries_[parent]);
        }
      }
    }
  }

 private:
  enum class State : unsigned char { open, waiting, done };

  std::vector<std::size_t> parents_of(std::size_t entry) const {
    std::vector<std::size_t> parents;
    std::string_view keys = entries_[entry].raw("xdata");
    std::vector<std::string> wanted = {entries_[entry].raw("crossref")};
    while (!keys.empty() && wanted.size() < 16) {
      const auto end = keys.find(',');
      wanted.emplace_back(keys.substr(0, end));
      keys.remove_prefix(end == std::string_view::npos ? keys.size() : end + 1);
    }
    for (const std::string& key : wanted) {
      if (key.empty()) continue;
      const auto found = by_key_.find(lower_ascii(squeezed(key)));
      if (found != by_key_.end() && found->second != entry) parents.push_back(found->second);
    }
    return parents;
  }

  void inherit(BibEntry& child, const BibEntry& parent) {
    const bool data = parent.type == "xdata";
    std::size_t fields = 0;
    for (const auto& [name, value] : parent.fields) {
      if ((!data && !is_inherited(name)) || name == "xdata" || ++fields > 100) continue;
      if (added_ + value.size() > kMostAdded) {
        if (!full_) remarks_.add(child.line, texts::remark_inherited, true);
        full_ = true;
        return;
      }
      if (child.fields.try_emplace(data ? name : inherited_name(child.type, parent.type, name), value).second)
        added_ += value.size();
    }
  }

  std::vector<BibEntry>& entries_;
  RemarkList& remarks_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::vector<State> state_;
  std::size_t added_ = 0;
  bool full_ = false;
};

}  // namespace

const std::string& BibEntry::raw(const std::string& field) const {
  static const std::string none;
  const auto found = fields.find(field);
  return found == fields.end() ? none : found->second;
}

std::vector<BibEntry> read_bib_entries(std::string_view text, RemarkList& remarks) {
  std::vector<BibEntry> entries = Reader(text, remarks).entries();
  Inheritance(entries, remarks).resolve();
  std::erase_if(entries, [](const BibEntry& entry) { return entry.type == "xdata"; });
  return entries;
}

}  // namespace soat::citation
