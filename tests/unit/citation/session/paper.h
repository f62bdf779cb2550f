#pragma once

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "citation/session/citation_data.h"
#include "citation/session/commands.h"
#include "citation/session/faults.h"
#include "citation/session/list.h"
#include "citation/zotero/rich_text.h"
#include "text/utf.h"
#include "unit/citation/fixture.h"

namespace soat::citation::session::test {

// A document as simple as can be: citations and lists in their order. It carries edits out as an office would.
struct Paper {
  struct Item {
    Storage storage = Storage::mark;
    std::string name;
    std::shared_ptr<const FieldCode> code;
    std::string text;                   // what stands in the document
    std::vector<TextLink> links;        // in it
    std::vector<std::u16string> lines;  // of a list
    std::vector<std::string> names;     // of its entries
    int note = 0;                       // which note it stands in, whatever its number; 0: in the text
    NoteKind note_kind = NoteKind::none;
    std::u16string beside;  // other words of its note
    bool ordered = true;
    bool emptied = false;       // the user has deleted all its lines
    bool is_protected = false;  // nothing of it may be changed
  };

  std::vector<Item> items;
  std::vector<std::string>
      others;  // texts of citations of another program, behind the items; empty once they are taken
  std::map<std::string, std::string> properties;
  std::u16string title;  // above the list
  bool word = false;
  ListFormat format;
  int names = 0;
  int notes = 0;
  int cleared = 0;  // how often what stood at a command's place was taken away
  std::string put;  // name of what the command has put in

  int number_of(const Item& item) const {
    if (item.note == 0) return 0;
    std::vector<int> seen;
    for (const Item& one : items) {
      if (one.note_kind == item.note_kind && std::find(seen.begin(), seen.end(), one.note) == seen.end())
        seen.push_back(one.note);
      if (one.note == item.note) break;
    }
    return static_cast<int>(seen.size());
  }

  StoredDocument stored() const {
    StoredDocument document;
    if (const auto text = properties.find("ZOTERO_PREF"); text != properties.end()) {
      document.preferences = zotero::read_preferences(text->second);
      document.has_preferences = true;
    }
    document.keeps_no_marks = word;
    if (const auto text = properties.find("SOAT_UNCITED"); text != properties.end()) document.uncited = text->second;
    document.pending = properties.contains(pending_property);
    if (const auto text = properties.find("SOAT_LIST"); text != properties.end()) document.list_record = text->second;
    for (const Item& item : items) {
      document.has_marks = document.has_marks || item.storage == Storage::mark;
      document.fields.push_back(
          {item.storage, item.name, item.code, item.note_kind, number_of(item), item.ordered, item.emptied});
    }
    return document;
  }

  std::string next_name() { return "field " + std::to_string(++names); }

  static std::shared_ptr<const FieldCode> code_of(zotero::CodeKind kind, Json data) {
    return std::make_shared<const FieldCode>(FieldCode{kind, std::move(data)});
  }

  Item* find(const std::string& name) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& one) { return one.name == name; });
    return found == items.end() ? nullptr : &*found;
  }

  std::vector<std::string> texts() const {
    std::vector<std::string> texts;
    for (const Item& item : items) {
      if (item.code->kind == zotero::CodeKind::item) texts.push_back(item.text);
    }
    return texts;
  }

  const Item& list() const {
    return *std::find_if(items.begin(), items.end(),
                         [](const Item& one) { return one.code->kind == zotero::CodeKind::bibliography; });
  }
};

// Writes on a paper. `place`: the new citation or list comes to stand before this item.
class Pen {
 public:
  Pen(Paper& paper, const DocumentModel& model, std::size_t place, Tally& tally)
      : paper_(paper), model_(model), place_(place), tally_(tally) {}

  void operator()(const PutCitation& edit) {
    Paper::Item item;
    item.storage = edit.storage;
    item.name = paper_.put = paper_.next_name();
    if (edit.new_note != NoteKind::none) {
      item.note = ++paper_.notes;
      item.note_kind = edit.new_note;
    }
    write(item, edit.citation, {edit.rtf, edit.links}, edit.note);
    paper_.items.insert(paper_.items.begin() + static_cast<std::ptrdiff_t>(place_), item);
    ++tally_.changed;
  }
  void operator()(const ClearPlace&) { ++paper_.cleared; }
  void operator()(const RewritePut& edit) {
    if (Paper::Item* item = paper_.find(paper_.put)) write(*item, item->code->data, edit.text, paper_.number_of(*item));
  }
  void operator()(const RewriteCitation& edit) {
    Paper::Item* item = find(edit.field);
    if (!item) {
      if (edit.data) throw Fault(texts::citation_error_gone);
      return;
    }
    const Rewriting needed = judge(edit, item->code->data, item->text, paper_.number_of(*item));
    if (needed == Rewriting::edited) ++tally_.edited;
    if (needed == Rewriting::edited || needed == Rewriting::needless) return;
    Json data = edit.data ? *edit.data : item->code->data;
    data["citationID"] = edit.id;
    write(*item, std::move(data), {edit.rtf, edit.links}, paper_.number_of(*item));
    if (needed == Rewriting::text) ++tally_.changed;
  }
  void operator()(const RecodeField& edit) {
    Paper::Item* item = find(edit.field);
    if (!item && edit.must) throw Fault(texts::citation_error_gone);
    if (!item) return;
    if (edit.counted) ++tally_.changed;
    if (edit.data.is_null()) {
      paper_.items.erase(paper_.items.begin() + (item - paper_.items.data()));
      return;
    }
    item->storage = edit.storage;
    item->name = paper_.next_name();
    item->code = Paper::code_of(item->code->kind, edit.data);
  }
  void operator()(const RemoveCitation& edit) {
    if (Paper::Item* item = find(edit.field)) paper_.items.erase(paper_.items.begin() + (item - paper_.items.data()));
    ++tally_.changed;
  }
  void operator()(const MoveToNote& edit) {
    Paper::Item* item = find(edit.field);
    item->note = ++paper_.notes;
    item->note_kind = edit.to;
    ++tally_.changed;
  }
  void operator()(const MoveOutOfNote& edit) {
    std::u16string note;
    std::vector<std::u16string> shown;
    std::vector<Json> citations;
    for (const std::size_t i : edit.fields) {
      const Paper::Item* item = find(i);
      shown.push_back(text::to_utf16(item->text));
      citations.push_back(item->code->data);
      note += item->beside + shown.back();
    }
    if (says_more(note, shown, citations)) {
      tally_.left += shown.size();
      return;
    }
    for (const std::size_t i : edit.fields) {
      Paper::Item* item = find(i);
      item->note_kind = edit.to;
      item->note = edit.to == NoteKind::none ? 0 : ++paper_.notes;
      ++tally_.changed;
    }
  }
  void operator()(const PutList& edit) {
    Paper::Item item;
    item.storage = edit.storage;
    item.name = paper_.next_name();
    item.code = Paper::code_of(zotero::CodeKind::bibliography, edit.data);
    item.lines = {u""};
    paper_.title = edit.title;
    paper_.items.insert(paper_.items.begin() + static_cast<std::ptrdiff_t>(place_), item);
  }
  void operator()(const TitleList& edit) { paper_.title = edit.title; }
  void operator()(const RemoveList& edit) {
    if (Paper::Item* item = find(edit.field)) paper_.items.erase(paper_.items.begin() + (item - paper_.items.data()));
    paper_.title.clear();
  }
  void operator()(const TakeOver& edit) {
    std::string shown = std::exchange(paper_.others.at(edit.other), {});
    if (edit.list && !edit.data.is_object()) return;
    Paper::Item item;
    item.storage = edit.storage;
    item.name = paper_.next_name();
    item.text = shown.substr(edit.lead.size());
    item.code = Paper::code_of(edit.list ? zotero::CodeKind::bibliography : zotero::CodeKind::item, edit.data);
    item.lines = {u""};
    paper_.items.push_back(std::move(item));
  }
  void operator()(const FormatList& edit) { paper_.format = edit.format; }
  void operator()(const WriteList& edit) {
    Paper::Item* item = find(edit.field);
    const ListChange change = change_of(edit.lines, item->lines, edit.force);
    std::vector<std::u16string> lines(item->lines.begin(),
                                      item->lines.begin() + static_cast<std::ptrdiff_t>(change.first));
    for (std::size_t i = change.first; i < change.last_line; ++i) lines.push_back(edit.lines[i].plain);
    lines.insert(lines.end(), item->lines.begin() + static_cast<std::ptrdiff_t>(change.last_old), item->lines.end());
    item->lines = std::move(lines);
    paper_.properties["SOAT_LIST"] = edit.record;
    item->names.clear();
    for (const ListLine& line : edit.lines) item->names.push_back(line.name);
  }
  void operator()(const WriteProperty& edit) {
    if (edit.value.empty()) {
      paper_.properties.erase(edit.stem);
    } else {
      paper_.properties[edit.stem] = edit.value;
    }
  }

 private:
  Paper::Item* find(std::size_t field) {
    Paper::Item* item = paper_.find(model_.stored.fields[field].name);
    if (item && item->is_protected) throw Fault(texts::citation_error_protected, item->text);
    return item;
  }

  void write(Paper::Item& item, Json citation, const CitationText& text, int note) {
    item.text = text::to_utf8(zotero::plain_text(zotero::read_rtf(text.rtf)));
    item.links = text.links;
    item.code = Paper::code_of(zotero::CodeKind::item, written_citation(std::move(citation), text.rtf, item.text, note,
                                                                        links_record(text.links)));
    item.name = &item == paper_.find(item.name) ? rename(item) : item.name;
  }
  std::string rename(const Paper::Item& item) {
    std::string fresh = paper_.next_name();
    if (item.name == paper_.put) paper_.put = fresh;
    return fresh;
  }

  Paper& paper_;
  const DocumentModel& model_;
  std::size_t place_;
  Tally& tally_;
};

// A paper with its session and engine, at which commands are given.
class Desk {
 public:
  explicit Desk(const std::string& style = "ieee") {
    settings.style = style.find(':') == std::string::npos && style != "none" ? id_of(style) : style;
    settings.locale = "";
    zotero::Preferences fresh = with(settings);
    paper.properties["ZOTERO_PREF"] = zotero::write_preferences(fresh);
  }

  static std::string id_of(const std::string& file) { return citation::test::options_for(file).style.info.id; }

  DocumentModel model() { return session.read(paper.stored()); }

  // Does all that a command says, or leaves the paper as it is and throws.
  Tally run(Command command, std::size_t place = 0) {
    const Paper before = paper;
    Tally tally;
    try {
      DocumentModel now = model();
      while (!command.rounds.empty()) {
        const std::unique_ptr<Round> round = std::move(command.rounds.front());
        command.rounds.pop_front();
        if (!round->keeps_model()) now = model();
        if (round->computes()) round->compute(now, formatter, progress);
        edits = round->edits(now, tally);
        for (const FieldEdit& edit : edits) std::visit(Pen(paper, now, place, tally), edit);
      }
    } catch (...) {
      paper = before;
      throw;
    }
    return tally;
  }

  InsertionPoint point(const DocumentModel& now, std::size_t place) const {
    InsertionPoint at;
    for (std::size_t i = 0; i < now.citations.size(); ++i) at.at += now.citations[i] < place ? 1 : 0;
    for (std::size_t i = 0; i < place && i < paper.items.size(); ++i) {
      if (paper.items[i].note_kind == now.settings.notes && paper.items[i].note > 0)
        at.next_note = paper.number_of(paper.items[i]) + 1;
    }
    return at;
  }

  std::string put(const Json& cites, std::size_t place, bool ahead = false) {
    const DocumentModel now = model();
    Command command = insert(session, now, point(now, place), {cites, false, {}}, ahead);
    std::string id = command.id;
    run(std::move(command), place);
    return id;
  }

  Paper paper;
  Settings settings;
  Session session{{citation::test::data_folder() / "styles"}, {citation::test::data_folder() / "locales"}};
  std::atomic<bool> cancelled = false;
  Formatter formatter{cancelled};
  Formatter::Progress progress;
  FieldEdits edits;  // of the last round

 private:
  static zotero::Preferences with(const Settings& wanted) {
    zotero::Preferences fresh;
    fresh.style = wanted.style;
    fresh.session = "abcdefgh";
    fresh.set_pref("fieldType", "ReferenceMark");
    fresh.set_pref("soat-headings", "yes");
    return fresh;
  }
};

inline Json book(const std::string& id, const std::string& family, const std::string& title, int year) {
  return {{"id", id},
          {"type", "book"},
          {"title", title},
          {"author", Json::array({{{"family", family}, {"given", "Thị Ánh"}}})},
          {"issued", {{"date-parts", Json::array({Json::array({year})})}}}};
}

inline Json cite(const Json& item, Json more = Json::object()) {
  more["uris"] = Json::array({"urn:test:" + item["id"].get<std::string>()});
  more["itemData"] = item;
  return more;
}

inline Json cites(const Json& item, Json more = Json::object()) {
  return Json::array({cite(item, std::move(more))});
}

inline const Json kAnh = book("anh", "Nguyễn", "Chợ nổi", 1999);
inline const Json kUt = book("ut", "Trần", "Sông nước", 2003);
inline const Json kHoa = book("hoa", "Lê", "Ghe xuồng", 2014);

template <class Action>
std::string fault_of(Action action) {
  try {
    action();
  } catch (const Fault& fault) {
    return fault.what();
  }
  return "none";
}

inline std::string said(const text::Message& message) {
  return message.utf8(text::Language::en);
}

inline std::vector<std::string> lists_of(const Desk& desk) {
  std::vector<std::string> lists;
  for (const auto& item : desk.paper.items) {
    if (item.code->kind != zotero::CodeKind::bibliography) continue;
    std::string& list = lists.emplace_back();
    for (const auto& line : item.lines) list += text::to_utf8(line).substr(0, 3) + "|";
  }
  return lists;
}

}  // namespace soat::citation::session::test
