#include "citation/csl/csl_engine.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "citation/csl/bytecode.h"
#include "citation/csl/errors.h"
#include "citation/csl/locale_files.h"
#include "citation/csl/script_runtime.h"
#include "citation/csl/vietnamese_item.h"

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
  return result;
}

}  // namespace

class CslEngine::Worker {
 public:
  explicit Worker(EngineOptions options) : options_(std::move(options)), thread_([this] { run(); }) {}

  ~Worker() {
    {
      const std::lock_guard lock(mutex_);
      stop_ = true;
      cancelled_ = true;
    }
    wake_.notify_all();
    thread_.join();
  }

  const StyleInfo& style() const { return options_.style.info; }

  // Queues work that gets the runtime; it is made for the first call, on the worker thread, where building the style
  // may take its time.
  template <typename Result>
  std::future<Result> post(std::function<Result(Worker&)> work) {
    auto promise = std::make_shared<std::promise<Result>>();
    std::future<Result> future = promise->get_future();
    {
      const std::lock_guard lock(mutex_);
      jobs_.push_back([this, promise, work = std::move(work)](bool cancelled) {
        try {
          if (cancelled) throw Cancelled();
          if constexpr (std::is_void_v<Result>) {
            work(*this);
            promise->set_value();
          } else {
            promise->set_value(work(*this));
          }
        } catch (...) {
          promise->set_exception(std::current_exception());
        }
      });
    }
    wake_.notify_one();
    return future;
  }

  json call(const char* name, const json& argument) {
    if (!runtime_) start();
    return call(*runtime_, name, argument);
  }

  std::vector<ItemFault> set_items(const json& items) {
    std::vector<ItemFault> faults;
    json fresh = json::array();
    for (const json& item : items) {
      json checked = checked_item(item, faults);
      if (options_.vietnamese_order) prepare_vietnamese(checked);
      fresh.push_back(checked);
      const std::string id = checked["id"];
      items_.insert_or_assign(id, std::move(checked));
    }
    call("soatItems", fresh);
    return faults;
  }

  void cancel() {
    const std::lock_guard lock(mutex_);
    cancel_until_ = jobs_.size();
    if (busy_) cancelled_ = true;
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
      throw EngineError(std::string("citation engine: ") + error.what(), "");
    }
    // citeproc-js sees the language of the style that this one refers to.
    const StyleInfo& info = options_.style.info;
    const bool own_locale = !options_.force_locale && !info.parent.empty() && !info.default_locale.empty();
    call(*runtime, "soatCreate",
         {{"style", options_.style.xml},
          {"locale", own_locale ? info.default_locale : options_.locale},
          {"format", format_name(options_.format)},
          {"vietnamese_order", options_.vietnamese_order},
          {"force_locale", options_.force_locale || own_locale},
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
      throw EngineError("citation engine: an item holds text that is not UTF-8", "");
    }
    try {
      const auto whole = options_.time_limit + std::chrono::milliseconds(100) * items_.size();
      return json::parse(runtime.call(name, text, {whole, options_.step_limit}, cancelled_));
    } catch (const ScriptError& error) {
      std::string message = "citation engine: ";
      if (cancelled_) {
        drop(error);
        throw Cancelled();
      }
      message += style_name();
      if (!error.step().empty()) message += ", item \"" + error.step() + "\"";
      throw EngineError(message + ": " + error.what(), drop(error));
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

  void run() {
    std::unique_lock lock(mutex_);
    for (;;) {
      wake_.wait(lock, [this] { return stop_ || !jobs_.empty(); });
      if (jobs_.empty()) break;
      auto job = std::move(jobs_.front());
      jobs_.pop_front();
      const bool skip = stop_ || cancel_until_ > 0;
      if (cancel_until_ > 0) --cancel_until_;
      busy_ = true;
      if (!stop_) cancelled_ = false;
      lock.unlock();
      job(skip);
      lock.lock();
      busy_ = false;
    }
    lock.unlock();
    runtime_.reset();  // a runtime belongs to the thread that made it
  }

  EngineOptions options_;
  std::unique_ptr<ScriptRuntime> runtime_;  // this and the items: worker thread only
  std::map<std::string, json> items_;       // as checked, by id
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void(bool)>> jobs_;
  std::size_t cancel_until_ = 0;  // so many of the waiting jobs are cancelled
  bool busy_ = false;
  bool stop_ = false;
  std::atomic<bool> cancelled_ = false;
  std::thread thread_;  // last: it uses the others
};

CslEngine::CslEngine(EngineOptions options) : worker_(std::make_unique<Worker>(std::move(options))) {}

CslEngine::~CslEngine() = default;

const StyleInfo& CslEngine::style() const {
  return worker_->style();
}

std::future<std::vector<ItemFault>> CslEngine::set_items(json items) {
  return worker_->post<std::vector<ItemFault>>(
      [items = std::move(items)](Worker& worker) { return worker.set_items(items); });
}

std::future<CitationUpdate> CslEngine::insert(json citation, std::vector<CitationPlace> before,
                                              std::vector<CitationPlace> after) {
  json input = {{"citation", std::move(citation)}, {"before", places(before)}, {"after", places(after)}};
  return worker_->post<CitationUpdate>([input = std::move(input)](Worker& worker) {
    const json answer = worker.call("soatInsert", input);
    CitationUpdate update;
    update.bibliography_changed = answer.at("bibliography_changed");
    for (const json& one : answer.at("changed")) {
      update.changed.push_back({one.at("index"), one.value("id", ""), one.at("text")});
    }
    return update;
  });
}

std::future<std::string> CslEngine::preview(json citation, std::vector<CitationPlace> before,
                                            std::vector<CitationPlace> after) {
  json input = {{"citation", std::move(citation)}, {"before", places(before)}, {"after", places(after)}};
  return worker_->post<std::string>(
      [input = std::move(input)](Worker& worker) { return worker.call("soatPreview", input).get<std::string>(); });
}

std::future<void> CslEngine::restore(json citations, std::vector<std::string> uncited) {
  json input = {{"citations", std::move(citations)}, {"uncited", std::move(uncited)}};
  return worker_->post<void>([input = std::move(input)](Worker& worker) { worker.call("soatRestore", input); });
}

std::future<std::vector<std::string>> CslEngine::render(std::size_t count,
                                                        std::function<void(std::size_t, std::size_t)> progress) {
  return worker_->post<std::vector<std::string>>([count, progress = std::move(progress)](Worker& worker) {
    constexpr std::size_t step = 5;  // each in the time limit of one call
    std::vector<std::string> texts;
    while (texts.size() < count) {
      const json made = worker.call("soatRender", {{"from", texts.size()}, {"to", texts.size() + step}});
      if (made.empty()) break;
      for (const json& one : made) texts.push_back(one.get<std::string>());
      if (progress) progress(texts.size(), count);
    }
    return texts;
  });
}

std::future<void> CslEngine::set_uncited(std::vector<std::string> items) {
  return worker_->post<void>([items = std::move(items)](Worker& worker) { worker.call("soatUncited", items); });
}

std::future<Bibliography> CslEngine::bibliography(bool by_language, std::vector<std::string> omitted) {
  json input = {{"by_language", by_language}, {"omitted", std::move(omitted)}};
  return worker_->post<Bibliography>(
      [input = std::move(input)](Worker& worker) { return read_bibliography(worker.call("soatBibliography", input)); });
}

void CslEngine::cancel() {
  worker_->cancel();
}

}  // namespace soat::citation
