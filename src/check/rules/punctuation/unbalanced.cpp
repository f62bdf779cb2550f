#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules/characters.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "texts/rules/punctuation.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

// A quotation or bracket that runs over more paragraphs than this is a mark forgotten.
constexpr std::uint32_t longest_quotation = 30;
constexpr std::size_t longest_list_head = 5;  // units: viii)

constexpr char16_t straight = u'"';

constexpr char16_t partner(char16_t unit) {
  switch (unit) {
    case u'(':
      return u')';
    case u')':
      return u'(';
    case u'[':
      return u']';
    case u']':
      return u'[';
    case u'“':
      return u'”';
    case u'”':
      return u'“';
    case u'«':
      return u'»';
    case u'»':
      return u'«';
    case straight:
      return straight;
    default:
      return 0;
  }
}

constexpr bool opens(char16_t unit) {
  return unit == u'(' || unit == u'[' || unit == u'“' || unit == u'«';
}

constexpr bool quotes(char16_t unit) {
  return unit == u'“' || unit == u'”' || unit == u'«' || unit == u'»' || unit == straight;
}

// A mark that has no partner in its paragraph.
struct Lone {
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
  char16_t unit = 0;
};

// The marks that stand open at a place, by their kinds, so that the partner of a mark is found however many are open.
class OpenMarks {
 public:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  void clear() {
    marks_.clear();
    for (std::vector<std::size_t>& places : places_) places.clear();
  }

  // The place of the last open mark of a kind.
  std::size_t last(char16_t unit) const {
    const std::vector<std::size_t>& places = places_[kind(unit)];
    return places.empty() ? none : places.back();
  }

  void open(const Lone& mark) {
    places_[kind(mark.unit)].push_back(marks_.size());
    marks_.push_back({mark, true});
  }

  // Forgets the last open mark of a kind. Precondition: there is one.
  void forget(char16_t unit) {
    std::vector<std::size_t>& places = places_[kind(unit)];
    marks_[places.back()].stands = false;
    places.pop_back();
  }

  // Takes out the mark at a place; what stands open behind it has no partner and goes to lone.
  void close(std::size_t place, std::vector<Lone>& lone) {
    for (std::size_t i = place; i < marks_.size(); ++i) {
      if (!marks_[i].stands) continue;
      if (i > place) lone.push_back(marks_[i].mark);
      forget_all_from(place, marks_[i].mark.unit);
    }
    marks_.resize(place);
  }

  void close_all(std::vector<Lone>& lone) {
    for (const Entry& entry : marks_) {
      if (entry.stands) lone.push_back(entry.mark);
    }
    clear();
  }

 private:
  struct Entry {
    Lone mark;
    bool stands;
  };
  static constexpr std::u16string_view kinds = u"([“«\"";

  static std::size_t kind(char16_t unit) { return std::min(kinds.find(unit), kinds.size()); }

  void forget_all_from(std::size_t place, char16_t unit) {
    std::vector<std::size_t>& places = places_[kind(unit)];
    while (!places.empty() && places.back() >= place) places.pop_back();
  }

  std::vector<Entry> marks_;
  std::array<std::vector<std::size_t>, kinds.size() + 1> places_;
};

// Counts straight quotation marks up to places that are asked for in order.
class StraightMarks {
 public:
  explicit StraightMarks(std::u16string_view text) : text_(text) {}

  // Whether a quotation is open before a place, so that a mark there may close one that ends with a number.
  bool is_quoted(std::size_t place) {
    open_ = open_ != (std::count(text_.begin() + at_, text_.begin() + place, straight) % 2 == 1);
    at_ = place;
    return open_;
  }

 private:
  std::u16string_view text_;
  std::size_t at_ = 0;
  bool open_ = false;
};

// A bracket or quotation mark without its partner. Quotations may run over paragraphs, with an opening mark at each;
// the heads of lists (a) 1) ii)) are no brackets.
class Unbalanced final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info<"punctuation.unbalanced">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::vector<Lone> lone;
    OpenMarks open;
    std::vector<Lone> pending;  // opening marks that a later paragraph may close
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      lone.clear();
      find_lone(view.paragraphs[p], p, open, lone);
      give_up(view, pending, p, sink);
      close(pending, lone);
      Teller teller(info(), view.paragraphs[p], sink);
      for (const Lone& mark : lone) {
        if (mark.unit == straight || (opens(mark.unit) && !closes_by_place(view.paragraphs[p], mark.token))) {
          pending.push_back(mark);
        } else if (view.scope == Scope::whole || !may_run_on(view.paragraphs[0], mark)) {
          teller.tell(mark);
        }
      }
    }
    give_up(view, pending, std::numeric_limits<std::uint32_t>::max(), sink);
  }

 private:
  static void find_lone(const Analysis& analysis, std::uint32_t paragraph, OpenMarks& open, std::vector<Lone>& lone) {
    open.clear();
    StraightMarks straight_marks(analysis.text);
    for (std::uint32_t t = 0; t < analysis.tokens.size(); ++t) {
      const Token& token = analysis.tokens[t];
      if (token.kind != TokenKind::punctuation && token.kind != TokenKind::symbol) continue;
      const char16_t unit = analysis.text[token.start];
      const char16_t other = partner(unit);
      if (other == 0) continue;
      if (unit == straight && measures(analysis, token.start, straight_marks)) continue;
      if (unit == u'“' && closes_by_place(analysis, t)) {
        // Typed for a closing mark: it takes its partner with it and is told by itself.
        if (open.last(unit) != OpenMarks::none) open.forget(unit);
        lone.push_back({paragraph, t, unit});
        continue;
      }
      std::size_t match = open.last(other);
      // Straight and curly marks are mixed by careless typists; one closes the other.
      if (match == OpenMarks::none && unit == straight && !token.space_before) match = open.last(u'“');
      if (match == OpenMarks::none && unit == u'”') match = open.last(straight);
      if (opens(unit) || (unit == straight && match == OpenMarks::none)) {
        open.open({paragraph, t, unit});
      } else if (match != OpenMarks::none) {
        open.close(match, lone);
      } else if (!is_list_head(analysis, t) && !is_emoticon(analysis, token)) {
        lone.push_back({paragraph, t, unit});
      }
    }
    open.close_all(lone);
    std::ranges::sort(lone, {}, &Lone::token);
  }

  // An opening mark that clings to the word before it and not to what follows.
  static bool closes_by_place(const Analysis& analysis, std::uint32_t t) {
    const Token& token = analysis.tokens[t];
    const bool last = t + 1 == analysis.tokens.size();
    return analysis.text[token.start] == u'“' && t > 0 && !token.space_before &&
           (last || analysis.tokens[t + 1].space_before || analysis.tokens[t + 1].kind == TokenKind::punctuation);
  }

  // Inches and seconds: 24", 10°5'12".
  static bool measures(const Analysis& analysis, std::uint32_t start, StraightMarks& straight_marks) {
    if (start == 0) return false;
    const char16_t unit = analysis.text[start - 1];
    return unit == u'\'' || unit == u'’' || unit == u'"' || (is_digit(unit) && !straight_marks.is_quoted(start));
  }

  // “a)”, “12)”, “iv)”, also inside a line: gồm: a) …; b) …
  static bool is_list_head(const Analysis& analysis, std::uint32_t t) {
    const Token& token = analysis.tokens[t];
    if (analysis.text[token.start] != u')' || t == 0) return false;
    const Token& head = analysis.tokens[t - 1];
    if (head.end != token.start || head.length() > longest_list_head) return false;
    const std::u16string_view view = analysis.view(head);
    const bool numeral = view.find_first_not_of(u"ivxIVX") == std::u16string_view::npos;
    const bool number =
        std::all_of(view.begin(), view.end(), [](char16_t unit) { return is_digit(unit) || unit == u'.'; });
    return view.size() <= 2 || numeral || number;
  }

  static bool is_emoticon(const Analysis& analysis, const Token& token) {
    if (analysis.text[token.start] != u')' || token.start == 0) return false;
    constexpr std::u16string_view eyes_and_noses = u":;=-^)*";
    return eyes_and_noses.find(analysis.text[token.start - 1]) != std::u16string_view::npos;
  }

  // Tells of the pending marks that paragraph `now` is too far from to close.
  void give_up(const DocumentView& view, std::vector<Lone>& pending, std::uint32_t now, FindingSink& sink) const {
    const auto first_kept = std::find_if(pending.begin(), pending.end(),
                                         [&](const Lone& mark) { return now - mark.paragraph <= longest_quotation; });
    std::optional<Teller> teller;
    std::uint32_t told = 0;
    char16_t next = 0;  // what the paragraph behind it begins with
    for (auto mark = pending.begin(); mark != first_kept; ++mark) {
      const Analysis& analysis = view.paragraphs[mark->paragraph];
      if (!teller || told != mark->paragraph) {
        teller.emplace(info(), analysis, sink);
        told = mark->paragraph;
        next = first_of_next(view, told);
      }
      // Long quotations open again with each paragraph.
      const bool opens_again = next == mark->unit && (mark->unit == straight || opens(mark->unit));
      const bool alone = view.scope == Scope::fragment;
      if (opens_again || announces_list(analysis, *mark) || (alone && may_run_on(analysis, *mark))) continue;
      teller->tell(*mark);
    }
    pending.erase(pending.begin(), first_kept);
  }

  // Takes out the mark of a paragraph that closes a quotation from an earlier one: of several the last, since such
  // quotations end where paragraphs do. All opening marks that led up to it are closed with it.
  static void close(std::vector<Lone>& pending, std::vector<Lone>& lone) {
    constexpr std::u16string_view closing = u")]”»\"";
    for (const char16_t unit : closing) {
      const auto is_partner = [&](const Lone& mark) { return mark.unit == partner(unit); };
      const auto last = std::find_if(lone.rbegin(), lone.rend(), [&](const Lone& mark) { return mark.unit == unit; });
      if (last == lone.rend() || std::erase_if(pending, is_partner) == 0) continue;
      lone.erase(std::next(last).base());
    }
  }

  // The unit that the next paragraph with text begins with; 0 when there is none.
  static char16_t first_of_next(const DocumentView& view, std::uint32_t paragraph) {
    for (std::uint32_t p = paragraph + 1; p < view.paragraphs.size(); ++p) {
      const Analysis& next = view.paragraphs[p];
      if (!next.tokens.empty()) return next.text[next.tokens.front().start];
    }
    return 0;
  }

  static bool may_run_on(const Analysis& analysis, const Lone& mark) {
    if (mark.unit == straight) return true;
    const bool last = mark.token + 2 >= analysis.tokens.size();
    if (quotes(mark.unit)) return opens(mark.unit) ? mark.token == 0 : last;
    return announces_list(analysis, mark);
  }

  // “(bao gồm:”, whose bracket is closed, or not, behind the list that follows.
  static bool announces_list(const Analysis& analysis, const Lone& mark) {
    return mark.unit == u'(' && analysis.text[analysis.tokens.back().start] == u':';
  }

  // What is said of a mark without its partner; of a straight quotation mark it cannot be known whether it opens.
  static text::Message lacking(char16_t unit) {
    const std::u16string sign(1, unit);
    if (unit == straight) return {texts::finding_punctuation_unbalanced_straight, sign};
    if (quotes(unit)) {
      return {opens(unit) ? texts::finding_punctuation_unbalanced_open_quote
                          : texts::finding_punctuation_unbalanced_closed_quote,
              sign};
    }
    return {opens(unit) ? texts::finding_punctuation_unbalanced_open_bracket
                        : texts::finding_punctuation_unbalanced_closed_bracket,
            sign};
  }

  // Tells of the marks of one paragraph.
  class Teller {
   public:
    Teller(const RuleInfo& rule, const Analysis& analysis, FindingSink& sink)
        : rule_(rule), analysis_(analysis), sink_(sink) {}

    void tell(const Lone& mark) {
      const Token& token = analysis_.tokens[mark.token];
      const std::u16string sign(1, mark.unit);
      const float confidence = quotes(mark.unit) ? 0.8F : 0.85F;
      Place place{mark.paragraph, token.start, token.end};
      std::vector<std::u16string> suggestions;
      // The mark alone is too thin to be seen underlined: the word it clings to goes with it.
      if (closes_by_place(analysis_, mark.token)) {
        suggestions = {std::u16string(1, partner(mark.unit))};
      } else if (mark.unit == straight ? token.space_before : opens(mark.unit)) {
        if (mark.token + 1 < analysis_.tokens.size() && analysis_.tokens[mark.token + 1].start == token.end) {
          const Token& word = analysis_.tokens[mark.token + 1];
          const std::u16string written(analysis_.view(word));
          place.end = word.end;
          suggestions = {written};
          if (word.kind != TokenKind::punctuation) suggestions.push_back(sign + written + partner(mark.unit));
        }
      } else if (const Cluster cluster = find_cluster(mark.token); cluster.word != nullptr) {
        // A mark in front of it that is about as sure shows the same word.
        if (confidence <= cluster.told) return;
        told_ = confidence;
        place.start = cluster.word->start;
        const std::u16string written = analysis_.text.substr(place.start, token.start - place.start);
        // Behind a full stop a whole sentence is quoted, and where it began cannot be known.
        if (!cluster.marks) suggestions.push_back(partner(mark.unit) + written + mark.unit);
        suggestions.push_back(written);
      }
      report(sink_, rule_, place, confidence, lacking(mark.unit), std::move(suggestions));
    }

   private:
    // A word and the marks that cling to it and to each other.
    struct Cluster {
      const Token* word = nullptr;  // none: marks only
      bool marks = false;           // whether others stand between the word and the mark asked for
      float told = 0;               // the confidence at which one of these was told
    };

    // The cluster that a mark belongs to. What was found for the mark asked for before is not looked for again.
    Cluster find_cluster(std::uint32_t mark) {
      Cluster cluster;
      const Token* word = nullptr;
      float told = 0;
      for (std::uint32_t t = mark; t > 0 && analysis_.tokens[t - 1].end == analysis_.tokens[t].start; --t) {
        const Token& before = analysis_.tokens[t - 1];
        if (before.kind != TokenKind::punctuation) {
          word = &before;
          break;
        }
        cluster.marks = true;
        if (t - 1 == last_) {
          word = word_;
          told = told_;
          break;
        }
      }
      last_ = mark;
      word_ = cluster.word = word;
      told_ = cluster.told = told;
      return cluster;
    }

    const RuleInfo& rule_;
    const Analysis& analysis_;
    FindingSink& sink_;
    std::uint32_t last_ = std::numeric_limits<std::uint32_t>::max();
    const Token* word_ = nullptr;
    float told_ = 0;
  };
};

}  // namespace

std::unique_ptr<Rule> make_punctuation_unbalanced(const RuleData&) {
  return std::make_unique<Unbalanced>();
}

}  // namespace soat::check
