"""Citations that go by other ways than Soát's commands: numbers and the list of sources follow."""
import json
import os
import time
import unittest
import unittest.mock
import urllib.parse

import support
from citation_support import ANH, CHICAGO, IEEE, SMITH, UT, CitationTest, book, cite, preferences, set_property


class WatchTest(CitationTest):
    def ready(self, style=IEEE, notes="text"):
        document = self.new_document("Một hai ba bốn.", "", hidden=False)
        self.service.setStyle(document, style, "vi-VN", notes)
        for offset, item in ((14, SMITH), (7, ANH), (3, UT)):
            self.place_cursor(document, offset)
            self.insert(document, cite(item))
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        return document

    def lines(self, document):
        return document.getTextSections().getByIndex(0).getAnchor().getString().split("\n")

    def until(self, condition, patience=60):
        end = time.monotonic() + patience
        while not condition() and time.monotonic() < end:
            time.sleep(0.05)
        self.assertTrue(condition())

    def select_first_mark(self, document):
        self.select_mark(document, "ut")

    def select_mark(self, document, source):
        """Selects a citation as the user would, from its first letter to its last."""
        (name,) = [name for name in document.getReferenceMarks().getElementNames() if '"%s"' % source in name]
        document.getCurrentController().select(document.getReferenceMarks().getByName(name).getAnchor())

    def dispatch(self, document, command):
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:" + command, "_self", 0, ())

    def test_a_note_is_deleted_by_hand(self):
        document = self.ready(CHICAGO, "footnotes")
        before = self.lines(document)
        self.assertEqual(len([line for line in before if "NXB" in line]), 3)
        titles = self.undo_titles(document)
        anchor = document.getFootnotes().getByIndex(0).getAnchor()
        document.getCurrentController().select(anchor)
        self.dispatch(document, "Delete")
        self.until(lambda: "Sông nước" not in "".join(self.lines(document)))
        after = self.lines(document)
        self.assertEqual(len([line for line in after if "NXB" in line]), 2)
        self.assertEqual(document.getFootnotes().getCount(), 2)
        # One step more, and it takes all back.
        self.assertEqual(len(self.undo_titles(document)), len(titles) + 1)
        self.dispatch(document, "Undo")
        self.assertEqual(document.getFootnotes().getCount(), 3)
        self.assertEqual(self.lines(document), before)
        time.sleep(0.5)
        self.assertEqual(self.lines(document), before)
        self.dispatch(document, "Redo")
        self.assertEqual(document.getFootnotes().getCount(), 2)
        self.assertEqual(self.lines(document), after)

    def test_numbers_follow(self):
        document = self.ready()
        self.assertEqual(self.texts(document), ["[1]", "[2]", "[3]"])
        self.select_first_mark(document)
        self.dispatch(document, "Delete")
        self.until(lambda: self.texts(document) == ["[1]", "[2]"])
        self.until(lambda: len(self.lines(document)) == 2)
        self.dispatch(document, "Undo")
        self.assertEqual(self.texts(document), ["[1]", "[2]", "[3]"])
        self.assertEqual(len(self.lines(document)), 3)

    def test_numbers_follow_though_a_command_came_between(self):
        """Who deletes in a long document and goes on at once with a command that renumbers nothing."""
        document = self.new_document("Lời nói. " * 60, hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        names = ["nguon-%02d" % number for number in range(60)]
        for number in reversed(range(60)):
            place = document.Text.createTextCursor()
            place.goRight(9 * number + 7, False)
            self.service.insertAt(document, place, json.dumps([cite(book(names[number], "Lê", "Văn Tám", "Lúa mùa %d" % number, 2001))]))
        left = len(names)
        self.assertEqual(self.texts(document)[-1], "[%d]" % left)
        for pause in (0.02, 0.1, 0.2):
            self.select_mark(document, names.pop(0))
            self.dispatch(document, "Delete")
            left -= 1
            time.sleep(pause)
            self.service.keepEdit(document, json.loads(self.service.list(document))["citations"][0]["id"])
            self.until(lambda: self.texts(document)[-1] == "[%d]" % left)

    def test_what_is_saved_does_not_lie(self):
        for pause in (0, 2):  # after the latter the order of the citations is known
            with self.subTest(pause=pause):
                self.delete_and_save(pause)

    def delete_and_save(self, pause):
        document = self.ready(CHICAGO, "footnotes")
        path = os.path.join(self.office.profile, "theo sau %d.odt" % pause)
        url = self.office.uno.systemPathToFileUrl(path)
        document.storeAsURL(url, ())
        self._documents.remove(document)
        document.close(True)
        # Opened again, deleted and saved, without any command of ours.
        again = self.office.desktop.loadComponentFromURL(url, "_blank", 0, ())
        self.addCleanup(again.close, True)
        self.assertIn("Sông nước", "".join(self.lines(again)))
        time.sleep(pause)
        again.getCurrentController().select(again.getFootnotes().getByIndex(0).getAnchor())
        self.dispatch(again, "Delete")
        again.store()
        self.assertNotIn("Sông nước", "".join(self.lines(again)))
        self.assertFalse(again.isModified())

    def test_what_is_saved_at_once_does_not_lie(self):
        """Before the office has told that the document is loaded, as macros do."""
        document = self.ready(CHICAGO, "footnotes")
        url = self.office.uno.systemPathToFileUrl(os.path.join(self.office.profile, "lưu ngay.odt"))
        document.storeAsURL(url, ())
        self._documents.remove(document)
        document.close(True)
        opened = []

        def delete_and_save():
            again = self.office.desktop.loadComponentFromURL(url, "_blank", 0, ())
            opened.append(again)
            again.getCurrentController().select(again.getFootnotes().getByIndex(0).getAnchor())
            self.dispatch(again, "Delete")
            again.store()
        support.on_main_thread(self.office, delete_and_save)
        again, = opened
        self.addCleanup(again.close, True)
        self.assertEqual(again.getFootnotes().getCount(), 2)
        self.assertNotIn("Sông nước", "".join(self.lines(again)))

    def test_nothing_else_is_touched(self):
        document = self.ready()
        titles = self.undo_titles(document)
        document.Text.insertString(document.Text.getStart(), "Thêm. ", False)
        time.sleep(0.5)
        self.assertEqual(len(self.undo_titles(document)), len(titles) + 1)
        self.assertTrue(document.getUndoManager().isUndoPossible())

    def test_the_engine_begins_when_a_document_is_opened(self):
        """Long before anything is inserted; what it lacks is told in the log then."""
        document = self.new_document("Một hai.", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        self.insert(document, cite(UT))
        stored = preferences(document)
        self.assertIn(IEEE, stored)
        properties = document.getDocumentProperties().getUserDefinedProperties()
        for name in [one.Name for one in properties.getPropertySetInfo().getProperties() if one.Name.startswith("ZOTERO_PREF")]:
            properties.removeProperty(name)
        set_property(document, "ZOTERO_PREF", stored.replace(IEEE, "http://www.zotero.org/styles/that-is-not-here"))
        with support.new_office() as office, unittest.mock.patch.dict(os.environ, SOAT_LOG="all"):
            path = os.path.join(office.profile, "mở ra.odt")
            document.storeToURL("file://" + urllib.parse.quote(path), self.office.properties(FilterName="writer8"))
            office.install()
            office.start()
            office.load(path, hidden=False)
            self.until(lambda: "that-is-not-here" in office.log())
            office.stop()


if __name__ == "__main__":
    unittest.main()
