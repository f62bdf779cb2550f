#include "check/slips/slip.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf.h"

namespace soat::check::context {
namespace {

using Kind = Operation::Kind;
using text::Letter;
using Group = std::vector<std::string_view>;

// Spellings of sounds that dialects merge or that spelling rules keep apart.
const std::vector<Group>& onset_groups() {
  static const std::vector<Group> groups = {
      {"ch", "tr"}, {"s", "x"},  {"d", "gi", "r", "v"}, {"l", "n"},  {"c", "k", "q"}, {"g", "gh"}, {"ng", "ngh"},
      {"ph", "f"},  {"gi", "z"}, {"gi", "ch"},          {"t", "tr"}, {"ng", "nh"},    {"h", "kh"}};
  return groups;
}

const std::vector<Group>& coda_groups() {
  static const std::vector<Group> groups = {{"n", "ng", "nh"}, {"t", "c", "ch"}, {"i", "y"}, {"o", "u"},
                                            {"m", "n"},        {"m", "ng"},      {"p", "t"}};
  return groups;
}

// Rimes that some dialects say alike.
const std::vector<std::pair<std::string_view, std::string_view>>& rime_pairs() {
  static const std::vector<std::pair<std::string_view, std::string_view>> pairs = {
      {"uou", "ieu"}, {"ieu", "uou"}, {"uou", "uu"},   {"uu", "uou"},   {"ieu", "iu"},   {"iu", "ieu"},
      {"uu", "iu"},   {"iu", "uu"},   {"uoi", "ui"},   {"ui", "uoi"},   {"oai", "oi"},   {"oi", "oai"},
      {"ay", "ai"},   {"ai", "ay"},   {"uyen", "ien"}, {"ien", "uyen"}, {"uyet", "iet"}, {"iet", "uyet"}};
  return pairs;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> later_rime_pairs = {
    {{"uu", "ieu"}, {"ieu", "uu"}}};

void add_group_pairs(std::vector<Operation>& out, Kind kind, const std::vector<Group>& groups) {
  for (const Group& group : groups) {
    for (const std::string_view written : group) {
      for (const std::string_view intended : group) {
        const bool known = std::any_of(out.begin(), out.end(), [&](const Operation& o) {
          return o.kind == kind && o.written == written && o.intended == intended;
        });
        if (written != intended && !known) out.push_back({kind, written, intended, {}});
      }
    }
  }
}

struct SingleMark {
  Letter written;
  Letter intended;
  std::string_view name;
};

constexpr std::array<SingleMark, 18> single_marks = {{{Letter::a, Letter::a_breve, "a>ă"},
                                                      {Letter::a, Letter::a_circumflex, "a>â"},
                                                      {Letter::a_breve, Letter::a, "ă>a"},
                                                      {Letter::a_breve, Letter::a_circumflex, "ă>â"},
                                                      {Letter::a_circumflex, Letter::a, "â>a"},
                                                      {Letter::a_circumflex, Letter::a_breve, "â>ă"},
                                                      {Letter::e, Letter::e_circumflex, "e>ê"},
                                                      {Letter::e_circumflex, Letter::e, "ê>e"},
                                                      {Letter::o, Letter::o_circumflex, "o>ô"},
                                                      {Letter::o, Letter::o_horn, "o>ơ"},
                                                      {Letter::o_circumflex, Letter::o, "ô>o"},
                                                      {Letter::o_circumflex, Letter::o_horn, "ô>ơ"},
                                                      {Letter::o_horn, Letter::o, "ơ>o"},
                                                      {Letter::o_horn, Letter::o_circumflex, "ơ>ô"},
                                                      {Letter::u, Letter::u_horn, "u>ư"},
                                                      {Letter::u_horn, Letter::u, "ư>u"},
                                                      {Letter::d, Letter::d_stroke, "d>đ"},
                                                      {Letter::d_stroke, Letter::d, "đ>d"}}};
constexpr MarkChange several_missing = 19;
constexpr MarkChange several_added = 20;
constexpr MarkChange several_other = 21;

}  // namespace

std::vector<Operation> all_operations() {
  std::vector<Operation> out;
  out.push_back({});
  add_group_pairs(out, Kind::onset, onset_groups());
  add_group_pairs(out, Kind::coda, coda_groups());
  for (const auto& [written, intended] : rime_pairs()) out.push_back({Kind::rime, written, intended, {}});
  out.push_back({Kind::swapped, {}, {}, "middle"});
  for (const std::string_view place : {"doubled", "start", "middle", "end"})
    out.push_back({Kind::extra, {}, {}, place});
  for (const std::string_view place : {"start", "middle", "end"}) out.push_back({Kind::missing, {}, {}, place});
  for (const std::string_view place : {"start", "middle"}) out.push_back({Kind::near_key, {}, {}, place});
  for (const std::string_view place : {"start", "middle"}) out.push_back({Kind::other_key, {}, {}, place});
  // Last, so that the numbers that trees were fitted to stay.
  for (const auto& [written, intended] : later_rime_pairs) out.push_back({Kind::rime, written, intended, {}});
  return out;
}

std::string name(const Operation& operation) {
  constexpr std::array<std::string_view, 9> kinds = {"",      "onset",   "coda",     "rime",     "swapped",
                                                     "extra", "missing", "near key", "other key"};
  if (operation.kind == Kind::none) return {};
  std::string out(kinds[static_cast<std::size_t>(operation.kind)]);
  out += ' ';
  if (operation.place.empty()) {
    out.append(operation.written).append(">").append(operation.intended);
  } else {
    out.append(operation.place);
  }
  return out;
}

std::string mark_change_name(MarkChange change) {
  if (change == no_mark_change) return {};
  if (change <= single_marks.size()) return std::string(single_marks[change - 1U].name);
  if (change == several_missing) return "several missing";
  return change == several_added ? "several added" : "several other";
}

std::string tone_change_name(ToneChange change) {
  if (change == no_tone_change) return {};
  return text::to_utf8(text::tone_name(static_cast<text::Tone>(change / text::tone_count))) + ">" +
         text::to_utf8(text::tone_name(static_cast<text::Tone>(change % text::tone_count)));
}

bool take_apart(std::u16string_view word, Form& out) {
  if (word.empty() || word.size() > Form::capacity) return false;
  out = {};
  for (const char16_t unit : word) {
    const text::LetterInfo info = text::letter_info(unit);
    if (info.letter == Letter::none) return false;
    out.bare[out.size] = static_cast<char>('a' - 1 + static_cast<int>(text::base_letter(info.letter)));
    out.letters[out.size++] = info.letter;
    if (info.tone != text::Tone::ngang) out.tone = info.tone;
  }
  return true;
}

Slip compare(const Form& written, const Form& intended, std::uint8_t operation, std::size_t prefix,
             std::size_t suffix) {
  Slip slip;
  slip.operation = operation;
  bool missing_only = true;
  bool added_only = true;
  const auto letter = [&](std::size_t i, std::size_t j) {
    const Letter have = written.letters[i];
    const Letter want = intended.letters[j];
    if (have == want) return;
    ++slip.changed_marks;
    missing_only = missing_only && have == text::base_letter(have);
    added_only = added_only && want == text::base_letter(want);
    const auto found = std::find_if(single_marks.begin(), single_marks.end(), [&](const SingleMark& mark) {
      return mark.written == have && mark.intended == want;
    });
    slip.marks =
        found == single_marks.end() ? several_other : static_cast<MarkChange>(found - single_marks.begin() + 1);
  };
  for (std::size_t i = 0; i < prefix; ++i) letter(i, i);
  for (std::size_t i = 1; i <= suffix; ++i) letter(written.size - i, intended.size - i);
  if (slip.changed_marks > 1) slip.marks = missing_only ? several_missing : added_only ? several_added : several_other;
  if (written.tone != intended.tone) {
    slip.tone = static_cast<ToneChange>(static_cast<std::size_t>(written.tone) * text::tone_count +
                                        static_cast<std::size_t>(intended.tone));
  }
  return slip;
}

}  // namespace soat::check::context
