#include "citation/csl/script_runtime.h"

#include <quickjs.h>

#include <algorithm>
#include <cstddef>
#include <ctime>

#include "citation/csl/script_collation.h"
#include "citation/csl/script_heap.h"
#include "texts/texts.h"

namespace soat::citation {

namespace {

ScriptHeap& heap_of(JSMallocState* state) {
  return *static_cast<ScriptHeap*>(state->opaque);
}

void* allocate(JSMallocState* state, std::size_t size) {
  return heap_of(state).allocate(size);
}

void release(JSMallocState* state, void* block) {
  heap_of(state).release(block);
}

void* reallocate(JSMallocState* state, void* block, std::size_t size) {
  if (size > 0) return heap_of(state).reallocate(block, size);
  heap_of(state).release(block);
  return nullptr;
}

// Garbage is collected when so much has been made: citeproc-js makes it by the megabyte while it builds a style, and
// collecting it all the time doubled the time that APA takes.
constexpr std::size_t kCollectAt = std::size_t{50} << 20;

// Processor time of this thread; where the system does not tell it, time as it passes.
std::chrono::nanoseconds work_done() {
#ifdef CLOCK_THREAD_CPUTIME_ID
  timespec now{};
  if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0) {
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
  }
#endif
  return std::chrono::steady_clock::now().time_since_epoch();
}

}  // namespace

struct ScriptRuntime::State {
  explicit State(const Limits& limits) : heap(limits.memory, 2 * limits.memory + kCollectAt) {}

  ScriptHeap heap;
  JSRuntime* runtime = nullptr;
  JSContext* context = nullptr;
  LocaleSource locales;
  std::chrono::nanoseconds call_end = std::chrono::nanoseconds::max();
  std::chrono::nanoseconds step_end = std::chrono::nanoseconds::max();
  std::chrono::nanoseconds step_budget{};
  std::string step;
  std::string fault;  // of a locale
  const std::atomic<bool>* cancelled = nullptr;
  bool timed_out = false;
  bool too_large = false;

  static int interrupt(JSRuntime*, void* opaque) {
    auto* state = static_cast<State*>(opaque);
    if (state->cancelled && state->cancelled->load(std::memory_order_relaxed)) return 1;
    if (state->heap.is_full()) {
      state->too_large = true;
      return 1;
    }
    if (work_done() < std::min(state->call_end, state->step_end)) return 0;
    state->timed_out = true;
    return 1;
  }

  // The script's soatStep(name).
  static JSValue begin_step(JSContext* context, JSValueConst, int count, JSValueConst* arguments) {
    auto* state = static_cast<State*>(JS_GetContextOpaque(context));
    if (count < 1) return JS_UNDEFINED;
    const char* name = JS_ToCString(context, arguments[0]);
    if (!name) return JS_EXCEPTION;
    state->step = name;
    JS_FreeCString(context, name);
    state->step_end = work_done() + state->step_budget;
    return JS_UNDEFINED;
  }

  // The script's soatLocale(tag): a locale's XML or false.
  static JSValue locale(JSContext* context, JSValueConst, int count, JSValueConst* arguments) {
    auto* state = static_cast<State*>(JS_GetContextOpaque(context));
    if (count < 1) return JS_FALSE;
    const char* tag = JS_ToCString(context, arguments[0]);
    if (!tag) return JS_EXCEPTION;
    std::optional<std::string> xml;
    try {
      if (state->locales) xml = state->locales(tag);
    } catch (const std::exception& error) {  // must not cross the interpreter
      state->fault = error.what();
    }
    JS_FreeCString(context, tag);
    if (!state->fault.empty()) return JS_ThrowInternalError(context, "a locale cannot be read");
    if (!xml) return JS_FALSE;
    return JS_NewStringLen(context, xml->data(), xml->size());
  }

  // The pending exception, its message in one line.
  ScriptError failure() const {
    const bool stopped = cancelled && cancelled->load();
    if (!stopped && timed_out) return {texts::error_script_slow, step};
    if (!stopped && too_large) return {texts::error_script_memory, step};
    return {message(stopped), step, stopped};
  }

  std::string message(bool stopped) const {
    if (stopped) return "cancelled";
    if (!fault.empty()) return fault;
    const JSValue error = JS_GetException(context);
    std::string message = "failed";
    if (const char* text = JS_ToCString(context, error)) {
      message = text;
      JS_FreeCString(context, text);
    }
    JS_FreeValue(context, error);
    for (char& c : message)
      if (c == '\n') c = ' ';
    return message;
  }
};

ScriptRuntime::ScriptRuntime(const Limits& limits, LocaleSource locales) : state_(std::make_unique<State>(limits)) {
  state_->locales = std::move(locales);
  const JSMallocFunctions functions = {allocate, release, reallocate, ScriptHeap::size_of};
  state_->runtime = JS_NewRuntime2(&functions, &state_->heap);
  if (!state_->runtime) throw Error(texts::error_engine_memory);
  JS_SetMaxStackSize(state_->runtime, limits.stack);
  JS_SetGCThreshold(state_->runtime, kCollectAt);
  JS_SetInterruptHandler(state_->runtime, State::interrupt, state_.get());
  JSContext* context = JS_NewContextRaw(state_->runtime);
  if (!context) {
    JS_FreeRuntime(state_->runtime);
    throw Error(texts::error_engine_memory);
  }
  state_->context = context;
  JS_SetContextOpaque(context, state_.get());
  JS_AddIntrinsicBaseObjects(context);
  JS_AddIntrinsicDate(context);
  JS_AddIntrinsicRegExpCompiler(context);
  JS_AddIntrinsicRegExp(context);
  JS_AddIntrinsicStringNormalize(context);
  JS_AddIntrinsicJSON(context);
  JS_AddIntrinsicMapSet(context);

  const JSValue global = JS_GetGlobalObject(context);
  JS_SetPropertyStr(context, global, "module",
                    JS_NewObject(context));  // where the CommonJS build of citeproc-js puts itself
  JS_SetPropertyStr(context, global, "soatLocale", JS_NewCFunction(context, State::locale, "soatLocale", 1));
  JS_SetPropertyStr(context, global, "soatStep", JS_NewCFunction(context, State::begin_step, "soatStep", 1));
  const JSValue string = JS_GetPropertyStr(context, global, "String");
  const JSValue prototype = JS_GetPropertyStr(context, string, "prototype");
  JS_SetPropertyStr(context, prototype, "localeCompare",
                    JS_NewCFunction(context, script_locale_compare, "localeCompare", 3));
  JS_SetPropertyStr(context, prototype, "toLocaleUpperCase",
                    JS_NewCFunction(context, script_locale_upper, "toLocaleUpperCase", 1));
  JS_SetPropertyStr(context, prototype, "toLocaleLowerCase",
                    JS_NewCFunction(context, script_locale_lower, "toLocaleLowerCase", 1));
  JS_FreeValue(context, prototype);
  JS_FreeValue(context, string);
  JS_FreeValue(context, global);
}

ScriptRuntime::~ScriptRuntime() {
  if (state_->context) JS_FreeContext(state_->context);
  JS_FreeRuntime(state_->runtime);
}

void ScriptRuntime::load(std::span<const unsigned char> bytecode) {
  JSContext* context = state_->context;
  const JSValue code = JS_ReadObject(context, bytecode.data(), bytecode.size(), JS_READ_OBJ_BYTECODE);
  const JSValue result = JS_IsException(code) ? code : JS_EvalFunction(context, code);
  if (JS_IsException(result)) throw state_->failure();
  JS_FreeValue(context, result);
}

std::string ScriptRuntime::call(const char* name, std::string_view json, const Budget& budget,
                                const std::atomic<bool>& cancelled) {
  JSContext* context = state_->context;
  const std::chrono::nanoseconds now = work_done();
  state_->call_end = now + budget.call;
  state_->step_budget = budget.step;
  state_->step_end = now + budget.step;
  state_->step.clear();
  state_->cancelled = &cancelled;
  state_->timed_out = false;
  state_->too_large = false;
  const JSValue global = JS_GetGlobalObject(context);
  const JSValue function = JS_GetPropertyStr(context, global, name);
  JSValue argument = JS_NewStringLen(context, json.data(), json.size());
  const JSValue result = JS_IsException(argument) ? argument : JS_Call(context, function, global, 1, &argument);
  JS_FreeValue(context, argument);
  JS_FreeValue(context, function);
  JS_FreeValue(context, global);
  if (JS_IsException(result)) {
    const ScriptError failure = state_->failure();
    state_->cancelled = nullptr;
    throw failure;
  }
  state_->cancelled = nullptr;
  std::size_t size = 0;
  const char* text = JS_ToCStringLen(context, &size, result);
  JS_FreeValue(context, result);
  if (!text) throw state_->failure();
  std::string answer(text, size);
  JS_FreeCString(context, text);
  return answer;
}

}  // namespace soat::citation
