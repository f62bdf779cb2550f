#include "check/garble/detector.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "check/garble/claimed_ranges.h"

namespace soat::check::garble {
namespace {

// From this probability on a paragraph is looked at thoroughly.
constexpr float worth_a_look = 0.3F;
// Below these log-odds a suspect is none.
constexpr float least_odds = -3;
constexpr std::size_t most_alternatives = 4;

bool same_window(const Suspect& a, const Suspect& b) {
  return std::tie(a.paragraph, a.start, a.end) == std::tie(b.paragraph, b.start, b.end);
}

}  // namespace

Detector::Detector(Examiner examiner, Decision decision)
    : examiner_(std::move(examiner)), decision_(std::move(decision)) {}

Detector Detector::load(const std::filesystem::path& folder, std::shared_ptr<const model::LanguageModel> words) {
  auto table = SubstitutionTable::load(folder / "substitutions.txt", *words);
  return {Examiner(std::move(words), std::move(table)),
          Decision::load(folder / "garble-broken.txt", folder / "garble-repaired.txt", folder / "garble-decision.txt")};
}

std::vector<Phrase> choose(std::span<const Suspect> suspects) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < suspects.size(); ++i) {
    if (suspects[i].settled || suspects[i].broken > least_odds) order.push_back(i);
  }
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(suspects[a].settled, suspects[a].repaired) >
           std::tuple(suspects[b].settled, suspects[b].repaired);
  });
  std::vector<Phrase> phrases;
  std::vector<ClaimedRanges> places;  // by paragraph: its phrases
  for (const std::uint32_t i : order) {
    const Suspect& suspect = suspects[i];
    if (places.size() <= suspect.paragraph) places.resize(suspect.paragraph + std::size_t{1});
    ClaimedRanges& place = places[suspect.paragraph];
    const std::uint32_t end = claimed_end(suspect);
    const ClaimedRanges::Claim* claim = place.find(suspect.start, end);
    if (claim == nullptr) {
      place.add(suspect.start, end, static_cast<std::uint32_t>(phrases.size()));
      phrases.emplace_back().suspect = suspect;
      continue;
    }
    // One that has the same window is the only one it overlaps.
    Phrase& phrase = phrases[claim->number];
    if (same_window(phrase.suspect, suspect) && phrase.alternatives.size() < most_alternatives)
      phrase.alternatives.push_back(suspect);
  }
  std::ranges::sort(phrases, {}, [](const Phrase& p) { return std::tuple(p.suspect.paragraph, p.suspect.start); });
  return phrases;
}

std::vector<Phrase> Detector::look_quickly(std::span<const text::Analysis> paragraphs) const {
  std::vector<Suspect> suspects;
  Examiner::Reader(examiner_, paragraphs).look_quickly(suspects);
  for (Suspect& suspect : suspects) decision_.judge(suspect);
  return choose(suspects);
}

std::vector<Phrase> Detector::look_thoroughly(std::span<const text::Analysis> paragraphs) const {
  std::vector<Suspect> suspects;
  Examiner::Reader reader(examiner_, paragraphs);
  reader.look_quickly(suspects);
  suspects.clear();
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i) reader.look_thoroughly(i, &decision_, suspects);
  return choose(suspects);
}

std::vector<ParagraphEvidence> Detector::weigh(std::span<const text::Analysis> paragraphs,
                                               std::span<const Phrase> phrases) const {
  std::vector<ParagraphEvidence> evidence(paragraphs.size());
  for (std::size_t i = 0; i < paragraphs.size(); ++i) evidence[i].words = count_words(paragraphs[i]);
  std::set<std::array<model::WordId, Suspect::longest>> seen;
  for (const Phrase& phrase : phrases) {
    const std::size_t kind = decision_.kind(phrase.suspect);
    if (kind == ParagraphEvidence::kinds || !seen.insert(phrase.suspect.window).second) continue;
    ++evidence[phrase.suspect.paragraph].places[kind];
  }
  return evidence;
}

Detection Detector::detect(std::span<const text::Analysis> paragraphs, float least) const {
  Detection detection;
  std::vector<Suspect> suspects;
  Examiner::Reader reader(examiner_, paragraphs);
  reader.look_quickly(suspects);
  for (Suspect& suspect : suspects) decision_.judge(suspect);
  detection.phrases = choose(suspects);
  detection.evidence = weigh(paragraphs, detection.phrases);
  decision_.passages().judge(detection.evidence, detection.rewritten);

  const auto is_suspicious = [&](std::uint32_t paragraph) { return detection.rewritten[paragraph] >= worth_a_look; };
  suspects.clear();
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i) {
    if (is_suspicious(i)) reader.look_thoroughly(i, &decision_, suspects);
  }
  std::erase_if(detection.phrases, [&](const Phrase& phrase) { return is_suspicious(phrase.suspect.paragraph); });
  std::ranges::move(choose(suspects), std::back_inserter(detection.phrases));
  for (Phrase& phrase : detection.phrases) {
    phrase.confidence = decision_.confidence(phrase.suspect.broken, detection.rewritten[phrase.suspect.paragraph]);
  }
  std::erase_if(detection.phrases, [&](const Phrase& phrase) { return phrase.confidence < least; });
  std::ranges::sort(detection.phrases, {},
                    [](const Phrase& p) { return std::tuple(p.suspect.paragraph, p.suspect.start); });
  return detection;
}

}  // namespace soat::check::garble
