#include <algorithm>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/system/SystemShellExecute.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>
#include <exception>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/category.h"
#include "report/odt.h"
#include "report/report.h"
#include "review/mark_style.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/document_of.h"
#include "writer/border/folders.h"
#include "writer/border/main_thread.h"
#include "writer/border/slices.h"
#include "writer/border/status_line.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/commands.h"
#include "writer/proofing/document_check.h"
#include "writer/proofing/document_ignored.h"
#include "writer/proofing/engine.h"
#include "writer/proofing/ignored.h"
#include "writer/proofing/marks.h"
#include "writer/windows/file_choice.h"
#include "writer/windows/notice.h"
#include "writer/windows/question.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

// What the user has ignored is not told to others either.
void leave_out_ignored(const CommandCall& call, DocumentCheck::Result& result) {
  const auto in_document = DocumentIgnored::of(call.context, document_of(call.frame));
  std::erase_if(result.findings, [&](const check::Finding& finding) {
    const std::u16string& paragraph = result.paragraphs[finding.paragraph].text.text;
    return Ignored::instance().contains(call.context, finding, paragraph) ||
           (in_document && in_document->contains(finding, paragraph));
  });
}

// As the findings are underlined here.
check::CategoryColours colours_of(const review::MarkStyles& marks) {
  check::CategoryColours colours{};
  for (const check::CategoryInfo& category : check::categories)
    colours[static_cast<std::size_t>(category.category)] = marks.of(category.category).colour;
  return colours;
}

// as_odt: a text document instead of a web page.
std::string report_of(const DocumentCheck::Result& result, const std::string& name, text::Language language,
                      const check::CategoryColours& colours, bool as_odt) {
  std::vector<std::u16string_view> paragraphs;
  for (const ReadParagraph& read : result.paragraphs) paragraphs.emplace_back(read.text.text);
  const report::CheckedDocument checked{name, paragraphs, result.findings, 0, &result.assessment};
  if (as_odt) return report::odt_report(checked, language, colours);
  const std::unique_ptr<const report::Report> report =
      report::make_report({.format = report::Format::html, .language = language, .colours = colours});
  std::string page = report->opening();
  report->document(checked, [&](std::string_view piece) { page += piece; });
  return page + report->closing();
}

// The document's file; empty where it has none.
std::filesystem::path file_of(const Reference<css::frame::XModel>& document) {
  const Reference<css::frame::XStorable> stored(document, UNO_QUERY);
  return stored.is() && stored->hasLocation() ? system_path(stored->getLocation()) : std::filesystem::path();
}

void offer_to_open(const CommandCall& call, const std::filesystem::path& file) {
  Question question;
  question.message = text(call.context, texts::report_saved, text::to_utf16(file.filename().string()));
  question.yes = text(call.context, texts::report_open);
  question.no = text(call.context, texts::report_close);
  question.on_yes = [context = call.context, file] {
    css::system::SystemShellExecute::create(context)->execute(file_url(file), OUString(),
                                                              css::system::SystemShellExecuteFlags::URIS_ONLY);
  };
  ask(call.context, call.frame, std::move(question));
}

// The page or document is made and written in the background; what came of it is told where the window is still there.
void write(const CommandCall& call, DocumentCheck::Result&& result, const std::string& name,
           const std::filesystem::path& file) {
  struct Job {
    DocumentCheck::Result result;
    std::exception_ptr failure;
  };
  const auto job = std::make_shared<Job>(Job{std::move(result), {}});
  run_in_background(
      call.context,
      [job, name, file, language = interface_language(call.context), colours = colours_of(*mark_styles(call.context))] {
        try {
          write_bytes(file, report_of(job->result, name, language, colours, file.extension() == ".odt"));
        } catch (...) {
          job->failure = std::current_exception();
        }
      },
      [call, job, file](bool) {
        if (!call.frame->getController().is()) return;  // closed meanwhile
        try {
          if (job->failure) std::rethrow_exception(job->failure);
          offer_to_open(call, file);
        } catch (const std::exception& error) {
          show_notice(call.context, call.frame, text(call.context, texts::report_title), text(call.context, error));
        }
      });
}

void save(const CommandCall& call, DocumentCheck::Result&& result) {
  leave_out_ignored(call, result);
  const std::filesystem::path document = file_of(document_of(call.frame));
  const std::string name = document.empty() ? text::to_utf8(to_view(text(call.context, texts::report_untitled)))
                                            : document.filename().string();
  std::filesystem::path wanted = document.empty() ? std::filesystem::path("soat") : document;
  wanted.replace_filename(wanted.stem().string() + ".soat.html");
  const std::filesystem::path file = choose_file(
      call.context, FileChoice::save,
      {{text(call.context, texts::report_page), "*.html"}, {text(call.context, texts::report_odt), "*.odt"}}, wanted);
  if (!file.empty()) write(call, std::move(result), name, file);
}

void check_and_save(const CommandCall& call) {
  const auto checker = Engine::instance().checker(std::chrono::milliseconds(0));
  const OUString title = text(call.context, texts::report_title);
  if (!checker) {
    show_notice(call.context, call.frame, title, text(call.context, texts::report_no_data));
    return;
  }
  CheckScope scope;
  if (read_switch(call.context, settings_node, "Strict", false)) scope.profile = check::Profile::strict;
  const auto progress = std::make_shared<StatusLine>();
  DocumentCheck::Events events;
  events.progress = [call, progress](int percent) {
    progress->show(call.context, call.frame, text(call.context, texts::review_status), percent);
  };
  events.done = [call, progress](DocumentCheck::Result&& result) {
    progress->end();
    save(call, std::move(result));
  };
  DocumentCheck::start(call.context, call.frame->getController(), checker, scope, {}, std::move(events), call.at_once);
}

}  // namespace

// "Save Report…": what a check of the whole document finds, as a web page that needs no other file or as a text
// document; as strict as the panel has it.
void save_report(const CommandCall& call) {
  document_of(call.frame);  // throws if there is none any more
  Engine::instance().start(call.context);
  Engine::instance().when_loaded([call] {
    run_on_main_thread(call.context, [call] {
      guarded("report", [&] {
        if (call.frame->getController().is()) check_and_save(call);
      });
    });
  });
}

}  // namespace soat::writer
