#include "citation/session/edits.h"

#include "citation/session/citation_data.h"
#include "citation/session/note_text.h"
#include "citation/zotero/field_review.h"
#include "citation/zotero/json_access.h"
#include "text/utf.h"

namespace soat::citation::session {

Rewriting judge(const RewriteCitation& edit, const Json& data, std::string_view text, int note) {
  if (edit.data) return Rewriting::text;
  const zotero::CitationState state = zotero::state_of(data, std::string(text));
  if (state.kept) return Rewriting::needless;
  if (state.edited && !edit.overwrite_edits) return Rewriting::edited;
  const Json& properties = zotero::member(data, "properties");
  const bool same_text = zotero::string_at(properties, "formattedCitation") == edit.rtf &&
                         zotero::string_at(properties, "plainCitation") == text;
  const Json& index = zotero::member(properties, "noteIndex");
  const bool same_data = zotero::string_at(data, "citationID") == edit.id && (index.is_null() || index == note);
  if (!same_text) return Rewriting::text;
  return same_data && links_of(data) == links_record(edit.links) ? Rewriting::needless : Rewriting::data;
}

bool says_more(std::u16string_view note, const std::vector<std::u16string>& shown, const std::vector<Json>& citations) {
  std::vector<std::u16string> own = shown;
  for (std::size_t i = 0; i < own.size() && i < citations.size(); ++i) {
    // What the office took into a mark though it was typed beside it is not the citation's.
    const std::u16string plain =
        text::to_utf16(zotero::string_at(zotero::member(citations[i], "properties"), "plainCitation"));
    if (!plain.empty() && own[i].find(plain) != std::u16string::npos) own[i] = plain;
  }
  return says_something(words_beside(note, own));
}

}  // namespace soat::citation::session
