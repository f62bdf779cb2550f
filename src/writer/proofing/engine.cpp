#include "writer/proofing/engine.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <utility>

#include "text/analysis.h"
#include "text/char_class.h"
#include "text/error.h"
#include "texts/texts.h"
#include "writer/border/border.h"
#include "writer/border/ending.h"
#include "writer/border/folders.h"
#include "writer/border/main_thread.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/proofing/tone_choice.h"

namespace soat::writer {

namespace {

constexpr std::size_t cache_limit = std::size_t{12} << 20;  // bytes: the paragraphs of some 2,000 pages

constexpr std::size_t most_noted = 200'000;
constexpr std::size_t most_address_units = 200'000;

// What `soat train --add` learnt from the user's own texts: the files *.additions in the folder soat of the user's
// profile, in the order of their names. The folder need not exist.
std::vector<std::filesystem::path> user_additions(const Context& context) {
  return guarded("additions", std::vector<std::filesystem::path>(), [&] {
    std::vector<std::filesystem::path> files;
    const std::filesystem::path folder = user_folder(context);
    std::error_code absent;
    for (const auto& entry : std::filesystem::directory_iterator(folder, absent)) {
      if (entry.path().extension() == ".additions") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
  });
}

// Folders where a system keeps Hunspell dictionaries of other languages.
std::vector<std::filesystem::path> foreign_dictionaries() {
  std::vector<std::filesystem::path> folders;
  if (const char* paths = std::getenv("DICPATH")) folders.emplace_back(paths);
  folders.emplace_back("/usr/share/hunspell");
  folders.emplace_back("/usr/share/myspell/dicts");
  return folders;
}

template <class Unit>
std::size_t bytes_of(const std::basic_string<Unit>& text) {
  return sizeof(text) + sizeof(Unit) * text.capacity();
}

// What an entry of the cache takes at most: its text, the findings with all that they say (part of which they may
// share), and what lists and tables need.
std::size_t bytes_of(std::u16string_view text, const std::vector<check::Finding>& findings) {
  constexpr std::size_t of_list_and_table = 160;
  std::size_t bytes = of_list_and_table + sizeof(char16_t) * text.size();
  for (const check::Finding& finding : findings) {
    bytes += sizeof(finding) + bytes_of(finding.message->vi) + bytes_of(finding.message->en);
    for (const std::u16string& suggestion : finding.suggestions) bytes += bytes_of(suggestion);
  }
  return bytes;
}

}  // namespace

Engine::Engine(std::function<void(const Context&)> started)
    : when_started_(std::move(started)), loader_({{}, {}, {}, {}, &await_this_thread}) {
  Ending::instance().add([this] { loader_.end(); });
}

void Engine::start(const Context& context) {
  {
    const std::lock_guard lock(mutex_);
    if (started_) return;
  }
  // Asked without the lock: the office may need its own locks to answer.
  Ending::instance().watch(context);
  const Files files{extension_folder(context), user_additions(context), kept_house_place(context)};
  set_tones(tone_choice(context).style);
  std::unique_lock lock(mutex_);
  if (started_) return;
  started_ = true;
  loader_.post([this, files] { load(files); });
  lock.unlock();
  guarded("engine", [&] { when_started_(context); });
}

void Engine::load(const Files& files) noexcept {
  std::shared_ptr<const check::Checker> checker;
  std::vector<Error> problems;
  std::vector<std::function<void()>> waiting;
  guarded("engine", [&] {
    try {
      ReadHouseList house = read_house_list(files.house_list);
      if (house.list == nullptr) problems = std::move(house.problems);  // of mere rows the options tell
      set_house_list(std::move(house.list));
      if (files.folder.empty()) throw soat::Error(texts::error_data_no_extension);
      check::LoadOptions options;
      options.data = files.folder / "dictionaries" / "vi";
      options.additions = files.additions;
      options.foreign = foreign_dictionaries();
      checker = check::Checker::load(options);
      problems.insert(problems.end(), checker->problems().begin(), checker->problems().end());
    } catch (const Error& error) {
      problems.push_back(error);
    } catch (const std::exception& error) {
      problems.emplace_back(error.what());
    }
    for (const Error& problem : problems) log_once(problem.what(), std::string_view("data not used"));
  });
  // Whatever went wrong: who waits must hear that loading has ended.
  {
    const std::lock_guard lock(mutex_);
    checker_ = std::move(checker);
    problems_ = std::move(problems);
    ended_ = true;
    waiting = std::move(waiting_);
  }
  loaded_.notify_all();
  for (const auto& action : waiting) guarded("engine", action);
}

void Engine::when_loaded(std::function<void()> action) {
  {
    const std::lock_guard lock(mutex_);
    if (!ended_) {
      waiting_.push_back(std::move(action));
      return;
    }
  }
  action();
}

std::shared_ptr<const check::Checker> Engine::checker(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  loaded_.wait_for(lock, patience, [this] { return ended_; });
  return checker_;
}

OUString Engine::problem_lines(const Context& context) {
  OUString lines;
  for (const Error& problem : problems()) lines += "\n" + text(context, problem);
  return lines;
}

std::vector<Error> Engine::problems() {
  const std::lock_guard lock(mutex_);
  return problems_;
}

Findings Engine::Recent::find(std::u16string_view text) {
  const auto found = by_text.find(text);
  if (found == by_text.end()) return nullptr;
  entries.splice(entries.begin(), entries, found->second);
  return found->second->findings;
}

void Engine::Recent::keep(std::u16string_view text, Findings findings) {
  const std::size_t own = bytes_of(text, *findings);
  entries.push_front({std::u16string(text), std::move(findings), own});
  by_text.emplace(entries.front().text, entries.begin());
  bytes += own;
  while (bytes > cache_limit && entries.size() > 1) {
    bytes -= entries.back().bytes;
    by_text.erase(entries.back().text);
    entries.pop_back();
  }
}

void Engine::Recent::clear() {
  by_text.clear();
  entries.clear();
  bytes = 0;
}

Findings Engine::check_paragraph(const check::Checker& checker, std::u16string_view paragraph, check::Profile profile) {
  Recent& recent = recent_[static_cast<std::size_t>(profile)];
  {
    const std::lock_guard lock(cache_mutex_);
    if (Findings findings = recent.find(paragraph)) return findings;
  }
  check::CheckOptions options;
  options.profile = profile;
  options.scope = check::Scope::fragment;
  options.sources = sources();
  options.house = house_list();
  options.tones = tones();
  const std::array paragraphs{paragraph};
  check::Checked checked = checker.check_and_assess(paragraphs, options);
  check::tell_passages(checked.assessment, checked.findings);
  auto findings = std::make_shared<const std::vector<check::Finding>>(std::move(checked.findings));

  const std::lock_guard lock(cache_mutex_);
  // Another thread was as quick, or the sources, the house list or the tone style are others now.
  if (!recent.by_text.contains(paragraph) && sources_ == options.sources && house_list_ == options.house &&
      tones_ == options.tones)
    recent.keep(paragraph, findings);
  return findings;
}

bool Engine::has_proofread(std::u16string_view text) {
  const std::lock_guard lock(cache_mutex_);
  return proofread_.contains(std::hash<std::u16string_view>()(text));
}

void Engine::note_proofread(std::u16string_view text) {
  const std::lock_guard lock(cache_mutex_);
  if (proofread_.size() >= most_noted) proofread_.clear();  // what is asked for once more is proofread once more
  proofread_.insert(std::hash<std::u16string_view>()(text));
}

bool Engine::is_in_address(std::u16string_view word) {
  const std::lock_guard lock(cache_mutex_);
  return !outside_.contains(word) && stands_in_address(word);
}

bool Engine::note_outside_addresses(std::u16string_view word) {
  const std::lock_guard lock(cache_mutex_);
  if (outside_.contains(word)) return false;
  if (outside_.size() >= most_noted) outside_.clear();
  outside_.emplace(word);
  return stands_in_address(word);
}

bool Engine::stands_in_address(std::u16string_view word) const {
  const text::CharTable& table = text::CharTable::get();
  for (std::size_t at = addresses_.find(word); at != std::u16string::npos; at = addresses_.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool whole =
        !table.is_word_unit(addresses_[at - 1]) && (end == addresses_.size() || !table.is_word_unit(addresses_[end]));
    if (whole) return true;
  }
  return false;
}

bool Engine::note_addresses(std::u16string_view text) {
  if (text.find_first_of(u"/@") == std::u16string_view::npos) return false;
  text::Analysis analysis;
  text::analyse(text, analysis);
  bool any = false;
  const std::lock_guard lock(cache_mutex_);
  for (const text::Token& token : analysis.tokens) {
    if (token.kind != text::TokenKind::url && token.kind != text::TokenKind::email) continue;
    const std::u16string line = u'\n' + std::u16string(analysis.view(token));
    if (addresses_.find(line) != std::u16string::npos) continue;
    if (addresses_.size() + line.size() > most_address_units) addresses_.clear();
    addresses_ += line;
    any = true;
  }
  return any;
}

std::shared_ptr<const reference::KnownSources> Engine::sources() {
  const std::lock_guard lock(cache_mutex_);
  return sources_;
}

std::shared_ptr<const check::HouseList> Engine::house_list() {
  const std::lock_guard lock(cache_mutex_);
  return house_list_;
}

void Engine::set_house_list(std::shared_ptr<const check::HouseList> list) {
  const std::lock_guard lock(cache_mutex_);
  house_list_ = std::move(list);
  for (Recent& recent : recent_) recent.clear();
}

std::optional<text::ToneStyle> Engine::tones() {
  const std::lock_guard lock(cache_mutex_);
  return tones_;
}

void Engine::set_tones(std::optional<text::ToneStyle> style) {
  const std::lock_guard lock(cache_mutex_);
  if (std::exchange(tones_, style) == style) return;
  for (Recent& recent : recent_) recent.clear();
}

void Engine::set_sources(std::shared_ptr<const reference::KnownSources> sources) {
  const std::lock_guard lock(cache_mutex_);
  sources_ = std::move(sources);
  for (Recent& recent : recent_) recent.clear();
}

}  // namespace soat::writer
