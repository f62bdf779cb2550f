#include "writer/citation/citation_document.h"

#include <algorithm>
#include <array>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XEndnotesSupplier.hpp>
#include <com/sun/star/text/XFootnotesSupplier.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <cppuhelper/implbase1.hxx>
#include <mutex>
#include <set>
#include <string_view>

#include "citation/zotero/field_review.h"
#include "citation/zotero/lost_copies.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/citation_styles.h"
#include "writer/citation/word_fields.h"

namespace soat::writer {

namespace {

using citation::zotero::Preferences;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;

std::string string_at(const Json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool flag_at(const Json& object, const char* key) {
  if (!object.is_object()) return false;
  const auto found = object.find(key);
  return found != object.end() && (*found == true || *found == 1);
}

const Json& member(const Json& object, const char* key) {
  static const Json nothing;
  if (!object.is_object()) return nothing;
  const auto found = object.find(key);
  return found == object.end() ? nothing : *found;
}

std::vector<std::string> uris_of(const Json& list) {
  std::vector<std::string> uris;
  if (!list.is_array()) return uris;
  for (const Json& uri : list) {
    if (uri.is_string() && !uri.get_ref<const std::string&>().empty()) uris.push_back(uri);
  }
  return uris;
}

// CSL 1.0.2, appendix IV.
constexpr std::array<std::string_view, 34> name_variables = {"author",
                                                             "chair",
                                                             "collection-editor",
                                                             "compiler",
                                                             "composer",
                                                             "container-author",
                                                             "contributor",
                                                             "curator",
                                                             "director",
                                                             "editor",
                                                             "editor-translator",
                                                             "editorial-director",
                                                             "executive-producer",
                                                             "guest",
                                                             "host",
                                                             "illustrator",
                                                             "interviewer",
                                                             "narrator",
                                                             "organizer",
                                                             "original-author",
                                                             "performer",
                                                             "producer",
                                                             "recipient",
                                                             "reviewed-author",
                                                             "script-writer",
                                                             "series-creator",
                                                             "translator",
                                                             "authority",
                                                             "cartographer",
                                                             "commenter",
                                                             "counsel",
                                                             "programmer",
                                                             "sponsor",
                                                             "testimonyBy"};
constexpr std::array<std::string_view, 6> date_variables = {"accessed", "available-date", "event-date",
                                                            "issued",   "original-date",  "submitted"};

using Plain = nlohmann::json;

Plain plain_object(const Json& object) {
  Plain made = Plain::object();
  for (const auto& [key, value] : object.items()) {
    if (value.is_string() || value.is_number() || value.is_boolean()) made[key] = Plain(value);
  }
  return made;
}

Plain sound_names(const Json& value) {
  Plain names = Plain::array();
  if (value.is_string()) names.push_back({{"literal", value.get<std::string>()}});
  if (value.is_array()) {
    for (const Json& name : value) {
      if (name.is_object()) names.push_back(plain_object(name));
    }
  }
  return names;
}

Plain sound_date(const Json& value) {
  if (value.is_string()) return {{"raw", value.get<std::string>()}};
  if (value.is_number_integer()) return {{"date-parts", Plain::array({Plain::array({value.get<std::int64_t>()})})}};
  if (!value.is_object()) return nullptr;
  Plain date = plain_object(value);
  const Json& parts = member(value, "date-parts");
  if (!parts.is_array()) return date;
  Plain sound = Plain::array();
  for (const Json& part : parts) {
    Plain numbers = Plain::array();
    for (const Json& number : part) {
      if (number.is_number() || number.is_string()) numbers.push_back(Plain(number));
    }
    if (part.is_array() && !numbers.empty()) sound.push_back(std::move(numbers));
  }
  if (!sound.empty()) date["date-parts"] = std::move(sound);
  return date;
}

// An item that citeproc-js can be given without stumbling over its shape: names are lists of objects, dates objects,
// all else plain values. What is no CSL is left out.
Plain sound_item(const Json& data, const std::string& id) {
  const auto is_one_of = [](const auto& list, const std::string& key) {
    return std::find(list.begin(), list.end(), key) != list.end();
  };
  Plain item = Plain::object();
  for (const auto& [key, value] : data.items()) {
    if (is_one_of(name_variables, key)) {
      // A legal document's issuer is plain text.
      Plain names = key == "authority" && value.is_string() ? Plain(value) : sound_names(value);
      if (!names.empty()) item[key] = std::move(names);
    } else if (is_one_of(date_variables, key)) {
      Plain date = sound_date(value);
      if (date.is_object() && !date.empty()) item[key] = std::move(date);
    } else if (value.is_string() || value.is_number() || value.is_boolean()) {
      item[key] = Plain(value);
    }
  }
  item["id"] = id;
  if (!item.contains("type") || !item["type"].is_string()) item["type"] = "document";
  return item;
}

// As much of a text as a message shows, cut between characters.
std::string beginning_of(const OUString& text) {
  constexpr std::size_t most = 60;  // code points
  const std::u16string_view whole = to_view(text);
  std::size_t end = 0;
  for (std::size_t count = 0; count < most && end < whole.size(); ++count) text::next_code_point(whole, end);
  return text::to_utf8(whole.substr(0, end)) + (end < whole.size() ? "…" : "");
}

// Tells the document's citations when the document goes.
class Closing final : public cppu::WeakImplHelper1<css::lang::XEventListener> {
 public:
  explicit Closing(std::function<void(const Reference<css::uno::XInterface>&)> action) : action_(std::move(action)) {}
  void SAL_CALL disposing(const css::lang::EventObject& event) override {
    guarded("closing", [&] { action_(event.Source); });
  }

 private:
  std::function<void(const Reference<css::uno::XInterface>&)> action_;
};

struct OpenDocument {
  css::uno::WeakReference<css::frame::XModel> model;
  std::shared_ptr<CitationDocument> citations;
};

struct OpenDocuments {
  std::mutex mutex;
  std::vector<OpenDocument> all;
};

OpenDocuments& open_documents() {
  static OpenDocuments documents;
  return documents;
}

}  // namespace

// --- Life

std::shared_ptr<DocumentCitations> DocumentCitations::of(const Context& context,
                                                         const Reference<css::frame::XModel>& document) {
  const Reference<css::text::XTextDocument> text(document, UNO_QUERY);
  if (!text.is()) throw Error("not a text document");
  OpenDocuments& open = open_documents();
  {
    const std::lock_guard lock(open.mutex);
    for (const OpenDocument& known : open.all) {
      if (Reference<css::frame::XModel>(known.model) == document) return known.citations;
    }
  }
  const auto made = std::make_shared<CitationDocument>(context, text);
  {
    const std::lock_guard lock(open.mutex);
    open.all.push_back({document, made});
  }
  const std::weak_ptr<CitationDocument> weak = made;
  document->addEventListener(new Closing([weak](const Reference<css::uno::XInterface>&) {
    const auto closed = weak.lock();
    if (!closed) return;
    closed->close();
    std::vector<OpenDocument> gone;  // ended without the lock: it waits for a thread
    OpenDocuments& known = open_documents();
    const std::lock_guard lock(known.mutex);
    for (auto at = known.all.begin(); at != known.all.end();) {
      if (at->citations == closed) {
        gone.push_back(std::move(*at));
        at = known.all.erase(at);
      } else {
        ++at;
      }
    }
  }));
  return made;
}

CitationDocument::CitationDocument(const Context& context, const Reference<css::text::XTextDocument>& document)
    : context_(context),
      document_(document),
      fields_(document),
      style_folders_(soat::writer::style_folders(context)),
      locale_folders_(soat::writer::locale_folders(context)),
      worker_(std::make_unique<CitationWorker>()) {}

CitationDocument::~CitationDocument() = default;

void CitationDocument::close() {
  closed_ = true;
  worker_->cancel();
  // Who waits for a command is told that it has ended.
  if (const Work work = std::exchange(work_, nullptr)) {
    work->outcome.cancelled = true;
    work->outcome.id.clear();
    if (work->run.done) guarded("citation command", [&] { work->run.done(work->outcome); });
  }
}

CitationDocument::Document CitationDocument::document() const {
  Document document(document_);
  if (closed_ || !document.is()) throw Error("the document is closed");
  return document;
}

// --- Settings

std::optional<Preferences> CitationDocument::stored_preferences() {
  for (const char* stem : {"ZOTERO_PREF", "CSL_PREF"}) {
    const auto text = read_property(document(), stem);
    if (text && !text->empty()) return citation::zotero::read_preferences(*text);
  }
  return std::nullopt;
}

std::optional<Preferences> CitationDocument::readable_preferences() {
  try {
    return stored_preferences();
  } catch (const Error&) {  // told by problems(); the citations can be read all the same
    return std::nullopt;
  }
}

Preferences CitationDocument::preferences() {
  if (auto stored = readable_preferences()) return std::move(*stored);
  Preferences fresh;
  fresh.style = default_style;
  fresh.locale = "vi-VN";
  fresh.session = citation::zotero::random_suffix(8);
  fresh.zotero_version = std::string("Soat ") + SOAT_VERSION;
  fresh.set_pref("fieldType", is_word_document(document()) ? "Bookmark" : "ReferenceMark");
  return fresh;
}

CitationSettings CitationDocument::settings_of(const Preferences& preferences) const {
  CitationSettings settings;
  settings.style = preferences.style.empty() ? default_style : preferences.style;
  settings.locale = preferences.locale;
  const std::string notes = preferences.pref("noteType");
  settings.notes = notes == "1" ? NoteKind::footnotes : notes == "2" ? NoteKind::endnotes : NoteKind::none;
  // "Field" is what Zotero for Word writes. Word's formats keep no marks, whatever the document was before.
  const std::string stored = preferences.pref("fieldType");
  const bool bookmarks =
      stored == "Bookmark" || stored == "Field" || (is_word_document(document()) && !fields_.has_marks());
  settings.fields = bookmarks ? FieldKind::bookmark : FieldKind::mark;
  const std::string headings = preferences.pref("soat-headings");
  settings.headings = headings.empty() ? settings.style == default_style : headings == "yes";
  const std::string order = preferences.pref("soat-order");
  settings.vietnamese_order =
      order.empty() ? settings.locale.empty() || settings.locale.starts_with("vi") : order == "vi";
  return settings;
}

FormatterSetup CitationDocument::setup_of(const CitationSettings& settings) const {
  return {settings.style, settings.locale, settings.vietnamese_order, style_folders_, locale_folders_};
}

CitationSettings CitationDocument::settings() {
  return settings_of(preferences());
}

bool CitationDocument::has_settings() {
  const auto has = [this](const char* stem) { return !read_property(document(), stem).value_or("").empty(); };
  return has("ZOTERO_PREF") || has("CSL_PREF");
}

// --- Reading

// Two cites are of one source when they share a URI; without any, when their ids are the same.
std::string CitationDocument::engine_id(const Json& cite) {
  const std::vector<std::string> uris = uris_of(member(cite, "uris"));
  if (uris.empty()) {
    const Json& id = member(cite, "id");
    return "id:" + (id.is_string() ? id.get<std::string>() : id.dump());
  }
  std::string id = uris.front();
  for (const std::string& uri : uris) {
    if (const auto known = uri_ids_.find(uri); known != uri_ids_.end()) {
      id = known->second;
      break;
    }
  }
  for (const std::string& uri : uris) uri_ids_.emplace(uri, id);
  return id;
}

const PreparedCitation& CitationDocument::prepare(const std::shared_ptr<const FieldCode>& code) {
  PreparedCitation& made = prepared_[code.get()];
  if (made.code) return made;
  made.code = code;
  made.usable = code->data.is_object();
  auto cites = std::make_shared<nlohmann::json>(nlohmann::json::array());
  for (const Json& cite : member(code->data, "citationItems")) {
    const Json& data = member(cite, "itemData");
    if (!cite.is_object() || !data.is_object() || data.empty()) {
      made.usable = false;
      continue;
    }
    const std::string id = engine_id(cite);
    nlohmann::json one = {{"id", id}};
    for (const char* key : {"locator", "label", "prefix", "suffix"}) {
      const Json& value = member(cite, key);
      if (value.is_string() && !value.get_ref<const std::string&>().empty()) one[key] = value.get<std::string>();
      if (value.is_number()) one[key] = value.dump();
    }
    for (const char* key : {"suppress-author", "author-only"}) {
      if (flag_at(cite, key)) one[key] = true;
    }
    cites->push_back(std::move(one));
    made.items.emplace_back(id, std::make_shared<const nlohmann::json>(sound_item(data, id)));
  }
  if (cites->empty()) made.usable = false;
  made.cites = std::move(cites);
  made.unsorted = flag_at(member(code->data, "properties"), "unsorted");
  return made;
}

DocumentScan CitationDocument::scan() {
  DocumentScan scan;
  scan.preferences = preferences();
  scan.settings = settings_of(scan.preferences);
  scan.snapshot.setup = setup_of(scan.settings);
  std::set<std::string> ids;
  std::map<std::string, std::vector<ItemData>> versions;
  std::set<const FieldCode*> seen;
  for (Field& field : fields_.read()) {
    if (field.is_list()) {
      scan.lists.push_back(std::move(field));
      continue;
    }
    const PreparedCitation& prepared = prepare(field.code);
    seen.insert(field.code.get());
    if (!prepared.usable) {
      scan.others.push_back(std::move(field));
      continue;
    }
    CitationInput input;
    input.id = string_at(field.code->data, "citationID");
    // A copy carries the id of its original. The first keeps it, others get one of their own, the same at each reading.
    if (input.id.empty() || !ids.insert(input.id).second) {
      std::string& other = other_ids_[field.name];
      while (other.empty() || ids.contains(other)) other = citation::zotero::random_suffix(8);
      input.id = other;
      ids.insert(other);
    }
    input.cites = prepared.cites;
    input.unsorted = prepared.unsorted;
    input.note = field.place.note_number;
    for (const auto& [id, data] : prepared.items) versions[id].push_back(data);
    scan.snapshot.citations.push_back(std::move(input));
    scan.citations.push_back(std::move(field));
  }
  std::erase_if(prepared_, [&](const auto& entry) { return !seen.contains(entry.first); });
  for (const Json& own : own_items()) {
    if (!own.is_object() || !member(own, "itemData").is_object()) continue;
    const std::string id = engine_id(own);
    versions[id].push_back(std::make_shared<const nlohmann::json>(sound_item(own["itemData"], id)));
  }
  for (const auto& [id, data] : versions) {
    ItemData chosen = data.front();
    if (const auto newest = newest_.find(id); newest != newest_.end()) {
      const bool there =
          std::any_of(data.begin(), data.end(), [&](const ItemData& one) { return *one == *newest->second; });
      if (there) chosen = newest->second;
    }
    scan.snapshot.items[id] = chosen;
  }
  // Only the first list's data counts.
  if (!scan.lists.empty()) {
    const auto ids_of = [&](const char* key, bool only_known) {
      std::vector<std::string> found;
      for (const Json& uris : member(scan.lists.front().code->data, key)) {
        const Json cite = {{"uris", uris.is_array() ? uris : Json::array({uris})}};
        if (uris_of(cite["uris"]).empty()) continue;
        const std::string id = engine_id(cite);
        if (!only_known || scan.snapshot.items.contains(id)) found.push_back(id);
      }
      return found;
    };
    scan.snapshot.uncited = ids_of("uncited", true);
    scan.snapshot.omitted = ids_of("omitted", false);
  }
  return scan;
}

DocumentCitation CitationDocument::describe(const Field& field, const std::string& id) const {
  DocumentCitation citation;
  citation.id = id;
  citation.data = field.code->data;
  citation.text = utf8(field.place.range->getString());
  citation.note = field.place.note_number;
  citation.field = field.kind;
  citation.anchor = field.place.range;
  const citation::zotero::CitationState state = citation::zotero::state_of(citation.data, citation.text);
  citation.kept = state.kept;
  citation.edited = state.edited;
  return citation;
}

std::vector<DocumentCitation> CitationDocument::citations() {
  const DocumentScan all = scan();
  std::vector<DocumentCitation> citations;
  for (std::size_t i = 0; i < all.citations.size(); ++i) {
    citations.push_back(describe(all.citations[i], all.snapshot.citations[i].id));
  }
  return citations;
}

Json CitationDocument::own_items() {
  const auto text = read_property(document(), "SOAT_UNCITED");
  if (!text) return Json::array();
  Json items = Json::parse(*text, nullptr, false);
  return items.is_array() ? items : Json::array();
}

std::vector<DocumentItem> CitationDocument::items() {
  const DocumentScan all = scan();
  std::map<std::string, std::size_t> index;
  std::vector<DocumentItem> items;
  const auto add = [&](const Json& cite, bool cited) {
    const std::string id = engine_id(cite);
    const auto [at, fresh] = index.emplace(id, items.size());
    if (fresh) items.push_back({uris_of(member(cite, "uris")), member(cite, "itemData"), 0});
    if (cited) ++items[at->second].cited;
  };
  for (const Field& field : all.citations) {
    for (const Json& cite : member(field.code->data, "citationItems")) add(cite, true);
  }
  for (const Json& own : own_items()) {
    if (own.is_object() && member(own, "itemData").is_object()) add(own, false);
  }
  return items;
}

Range CitationDocument::view_cursor() const {
  const Reference<css::frame::XModel> model(document(), UNO_QUERY_THROW);
  const Reference<css::text::XTextViewCursorSupplier> view(model->getCurrentController(), UNO_QUERY);
  if (!view.is()) throw Error("the document has no window");
  return Range(view->getViewCursor(), UNO_QUERY_THROW);
}

std::optional<DocumentCitation> CitationDocument::at_cursor() {
  const Range cursor = view_cursor();
  const Range cursor_start = cursor->getStart();
  const Range cursor_end = cursor->getEnd();
  const Text text = cursor->getText();
  const Reference<css::text::XTextRangeCompare> compare(text, UNO_QUERY_THROW);
  const bool collapsed = cursor->getString().isEmpty();
  const auto touches = [&](const Range& range) {
    // 1: the first is before, -1: behind.
    if (!collapsed) {
      return compare->compareRegionStarts(range, cursor_end) > 0 && compare->compareRegionEnds(range, cursor_start) < 0;
    }
    const sal_Int16 start = compare->compareRegionStarts(range, cursor_start);
    return (start > 0 || (start == 0 && range->getString().getLength() == 1)) &&
           compare->compareRegionEnds(range, cursor_end) < 0;
  };
  const auto is_at_cursor = [&](const Field& field) {
    const Place& place = field.place;
    return field.is_citation() && guarded("citation at the cursor", false, [&] {
             if (place.text == text) return touches(place.range);
             if (!place.note.is() || place.in_body->getText() != text) return false;
             if (!collapsed) return touches(place.in_body);
             return compare->compareRegionStarts(place.in_body, cursor_start) == 0;
           });
  };
  // Mostly there is none, and then the order of all the others, which their ids can hang on, need not be known.
  const std::vector<Field> fields = fields_.read_unordered();
  if (std::none_of(fields.begin(), fields.end(), is_at_cursor)) return std::nullopt;
  const DocumentScan all = scan();
  for (std::size_t i = 0; i < all.citations.size(); ++i) {
    if (is_at_cursor(all.citations[i])) return describe(all.citations[i], all.snapshot.citations[i].id);
  }
  return std::nullopt;
}

bool CitationDocument::has_bibliography() {
  return !scan().lists.empty();
}

BibliographyLists CitationDocument::lists() {
  BibliographyLists lists;
  const DocumentScan all = scan();
  if (all.lists.empty()) return lists;
  const Json& data = all.lists.front().code->data;
  std::map<std::string, DocumentItem> known;
  for (DocumentItem& item : items()) {
    for (const std::string& uri : item.uris) known.emplace(uri, item);
  }
  for (const Json& uris : member(data, "uncited")) {
    DocumentItem item;
    item.uris = uris_of(uris.is_array() ? uris : Json::array({uris}));
    if (item.uris.empty()) continue;
    if (const auto found = known.find(item.uris.front()); found != known.end()) item.data = found->second.data;
    lists.uncited.push_back(std::move(item));
  }
  for (const Json& uris : member(data, "omitted")) {
    auto list = uris_of(uris.is_array() ? uris : Json::array({uris}));
    if (!list.empty()) lists.omitted.push_back(std::move(list));
  }
  return lists;
}

// Texts that stand in the document more often than citations and lists with that text do: copies, of which the office
// leaves nothing but the text.
std::vector<std::pair<std::string, std::size_t>> CitationDocument::lost_copies(const DocumentScan& scan) {
  constexpr std::size_t shortest = 3;  // a number alone says nothing
  std::map<std::u16string, std::size_t> fields;
  for (const Field& field : scan.citations) {
    // What was put in; asking the office for each text takes long.
    const std::u16string text = text::to_utf16(string_at(member(field.code->data, "properties"), "plainCitation"));
    if (text.size() >= shortest) ++fields[text];
  }
  std::vector<std::u16string> texts;
  for (const auto& [text, count] : fields) texts.push_back(text);
  if (texts.empty()) return {};
  std::vector<std::size_t> found = citation::zotero::count_texts(to_view(document()->getText()->getString()), texts);
  const auto each_note = [&](const Reference<css::container::XIndexAccess>& notes) {
    for (sal_Int32 i = 0; notes.is() && i < notes->getCount(); ++i) {
      const Text note(notes->getByIndex(i), UNO_QUERY_THROW);
      const auto more = citation::zotero::count_texts(to_view(note->getString()), texts);
      for (std::size_t k = 0; k < more.size(); ++k) found[k] += more[k];
    }
  };
  each_note(Reference<css::text::XFootnotesSupplier>(document(), UNO_QUERY_THROW)->getFootnotes());
  each_note(Reference<css::text::XEndnotesSupplier>(document(), UNO_QUERY_THROW)->getEndnotes());
  for (const Field& list : scan.lists) {
    const auto listed = citation::zotero::count_texts(to_view(list.place.range->getString()), texts);
    for (std::size_t k = 0; k < listed.size(); ++k) found[k] -= std::min(found[k], listed[k]);
  }
  std::vector<std::pair<std::string, std::size_t>> lost;
  for (std::size_t k = 0; k < texts.size(); ++k) {
    const std::size_t known = fields[texts[k]];
    if (found[k] > known) lost.emplace_back(text::to_utf8(texts[k]), found[k] - known);
  }
  return lost;
}

// --- Other programs

// Looking for them takes a search of the whole document.
std::vector<WordField> CitationDocument::word_fields_in_text() {
  if (has_word_fields_ && !*has_word_fields_) return {};
  std::vector<WordField> found = read_word_fields(document(), fields_);
  if (!has_word_fields_) has_word_fields_ = !found.empty();
  return found;
}

std::vector<WordField> CitationDocument::word_fields() {
  std::vector<WordField> found = word_fields_in_text();
  if (!controls_) controls_ = read_content_controls(context_, document());
  found.insert(found.end(), controls_->begin(), controls_->end());
  return found;
}

bool CitationDocument::is_zoteros_in_word() {
  const auto stored = readable_preferences();
  if (!stored || stored->pref("fieldType") != "Field") return false;
  const std::vector<WordField> found = word_fields_in_text();
  return std::any_of(found.begin(), found.end(),
                     [](const WordField& one) { return one.field.program == citation::zotero::Program::zotero; });
}

std::vector<OtherCitation> CitationDocument::others() {
  std::vector<OtherCitation> made;
  for (const WordField& one : word_fields()) {
    OtherCitation other;
    other.program = citation::zotero::name_of(one.field.program);
    other.list = one.field.list;
    other.id = string_at(one.field.citation, "citationID");
    other.data = one.field.citation;
    other.text = one.text;
    other.note = one.place.note_number;
    made.push_back(std::move(other));
  }
  return made;
}

// A line for each program whose citations the document holds.
std::vector<std::u16string> CitationDocument::other_programs() {
  std::map<std::string, std::pair<std::size_t, bool>> programs;
  for (const OtherCitation& other : others()) {
    auto& [citations, list] = programs[other.program];
    other.list ? list = true : static_cast<bool>(++citations);
  }
  std::vector<std::u16string> lines;
  for (const auto& [program, holds] : programs) {
    const std::string number = std::to_string(holds.first);
    lines.emplace_back(to_view(text(context_, holds.second ? texts::citation_other_with_list : texts::citation_other,
                                    std::u16string(number.begin(), number.end()), text::to_utf16(program))));
  }
  return lines;
}

std::u16string CitationDocument::first_word_on_others() {
  if (std::exchange(told_of_others_, true)) return {};
  std::u16string all;
  for (const std::u16string& line : other_programs()) all += (all.empty() ? u"" : u"\n") + line;
  return all;
}

std::vector<CitationProblem> CitationDocument::problems() {
  std::vector<CitationProblem> problems;
  const auto add = [&](CitationProblem::Kind kind, const std::string& id, const std::string& shown,
                       const text::Message& about) {
    problems.push_back({kind, id, shown, std::u16string(to_view(text(context_, about)))});
  };
  try {
    stored_preferences();
  } catch (const Error&) {
    add(CitationProblem::Kind::preferences, {}, {}, texts::citation_problem_preferences);
  }
  const DocumentScan all = scan();
  for (const Field& field : all.others) {
    const std::string shown = utf8(field.place.range->getString());
    const bool damaged = !citation::zotero::state_of(field.code->data, shown).no_data;
    add(damaged ? CitationProblem::Kind::damaged : CitationProblem::Kind::no_data,
        string_at(field.code->data, "citationID"), shown,
        {damaged ? texts::citation_problem_damaged : texts::citation_problem_no_data, shown});
  }
  for (std::size_t i = 0; i < all.citations.size(); ++i) {
    const DocumentCitation citation = describe(all.citations[i], all.snapshot.citations[i].id);
    if (citation.edited)
      add(CitationProblem::Kind::edited, citation.id, citation.text, {texts::citation_problem_edited, citation.text});
  }
  for (const Field& list : all.lists) {
    if (list.code->data.is_object()) continue;
    const std::string shown = beginning_of(list.place.range->getString());
    add(CitationProblem::Kind::damaged, {}, shown, {texts::citation_problem_damaged, shown});
  }
  // Bookmarks whose data is gone.
  const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document(), UNO_QUERY_THROW)->getBookmarks();
  for (const OUString& name : bookmarks->getElementNames()) {
    if (!name.startsWith("ZOTERO_BREF_") || fields_.find(FieldKind::bookmark, false, name)) continue;
    const Reference<css::text::XTextContent> bookmark(bookmarks->getByName(name), UNO_QUERY_THROW);
    const std::string shown = utf8(bookmark->getAnchor()->getString());
    add(CitationProblem::Kind::damaged, {}, shown, {texts::citation_problem_damaged, shown});
  }
  for (const auto& [copy, count] : lost_copies(all))
    add(CitationProblem::Kind::lost_copy, {}, copy, {texts::citation_problem_lost_copy, copy});
  if (all.lists.empty() && !lost_lists(document()).empty())
    add(CitationProblem::Kind::list_lost, {}, {}, texts::citation_problem_list_lost);
  for (const std::u16string& line : other_programs())
    problems.push_back({CitationProblem::Kind::other_program, {}, {}, line});
  return problems;
}

}  // namespace soat::writer
