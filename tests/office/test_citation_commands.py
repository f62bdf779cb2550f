"""The citation commands of the menu, dispatched as the menu does, and what they ask."""
import json
import os
import tempfile
import time
import unittest

from citation_support import APA, IEEE, ANH, UT, CitationTest, book, cite, marks
from probe import ping_of
from support import Dialog


class MenuTest(CitationTest):
    def tearDown(self):
        for title, button in (("Soát", "Để nguyên"), ("Trích dẫn", "Đóng")):
            dialog = Dialog.find(self.office, title, patience=0.01)
            if dialog and button in dialog.buttons():
                dialog.press(button)
        super().tearDown()

    def dispatch(self, document, name):
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:" + name, "_self", 0, ())
        ping_of(self.office)()  # the command begins when the main loop comes round
        self.wait(document)

    def wait(self, document, patience=60):
        end = time.monotonic() + patience
        while self.service.isBusy(document) and time.monotonic() < end:
            time.sleep(0.01)
        self.assertFalse(self.service.isBusy(document))

    def press(self, label):
        dialog = Dialog.find(self.office, "Soát")
        self.assertIsNotNone(dialog)
        dialog.press(label)

    def with_citation(self):
        document = self.new_document("Một hai.", hidden=False)
        self.service.setStyle(document, APA, "vi-VN", "text")
        self.place_cursor(document, 3)
        self.insert(document, cite(UT))
        document.getUndoManager().clear()
        return document

    def test_list_and_refresh(self):
        document = self.with_citation()
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.dispatch(document, "cite-bibliography")
        self.assertTrue(self.listed(document)["bibliography"])
        self.assertEqual(len(self.undo_titles(document)), 1)
        document.getTextSections().getByIndex(0).getAnchor().setString("bị xóa")
        self.dispatch(document, "cite-refresh")
        self.assertIn("Sông nước miền Tây", document.Text.getString())

    def test_what_is_selected_in_several_places_stays_so(self):
        document = self.with_citation()
        document.Text.insertString(document.Text.getEnd(), "\rBa hai.\rBốn hai.", False)
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.dispatch(document, "cite-bibliography")
        document.getTextSections().getByIndex(0).getAnchor().setString("bị xóa")
        search = document.createSearchDescriptor()
        search.SearchString = "hai"
        document.getCurrentController().select(document.findAll(search))
        before = [document.getCurrentSelection().getByIndex(i).getString() for i in range(document.getCurrentSelection().getCount())]
        self.assertEqual(before, ["hai"] * 3)
        self.dispatch(document, "cite-refresh")
        self.assertIn("Sông nước miền Tây", document.Text.getString())
        after = document.getCurrentSelection()
        self.assertEqual([after.getByIndex(i).getString() for i in range(after.getCount())], before)

    def edit_by_hand(self, document):
        cursor = document.Text.createTextCursor()
        cursor.goRight(5, False)
        document.Text.insertString(cursor, "…", False)

    def wait_for_text(self, document, wanted):
        end = time.monotonic() + 60
        while document.Text.getString() != wanted and time.monotonic() < end:
            time.sleep(0.02)
        self.assertEqual(document.Text.getString(), wanted)

    def test_refresh_asks_about_edits_and_puts_back(self):
        document = self.with_citation()
        self.edit_by_hand(document)
        self.dispatch(document, "cite-refresh")
        self.assertEqual(document.Text.getString(), "Một(T…rần Văn Út, 2003) hai.")
        self.press("Thay lại")
        self.wait_for_text(document, "Một(Trần Văn Út, 2003) hai.")

    def test_refresh_asks_about_edits_and_keeps(self):
        document = self.with_citation()
        self.edit_by_hand(document)
        self.dispatch(document, "cite-refresh")
        self.press("Giữ chữ đã sửa")
        end = time.monotonic() + 60
        while not self.listed(document)["citations"][0]["kept"] and time.monotonic() < end:
            time.sleep(0.02)
        self.assertTrue(self.listed(document)["citations"][0]["kept"])
        self.assertEqual(document.Text.getString(), "Một(T…rần Văn Út, 2003) hai.")

    def test_unlink_asks_first(self):
        document = self.with_citation()
        self.dispatch(document, "cite-unlink")
        self.assertEqual(len(marks(document)), 1)
        Dialog.find(self.office, "Bỏ liên kết trích dẫn").press("Bỏ liên kết")
        end = time.monotonic() + 60
        while marks(document) and time.monotonic() < end:
            time.sleep(0.02)
        self.assertEqual(marks(document), [])
        self.assertEqual(document.Text.getString(), "Một(Trần Văn Út, 2003) hai.")

    def test_bookmarks_and_marks(self):
        document = self.with_citation()
        self.dispatch(document, "cite-bookmarks")
        self.assertEqual(marks(document), [])
        self.dispatch(document, "cite-marks")
        self.assertEqual(len(marks(document)), 1)

    def test_an_insertion_beside_a_long_document_is_one_step(self):
        document = self.new_document("Một hai. ", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        for i in range(45):
            self.service.insertAt(document, document.Text.getEnd(), json.dumps([cite(book("b%d" % i, "Lê", "Văn Bảy", "Sách %d" % i, 1990))]))
        before = document.Text.getString()
        document.getUndoManager().clear()
        self.service.beginInsert(document, document.Text.getStart(), json.dumps([cite(ANH)]))
        self.wait(document)
        self.assertEqual(self.texts(document), ["[%d]" % (i + 1) for i in range(46)])
        self.assertEqual(len(self.undo_titles(document)), 1)
        document.getUndoManager().undo()
        self.assertEqual(document.Text.getString(), before)

    def test_saving_as_docx_offers_bookmarks(self):
        document = self.with_citation()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.docx")
            document.storeAsURL("file://" + path, self.office.properties(FilterName="MS Word 2007 XML"))
            dialog = Dialog.find(self.office, "Soát")
            self.assertIsNotNone(dialog)
            self.assertIn("Word không giữ được", dialog.text())
            dialog.press("Chuyển và lưu lại")
            end = time.monotonic() + 60
            while (document.getReferenceMarks().getCount() or document.isModified()) and time.monotonic() < end:
                time.sleep(0.05)
            self.assertFalse(document.isModified())
            again = self.office.load(path, hidden=False)
            self._documents.append(again)
            self.assertEqual(self.texts(again), ["(Trần Văn Út, 2003)"])

    def test_saving_as_docx_counts_the_citations_and_not_the_list(self):
        document = self.with_citation()
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        with tempfile.TemporaryDirectory() as folder:
            document.storeAsURL("file://" + os.path.join(folder, "a.docx"), self.office.properties(FilterName="MS Word 2007 XML"))
            dialog = Dialog.find(self.office, "Soát")
            self.assertIn("Word không giữ được 1 trích dẫn", dialog.text())
            dialog.press("Không chuyển")

    def test_saving_as_odt_asks_nothing(self):
        document = self.with_citation()
        with tempfile.TemporaryDirectory() as folder:
            document.storeAsURL("file://" + os.path.join(folder, "a.odt"), ())
            self.assertIsNone(Dialog.find(self.office, "Soát", patience=0.5))

    def test_closing_a_document_at_work(self):
        document = self.new_document("Một. ", hidden=False)
        for i in range(30):
            self.service.insertAt(document, document.Text.getEnd(), json.dumps([cite(book("b%d" % i, "Lê", "Văn Bảy", "Sách %d" % i, 1990))]))
        for _ in range(3):
            self.service.beginInsert(document, document.Text.getStart(), json.dumps([cite(ANH)]))
        self._documents.remove(document)
        document.setModified(False)
        document.close(True)
        other = self.with_citation()
        self.assertEqual(self.texts(other), ["(Trần Văn Út, 2003)"])


if __name__ == "__main__":
    unittest.main()
