#include "citation/session/formatter.h"

#include <set>
#include <utility>

#include "citation/csl/errors.h"
#include "citation/csl/style_files.h"
#include "text/error.h"

namespace soat::citation::session {

namespace {

using nlohmann::json;

// So many citations the engine is told one by one; with more, all anew is quicker.
constexpr std::size_t few = 4;

json engine_citation(const CitationInput& citation) {
  json properties = {{"noteIndex", citation.note}};
  if (citation.unsorted) properties["unsorted"] = true;
  return {{"citationID", citation.id}, {"citationItems", *citation.cites}, {"properties", std::move(properties)}};
}

// The style with this id, checked. Reads files: some milliseconds, more where its file has an unusual name.
CheckedStyle open_style(const FormatterSetup& setup) {
  const StyleFiles files(setup.style_folders);
  if (const auto found = files.find(setup.style)) {
    CheckedStyle style = files.open(found->path);
    if (style.info.id == setup.style) return style;  // else its file changed meanwhile
  }
  throw StyleMissing(setup.style);
}

bool same_form(const CitationInput& a, const CitationInput& b) {
  return a.unsorted == b.unsorted && (a.cites == b.cites || *a.cites == *b.cites);
}

}  // namespace

void Formatter::drop() {
  engine_.reset();
  items_.clear();
  known_.clear();
  uncited_.clear();
  pending_.clear();
}

// citeproc-js may have stopped halfway.
template <class Work>
auto Formatter::guard(Work work) {
  try {
    return work();
  } catch (...) {
    drop();
    throw;
  }
}

// The style as its file says now; where that cannot be used, as it was.
std::shared_ptr<const CheckedStyle> Formatter::style_of(const FormatterSetup& setup) {
  const bool known = style_ && style_->info.id == setup.style && setup_.style_folders == setup.style_folders;
  if (known && stamps_of(style_->files) == stamps_) return style_;
  // Before reading: what is written meanwhile is seen the next time.
  std::vector<FileStamp> stamps = known ? stamps_of(style_->files) : std::vector<FileStamp>();
  try {
    auto fresh = std::make_shared<CheckedStyle>(known ? StyleFiles(setup.style_folders).open(style_->files.front())
                                                      : open_style(setup));
    if (fresh->info.id != setup.style) *fresh = open_style(setup);
    if (!known || fresh->files != style_->files) stamps = stamps_of(fresh->files);
    const bool same = known && fresh->xml == style_->xml && fresh->info.default_locale == style_->info.default_locale;
    if (!same) style_ = std::move(fresh);
  } catch (const Error& error) {
    if (!known) throw;
    style_fault_ = error.message();
  }
  stamps_ = std::move(stamps);
  return style_;
}

StyleInfo Formatter::open(const FormatterSetup& setup) {
  const std::shared_ptr<const CheckedStyle> before = style_;
  const std::shared_ptr<const CheckedStyle> style = style_of(setup);
  if (engine_ && setup == setup_ && style == before) return info_;
  drop();
  EngineOptions options;
  options.style = *style;
  info_ = options.style.info;
  options.force_locale = !setup.locale.empty();
  options.locale = !setup.locale.empty() ? setup.locale : info_.default_locale.empty() ? "vi-VN" : info_.default_locale;
  options.vietnamese_order = setup.vietnamese_order;
  options.full_names = setup.full_names;
  options.mark_cites = setup.mark_cites;
  options.format = OutputFormat::rtf;
  options.locale_folders = setup.locale_folders;
  options.cancelled = &cancelled_;
  engine_ = std::make_unique<CslEngine>(std::move(options));
  setup_ = setup;
  return info_;
}

// An engine that knows the items.
CslEngine& Formatter::prepare(const Snapshot& snapshot) {
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
  if (!fresh.empty()) engine_->set_items(fresh);
  return *engine_;
}

void Formatter::restore(CslEngine& engine, const Snapshot& snapshot) {
  json citations = json::array();
  known_.clear();
  for (const CitationInput& citation : snapshot.citations) {
    citations.push_back(engine_citation(citation));
    known_[citation.id] = citation;
  }
  engine.restore(std::move(citations), snapshot.uncited);
  uncited_ = snapshot.uncited;
  pending_.clear();
}

// An engine that knows the citations too.
CslEngine& Formatter::follow(const Snapshot& snapshot) {
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
    for (const auto& changed : engine.insert(engine_citation(snapshot.citations[i]), before, after).changed) {
      pending_[changed.id] = changed.text;
    }
    known_[snapshot.citations[i].id] = snapshot.citations[i];
  }
  if (uncited_ != snapshot.uncited) {
    engine.set_uncited(snapshot.uncited);
    uncited_ = snapshot.uncited;
  }
  return engine;
}

void Formatter::warm_up(const Snapshot& snapshot) {
  guard([&] { follow(snapshot); });
}

Formatter::Texts Formatter::insert(const Snapshot& snapshot, const CitationInput& citation, std::size_t at) {
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
    for (const auto& changed : engine.insert(engine_citation(citation), before, after).changed) {
      texts[changed.id] = changed.text;
    }
    now[citation.id] = citation;
    known_ = std::move(now);  // the engine forgets what is not named
    return texts;
  });
}

std::string Formatter::preview(const Snapshot& snapshot, const CitationInput& citation, std::size_t at) {
  return guard([&] {
    CslEngine& engine = follow(snapshot);
    std::vector<CitationPlace> before;
    std::vector<CitationPlace> after;
    for (std::size_t i = 0; i < snapshot.citations.size(); ++i) {
      (i < at ? before : after).emplace_back(snapshot.citations[i].id, snapshot.citations[i].note);
    }
    return engine.preview(engine_citation(citation), before, after);
  });
}

Formatter::Texts Formatter::removed(const Snapshot& snapshot) {
  if (snapshot.citations.empty()) {
    guard([&] { restore(prepare(snapshot), snapshot); });
    return {};
  }
  // Telling the engine one citation again tells it which others there are.
  Snapshot rest = snapshot;
  const CitationInput first = rest.citations.front();
  rest.citations.erase(rest.citations.begin());
  return insert(rest, first, 0);
}

Formatter::Texts Formatter::all(const Snapshot& snapshot, const Progress& progress) {
  return guard([&] {
    CslEngine& engine = prepare(snapshot);
    restore(engine, snapshot);
    const auto made = engine.render(snapshot.citations.size(), progress);
    Texts texts;
    for (std::size_t i = 0; i < made.size(); ++i) texts[snapshot.citations[i].id] = made[i];
    return texts;
  });
}

Bibliography Formatter::list(const Snapshot& snapshot, bool headings) {
  return guard([&] { return follow(snapshot).bibliography(headings, snapshot.omitted); });
}

}  // namespace soat::citation::session
