"""Citations in text that was inserted while changes are recorded: they belong to it, and go or stay with it."""
import functools
import json

import support
from citation_support import ANH, CHICAGO, IEEE, SMITH, UT, CitationTest, cite


def each_form(test):
    """Runs a test with citations of each form, the first of them in old text."""
    @functools.wraps(test)
    def run(self):
        for notes in ("text", "footnotes"):
            for storage in ("marks", "bookmarks"):
                with self.subTest(notes=notes, storage=storage):
                    test(self, notes, self.document(notes, storage))
    return run


class InsertedTextTest(CitationTest):
    def command(self, document, name, **values):
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:" + name, "", 0, self.office.properties(**values))

    def document(self, notes, storage):
        document = self.new_document("Một", hidden=False)
        self.service.setStyle(document, IEEE if notes == "text" else CHICAGO, "vi-VN", notes)
        if storage == "bookmarks":
            self.service.toBookmarks(document)
        self.service.insertAt(document, document.Text.getEnd(), json.dumps([cite(ANH)]))
        document.RecordChanges = True
        document.getCurrentController().getViewCursor().gotoEnd(False)
        return document

    def write_paragraph(self, document, behind=" ba"):
        self.command(document, "InsertPara")
        self.command(document, "InsertText", Text="hai")
        self.insert(document, cite(UT))
        document.getCurrentController().getViewCursor().gotoEnd(False)
        if behind:
            self.command(document, "InsertText", Text=behind)

    def recorded(self, document):
        changes, found = document.getRedlines().createEnumeration(), []
        while changes.hasMoreElements():
            change = changes.nextElement()
            place = change.RedlineStart.getText().createTextCursorByRange(change.RedlineStart)
            place.gotoRange(change.RedlineEnd, True)
            found.append((change.RedlineType, place.getString()))
        return found

    def check(self, document, shown, works):
        def said():
            return document.Text.getString(), [one["cites"][0]["itemData"]["id"] for one in self.listed(document)["citations"]]
        self.assertTrue(support.until(lambda: said() == (shown, works)), said())
        self.service.refresh(document, False)
        self.assertEqual(said(), (shown, works))
        self.assertEqual(len(document.getFootnotes()), 0 if "[" in shown else len(works))
        self.assertEqual(self.service.problems(document), ())
        self.assertEqual(self.recorded(document), [])

    @each_form
    def test_they_go_when_it_is_rejected(self, notes, document):
        self.write_paragraph(document)
        shown = "\nhai[2] ba" if notes == "text" else "\nhai2 ba"
        self.assertEqual(self.recorded(document), [("Insert", shown)])
        self.assertTrue(document.RecordChanges)
        self.command(document, "RejectAllTrackedChanges")
        self.check(document, "Một[1]" if notes == "text" else "Một1", ["anh"])

    @each_form
    def test_they_stay_when_it_is_accepted(self, notes, document):
        self.write_paragraph(document)
        self.command(document, "AcceptAllTrackedChanges")
        self.check(document, "Một[1]\nhai[2] ba" if notes == "text" else "Một1\nhai2 ba", ["anh", "ut"])

    @each_form
    def test_they_go_when_they_have_been_numbered_anew(self, notes, document):
        self.write_paragraph(document)
        self.service.insertAt(document, document.Text.getStart(), json.dumps([cite(SMITH)]))
        self.assertEqual([kind for kind, _ in self.recorded(document)], ["Insert"])
        self.command(document, "RejectAllTrackedChanges")
        self.check(document, "[1]Một[2]" if notes == "text" else "1Một2", ["smith", "anh"])

    @each_form
    def test_they_go_when_no_changes_are_recorded_any_more(self, notes, document):
        self.write_paragraph(document)
        document.RecordChanges = False
        self.service.insertAt(document, document.Text.getStart(), json.dumps([cite(SMITH)]))
        self.service.insertAt(document, self.behind(document, "ha"), json.dumps([cite(SMITH)]))
        self.command(document, "RejectAllTrackedChanges")
        self.check(document, "[1]Một[2]" if notes == "text" else "1Một2", ["smith", "anh"])

    def behind(self, document, word):
        search = document.createSearchDescriptor()
        search.SearchString = word
        return document.findFirst(search).getEnd()

    @each_form
    def test_they_go_when_they_were_moved_between_text_and_notes(self, notes, document):
        self.write_paragraph(document)
        to = "footnotes" if notes == "text" else "text"
        self.service.setStyle(document, CHICAGO if to == "footnotes" else IEEE, "vi-VN", to)
        self.command(document, "RejectAllTrackedChanges")
        self.check(document, "Một [1]" if to == "text" else "Một1", ["anh"])

    def test_neighbours_that_touch_go_alone(self):
        document = self.new_document("Một", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        self.service.insertAt(document, document.Text.getEnd(), json.dumps([cite(ANH)]))
        document.RecordChanges = True
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.command(document, "InsertText", Text=" hai")
        self.insert(document, cite(UT))
        self.service.insertAt(document, document.Text.getEnd(), json.dumps([cite(SMITH)]))
        words = document.Text.createTextCursorByRange(self.behind(document, "[1]"))
        words.goRight(len(" hai"), True)
        words.setString("")
        self.service.insertAt(document, document.Text.getStart(), json.dumps([cite(dict(UT, id="four"))]))
        self.assertEqual(document.Text.getString(), "[1]Một[2][3][4]")
        self.assertEqual(self.recorded(document), [("Insert", "[3][4]")])
        self.command(document, "RejectAllTrackedChanges")
        self.check(document, "[1]Một[2]", ["four", "anh"])

    @each_form
    def test_what_is_put_into_old_text_stays(self, notes, document):
        self.service.insertAt(document, self.behind(document, "Mộ"), json.dumps([cite(UT)]))
        self.write_paragraph(document)
        self.command(document, "RejectAllTrackedChanges")
        self.check(document, "Mộ[1]t[2]" if notes == "text" else "Mộ1t2", ["ut", "anh"])

    @each_form
    def test_undoing_and_redoing(self, notes, document):
        self.write_paragraph(document, "")
        shown = document.Text.getString()
        for _ in range(2):
            document.getUndoManager().undo()
            self.assertEqual(document.Text.getString(), shown[:-len("[2]" if notes == "text" else "2")])
            document.getUndoManager().redo()
            self.assertEqual(document.Text.getString(), shown)
        self.command(document, "RejectAllTrackedChanges")
        self.check(document, "Một[1]" if notes == "text" else "Một1", ["anh"])
