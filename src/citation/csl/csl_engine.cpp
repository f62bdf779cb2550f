#include "citation/csl/csl_engine.h"

#include <map>
#include <optional>

#include "citation/csl/bytecode.h"
#include "citation/csl/errors.h"
#include "citation/csl/locale_files.h"
#include "citation/csl/script_runtime.h"
#include "citation/csl/vietnamese_item.h"
#include "texts/texts.h"

namespace soat::citation {
namespace {

using nlohmann::json;

// Our own styles have words for Vietnamese legal documents.
constexpr std::string_view kOwnStyles = "https://soat.invalid/styles/";

const char* format_name(OutputFormat format) {
  switch (format) {
    case OutputFormat::html:
      return "html";
    case OutputFormat::rtf:
      return "rtf";
    case OutputFormat::text:
      break;
  }
  return "text";
}

json places(const std::vector<CitationPlace>& list) {
  json result = json::array();
  for (const auto& [id, note] : list) result.push_back({id, note});
  return result;
}

double number(const json& object, const char* key, double fallback) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number() ? found->get<double>() : fallback;
}

Bibliography read_bibliography(const json& made) {
  Bibliography result;
  for (const json& group : made.at("groups")) {
    BibliographyGroup& out = result.groups.emplace_back();
    out.language = group.at("language");
    out.heading = group.at("heading");
    for (const json& entry : group.at("entries")) out.entries.push_back({entry.at("id"), entry.at("text")});
  }
  result.start = made.value("start", "");
  result.end = made.value("end", "");
  result.hanging_indent = made.value("hanging_indent", false);
  result.second_field_align = made.value("second_field_align", "");
  result.line_spacing = number(made, "line_spacing", 1);
  result.entry_spacing = number(made, "entry_spacing", 1);
  result.max_offset = static_cast<int>(number(made, "max_offset", 0));
  result.all_headings = made.value("all_headings", std::vector<std::string>());
  return result;
}

}  // namespace

class CslEngine::State {
 public:
  explicit State(EngineOptions options) : options_(std::move(options)) {}

  const StyleInfo& style() const { return options_.style.info; }

  // The runtime is made for the first call.
  json call(const char* name, const json& argument) {
    if (!runtime_) start();
    return call(*runtime_, name, argument);
  }

  std::vector<ItemFault> set_items(const json& items) {
    std::vector<ItemFault> faults;
    json fresh = json::array();
    for (const json& item : items) {
      json checked = checked_item(item, faults);
      if (options_.vietnamese_order) {
        prepare_vietnamese(checked);
      } else if (options_.full_names != FullNames::never) {
        mark_vietnamese_names(checked);
      }
      fresh.push_back(checked);
      const std::string id = checked["id"];
      items_.insert_or_assign(id, std::move(checked));
    }
    call("soatItems", fresh);
    return faults;
  }

 private:
  void start() {
    ScriptRuntime::Limits limits;
    limits.memory = options_.memory_limit;
    auto runtime = std::make_unique<ScriptRuntime>(limits, LocaleFiles(options_.locale_folders));
    try {
      runtime->load({soat_bytecode_citeproc, soat_bytecode_citeproc_size});
      runtime->load({soat_bytecode_vietnamese, soat_bytecode_vietnamese_size});
      runtime->load({soat_bytecode_host, soat_bytecode_host_size});
    } catch (const ScriptError& error) {
      throw EngineError({texts::error_engine, error.what()}, "");
    }
    // citeproc-js sees the language of the style that this one refers to.
    const StyleInfo& info = options_.style.info;
    const bool own_locale = !options_.force_locale && !info.parent.empty() && !info.default_locale.empty();
    call(*runtime, "soatCreate",
         {{"style", options_.style.xml},
          {"locale", own_locale ? info.default_locale : options_.locale},
          {"format", format_name(options_.format)},
          {"vietnamese_order", options_.vietnamese_order},
          {"full_names", word_of(options_.full_names)},
          {"force_locale", options_.force_locale || own_locale},
          {"mark_cites", options_.mark_cites},
          {"knows_legal", options_.style.xml.find(kOwnStyles) != std::string::npos}});
    if (!items_.empty()) {
      json known = json::array();
      for (const auto& [id, item] : items_) known.push_back(item);
      call(*runtime, "soatItems", known);
    }
    runtime_ = std::move(runtime);
  }

  json call(ScriptRuntime& runtime, const char* name, const json& argument) {
    std::string text;
    try {
      text = argument.dump();
    } catch (const json::exception&) {
      throw EngineError(texts::error_engine_not_utf8, "");
    }
    try {
      const auto whole = options_.time_limit + std::chrono::milliseconds(100) * items_.size();
      return json::parse(runtime.call(name, text, {whole, options_.step_limit}, cancelled()));
    } catch (const ScriptError& error) {
      if (cancelled()) {
        drop(error);
        throw Cancelled();
      }
      const text::Message told =
          error.step().empty() ? text::Message(texts::error_engine_style, style_name(), error.message())
                               : text::Message(texts::error_engine_item, style_name(), error.step(), error.message());
      throw EngineError(told, drop(error));
    }
  }

  // What was stopped midway is of no use any more. Gives the item that was worked on.
  std::string drop(const ScriptError& error) {
    if (error.halted()) runtime_.reset();
    return error.step();
  }

  std::string style_name() const {
    const StyleInfo& info = options_.style.info;
    if (info.title.empty() || info.id.empty()) return info.title + info.id;
    return info.title + " (" + info.id + ")";
  }

  const std::atomic<bool>& cancelled() const {
    static const std::atomic<bool> never = false;
    return options_.cancelled ? *options_.cancelled : never;
  }

  EngineOptions options_;
  std::unique_ptr<ScriptRuntime> runtime_;
  std::map<std::string, json> items_;  // as checked, by id
};

CslEngine::CslEngine(EngineOptions options) : state_(std::make_unique<State>(std::move(options))) {}

CslEngine::~CslEngine() = default;

const StyleInfo& CslEngine::style() const {
  return state_->style();
}

std::vector<ItemFault> CslEngine::set_items(const json& items) {
  return state_->set_items(items);
}

CitationUpdate CslEngine::insert(json citation, const std::vector<CitationPlace>& before,
                                 const std::vector<CitationPlace>& after) {
  const json answer = state_->call(
      "soatInsert", {{"citation", std::move(citation)}, {"before", places(before)}, {"after", places(after)}});
  CitationUpdate update;
  update.bibliography_changed = answer.at("bibliography_changed");
  for (const json& one : answer.at("changed")) {
    update.changed.push_back({one.at("index"), one.value("id", ""), one.at("text")});
  }
  return update;
}

std::string CslEngine::preview(json citation, const std::vector<CitationPlace>& before,
                               const std::vector<CitationPlace>& after) {
  return state_
      ->call("soatPreview", {{"citation", std::move(citation)}, {"before", places(before)}, {"after", places(after)}})
      .get<std::string>();
}

void CslEngine::restore(json citations, const std::vector<std::string>& uncited) {
  state_->call("soatRestore", {{"citations", std::move(citations)}, {"uncited", uncited}});
}

std::vector<std::string> CslEngine::render(std::size_t count,
                                           const std::function<void(std::size_t, std::size_t)>& progress) {
  constexpr std::size_t step = 5;  // each in the time limit of one call
  std::vector<std::string> texts;
  while (texts.size() < count) {
    const json made = state_->call("soatRender", {{"from", texts.size()}, {"to", texts.size() + step}});
    if (made.empty()) break;
    for (const json& one : made) texts.push_back(one.get<std::string>());
    if (progress) progress(texts.size(), count);
  }
  return texts;
}

void CslEngine::set_uncited(const std::vector<std::string>& items) {
  state_->call("soatUncited", items);
}

Bibliography CslEngine::bibliography(bool by_language, const std::vector<std::string>& omitted) {
  return read_bibliography(state_->call("soatBibliography", {{"by_language", by_language}, {"omitted", omitted}}));
}

}  // namespace soat::citation
