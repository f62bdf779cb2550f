#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "citation/session/commands.h"

// Rounds that several commands share.
namespace soat::citation::session {

// A text of the formatter's as it is put into the document behind so many lists.
CitationText linked(const DocumentModel& model, const std::string& text, std::size_t lists_before);

// The citations whose text, as the engine has worked it out, is another one. With `force` also those that are said to
// have it already; but for the citation `except`.
FieldEdits changed_texts(const DocumentModel& model, const Formatter::Texts& texts, const std::string& except,
                         bool force, bool overwrite_edits);

// Whether a refresh would write another text or another list than the document holds.
bool is_waited_for(Session& session, const DocumentModel& model, const Formatter::Texts& texts, Bibliography list);

// Puts the preferences among the edits, unless they are another program's.
void write_preferences(const DocumentModel& model, const zotero::Preferences& preferences, FieldEdits& edits);

// Puts it among the edits that nothing tells any more of lists that are gone.
void forget_lost(const DocumentModel& model, FieldEdits& edits);

// A round of which the engine has nothing to work out.
class EditRound final : public Round {
 public:
  using Make = std::function<FieldEdits(const DocumentModel&, Tally&)>;
  explicit EditRound(Make make) : make_(std::move(make)) {}
  bool computes() const override { return false; }
  FieldEdits edits(const DocumentModel& model, Tally& tally) override { return make_(model, tally); }

 private:
  Make make_;
};

// A round that goes on only if the style can be used, which `make` is told about.
class StyleRound final : public Round {
 public:
  using Make = std::function<FieldEdits(const DocumentModel&, const StyleInfo&, Tally&)>;
  // Without a setup the document's own.
  StyleRound(std::optional<FormatterSetup> setup, Make make) : setup_(std::move(setup)), make_(std::move(make)) {}
  void compute(const DocumentModel& model, Formatter& formatter, const Formatter::Progress&) override {
    info_ = formatter.open(setup_ ? *setup_ : model.snapshot.setup);
  }
  FieldEdits edits(const DocumentModel& model, Tally& tally) override { return make_(model, info_, tally); }

 private:
  std::optional<FormatterSetup> setup_;
  Make make_;
  StyleInfo info_;
};

// Formats all anew. With `force` everything is written. `if_needed`: only where citations
// lead to the list or wait for it.
class RefreshRound final : public Round {
 public:
  RefreshRound(bool force, bool overwrite_edits, bool if_needed = false)
      : force_(force), overwrite_edits_(overwrite_edits), if_needed_(if_needed) {}
  void compute(const DocumentModel& model, Formatter& formatter, const Formatter::Progress& progress) override;
  FieldEdits edits(const DocumentModel& model, Tally& tally) override;

 private:
  bool force_;
  bool overwrite_edits_;
  bool if_needed_;
  bool is_done_ = false;
  Formatter::Texts texts_;
};

// Writes the lists of sources, if there are any.
class ListRound final : public Round {
 public:
  ListRound(Session& session, bool force) : session_(session), force_(force), works_(session.seen()) {}
  void compute(const DocumentModel& model, Formatter& formatter, const Formatter::Progress& progress) override;
  FieldEdits edits(const DocumentModel& model, Tally& tally) override;

 private:
  Session& session_;
  bool force_;
  std::map<std::string, ItemData> works_;  // whose entries may stand in the list, though perhaps not any more
  Bibliography list_;
};

// Makes fields of another kind of them.
class ConvertRound final : public Round {
 public:
  explicit ConvertRound(Storage to) : to_(to) {}
  bool computes() const override { return false; }
  FieldEdits edits(const DocumentModel& model, Tally& tally) override;

 private:
  Storage to_;
};

template <class Made, class... Arguments>
void add(Command& command, Arguments&&... arguments) {
  command.rounds.push_back(std::make_unique<Made>(std::forward<Arguments>(arguments)...));
}

// Formats all anew, then the lists.
inline void add_refresh(Command& command, Session& session, bool force, bool overwrite_edits) {
  add<RefreshRound>(command, force, overwrite_edits);
  add<ListRound>(command, session, force);
}

}  // namespace soat::citation::session
