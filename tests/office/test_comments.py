"""Findings as comments in the margin, and taking them away."""
import os
import tempfile
import time
import unittest

import support
from support import Dialog, ReviewPanel

TITLE = "Soát tài liệu"


class CommentsTest(support.OfficeTest):
    def tearDown(self):
        self.close_notice(patience=0.01)
        super().tearDown()

    def send(self, document, command):
        url = self.office.struct("com.sun.star.util.URL", Complete="vnd.org.soat:" + command)
        document.getCurrentController().getFrame().queryDispatch(url, "_self", 0).dispatch(url, ())

    def close_notice(self, patience=60):
        """Gives what it said. One that goes with its document while it is read is none."""
        end = time.monotonic() + patience
        while (dialog := Dialog.find(self.office, TITLE, patience=max(0.01, end - time.monotonic()))) is not None:
            try:
                said = dialog.text()
                dialog.press("Đóng")
                return said
            except Exception as error:
                if not (type(error).__name__.endswith("DisposedException") or isinstance(error, StopIteration)):
                    raise
        return ""

    def command(self, document, name):
        def said():
            self.send(document, name)
            notice = self.close_notice()
            self.assertTrue(notice)
            return notice if "đang đọc lại tài liệu" not in notice else None
        return support.until(said)

    def comments(self, document):
        """Author, what they are on, what they say; in the order of the document."""
        found, walk = [], document.getTextFields().createEnumeration()
        while walk.hasMoreElements():
            field = walk.nextElement()
            if field.supportsService("com.sun.star.text.TextField.Annotation"):
                before = field.getAnchor().getText().createTextCursorByRange(field.getAnchor().getText().getStart())
                before.gotoRange(field.getAnchor().getEnd(), True)
                found.append((len(before.getString()), field.Author, field.getAnchor().getString(), field.Content))
        return [one[1:] for one in sorted(found)]

    def open(self, *paragraphs):
        document = self.new_document(*paragraphs, hidden=False)
        document.getUndoManager().clear()
        return document

    def test_each_finding_gets_a_comment_in_one_undo_step(self):
        document = self.open("Mùa nứơc lên.", "Các nghành nghề ở xã, các nghành vui.")
        before = document.Text.getString()
        self.assertIn("Đã ghi 3 nhận xét", self.command(document, "comment"))
        found = self.comments(document)
        self.assertEqual([one[0] for one in found], ["Soát"] * 3)
        self.assertIn("Gợi ý: nước", found[0][2])
        self.assertIn("“nghành”", found[1][2])
        self.assertIn("Gợi ý: ngành", found[1][2])
        self.assertEqual(document.Text.getString(), before)
        self.assertEqual(len(document.getUndoManager().getAllUndoActionTitles()), 1)
        document.getUndoManager().undo()
        self.assertEqual(self.comments(document), [])
        document.getUndoManager().redo()
        self.assertEqual(self.comments(document), found)

    def test_written_again_they_are_replaced_and_they_are_not_checked_themselves(self):
        document = self.open("Mùa nứơc lên.")
        self.command(document, "comment")
        self.assertIn("Đã ghi 1 nhận xét", self.command(document, "comment"))
        self.assertEqual(len(self.comments(document)), 1)

    def test_others_comments_stay(self):
        document = self.open("Mùa nứơc lên.")
        comment = document.createInstance("com.sun.star.text.textfield.Annotation")
        comment.Author, comment.Content = "Lan", "Xem lại."
        document.Text.insertTextContent(document.Text.getEnd(), comment, False)
        self.command(document, "comment")
        self.assertEqual(sorted(one[0] for one in self.comments(document)), ["Lan", "Soát"])
        document.getUndoManager().clear()
        self.assertIn("Đã xóa 1 nhận xét", self.command(document, "remove-comments"))
        self.assertEqual([one[0] for one in self.comments(document)], ["Lan"])
        self.assertEqual(len(document.getUndoManager().getAllUndoActionTitles()), 1)
        document.getUndoManager().undo()
        self.assertEqual(len(self.comments(document)), 2)
        document.getUndoManager().redo()
        self.assertIn("không có nhận xét nào", self.command(document, "remove-comments"))

    def test_what_the_panel_lists_gets_comments(self):
        document = self.open("Mùa nứơc lên.", "Bà con góp ý .", "Các nghành nghề.")
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:check", "_self", 0, ())
        panel = ReviewPanel.find(self.office, document)
        panel.toggle("Chính tả")
        self.assertTrue(support.until(lambda: len(panel.rows()) == 1))
        self.assertIn("Đã ghi 1 nhận xét", self.command(document, "comment"))
        self.assertEqual(len(self.comments(document)), 1)
        panel.toggle("Chính tả")
        self.assertTrue(support.until(lambda: len(panel.rows()) == 3))
        panel.choose_row(0)
        self.assertTrue(support.until(lambda: "«nứơc»" in panel.text()))
        panel.press("Sửa")
        self.assertTrue(support.until(lambda: "Mùa nước lên" in document.Text.getString()))

    def test_a_place_with_a_comment_can_be_fixed(self):
        document = self.open("Mùa nứơc lên.")
        self.command(document, "comment")
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:check", "_self", 0, ())
        ReviewPanel.find(self.office, document).press("Sửa")
        self.assertTrue(support.until(lambda: document.Text.getString() == "Mùa nước lên."))
        self.command(document, "remove-comments")
        self.assertEqual((self.comments(document), document.Text.getString()), ([], "Mùa nước lên."))

    def test_they_are_no_recorded_changes(self):
        document = self.open("Mùa nứơc lên.")
        document.RecordChanges = True
        self.command(document, "comment")
        self.assertTrue(document.RecordChanges)
        self.assertFalse(document.getRedlines().createEnumeration().hasMoreElements())
        self.command(document, "remove-comments")
        self.assertEqual(self.comments(document), [])

    def test_what_is_protected_is_left_and_told_of(self):
        document = self.open("Mùa nứơc lên.", "Các nghành nghề.")
        section = document.createInstance("com.sun.star.text.TextSection")
        cursor = document.Text.createTextCursor()
        cursor.gotoEndOfParagraph(True)
        document.Text.insertTextContent(cursor, section, True)
        section.IsProtected = True
        said = self.command(document, "comment")
        self.assertIn("Đã ghi 1 nhận xét", said)
        self.assertIn("Không ghi được 1 chỗ", said)
        self.assertEqual(len(self.comments(document)), 1)

    def test_a_read_only_document_stays_as_it_is(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.txt")
            with open(path, "w", encoding="utf-8") as f:
                f.write("Mùa nứơc lên.\n")
            document = self.office.load(path, hidden=False, read_only=True)
            self._documents.append(document)
            for command in ("comment", "remove-comments"):
                self.assertIn("chỉ đọc", self.command(document, command))
            self.assertEqual(self.comments(document), [])

    def test_a_document_closed_meanwhile(self):
        for moment in (0, 0.05, 0.3):
            document = self.open(*["Mùa nứơc lên ở thôn %d." % n for n in range(300)])
            self.send(document, "comment")
            time.sleep(moment)
            self._documents.remove(document)
            document.setModified(False)
            document.close(True)
        self.assertIn("Đã ghi 1 nhận xét", self.command(self.open("Mùa nứơc lên."), "comment"))

    def add_note(self, document, kind, what):
        note = document.createInstance("com.sun.star.text." + kind)
        document.Text.insertTextContent(document.Text.getEnd(), note, False)
        note.setString(what)

    def save_as(self, document, path, filter_name):
        document.storeAsURL(self.office.uno.systemPathToFileUrl(path), self.office.properties(FilterName=filter_name))

    def test_in_a_word_document_those_on_notes_stand_at_their_anchors(self):
        for name, filter_name in (("a.odt", "writer8"), ("a.docx", "MS Word 2007 XML")):
            document = self.open("Mùa nứơc lên.")
            self.add_note(document, "Footnote", "Các nghành nghề.")
            self.add_note(document, "Endnote", "Mùa trừơng tồn.")
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, name)
                self.save_as(document, path, filter_name)
                document.getUndoManager().clear()
                before = document.Text.getString()
                self.assertIn("Đã ghi 3 nhận xét", self.command(document, "comment"))
                self.assertEqual(document.Text.getString(), before)
                self.assertEqual(len(document.getUndoManager().getAllUndoActionTitles()), 1)
                self.save_as(document, path, filter_name)
                again = self.office.load(path, hidden=False)
            self._documents.append(again)
            found = self.comments(again)
            self.assertEqual([one[0] for one in found], ["Soát"] * 3, name)
            said = "".join(one[2] for one in found)
            for word in ("nghành", "trừơng"):
                self.assertEqual("Trong chú thích, “%s”: " % word in said, name == "a.docx")
            self.assertIn("Đã xóa 3 nhận xét", self.command(again, "remove-comments"))
            self.assertEqual(self.comments(again), [])
            self.assertEqual([again.getFootnotes().getCount(), again.getEndnotes().getCount()], [1, 1])

    def test_they_survive_both_formats(self):
        for name, filter_name in (("a.odt", "writer8"), ("a.docx", "MS Word 2007 XML")):
            document = self.open("Mùa nứơc lên.", "Các nghành nghề.")
            self.command(document, "comment")
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, name)
                document.storeToURL(self.office.uno.systemPathToFileUrl(path), self.office.properties(FilterName=filter_name))
                again = self.office.load(path, hidden=False)
            self._documents.append(again)
            self.assertEqual([one[0] for one in self.comments(again)], ["Soát"] * 2)
            self.command(again, "remove-comments")
            self.assertEqual(self.comments(again), [])


if __name__ == "__main__":
    unittest.main()
