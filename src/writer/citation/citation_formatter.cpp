#include "writer/citation/citation_formatter.h"

#include <utility>

#include "writer/citation/citation_styles.h"

namespace soat::writer {

namespace {

using citation::CitationPlace;
using citation::CslEngine;
using nlohmann::json;

// So many citations the engine is told one by one; with more, all anew is quicker.
constexpr std::size_t few = 4;

json engine_citation(const CitationInput& citation) {
  json properties = {{"noteIndex", citation.note}};
  if (citation.unsorted) properties["unsorted"] = true;
  return {{"citationID", citation.id}, {"citationItems", *citation.cites}, {"properties", std::move(properties)}};
}

bool same_form(const CitationInput& a, const CitationInput& b) {
  return a.unsorted == b.unsorted && (a.cites == b.cites || *a.cites == *b.cites);
}

}  // namespace

void CitationFormatter::cancel() {
  std::shared_ptr<CslEngine> engine;
  {
    const std::lock_guard lock(mutex_);
    engine = engine_;
  }
  if (engine) engine->cancel();
}

void CitationFormatter::drop() {
  std::shared_ptr<CslEngine> old;
  {
    const std::lock_guard lock(mutex_);
    old = std::move(engine_);
    engine_.reset();
  }
  items_.clear();
  known_.clear();
  uncited_.clear();
  pending_.clear();
}

// citeproc-js may have stopped halfway.
template <class Work>
auto CitationFormatter::guard(Work work) {
  try {
    return work();
  } catch (...) {
    drop();
    throw;
  }
}

citation::StyleInfo CitationFormatter::open(const FormatterSetup& setup) {
  if (engine_ && setup == setup_) return info_;
  drop();
  citation::EngineOptions options;
  options.style = open_style(setup.style_folders, setup.style);
  info_ = options.style.info;
  options.force_locale = !setup.locale.empty();
  options.locale = !setup.locale.empty() ? setup.locale : info_.default_locale.empty() ? "vi-VN" : info_.default_locale;
  options.vietnamese_order = setup.vietnamese_order;
  options.format = citation::OutputFormat::rtf;
  options.locale_folders = setup.locale_folders;
  auto engine = std::make_shared<CslEngine>(std::move(options));
  setup_ = setup;
  const std::lock_guard lock(mutex_);
  engine_ = std::move(engine);
  return info_;
}

// An engine that knows the items.
CslEngine& CitationFormatter::prepare(const CitationSnapshot& snapshot) {
  for (const auto& [id, data] : snapshot.items) {
    const auto known = items_.find(id);
    // citeproc-js keeps what it made of an item.
    if (known != items_.end() && known->second != data && *known->second != *data) {
      drop();
      break;
    }
  }
  open(snapshot.setup);
  json fresh = json::array();
  for (const auto& [id, data] : snapshot.items) {
    if (items_.emplace(id, data).second) fresh.push_back(*data);
  }
  if (!fresh.empty()) engine_->set_items(std::move(fresh)).get();
  return *engine_;
}

void CitationFormatter::restore(CslEngine& engine, const CitationSnapshot& snapshot) {
  json citations = json::array();
  known_.clear();
  for (const CitationInput& citation : snapshot.citations) {
    citations.push_back(engine_citation(citation));
    known_[citation.id] = citation;
  }
  engine.restore(std::move(citations), snapshot.uncited).get();
  uncited_ = snapshot.uncited;
  pending_.clear();
}

// An engine that knows the citations too.
CslEngine& CitationFormatter::follow(const CitationSnapshot& snapshot) {
  CslEngine& engine = prepare(snapshot);
  std::set<std::size_t> unknown;
  for (std::size_t i = 0; i < snapshot.citations.size(); ++i) {
    const auto known = known_.find(snapshot.citations[i].id);
    if (known == known_.end() || !same_form(known->second, snapshot.citations[i])) unknown.insert(i);
  }
  if (unknown.size() > few) {
    restore(engine, snapshot);
    return engine;
  }
  for (const std::size_t i : unknown) {
    std::vector<CitationPlace> before;
    std::vector<CitationPlace> after;
    for (std::size_t j = 0; j < snapshot.citations.size(); ++j) {
      const CitationInput& other = snapshot.citations[j];
      if (j == i || (j > i && unknown.contains(j))) continue;
      (j < i ? before : after).emplace_back(other.id, other.note);
    }
    for (const auto& changed : engine.insert(engine_citation(snapshot.citations[i]), before, after).get().changed) {
      pending_[changed.id] = changed.text;
    }
    known_[snapshot.citations[i].id] = snapshot.citations[i];
  }
  if (uncited_ != snapshot.uncited) {
    engine.set_uncited(snapshot.uncited).get();
    uncited_ = snapshot.uncited;
  }
  return engine;
}

void CitationFormatter::warm_up(const CitationSnapshot& snapshot) {
  guard([&] { follow(snapshot); });
}

CitationFormatter::Texts CitationFormatter::insert(const CitationSnapshot& snapshot, const CitationInput& citation,
                                                   std::size_t at) {
  return guard([&] {
    CslEngine& engine = follow(snapshot);
    std::vector<CitationPlace> before;
    std::vector<CitationPlace> after;
    std::map<std::string, CitationInput> now;
    for (std::size_t i = 0; i < snapshot.citations.size(); ++i) {
      const CitationInput& other = snapshot.citations[i];
      (i < at ? before : after).emplace_back(other.id, other.note);
      now[other.id] = other;
    }
    Texts texts = std::exchange(pending_, {});
    for (const auto& changed : engine.insert(engine_citation(citation), before, after).get().changed) {
      texts[changed.id] = changed.text;
    }
    now[citation.id] = citation;
    known_ = std::move(now);  // the engine forgets what is not named
    return texts;
  });
}

std::string CitationFormatter::preview(const CitationSnapshot& snapshot, const CitationInput& citation,
                                       std::size_t at) {
  return guard([&] {
    CslEngine& engine = follow(snapshot);
    std::vector<CitationPlace> before;
    std::vector<CitationPlace> after;
    for (std::size_t i = 0; i < snapshot.citations.size(); ++i) {
      (i < at ? before : after).emplace_back(snapshot.citations[i].id, snapshot.citations[i].note);
    }
    return engine.preview(engine_citation(citation), before, after).get();
  });
}

CitationFormatter::Texts CitationFormatter::removed(const CitationSnapshot& snapshot) {
  if (snapshot.citations.empty()) {
    guard([&] { restore(prepare(snapshot), snapshot); });
    return {};
  }
  // Telling the engine one citation again tells it which others there are.
  CitationSnapshot rest = snapshot;
  const CitationInput first = rest.citations.front();
  rest.citations.erase(rest.citations.begin());
  return insert(rest, first, 0);
}

CitationFormatter::Texts CitationFormatter::all(const CitationSnapshot& snapshot, const Progress& progress) {
  return guard([&] {
    CslEngine& engine = prepare(snapshot);
    restore(engine, snapshot);
    const auto made = engine.render(snapshot.citations.size(), progress).get();
    Texts texts;
    for (std::size_t i = 0; i < made.size(); ++i) texts[snapshot.citations[i].id] = made[i];
    return texts;
  });
}

citation::Bibliography CitationFormatter::list(const CitationSnapshot& snapshot, bool headings) {
  return guard([&] { return follow(snapshot).bibliography(headings, snapshot.omitted).get(); });
}

}  // namespace soat::writer
