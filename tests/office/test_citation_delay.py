"""Documents whose numbers and list are brought up to date only when asked; citations in comments."""
import json
import os
import tempfile
import unittest

from support import Dialog, on_main_thread, until
from citation_support import ANH, IEEE, SMITH, UT, CitationTest, cite, preferences

BOX = "Chỉ cập nhật"
BAR = "org.soat.pending"


class WindowTest(CitationTest):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def send(self, document, command):
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, command, "_self", 0, ())


class DelayTest(WindowTest):
    def start(self):
        document = self.new_document("Một hai ba.", "Hết.", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        self.insert_at(document, 3, UT)
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        self.send(document, "vnd.org.soat:cite-settings")
        dialog = Dialog.find(self.office, "Kiểu trích dẫn")
        dialog.toggle(BOX)
        steps = len(self.undo_titles(document))
        dialog.press("Áp dụng")
        self.assertTrue(until(lambda: len(self.undo_titles(document)) > steps and not self.service.isBusy(document)))
        document.getUndoManager().clear()
        return document

    def insert_at(self, document, offset, item):
        cursor = document.Text.createTextCursor()
        cursor.goRight(offset, False)
        return self.service.insertAt(document, cursor, json.dumps([cite(item)]))

    def lines(self, document):
        return [one[:3] for one in document.Text.getString().split("\n")[1:] if one.startswith("[")]

    def waits(self, document):
        return document.getCurrentController().hasInfobar(BAR)

    def test_only_what_is_put_in_is_written(self):
        document = self.start()
        self.assertFalse(self.waits(document))
        self.insert_at(document, 1, ANH)
        self.assertEqual((self.texts(document), self.lines(document)), (["[1]", "[1]"], ["[1]"]))
        self.assertTrue(until(lambda: self.waits(document)))
        self.insert_at(document, 0, SMITH)
        self.assertEqual((self.texts(document), len(self.undo_titles(document))), (["[1]", "[1]", "[1]"], 2))
        steps = len(self.undo_titles(document))
        self.service.refresh(document, False)
        self.assertEqual((self.texts(document), self.lines(document)), (["[1]", "[2]", "[3]"], ["[1]", "[2]", "[3]"]))
        self.assertEqual((len(self.undo_titles(document)), self.waits(document)), (steps + 1, False))
        on_main_thread(self.office, document.getUndoManager().undo)
        self.assertEqual(self.texts(document), ["[1]", "[1]", "[1]"])
        self.assertTrue(until(lambda: self.waits(document)))
        document.getUndoManager().redo()
        self.assertEqual(self.texts(document), ["[1]", "[2]", "[3]"])
        self.assertTrue(until(lambda: not self.waits(document)))

    def test_what_waits_is_known_from_the_file(self):
        for name, filter_name in (("a.odt", "writer8"), ("a.docx", "MS Word 2007 XML")):
            with self.subTest(name=name):
                document = self.start()
                if name.endswith("docx"):
                    self.service.toBookmarks(document)
                self.insert_at(document, 1, ANH)
                path = os.path.join(self.folder, name)
                document.storeToURL("file://" + path, self.office.properties(FilterName=filter_name))
                self.assertEqual(self.texts(document), ["[1]", "[1]"])
                again = self.office.load(path, hidden=False)
                self._documents.append(again)
                self.assertEqual(self.texts(again), ["[1]", "[1]"])
                self.assertTrue(until(lambda: self.waits(again)))
                self.service.refresh(again, False)
                self.assertEqual((self.texts(again), self.lines(again)), (["[1]", "[2]"], ["[1]", "[2]"]))
                self.assertFalse(self.waits(again))

    def test_what_is_deleted_by_hand_waits_too(self):
        document = self.start()
        self.insert_at(document, 1, ANH)
        self.service.refresh(document, False)
        cursor = document.Text.createTextCursor()
        cursor.goRight(1, False)
        cursor.goRight(3, True)
        self.assertEqual(cursor.getString(), "[1]")
        cursor.setString("")
        self.assertTrue(until(lambda: self.waits(document)))
        self.assertEqual(self.texts(document), ["[2]"])
        self.service.refresh(document, False)
        self.assertEqual((self.texts(document), self.lines(document), self.waits(document)), (["[1]"], ["[1]"], False))

    def test_nothing_waits_where_a_refresh_would_change_nothing(self):
        document = self.start()
        self.insert_at(document, 10, UT)  # behind the other citation of the same source
        self.assertEqual(self.texts(document), ["[1]", "[1]"])
        self.assertFalse(until(lambda: self.waits(document), patience=3))
        self.assertFalse(until(lambda: preferences(document, "SOAT_PENDING"), patience=0.1))
        steps = self.undo_titles(document)
        self.insert_at(document, 10, ANH)  # the list lacks it
        self.assertTrue(until(lambda: self.waits(document)))
        self.assertEqual(len(self.undo_titles(document)), len(steps) + 1)
        on_main_thread(self.office, document.getUndoManager().undo)
        self.assertTrue(until(lambda: not self.waits(document)))
        self.assertEqual(self.texts(document), ["[1]", "[1]"])

    def test_typing_is_nothing_to_wait_for(self):
        document = self.start()
        document.Text.insertString(document.Text.createTextCursor(), "Chữ. ", False)
        document.storeToURL("file://" + os.path.join(self.folder, "a.odt"), self.office.properties(FilterName="writer8"))
        self.assertFalse(until(lambda: self.waits(document), patience=2))


class InCommentTest(WindowTest):
    def comment(self, document):
        walk = document.getTextFields().createEnumeration()
        while walk.hasMoreElements():
            field = walk.nextElement()
            if field.supportsService("com.sun.star.text.TextField.Annotation"):
                return field
        return None

    def start(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        self.insert(document, cite(UT))
        self.place_cursor(document, 1)
        self.send(document, ".uno:InsertAnnotation")
        self.assertTrue(until(lambda: self.comment(document)))
        self.assertTrue(until(lambda: document.getCurrentController().getSelection() is None))
        return document

    def saved_comment(self, document):
        """What is being written in a comment is told when the document is saved."""
        document.storeToURL("file://" + os.path.join(self.folder, "a.odt"), self.office.properties(FilterName="writer8"))
        return self.comment(document).Content

    def test_a_citation_becomes_text_of_the_comment(self):
        document = self.start()
        before = document.Text.getString()
        self.send(document, "vnd.org.soat:cite-insert")
        dialog = Dialog.find(self.office, "Chèn trích dẫn vào nhận xét (thành văn bản thường)")
        self.assertIsNotNone(dialog)
        self.assertTrue(until(lambda: "Thêm vào trích dẫn" in dialog.buttons() and dialog.buttons()["Thêm vào trích dẫn"]))
        dialog.press("Thêm vào trích dẫn")
        dialog.press("Chèn")
        self.assertTrue(until(lambda: self.saved_comment(document) == "[1]"))
        self.assertEqual((document.Text.getString(), len(self.listed(document)["citations"])), (before, 1))

    def test_other_commands_say_where_the_cursor_is(self):
        document = self.start()
        before = document.Text.getString()
        self.send(document, "vnd.org.soat:cite-bibliography")
        notice = Dialog.find(self.office, "Trích dẫn")
        self.assertIn("nhận xét", notice.text())
        notice.press("Đóng")
        self.assertEqual(document.Text.getString(), before)


if __name__ == "__main__":
    unittest.main()
