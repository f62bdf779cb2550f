#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "check/variants/capital_families.h"
#include "check/variants/name_spellings.h"
#include "check/variants/parts.h"
#include "text/letter_case.h"

namespace soat::check::variants {

using text::Analysis;

void add_names(std::span<const Analysis> paragraphs, const lexicon::Lexicon& lexicon, std::vector<VariantGroup>& out) {
  std::vector<NameSpellings> names = find_name_spellings(paragraphs, lexicon);
  std::ranges::sort(names, [](const NameSpellings& a, const NameSpellings& b) {
    return std::pair(a[0][0].paragraph, a[0][0].token) < std::pair(b[0][0].paragraph, b[0][0].token);
  });
  // A name of three words is two of two: what the first repairs is not told of again.
  std::set<std::pair<std::uint32_t, std::uint32_t>> claimed;
  for (const NameSpellings& spellings : names) {
    bool is_new = false;
    for (std::size_t i = 1; i < spellings.size(); ++i) {
      for (const NamePlace& place : spellings[i]) is_new = is_new || !claimed.contains({place.paragraph, place.token});
    }
    if (!is_new) continue;
    std::vector<std::vector<Spot>> spots;
    std::map<Spot, std::uint32_t> tokens;
    for (std::size_t i = 0; i < spellings.size(); ++i) {
      std::vector<Spot>& of_spelling = spots.emplace_back();
      for (const NamePlace& place : spellings[i]) {
        const Analysis& analysis = paragraphs[place.paragraph];
        of_spelling.push_back(
            {place.paragraph, analysis.tokens[place.token].start, analysis.tokens[place.token + 1].end});
        tokens[of_spelling.back()] = place.token;
        if (i > 0) claimed.insert({place.paragraph, place.token + 1});
      }
    }
    out.push_back(
        make_group(VariantKind::name, paragraphs, spots, [&](std::size_t way, const Spot& spot, std::size_t other) {
          const Analysis& there = paragraphs[spot.paragraph];
          if (way == other) return there.text.substr(spot.start, spot.end - spot.start);
          const NamePlace& model = spellings[other].front();
          return spelt_as(paragraphs[model.paragraph], model.token, there, tokens.at(spot));
        }));
  }
}

void add_bodies(std::span<const Analysis> paragraphs, const CapitalTable& varying, std::vector<VariantGroup>& out) {
  for (const auto& [line, family] : find_capital_families(paragraphs, varying)) {
    // Names of one line may be of several bodies.
    std::map<std::u16string, std::map<std::u16string, std::vector<Spot>>> bodies;
    for (const CapitalFamily::Wordings* wordings : {&family.by_norm, &family.otherwise}) {
      for (const auto& [wording, places] : *wordings) {
        std::vector<Spot>& spots = bodies[text::to_lower(wording)][wording];
        for (const CapitalPlace& place : places) {
          const auto& tokens = paragraphs[place.paragraph].tokens;
          spots.push_back(
              {place.paragraph, tokens[place.token].start, tokens[place.token + place.name->length - 1U].end});
        }
      }
    }
    for (const auto& [body, wordings] : bodies) {
      if (wordings.size() < 2) continue;
      std::vector<std::u16string> forms;
      std::vector<std::vector<Spot>> spots;
      for (const auto& [wording, places] : wordings) {
        forms.push_back(wording);
        spots.push_back(places);
      }
      out.push_back(make_group(VariantKind::body, paragraphs, spots,
                               [&](std::size_t, const Spot&, std::size_t other) { return forms[other]; }));
    }
  }
}

}  // namespace soat::check::variants
