#include "gap_examples.h"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "boosting.h"
#include "check/garble/gap_search.h"
#include "check/trees.h"
#include "text/analysis.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "text/utf.h"
#include "training/text_source.h"

namespace soat::tools {
namespace {

using namespace check::garble;

constexpr double rate = 0.02;           // of the syllables are lost
constexpr std::size_t near_damage = 2;  // items on either side of a place that say neither
constexpr float common = -7.4F;         // log-probability of a word alone

// A syllable that was lost.
struct Omission {
  std::uint32_t place = 0;  // left out: the end of what stands before it, 0 at the beginning; else where it stood
  text::Syllable syllable;
};

// Damages lines: leaves syllables out or puts others in their place, never two beside each other.
class Damage {
 public:
  explicit Damage(const GapModel& model) : model_(model) {}

  std::u16string operator()(const text::Analysis& line, std::vector<Omission>& omissions) {
    std::u16string out;
    std::uint32_t copied = 0;
    std::size_t free_from = 0;
    for (std::size_t k = 0; k + 1 < line.tokens.size(); ++k) {
      const text::Token& token = line.tokens[k];
      if (token.kind != text::TokenKind::word || !token.syllable.valid() ||
          token.letter_case == text::LetterCase::mixed)
        continue;
      remember(token.syllable);
      if (std::uniform_real_distribution<double>(0, 1)(random_) >= rate || k < free_from) continue;
      if (token.letter_case == text::LetterCase::capitalised && token.start > 0) continue;
      if (model_.gates.fault == GapFault::wrong) {
        const text::Syllable other = another(k > 0 ? line.tokens[k - 1].syllable : text::Syllable());
        if (!other.valid() || other == token.syllable) continue;
        out.append(line.text, copied, token.start - copied);
        omissions.push_back({static_cast<std::uint32_t>(out.size()), token.syllable});
        out += text::apply_case(std::u16string(text::spell(other).str()), token.letter_case);
        copied = token.end;
      } else if (token.start == 0) {
        const text::Token& next = line.tokens[k + 1];
        if (next.start != token.end + 1) continue;
        out += text::apply_case(std::u16string(line.view(next)), token.letter_case);
        omissions.push_back({0, token.syllable});
        copied = next.end;
      } else {
        if (line.text[token.start - 1] != u' ') continue;
        out.append(line.text, copied, token.start - 1 - copied);
        omissions.push_back({static_cast<std::uint32_t>(out.size()), token.syllable});
        copied = token.end;
      }
      free_from = k + 3;
    }
    out.append(line.text, copied);
    return out;
  }

 private:
  static constexpr std::size_t memory = 2000;  // syllables

  std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }

  void remember(text::Syllable syllable) {
    if (seen_.size() < memory) {
      seen_.push_back(syllable);
    } else {
      seen_[next_++ % memory] = syllable;
    }
  }

  // One that the text had lately, or one that is known to follow the word before.
  text::Syllable another(text::Syllable before) {
    if (!before.valid() || pick(2) == 0) return seen_[pick(seen_.size())];
    const auto followers = model_.words.successors(model_.words.find(before));
    if (followers.size() == 0) return {};
    const model::WordId word = followers[static_cast<std::uint32_t>(pick(followers.size()))];
    return model_.words.is_capitalised(word) ? text::Syllable() : model_.words.syllable(word);
  }

  const GapModel& model_;
  std::mt19937 random_{20};
  std::vector<text::Syllable> seen_;
  std::size_t next_ = 0;
};

// A place that was looked at.
struct Place {
  const Gap& gap;
  const Omission* omission = nullptr;  // what is missing there
  bool undecided = false;              // something is missing near it
  std::uint32_t document = 0;
};

struct Totals {
  std::size_t words = 0;
  std::vector<Omission> omissions;
};

// Reads texts, damaged or not, and gives every place that the search finds.
Totals read(const GapModel& model, std::span<const std::filesystem::path> texts, bool damaged,
            const std::function<void(const Place&)>& take) {
  Totals totals;
  Damage damage(model);
  GapSearch search(model.words, model.facts, model.companions, model.gates);
  check::ngram::ScoredSentence scored(model.words);
  std::uint32_t number = 0;
  for (const std::filesystem::path& path : texts) {
    training::TextSource source(path);
    std::string line;
    text::Analysis analysis;
    std::vector<Omission> omissions;
    while (source.next_line(line)) {
      omissions.clear();
      text::analyse(text::to_utf16(line), analysis);
      if (damaged) text::analyse(damage(analysis, omissions), analysis);
      totals.omissions.insert(totals.omissions.end(), omissions.begin(), omissions.end());
      for (const text::Sentence& sentence : analysis.sentences) {
        if (!scored.read(analysis, sentence)) continue;
        totals.words += scored.size();
        const bool stands = model.gates.fault == GapFault::wrong;
        const auto place_of = [&](std::size_t i) {
          if (stands) return i < scored.size() ? scored.item(i).start : ~0U;
          return i == 0 ? 0 : scored.item(i - 1).end;
        };
        const auto find = [&](std::size_t i) -> const Omission* {
          if (!stands && i == 0 && scored.item(0).start > 0) return nullptr;
          const auto found = std::ranges::find(omissions, place_of(i), &Omission::place);
          return found == omissions.end() ? nullptr : &*found;
        };
        search.find(scored, [&](const Gap& gap) {
          Place place{gap, find(gap.before), false, number / 20};
          const std::size_t end = std::min(gap.before + near_damage, scored.size());
          for (std::size_t i = gap.before - std::min(gap.before, near_damage); i <= end; ++i)
            place.undecided = place.undecided || (i != gap.before && find(i) != nullptr);
          take(place);
        });
      }
      ++number;
    }
  }
  return totals;
}

}  // namespace

void fit_gap_trees(const GapModel& model, std::span<const std::filesystem::path> texts,
                   const std::filesystem::path& trees) {
  Examples examples;
  examples.feature_count = gap_feature_count;
  read(model, texts, true, [&](const Place& place) {
    if (place.omission == nullptr && place.undecided) return;
    examples.features.insert(examples.features.end(), place.gap.features.begin(), place.gap.features.end());
    examples.labels.push_back(place.omission != nullptr ? 1.0F : 0.0F);
    examples.documents.push_back(place.document);
  });
  std::fprintf(stderr, "%zu places, %.0f of them damaged\n", examples.size(),
               static_cast<double>(std::ranges::count(examples.labels, 1.0F)));
  TreeOptions options;
  options.trees = 240;
  check::Trees::write(trees, "Trees that tell where a syllable is missing or wrong, made by tools/garble.",
                      gap_feature_names, fit_trees(examples, options));
}

void print_gaps(const GapModel& model, std::span<const std::filesystem::path> texts,
                const std::filesystem::path& trees) {
  const check::Trees judge(check::Trees::read(trees, gap_feature_names));
  struct Found {
    float odds = 0;
    bool repaired = false;
    bool common = false;
  };
  std::vector<Found> found;
  std::vector<float> alarms;
  const auto is_common = [&](text::Syllable syllable) {
    return model.words.score(model.words.no_context(), model.words.find(syllable)).log_probability > common;
  };
  const Totals damaged = read(model, texts, true, [&](const Place& place) {
    if (place.omission == nullptr) return;
    found.push_back({judge.sum(place.gap.features), model.words.find(place.omission->syllable) == place.gap.word,
                     is_common(place.omission->syllable)});
  });
  const Totals clean =
      read(model, texts, false, [&](const Place& place) { alarms.push_back(judge.sum(place.gap.features)); });
  const auto rarer =
      std::ranges::count_if(damaged.omissions, [&](const Omission& o) { return !is_common(o.syllable); });
  std::printf("%zu words, %zu omissions, %td of them rarer words, %zu places asked\n", clean.words,
              damaged.omissions.size(), rarer, alarms.size());
  std::printf("odds\tfound\trepaired\trepaired of rarer\talarms in 1,000\n");
  for (float odds = -3; odds < 5; odds += 0.5F) {
    const auto count = [&](const auto& is) {
      return static_cast<double>(std::ranges::count_if(found, [&](const Found& f) { return f.odds > odds && is(f); }));
    };
    const auto all = static_cast<double>(damaged.omissions.size());
    std::printf("%.1f\t%.3f\t%.3f\t%.3f\t%.3f\n", static_cast<double>(odds),
                count([](const Found&) { return true; }) / all, count([](const Found& f) { return f.repaired; }) / all,
                count([](const Found& f) { return f.repaired && !f.common; }) / static_cast<double>(rarer),
                1000.0 * static_cast<double>(std::ranges::count_if(alarms, [&](float f) { return f > odds; })) /
                    static_cast<double>(clean.words));
  }
}

}  // namespace soat::tools
