#include "cli/documents.h"

#include <cstdio>
#include <exception>
#include <map>
#include <new>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "cli/baseline.h"
#include "cli/choice.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/packet.h"
#include "cli/progress.h"
#include "cli/result_cache.h"
#include "cli/run_file.h"
#include "cli/settings.h"
#include "platform/program.h"
#include "platform/terminal.h"
#include "platform/worker_process.h"
#include "text/error.h"
#include "texts/texts.h"

namespace soat::cli {
namespace {

// What came of one document, as the process that checked it tells.
struct Outcome {
  std::string stop;                   // why the whole run ends; empty: it goes on
  std::string fault;                  // why the document was not checked; empty: it was
  std::vector<std::string> problems;  // of its settings
  std::vector<std::string> warnings;
  std::string report;  // the document's part of it
  std::size_t findings = 0;
  bool fails = false;  // by --fail-on
  Progress::Counts counts = {};
  std::vector<std::string> identities;  // of the findings, for a baseline
  bool was_cache_damaged = false;

  std::string packed() const {
    Packet packet;
    packet.put(stop).put(fault).put(report).put(findings).put(std::uint64_t{fails});
    packet.put(std::uint64_t{was_cache_damaged});
    for (const std::size_t count : counts) packet.put(count);
    for (const auto* const list : {&problems, &warnings, &identities}) {
      packet.put(list->size());
      for (const std::string& one : *list) packet.put(one);
    }
    return packet.release();
  }

  static Outcome unpacked(std::string bytes) {
    Packet packet(std::move(bytes));
    Outcome outcome;
    outcome.stop = packet.text();
    outcome.fault = packet.text();
    outcome.report = packet.text();
    outcome.findings = packet.number();
    outcome.fails = packet.number() != 0;
    outcome.was_cache_damaged = packet.number() != 0;
    for (std::size_t& count : outcome.counts) count = packet.number();
    for (auto* const list : {&outcome.problems, &outcome.warnings, &outcome.identities}) {
      for (std::uint64_t left = packet.number(); left > 0; --left) list->push_back(packet.text());
    }
    return outcome;
  }
};

bool wants_colour() {
  return platform::is_terminal(stdout) && platform::environment("NO_COLOR").value_or("").empty();
}

// Findings of what was read, moved to where they stand in the file. A replacement would take out what was passed over
// inside, so none is offered there.
void place_in_file(const document::Document& document, std::vector<check::Finding>& findings) {
  if (!document.has_originals()) return;
  for (check::Finding& finding : findings) {
    const auto [start, end] = document.original_range(finding.paragraph, finding.start, finding.end);
    if (end - start != finding.end - finding.start) finding.suggestions = {};
    finding.start = static_cast<std::uint32_t>(start);
    finding.end = static_cast<std::uint32_t>(end);
  }
}

// What a process does for one document.
class Examiner {
 public:
  Examiner(const ReportArguments& arguments, const DocumentChecker& checker, const report::Report& report,
           const Context& context)
      : arguments_(arguments), checker_(checker), report_(report), context_(context) {
    if (!arguments.baseline.empty()) baseline_ = Baseline::read(arguments.baseline);
    if (!arguments.cache.empty()) cache_.emplace(arguments.cache);
  }

  // Takes the task's content. sink: takes the document's part of the report as it is made; none: it is kept in the
  // outcome.
  Outcome examine(Task& task, const report::Sink& sink = {}) const {
    Outcome outcome;
    outcome.fault = task.fault;
    if (!outcome.fault.empty()) return outcome;
    try {
      if (sink) {
        check(task, read(task), file_of(task), sink, outcome);
      } else {
        examine_in_cache(task, outcome);
      }
    } catch (const SettingsError& error) {
      outcome.stop = error.in(context_.language);
    } catch (const Error& error) {
      outcome.fault = error.in(context_.language);
    } catch (const std::bad_alloc&) {
      outcome.fault = text::Message(texts::error_no_memory, input_name(task.name, context_)).utf8(context_.language);
    }
    return outcome;
  }

 private:
  static std::string file_of(const Task& task) { return task.is_file ? task.name : std::string(); }

  void examine_in_cache(Task& task, Outcome& outcome) const {
    const std::string file = file_of(task);
    const report::Sink keep = [&](std::string_view piece) { outcome.report += piece; };
    if (!cache_) return check(task, read(task), file, keep, outcome);
    const std::string content = task.content ? std::move(*task.content) : document::read_bytes(task.name);
    const std::string key = ResultCache::key(content, settings_text(task, file));
    bool is_damaged = false;
    if (const auto known = cache_->get(key, is_damaged)) {
      try {
        outcome = Outcome::unpacked(*known);
        return;
      } catch (const std::out_of_range&) {
        is_damaged = true;
      }
    }
    check(task, parse(task, content), file, keep, outcome);
    if (outcome.stop.empty()) cache_->put(key, outcome.packed());
    outcome.was_cache_damaged = is_damaged;
  }

  document::Document read(Task& task) const {
    if (!task.content) return document::read(task.name, arguments_.as);
    const std::string content = std::move(*task.content);  // it goes before the document is checked
    return parse(task, content);
  }

  document::Document parse(const Task& task, std::string_view bytes) const {
    const auto by_name = task.is_file ? document::format_of_name(task.name) : document::Format::text;
    return document::parse(bytes, input_name(task.name, context_), arguments_.as ? arguments_.as : by_name);
  }

  // All that what is found depends on, but for the document's content.
  std::string settings_text(const Task& task, const std::string& file) const {
    Packet packet;
    packet.put(checker_.fingerprint(file)).put(task.name).put(task.id).put(std::uint64_t{!task.is_file});
    packet.put(static_cast<std::uint64_t>(arguments_.format)).put(std::uint64_t{arguments_.status});
    packet.put(static_cast<std::uint64_t>(context_.language)).put(baseline_ ? baseline_->text() : "");
    packet.put(static_cast<std::uint64_t>(arguments_.fail_on.severity))
        .put(std::to_string(arguments_.fail_on.confidence));
    for (const check::Category category : arguments_.fail_on.categories) packet.put(check::name(category));
    packet.put(arguments_.as ? static_cast<std::uint64_t>(*arguments_.as) + 1 : 0);
    packet.put(arguments_.format == report::Format::html ? task.number : 0);
    packet.put(std::uint64_t{!arguments_.write_baseline.empty()});
    return packet.release();
  }

  void check(const Task& task, const document::Document& document, const std::string& file, const report::Sink& sink,
             Outcome& outcome) const {
    for (const text::Message& warning : document.warnings())
      outcome.warnings.push_back(warning.utf8(context_.language));
    check::Checked checked = checker_.check(document, file);
    if (checker_.problems) {
      for (const Error& problem : checker_.problems(file)) outcome.problems.push_back(told(problem, context_.language));
    }
    place_in_file(document, checked.findings);
    const std::vector<std::u16string_view> paragraphs = document.originals();
    if (!arguments_.write_baseline.empty()) {  // also what another baseline knows
      for (const check::Finding& finding : checked.findings)
        outcome.identities.push_back(identity(finding, paragraphs[finding.paragraph]));
    }
    if (baseline_) baseline_->take_out_known(paragraphs, checked.findings);
    outcome.findings = checked.findings.size();
    for (const check::Finding& finding : checked.findings) {
      ++outcome.counts[static_cast<std::size_t>(finding.category())];
      outcome.fails = outcome.fails || arguments_.fail_on.fails(finding);
    }
    const std::vector<std::u16string_view> read = document.paragraphs();
    const check::Assessment& assessment = checked.assessment;
    report::CheckedDocument told = {task.name,
                                    paragraphs,
                                    checked.findings,
                                    task.number,
                                    assessment.paragraphs.empty() ? nullptr : &assessment,
                                    read,
                                    outcome.warnings};
    told.places = document.places();
    told.id = task.id;
    told.is_file = task.is_file;
    report_.document(told, sink);
  }

  const ReportArguments& arguments_;
  const DocumentChecker& checker_;
  const report::Report& report_;
  const Context& context_;
  std::optional<Baseline> baseline_;
  std::optional<ResultCache> cache_;
};

// What a worker does for a task.
platform::WorkerProcess::Work work_of(const Examiner& examiner) {
  return [&examiner](std::string packed) {
    Task task = Task::unpacked(std::move(packed));
    return examiner.examine(task).packed();
  };
}

// Where the report goes: standard output, a file that is there when all is done, or one that another run can go on
// with.
class ReportOutput {
 public:
  explicit ReportOutput(const ReportArguments& arguments) {
    const bool goes_on = arguments.output && arguments.format == report::Format::jsonl;
    if (goes_on) {
      run_file_.emplace(*arguments.output, arguments.resume, name_of(arguments.shard));
    } else {
      output_.emplace(arguments.output);
    }
  }

  void write(std::string_view bytes) { run_file_ ? run_file_->write(bytes) : output_->write(bytes); }
  void finish() {
    if (output_) output_->finish();
  }
  const RunFile* run_file() const { return run_file_ ? &*run_file_ : nullptr; }

 private:
  std::optional<RunFile> run_file_;
  std::optional<Output> output_;
};

class Run {
 public:
  // own_files: what the checker reads beside the documents.
  Run(const ReportArguments& arguments, const report::Report& report, const Examiner& examiner,
      const std::vector<std::filesystem::path>& own_files, Context& context)
      : arguments_(arguments),
        context_(context),
        report_(report),
        examiner_(examiner),
        own_files_(own_files),
        output_(arguments) {}

  void run(const std::vector<std::string>& files) {
    TaskSource::Options options;
    options.inputs =
        list_inputs(arguments_.json_lines_in ? std::vector<std::string>() : files, arguments_.recursive, own_files());
    options.files_from = arguments_.files_from;
    options.json_lines_in = arguments_.json_lines_in;
    options.shard = arguments_.shard;
    options.as = arguments_.as;
    options.language = context_.language;
    if (output_.run_file()) options.done = output_.run_file()->done();
    const std::size_t before = options.done.size();
    TaskSource source(std::move(options));
    comes_one_by_one_ = source.source() != nullptr;
    Progress progress(context_.language, source.total());
    progress_ = &progress;
    output_.write(report_.opening());
    go_through(source);
    output_.write(report_.closing());
    if (arguments_.status && arguments_.shard.count > 1) output_.write(shard_line(before));
    output_.finish();
    progress.finish(failed_);
    if (damaged_entries_ > 0)
      context_.warn(text::Message(texts::pipeline_cache_damaged, arguments_.cache.string(), damaged_entries_));
    if (!arguments_.write_baseline.empty()) write_baseline();
    conclude();
  }

 private:
  std::vector<std::filesystem::path> own_files() const {
    std::vector<std::filesystem::path> files = own_files_;
    for (const std::filesystem::path& file : {arguments_.output.value_or(""), arguments_.baseline,
                                              arguments_.write_baseline, std::filesystem::path(arguments_.files_from)})
      files.push_back(file);
    files.insert(files.end(), context_.additions.begin(), context_.additions.end());
    return files;
  }

  void go_through(TaskSource& source) {
    const auto use = [this](std::string packed, WorkResult&& result) {
      const Task task = Task::unpacked(std::move(packed));
      use_outcome(task, outcome_of(task, std::move(result)));
    };
    if (source.total() == std::size_t{1} && !arguments_.are_limits_given) {
      std::string packed;
      if (wait_for_next(source, packed) == WorkSource::State::ready) examine_here(Task::unpacked(std::move(packed)));
    } else {
      run_in_workers(arguments_.jobs, arguments_.limits, source, work_of(examiner_), use);
    }
  }

  // The only document: what is said of it needs no memory, however much it is, but for the cache.
  void examine_here(Task task) {
    if (!arguments_.cache.empty()) return use_outcome(task, examiner_.examine(task));
    std::exception_ptr full_disk;  // ends the run, and is no fault of the document
    const Outcome outcome = examiner_.examine(task, [&](std::string_view piece) {
      if (full_disk) return;
      try {
        output_.write(piece);
        was_written_ = true;
      } catch (const Error&) {
        full_disk = std::current_exception();
      }
    });
    if (full_disk) std::rethrow_exception(full_disk);
    use_outcome(task, outcome);
  }

  Outcome outcome_of(const Task& task, WorkResult&& result) const {
    if (result.ending == Ending::done) return Outcome::unpacked(std::move(result.bytes));
    Outcome outcome;
    const std::string name = input_name(task.name, context_);
    const text::Message fault = result.ending == Ending::timed_out
                                    ? text::Message(texts::pipeline_timed_out, name, arguments_.limits.seconds)
                                    : text::Message(texts::pipeline_crashed, name, result.signal);
    outcome.fault = fault.utf8(context_.language);
    return outcome;
  }

  void use_outcome(const Task& task, const Outcome& outcome) {
    if (!outcome.stop.empty()) throw Error(texts::pipeline_stopped, outcome.stop);
    for (const std::string& problem : outcome.problems) {
      if (!told_problems_.insert(problem).second) continue;
      progress_->clear();
      context_.warn(problem);
    }
    std::string part = outcome.report;
    if (!outcome.fault.empty()) {
      progress_->clear();
      context_.complain(outcome.fault);
      ++failed_;
      report::FailedDocument failed = {task.name, outcome.fault};
      failed.id = task.id;
      failed.is_file = task.is_file;
      part = report_.failure(failed);
    }
    if (!outcome.warnings.empty()) progress_->clear();
    for (const std::string& warning : outcome.warnings) context_.warn(warning);
    if (!part.empty()) output_.write((was_written_ ? report_.separator() : "") + part);
    was_written_ = was_written_ || !part.empty();
    if (comes_one_by_one_ && !arguments_.output)
      std::fflush(stdout);  // who sends documents waits for what came of them
    ++documents_;
    damaged_entries_ += outcome.was_cache_damaged ? 1 : 0;
    any_fails_ = any_fails_ || outcome.fails;
    known_.add(outcome.identities);
    progress_->add(task.name, outcome.counts);
  }

  // Says that all of a part is there, so that what is missing can be told.
  std::string shard_line(std::size_t before) const {
    return "{\"shard\":\"" + name_of(arguments_.shard) + "\",\"documents\":" + std::to_string(before + documents_) +
           "}\n";
  }

  void write_baseline() const {
    Output output(arguments_.write_baseline);
    output.write(known_.text());
    output.finish();
  }

  void conclude() {
    const RunFile* const file = output_.run_file();
    if (file && file->was_any_failed() && context_.status != Status::failed) context_.status = Status::failed;
    const bool any = any_fails_ || (file && file->was_any_found());
    if (any && arguments_.write_baseline.empty() && context_.status == Status::done) context_.status = Status::found;
  }

  const ReportArguments& arguments_;
  Context& context_;
  const report::Report& report_;
  const Examiner& examiner_;
  const std::vector<std::filesystem::path>& own_files_;
  ReportOutput output_;
  Progress* progress_ = nullptr;
  Baseline known_;
  bool comes_one_by_one_ = false;
  bool was_written_ = false;
  bool any_fails_ = false;
  std::size_t documents_ = 0;
  std::size_t failed_ = 0;
  std::size_t damaged_entries_ = 0;
  std::set<std::string> told_problems_;
};

void add_pipeline_options(CLI::App& command, const std::shared_ptr<ReportArguments>& arguments,
                          const Context& context) {
  command.add_option("--files-from", arguments->files_from, context.say(texts::help_report_files_from))
      ->type_name("FILE");
  add_choice<bool>(command, "--input", arguments->json_lines_in, {{"files", false}, {"jsonl", true}},
                   context.say(texts::help_report_input));
  command
      .add_option_function<std::string>(
          "--fail-on",
          [arguments](const std::string& given) {
            std::string wrong;
            const auto read = parse_fail_on(given, wrong);
            if (!read) throw WrongValue({texts::usage_fail_on, wrong});
            arguments->fail_on = *read;
          },
          context.say(texts::help_report_fail_on))
      ->type_name("WHAT");
  const auto note_limit = [arguments](const std::string&) { arguments->are_limits_given = true; };
  add_number(command, "--time-limit", arguments->limits.seconds, 0, 1'000'000, context.say(texts::help_report_time))
      ->each(note_limit);
  add_number(command, "--memory-limit", arguments->limits.mebibytes, 0, 1'000'000,
             context.say(texts::help_report_memory))
      ->each(note_limit);
  command
      .add_option_function<std::string>(
          "--shard",
          [arguments](const std::string& given) {
            const auto shard = parse_shard(given);
            if (!shard) throw WrongValue({texts::usage_shard, given});
            arguments->shard = *shard;
          },
          context.say(texts::help_report_shard))
      ->type_name("I/N");
  command.add_option("-o,--output", arguments->output, context.say(texts::help_report_output))->type_name("OUTPUT");
  command.add_flag("--resume", arguments->resume, context.say(texts::help_report_resume));
  command.add_option("--cache", arguments->cache, context.say(texts::help_report_cache))->type_name("DIR");
  command.add_option("--baseline", arguments->baseline, context.say(texts::help_report_baseline))->type_name("FILE");
  command.add_option("--write-baseline", arguments->write_baseline, context.say(texts::help_report_write_baseline))
      ->type_name("FILE");
}

void refuse_wrong_combinations(const std::vector<std::string>& files, const ReportArguments& arguments) {
  const bool is_json_lines = arguments.format == report::Format::jsonl;
  if (arguments.status && !is_json_lines) throw Error(texts::error_option_status);
  if (arguments.resume && !(arguments.output && is_json_lines && arguments.status))
    throw Error(texts::error_option_resume);
  const bool is_standard_input = files.size() == 1 && files.front() == "-";
  if (arguments.json_lines_in && (!is_standard_input || !arguments.files_from.empty()))
    throw Error(texts::error_option_input);
  if (files.empty() && arguments.files_from.empty()) throw WrongValue({texts::usage_required, "files"});
}

}  // namespace

void add_report_options(CLI::App& command, const std::shared_ptr<ReportArguments>& arguments, const Context& context) {
  add_choice<report::Format>(command, "--format", arguments->format,
                             {{"text", report::Format::text},
                              {"jsonl", report::Format::jsonl},
                              {"json", report::Format::json},
                              {"html", report::Format::html},
                              {"sarif", report::Format::sarif},
                              {"github", report::Format::github}},
                             context.say(texts::help_report_format));
  add_number(command, "-j,--jobs", arguments->jobs, 1, 256, context.say(texts::help_report_jobs));
  command.add_flag("-r,--recursive", arguments->recursive, context.say(texts::help_report_recursive));
  std::map<std::string, std::optional<document::Format>> formats;
  for (const document::NamedFormat& one : document::format_names()) formats.emplace(one.name, one.format);
  add_choice(command, "--as", arguments->as, formats, context.say(texts::help_report_as));
  command.add_flag("--status", arguments->status, context.say(texts::help_report_status));
  add_pipeline_options(command, arguments, context);
  command.footer(context.say(texts::help_report_exit));
}

void report_documents(const std::vector<std::string>& files, const ReportArguments& arguments,
                      const DocumentChecker& checker, Context& context) {
  refuse_wrong_combinations(files, arguments);
  const auto report = report::make_report({arguments.format, context.language, wants_colour(), arguments.status});
  const Examiner examiner(arguments, checker, *report, context);
  if (platform::serve_as_worker(work_of(examiner))) return;
  refuse_as_output(arguments.output, files);
  Run(arguments, *report, examiner, checker.own_files, context).run(files);
}

}  // namespace soat::cli
