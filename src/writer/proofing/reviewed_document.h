#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "review/finding_list.h"
#include "review/passage_list.h"
#include "writer/border/still_open.h"
#include "writer/proofing/document_check.h"
#include "writer/proofing/document_ignored.h"
#include "writer/proofing/engine.h"
#include "writer/proofing/spelling_surface.h"

namespace soat::writer {

// What a check of a whole document found last in a paragraph with a certain text behind one with another, also if it
// reads otherwise by now; paragraph numbers mean nothing here.
using KnownFindings = std::unordered_map<std::u16string, std::vector<check::Finding>>;

// A document under review, without any window: its paragraphs as they were read last, what a check of the whole of it
// found, and what of that still waits to be dealt with. Paragraphs that read otherwise later are judged again, long
// ones on the background thread. For the main thread.
class ReviewedDocument : public std::enable_shared_from_this<ReviewedDocument> {
 public:
  // profile: also of what is judged again later. Without a checker nothing is ever read.
  ReviewedDocument(const Context& context, css::uno::Reference<css::frame::XModel> document,
                   std::shared_ptr<const check::Checker> checker, check::Profile profile);

  const css::uno::Reference<css::frame::XModel>& document() const { return document_; }

  // The review is over, as it is once the document has been closed: what goes on in slices or in the background ends,
  // and calls nothing any more.
  void end() { ended_ = true; }
  bool has_ended() const { return ended_ || !open_.is_open(); }

  // Before anything is taken, and when the earlier review of the same document is over: what it found holds where
  // undoing brings back the text that it read, if it looked for the same in the whole document.
  void remember(ReviewedDocument& earlier);

  // The first findings, at least one.
  void take_glimpse(const DocumentCheck::Result& result);
  // All findings, in slices unless at_once. from_cursor: goes to the first one behind the cursor.
  void take(DocumentCheck::Result&& result, bool from_cursor, bool at_once, std::function<void()> then);

  bool is_read() const { return !paragraphs_.empty(); }
  std::size_t paragraph_count() const { return paragraphs_.size(); }
  const ReadParagraph& paragraph(std::uint32_t number) const { return paragraphs_[number]; }
  const OtherLanguages& others() const { return others_; }
  review::FindingList& waiting() { return waiting_; }
  const std::vector<review::ReviewedPassage>& passages() const { return passages_; }
  std::u16string_view wording(const check::Finding& finding) const;
  // After the user has had something ignored or has added to a dictionary: drops what waits and is not wanted any more.
  void drop_unwanted();

  // After anything else that decides what is found: what is found now may be what settle() would not find, or the other
  // way round. forget: not even what was found of texts that stand as they stood holds any more.
  void unsettle(bool forget);

  // Reads a paragraph again, which has the ranges of its portions until this is called for another, and, if it reads
  // otherwise, judges it again. later: it must be judged in the background
  // first; `then` is called when refresh() will not take long any more. Also later, and nothing is read, once it is
  // over.
  enum class Refreshed : std::uint8_t { same, other, later };
  Refreshed refresh(std::uint32_t paragraph, const std::function<void()>& then);

  // The same for several paragraphs, in slices.
  void refresh_all(std::vector<std::uint32_t> paragraphs, std::function<void()> then);

  // Reads again what was checked, finds out which paragraphs are others now, and judges these again, in slices and in
  // the background. False, and nothing is done, while that, or a change by the review itself (hold), is going on.
  bool read_again(std::function<void()> then);

  // Edits are judged paragraph by paragraph; what only the whole document shows (what is repeated, what is written in
  // two ways, passages) may be another since. settle() checks all that was read last as a whole, in the background, and
  // puts what is found then in the place of what waits; if anything has been read otherwise meanwhile, it leaves all as
  // it is. False, and nothing is done, while it or one of read_again() is going on. then: at the end, whatever came of
  // it.
  bool settle(std::function<void()> then);
  bool is_settled() const { return settled_; }
  void hold(bool on) { held_ = on; }
  bool is_held() const { return held_; }

  // Whether nothing kept the place of a waiting finding from being changed when it was read, if the document is not
  // read-only.
  bool can_be_changed(const check::Finding& finding) const;

  // The waiting findings that one correction repairs: the same wording; of regular damage, which has one cause all
  // through the document, all.
  bool is_like(const check::Finding& one, const check::Finding& other) const;

 private:
  using Texts = std::vector<std::u16string>;

  // Of KnownFindings. The same words may be right in one place and wrong, or said already, in another.
  static std::u16string known_key(const std::vector<ReadParagraph>& paragraphs, std::size_t number,
                                  const std::u16string& text);
  // Of texts that stand there no longer.
  bool knows_enough() const;

  bool is_wanted(const check::Finding& finding, std::u16string_view paragraph) const;
  void queue(std::uint32_t paragraph, std::vector<check::Finding> findings);
  Findings alone(const std::u16string& text) const;
  void note_edit();
  std::vector<check::Finding> findings_now(std::uint32_t paragraph, const ParagraphText& now) const;
  void add_unjudged(std::uint32_t paragraph, const ParagraphText& now, Texts& out) const;
  void judge(Texts texts, std::function<void()> then);

  struct Settling;
  void take_settled(const std::shared_ptr<Settling>& settling);

  struct Reading;
  void compare(const std::shared_ptr<Reading>& reading);
  void take_paragraphs(const std::shared_ptr<Reading>& reading);

  Context context_;
  css::uno::Reference<css::frame::XModel> document_;
  StillOpen open_;
  DictionaryList dictionaries_;
  std::shared_ptr<DocumentIgnored> ignored_;
  std::shared_ptr<const check::Checker> checker_;
  check::Profile profile_;
  std::vector<ReadParagraph> paragraphs_;
  std::size_t with_ranges_ = 0;  // the paragraph that was refreshed last
  KnownFindings known_;
  OtherLanguages others_;
  review::FindingList waiting_;
  std::vector<review::ReviewedPassage> passages_;
  bool is_whole_ = true;                                 // not only a part of the document was checked
  std::unordered_map<std::u16string, Findings> judged_;  // in the background, by itself
  bool judging_ = false;
  bool held_ = false;
  bool settled_ = true;  // what waits is what a check of the whole would find
  bool settling_ = false;
  std::size_t revision_ = 0;  // counts what has been read otherwise
  bool ended_ = false;
};

// Regular damage of PDF extraction and font conversion.
inline const check::RuleInfo& damage_rule = check::rule_info<"garble.extraction">();

}  // namespace soat::writer
