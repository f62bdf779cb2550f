#include "check/garble/detector.h"

#include <algorithm>
#include <future>
#include <set>
#include <tuple>
#include <utility>

#include "check/garble/claimed_ranges.h"
#include "check/garble/copies.h"

namespace soat::check::garble {
namespace {

// From this probability on a paragraph is looked at thoroughly.
constexpr float worth_a_look = 0.3F;
// Below these log-odds a suspect is none.
constexpr float least_odds = -3;
constexpr std::size_t most_alternatives = 4;

bool same_window(const Replacement& a, const Replacement& b) {
  return std::tie(a.paragraph, a.start, a.end) == std::tie(b.paragraph, b.start, b.end);
}

bool shows_something(const ParagraphEvidence& paragraph) {
  return std::ranges::any_of(paragraph.places, [](std::uint32_t places) { return places > 0; });
}

// What is broken in a paragraph is as broken in each of its copies, wherever they stand: the likeliest speaks for all.
void judge_copies_alike(std::span<const std::uint32_t> firsts, Detection& detection) {
  std::vector<float>& rewritten = detection.rewritten;
  for (const bool back : {false, true}) {
    for (std::size_t i = 0; i < firsts.size(); ++i) {
      if (!shows_something(detection.evidence[firsts[i]])) continue;
      float& to = rewritten[back ? i : firsts[i]];
      to = std::max(to, rewritten[back ? firsts[i] : i]);
    }
  }
}

bool may_be_broken(const Replacement& suspect) {
  return suspect.settled || suspect.broken > least_odds;
}

}  // namespace

Detector::Detector(Examiner examiner, Decision decision)
    : examiner_(std::move(examiner)), decision_(std::move(decision)) {}

Detector Detector::load(const std::filesystem::path& folder, std::shared_ptr<const model::LanguageModel> words,
                        std::shared_ptr<const ngram::WordFacts> facts) {
  // Beside the model's pairs turned round, which cost as much.
  std::future<Decision> decision = std::async([&folder] {
    return Decision::load(folder / "garble-broken.txt", folder / "garble-repaired.txt", folder / "garble-decision.txt");
  });
  auto table = SubstitutionTable::load(folder / "substitutions.txt", *words);
  Examiner examiner(std::move(words), std::move(facts), std::move(table));
  return {std::move(examiner), decision.get()};
}

void choose(std::span<const Replacement> suspects, std::vector<Phrase>& out) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < suspects.size(); ++i) {
    if (may_be_broken(suspects[i])) order.push_back(i);
  }
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(suspects[a].settled, suspects[a].repaired) >
           std::tuple(suspects[b].settled, suspects[b].repaired);
  });
  const std::size_t first = out.size();
  ClaimedRanges places;  // of the phrases
  for (const std::uint32_t i : order) {
    const Replacement& suspect = suspects[i];
    const std::uint32_t end = claimed_end(suspect);
    const ClaimedRanges::Claim* claim = places.find(suspect.start, end);
    if (claim == nullptr) {
      places.add(suspect.start, end, static_cast<std::uint32_t>(out.size()));
      out.emplace_back().suspect = suspect;
      continue;
    }
    // One that has the same window is the only one it overlaps.
    Phrase& phrase = out[claim->number];
    if (same_window(phrase.suspect, suspect) && phrase.alternatives.size() < most_alternatives)
      phrase.alternatives.push_back({suspect.filler, suspect.filler_size});
  }
  std::ranges::sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), {},
                    [](const Phrase& phrase) { return phrase.suspect.start; });
}

void Detector::look_quickly(Examiner::Reader& reader, std::uint32_t paragraph, std::vector<Phrase>& out) const {
  std::vector<Replacement> replacements;
  reader.look_quickly(paragraph, [&](Suspect& suspect) {
    decision_.judge_broken(suspect);
    if (!may_be_broken(suspect)) return;
    decision_.judge_repaired(suspect);
    replacements.push_back(suspect);
  });
  choose(replacements, out);
}

void Detector::look_thoroughly(Examiner::Reader& reader, std::uint32_t paragraph, std::vector<Phrase>& out) const {
  std::vector<Suspect> suspects;
  reader.look_thoroughly(paragraph, &decision_, suspects);
  choose(std::vector<Replacement>(suspects.begin(), suspects.end()), out);
}

std::vector<Phrase> Detector::look_quickly(std::span<const text::Analysis> paragraphs) const {
  std::vector<Phrase> phrases;
  Examiner::Reader reader(examiner_, paragraphs);
  reader.read();
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i) look_quickly(reader, i, phrases);
  return phrases;
}

std::vector<Phrase> Detector::look_thoroughly(std::span<const text::Analysis> paragraphs) const {
  std::vector<Phrase> phrases;
  Examiner::Reader reader(examiner_, paragraphs);
  reader.read();
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i) look_thoroughly(reader, i, phrases);
  return phrases;
}

std::vector<ParagraphEvidence> Detector::weigh(std::span<const text::Analysis> paragraphs,
                                               std::span<const Phrase> phrases) const {
  const std::vector<std::uint32_t> firsts = first_copies(paragraphs);
  std::vector<ParagraphEvidence> evidence(paragraphs.size());
  for (std::size_t i = 0; i < paragraphs.size(); ++i) evidence[i].words = count_words(paragraphs[i]);
  std::set<std::array<model::WordId, Suspect::longest>> seen;
  for (const Phrase& phrase : phrases) {
    const std::size_t kind = decision_.kind(phrase.suspect);
    if (kind == ParagraphEvidence::kinds || firsts[phrase.suspect.paragraph] != phrase.suspect.paragraph) continue;
    if (seen.insert(phrase.suspect.window).second) ++evidence[phrase.suspect.paragraph].places[kind];
  }
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (firsts[i] != i && shows_something(evidence[firsts[i]])) evidence[i] = {};
  }
  return evidence;
}

Detection Detector::detect(Examiner::Reader& reader, std::span<const text::Analysis> paragraphs, float least) const {
  Detection detection;
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i) look_quickly(reader, i, detection.phrases);
  detection.evidence = weigh(paragraphs, detection.phrases);
  decision_.passages().judge(detection.evidence, detection.rewritten);
  judge_copies_alike(first_copies(paragraphs), detection);

  const auto is_suspicious = [&](std::uint32_t paragraph) { return detection.rewritten[paragraph] >= worth_a_look; };
  std::erase_if(detection.phrases, [&](const Phrase& phrase) { return is_suspicious(phrase.suspect.paragraph); });
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i) {
    if (is_suspicious(i)) look_thoroughly(reader, i, detection.phrases);
  }
  for (Phrase& phrase : detection.phrases) {
    phrase.confidence = decision_.confidence(phrase.suspect.broken, detection.rewritten[phrase.suspect.paragraph]);
  }
  std::erase_if(detection.phrases, [&](const Phrase& phrase) { return phrase.confidence < least; });
  std::ranges::sort(detection.phrases, {},
                    [](const Phrase& p) { return std::tuple(p.suspect.paragraph, p.suspect.start); });
  return detection;
}

}  // namespace soat::check::garble
