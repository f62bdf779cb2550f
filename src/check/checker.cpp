#include "check/checker.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <future>
#include <iterator>
#include <utility>

#include "check/finding_collector.h"
#include "check/join_runs.h"
#include "check/merge.h"
#include "check/model_ranker.h"
#include "check/ngram/scored_sentence.h"
#include "check/ngram/word_facts.h"
#include "check/rule.h"
#include "check/rule_data.h"
#include "check/rule_info.h"
#include "check/rule_weights.h"
#include "check/rule_words.h"
#include "check/rules/capitalisation/capital_table.h"
#include "check/rules/garble/doubling_table.h"
#include "check/rules/spelling/confusable_table.h"
#include "check/single_word.h"
#include "check/suggested_tones.h"
#include "check/suggestion_ranker.h"
#include "check/syllable_candidates.h"
#include "lexicon/lexicon.h"
#include "model/additions.h"
#include "model/language_model.h"
#include "text/analysis.h"
#include "text/error.h"
#include "text/table_reader.h"

namespace soat::check {

struct Checker::Parts {
  std::shared_ptr<const lexicon::Lexicon> lexicon;
  std::unique_ptr<const SyllableCandidates> candidates;
  std::shared_ptr<const model::LanguageModel> model;
  std::unique_ptr<const SuggestionRanker> ranker;
  std::shared_ptr<const CapitalTable> varying;
  std::vector<std::unique_ptr<Rule>> rules;
  std::vector<Error> problems;
};

namespace {

// One damaged file of a user's must not switch the language model off.
std::vector<std::filesystem::path> usable_additions(const std::vector<std::filesystem::path>& files,
                                                    std::vector<Error>& problems) {
  std::vector<std::filesystem::path> usable;
  for (const std::filesystem::path& file : files) {
    try {
      model::Additions::read(file);
      usable.push_back(file);
    } catch (const Error& error) {
      problems.push_back(error);
    }
  }
  return usable;
}

// A table that rules read; none when it cannot be used.
template <class Table>
std::shared_ptr<const Table> load_table(const std::filesystem::path& file, std::vector<Error>& problems) {
  try {
    return std::make_shared<const Table>(Table::load(file));
  } catch (const Error& error) {
    problems.push_back(error);
    return nullptr;
  }
}

// Hunspell reads the affix file, Soát only sees to it that it is whole.
void check_affixes(const std::filesystem::path& file, std::vector<Error>& problems) {
  try {
    text::TableReader table(file, "affixes");
    while (table.next()) continue;
  } catch (const Error& error) {
    problems.push_back(error);
  }
}

// What several rules read, and what is wrong with it. A table that cannot be used is none.
struct SharedTables {
  std::vector<Error> problems;
  std::shared_ptr<const RuleWeights> weights;
  std::shared_ptr<const CapitalTable> varying;
  std::shared_ptr<const RuleWords> words;
  std::shared_ptr<const ConfusableTable> confusables;
  std::shared_ptr<const DoublingTable> doubling;
};

SharedTables load_tables(const std::filesystem::path& folder) {
  SharedTables tables;
  check_affixes(folder / "vi_VN.aff", tables.problems);
  tables.weights = load_table<RuleWeights>(folder / "rule-weights.txt", tables.problems);
  tables.varying = load_table<CapitalTable>(folder / "capitals-varying.txt", tables.problems);
  tables.words = load_table<RuleWords>(folder / "rule-words.txt", tables.problems);
  tables.confusables = load_table<ConfusableTable>(folder / "confusables.txt", tables.problems);
  tables.doubling = load_table<DoublingTable>(folder / "doubling.txt", tables.problems);
  return tables;
}

// The rules of all entries, in the order of these; what is wrong with their data goes to data.problems, in the same
// order. A second thread takes part: half of what loading costs is data of rules.
std::vector<std::unique_ptr<Rule>> make_rules(const RuleData& data) {
  struct Made {
    std::unique_ptr<Rule> rule;
    std::vector<Error> problems;
  };
  const std::span<const RuleInfo> infos = rule_infos();
  std::vector<Made> made(infos.size());
  std::atomic<std::size_t> next = 0;
  const auto make_some = [&] {
    for (std::size_t i = next++; i < infos.size(); i = next++) {
      if (infos[i].make != nullptr) made[i].rule = infos[i].make(data.with(made[i].problems));
    }
  };
  std::future<void> beside = std::async(make_some);
  make_some();
  beside.get();
  std::vector<std::unique_ptr<Rule>> rules;
  for (Made& one : made) {
    std::ranges::move(one.problems, std::back_inserter(data.problems));
    if (one.rule != nullptr) rules.push_back(std::move(one.rule));
  }
  return rules;
}

// A paragraph with placeholders, as for a field, in the place of stretches whose letters mean others.
std::u16string without(std::u16string_view paragraph, std::span<const text::LegacyStretch> stretches) {
  constexpr char16_t placeholder = u'\uFFFC';
  std::u16string out(paragraph);
  for (const text::LegacyStretch& stretch : stretches) {
    std::fill(out.begin() + stretch.start, out.begin() + stretch.end, placeholder);
  }
  return out;
}

// The paragraphs taken apart, without the stretches (in order) whose letters mean others.
std::vector<text::Analysis> analyse_all(std::span<const std::u16string_view> paragraphs,
                                        std::span<const text::LegacyStretch> legacy, const std::stop_token& stop = {}) {
  std::vector<text::Analysis> analyses(paragraphs.size());
  auto stretch = legacy.begin();
  for (std::uint32_t i = 0; i < paragraphs.size() && !stop.stop_requested(); ++i) {
    const auto first = stretch;
    while (stretch != legacy.end() && stretch->paragraph == i) ++stretch;
    if (first == stretch) {
      text::analyse(paragraphs[i], analyses[i]);
    } else {
      text::analyse(without(paragraphs[i], {first, stretch}), analyses[i]);
    }
  }
  return analyses;
}

// A rule in the check of one document.
struct RuleAtWork {
  const Rule& rule;
  std::unique_ptr<SentenceWork> sentences;
};

// Reads the document's sentences by the language model, once for all rules that want them.
void read_sentences(const model::LanguageModel* words, const DocumentView& view, std::span<const RuleAtWork> rules,
                    const std::stop_token& stop) {
  if (words == nullptr || std::ranges::none_of(rules, [](const RuleAtWork& rule) { return rule.sentences != nullptr; }))
    return;
  ngram::read_sentences(
      *words, view.paragraphs,
      [&](std::uint32_t paragraph, std::uint32_t number, ngram::ScoredSentence& sentence) {
        for (const RuleAtWork& rule : rules) {
          if (rule.sentences != nullptr) rule.sentences->take(paragraph, number, sentence);
        }
      },
      stop);
}

}  // namespace

Checker::Checker(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Checker::~Checker() = default;

std::shared_ptr<const Checker> Checker::load(const LoadOptions& options) {
  auto parts = std::make_unique<Parts>();
  std::future<SharedTables> reading = std::async(load_tables, options.data);
  std::vector<std::u16string> own_words = options.personal;
  try {
    parts->model =
        model::LanguageModel::open(options.data / "soat.model", usable_additions(options.additions, parts->problems));
    parts->ranker = make_model_ranker(parts->model);
    std::ranges::move(parts->model->added_words(), std::back_inserter(own_words));
  } catch (const Error& error) {
    parts->problems.push_back(error);
  }
  parts->lexicon = lexicon::Lexicon::load({options.data, options.foreign, std::move(own_words)});
  parts->candidates = std::make_unique<SyllableCandidates>(*parts->lexicon);
  const SharedTables tables = reading.get();
  std::ranges::copy(tables.problems, std::back_inserter(parts->problems));
  parts->varying = tables.varying;
  const RuleData data{*parts->lexicon,
                      *parts->candidates,
                      options.data,
                      parts->ranker.get(),
                      parts->problems,
                      parts->model,
                      parts->model != nullptr ? std::make_shared<const ngram::WordFacts>(*parts->model) : nullptr,
                      tables.words,
                      tables.confusables,
                      tables.doubling,
                      tables.weights.get(),
                      tables.varying};
  parts->rules = make_rules(data);
  return std::shared_ptr<const Checker>(new Checker(std::move(parts)));
}

std::vector<Finding> Checker::check(std::span<const std::u16string_view> paragraphs,
                                    const CheckOptions& options) const {
  return check_and_assess(paragraphs, options).findings;
}

Checked Checker::check_and_assess(std::span<const std::u16string_view> paragraphs, const CheckOptions& options) const {
  const std::vector<text::LegacyStretch> legacy = text::find_legacy(paragraphs, options.fonts);
  const std::vector<text::Analysis> analyses = analyse_all(paragraphs, legacy, options.stop);
  const DocumentView view{analyses, options.profile, options.scope,       options.sources.get(),
                          legacy,   paragraphs,      options.house.get(), options.tones};
  FindingCollector collector(view);
  std::vector<RuleAtWork> rules;
  for (const std::unique_ptr<Rule>& rule : parts_->rules) {
    if (options.only.empty() ||
        std::find(options.only.begin(), options.only.end(), rule->info().category) != options.only.end())
      rules.push_back({*rule, rule->read_sentences(view)});
  }
  read_sentences(parts_->model.get(), view, rules, options.stop);
  for (const RuleAtWork& at_work : rules) {
    for (std::uint32_t i = 0; i < analyses.size() && !options.stop.stop_requested(); ++i)
      at_work.rule.check_paragraph(view, i, collector);
    if (options.stop.stop_requested()) return {};
    at_work.rule.check_document(view, collector);
    if (at_work.sentences != nullptr) at_work.sentences->finish(collector);
  }
  collector.leave_out_silenced();
  merge(collector.findings());
  join_runs(collector.findings(), analyses);
  if (options.tones) place_tones(collector.findings(), *options.tones);
  Assessment assessment = assess(collector.probabilities(), analyses, collector.findings());
  return {std::move(collector.findings()), std::move(assessment)};
}

std::vector<VariantGroup> Checker::variants(std::span<const std::u16string_view> paragraphs) const {
  return find_variants(analyse_all(paragraphs, text::find_legacy(paragraphs)), *parts_->lexicon, parts_->varying.get());
}

bool Checker::is_known_word(std::u16string_view word) const {
  return is_known(*parts_->lexicon, *parts_->candidates, word);
}

std::vector<std::u16string> Checker::suggest(std::u16string_view word) const {
  return suggestions_for(*parts_->lexicon, *parts_->candidates, word);
}

const std::shared_ptr<const model::LanguageModel>& Checker::language_model() const {
  return parts_->model;
}

const std::vector<Error>& Checker::problems() const {
  return parts_->problems;
}

std::vector<std::string> Checker::data_versions() const {
  std::vector<std::string> versions = {parts_->lexicon->version()};
  if (parts_->model != nullptr) {
    versions.push_back("soat.model: " + std::to_string(parts_->model->vocabulary_size()) + " words, n-grams up to " +
                       std::to_string(parts_->model->order()));
  }
  return versions;
}

}  // namespace soat::check
