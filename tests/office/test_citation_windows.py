"""The windows that cite: what they do to the document, used as assistive technology would use them. While a command works in the
background only the document is looked at: the bridge's calls are not on the main thread, on which the work goes on."""
import json
import os
import sqlite3
import time
import unittest

import citation_support
from citation_support import ANH, CHICAGO, IEEE, SMITH, UT, cite
from support import Dialog

INSERT, EDIT, STYLE, LISTED, UNLINK = ("Chèn trích dẫn", "Sửa trích dẫn", "Kiểu trích dẫn", "Nguồn trong danh mục", "Bỏ liên kết trích dẫn")


class CitationWindowsTest(citation_support.CitationTest):
    def setUp(self):
        super().setUp()
        self.library = self.office.new("org.soat.SourceLibrary")
        self.addCleanup(self.clear)
        self.clear()
        self.library.add(json.dumps([ANH, UT, SMITH]), "skip")
        self.document = self.new_document("Câu đầu.", hidden=False)
        self.document.getCurrentController().getViewCursor().gotoEnd(False)
        self.document.getUndoManager().clear()
        self.addCleanup(self.close_windows)

    def clear(self):
        for one in json.loads(self.library.search("", 1000)):
            self.library.remove(one["key"])

    def close_windows(self):
        for title in (INSERT, EDIT, STYLE, LISTED, UNLINK, "Trích dẫn"):
            dialog = Dialog.find(self.office, title, patience=0.01)
            if dialog:
                dialog.press(next(name for name in dialog.buttons() if name in ("Thôi", "Đóng", "Dừng")))

    def open_window(self, command, title):
        frame = self.document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:" + command, "_self", 0, ())
        dialog = Dialog.find(self.office, title)
        self.assertIsNotNone(dialog, title)
        return dialog

    def wait(self, condition, what="", patience=60):
        end = time.monotonic() + patience
        while not condition() and time.monotonic() < end:
            time.sleep(0.1)
        self.assertTrue(condition(), what() if callable(what) else what)

    def text(self):
        return self.document.Text.getString()

    def add(self, dialog, query, title):
        dialog.type("Tìm:", query)
        self.wait(lambda: sum(title in line for line in dialog.items()) >= 1 and len(dialog.lists()[0]) == 1, dialog.items)
        dialog.press("Thêm vào trích dẫn")
        self.wait(lambda: any(title in line for line in dialog.lists()[1]), dialog.lists)

    def test_a_library_that_another_program_holds(self):
        """The window to insert says so, answers all the time, and works again."""
        dialog = self.open_window("cite-insert", INSERT)
        self.wait(lambda: len(dialog.lists()[0]) == 3, dialog.lists)
        other = sqlite3.connect(os.path.join(self.office.profile, "user", "soat", "library.sqlite"), isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN EXCLUSIVE")
        dialog.type("Tìm:", "chợ")
        self.wait(lambda: "đang giữ thư viện nguồn" in dialog.text(), dialog.text)
        other.execute("ROLLBACK")
        self.add(dialog, "chợ nổi", "Chợ nổi")
        other.execute("BEGIN EXCLUSIVE")
        dialog.press("Chèn")  # what is chosen already needs no library
        self.wait(lambda: len(self.cites()) == 1, self.text)
        other.execute("ROLLBACK")

    def test_a_document_closed_while_another_program_holds_the_library(self):
        other = sqlite3.connect(os.path.join(self.office.profile, "user", "soat", "library.sqlite"), isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN EXCLUSIVE")
        for moment in (0, 0.1, 0.5):
            document = self.office.new_document("Câu đầu.", hidden=False)
            frame = document.getCurrentController().getFrame()
            self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-insert", "_self", 0, ())
            self.wait(lambda: Dialog.find(self.office, INSERT, patience=0.01) is not None)
            Dialog.find(self.office, INSERT).type("Tìm:", "chợ")
            time.sleep(moment)
            document.setModified(False)
            document.close(True)
            self.wait(lambda: Dialog.find(self.office, INSERT, patience=0.01) is None)
        other.execute("ROLLBACK")
        self.assertEqual(len(json.loads(self.library.search("", 1000))), 3)

    def cites(self):
        return json.loads(self.service.list(self.document))["citations"]

    def test_a_citation_of_two_sources_with_a_place_and_words(self):
        dialog = self.open_window("cite-insert", INSERT)
        self.assertIn("Gõ để tìm nguồn", dialog.text())
        self.add(dialog, "cho noi", "Chợ nổi")
        dialog.type("Vị trí trong nguồn:", "12")
        dialog.type("Chữ đứng trước:", "xem")
        self.add(dialog, "song nuoc", "Sông nước")
        self.wait(lambda: "tr. 12" in dialog.text() and "xem" in dialog.text(), dialog.text)
        self.assertEqual([one for one in dialog.lists()[1] if one.startswith("[trang 12]")][:1], dialog.lists()[1][:1])
        dialog.press("Chèn")
        self.wait(lambda: "tr. 12" in self.text(), self.text)
        self.wait(lambda: Dialog.find(self.office, INSERT, patience=0.01) is None)
        found = self.cites()
        self.assertEqual(len(found), 1)
        self.assertEqual([one.get("locator") for one in found[0]["cites"]], ["12", None])
        self.assertTrue(found[0]["cites"][0]["uris"][0].startswith("urn:uuid:"))
        self.assertEqual(len(self.document.getUndoManager().getAllUndoActionTitles()), 1)
        self.document.getUndoManager().undo()
        self.assertEqual(self.text(), "Câu đầu.")

    def test_the_citation_at_the_cursor_is_edited(self):
        self.insert(self.document, cite(ANH, locator="3"), cite(UT))
        before = self.text()
        self.document.getCurrentController().getViewCursor().goLeft(2, False)
        dialog = self.open_window("cite-insert", EDIT)
        self.assertEqual(len(dialog.lists()[1]), 2)
        self.wait(lambda: dialog.lists()[0] and dialog.lists()[0][0].startswith("●"), dialog.lists)
        dialog.press("Xóa khỏi trích dẫn")
        self.wait(lambda: len(dialog.lists()[1]) == 1)
        dialog.press("Lưu")
        self.wait(lambda: self.text() != before, self.text)
        found = self.cites()
        self.assertEqual([[one["itemData"]["title"] for one in citation["cites"]] for citation in found], [["Sông nước miền Tây"]])

    MERGE = "Gộp vào trích dẫn"

    def insert_beside(self, query, title):
        dialog = self.open_window("cite-insert", INSERT)
        self.add(dialog, query, title)
        self.wait(lambda: len(dialog.boxes()) == 2, dialog.boxes)
        return dialog

    def test_a_citation_beside_another_becomes_one_with_it(self):
        self.service.setStyle(self.document, IEEE, "vi-VN", "text")
        self.insert(self.document, cite(ANH, locator="3"))
        dialog = self.insert_beside("song nuoc", "Sông nước")
        self.wait(lambda: "[1, tr. 3], [2]" in dialog.text(), dialog.text)
        dialog.press("Chèn")
        self.wait(lambda: self.text() == "Câu đầu.[1, tr. 3], [2]", self.text)
        (one,) = self.cites()
        self.assertEqual([source["itemData"]["title"] for source in one["cites"]], [ANH["title"], UT["title"]])
        # The cursor stands behind it, so that the next one joins too.
        dialog = self.insert_beside("testing", "Testing")
        self.wait(lambda: "[1, tr. 3], [2], [3]" in dialog.text(), dialog.text)
        dialog.press("Chèn")
        self.wait(lambda: self.text() == "Câu đầu.[1, tr. 3], [2], [3]", self.text)
        self.assertEqual(len(self.cites()), 1)
        self.document.getUndoManager().undo()
        self.assertEqual(self.text(), "Câu đầu.[1, tr. 3], [2]")

    def test_before_a_citation_it_comes_first(self):
        self.service.setStyle(self.document, IEEE, "vi-VN", "text")
        self.insert(self.document, cite(ANH))
        self.place_cursor(self.document, len("Câu đầu."))
        dialog = self.insert_beside("song nuoc", "Sông nước")
        dialog.press("Chèn")
        self.wait(lambda: self.text() == "Câu đầu.[1], [2]", self.text)
        self.assertEqual([source["itemData"]["title"] for source in self.cites()[0]["cites"]], [UT["title"], ANH["title"]])

    def test_a_citation_beside_another_stays_apart_if_wished(self):
        self.service.setStyle(self.document, IEEE, "vi-VN", "text")
        self.insert(self.document, cite(ANH))
        dialog = self.insert_beside("song nuoc", "Sông nước")
        dialog.toggle(self.MERGE)
        self.wait(lambda: "[2]" in dialog.text() and "[1]" not in dialog.text(), dialog.text)
        dialog.press("Chèn")
        self.wait(lambda: self.text() == "Câu đầu.[1][2]", self.text)
        self.assertEqual(len(self.cites()), 2)
        dialog = self.insert_beside("testing", "Testing")  # as chosen last
        self.assertEqual([is_on for name, is_on in dialog.boxes().items() if name.startswith(self.MERGE)], [False])
        dialog.toggle(self.MERGE)
        dialog.press("Chèn")
        self.wait(lambda: self.text() == "Câu đầu.[1][2], [3]", self.text)

    def test_what_is_not_beside_a_citation_or_beside_text_of_the_user_s_is_put_in_alone(self):
        self.service.setStyle(self.document, IEEE, "vi-VN", "text")
        self.insert(self.document, cite(ANH))
        cursor = self.document.getCurrentController().getViewCursor()
        self.document.Text.insertString(self.document.Text.getEnd(), " ", False)
        cursor.gotoEnd(False)
        dialog = self.open_window("cite-insert", INSERT)
        self.add(dialog, "song nuoc", "Sông nước")
        self.assertEqual(len(dialog.boxes()), 1)
        cursor.goLeft(1, False)  # the cursor is put elsewhere while the window is open
        dialog.press("Chèn")
        self.wait(lambda: self.text() == "Câu đầu.[1][2] ", self.text)
        self.service.keepEdit(self.document, self.cites()[1]["id"])
        dialog = self.open_window("cite-insert", INSERT)
        self.add(dialog, "testing", "Testing")
        self.assertEqual(len(dialog.boxes()), 1)
        dialog.press("Chèn")
        self.wait(lambda: self.text() == "Câu đầu.[1][2][3] ", self.text)

    def test_a_citation_beside_the_number_of_a_note_joins_the_note(self):
        self.service.setStyle(self.document, CHICAGO, "vi-VN", "footnotes")
        self.insert(self.document, cite(ANH))
        dialog = self.insert_beside("song nuoc", "Sông nước")
        dialog.press("Chèn")
        self.wait(lambda: "Sông nước" in self.document.getFootnotes().getByIndex(0).getString())
        self.assertEqual((self.document.getFootnotes().getCount(), len(self.cites())), (1, 1))

    def test_closing_changes_nothing(self):
        dialog = self.open_window("cite-insert", INSERT)
        self.add(dialog, "cho noi", "Chợ nổi")
        dialog.press("Thôi")
        time.sleep(0.3)
        self.assertEqual(self.text(), "Câu đầu.")
        self.assertEqual(self.cites(), [])

    def test_another_style(self):
        self.insert(self.document, cite(SMITH, locator="3"))
        dialog = self.open_window("cite-settings", STYLE)
        self.assertEqual(len(dialog.lists()[0]), 6)
        self.assertTrue(dialog.lists()[0][0].startswith("Bộ Giáo dục"))
        dialog.choose("ISO 690 (tác giả, năm)")
        dialog.press("Áp dụng")
        self.wait(lambda: "2011" in self.text(), self.text)
        self.assertIn("Smith", self.text())

    def test_the_list_leaves_out_and_takes_in(self):
        self.insert(self.document, cite(ANH))
        self.document.Text.insertControlCharacter(self.document.Text.getEnd(), 0, False)
        self.document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(self.document)
        self.assertIn("người bán hàng", self.text())
        dialog = self.open_window("cite-lists", LISTED)
        dialog.press("Ẩn hay hiện lại")
        self.wait(lambda: dialog.lists()[0][0].startswith("(không liệt kê)"), dialog.lists)
        dialog.type("Thêm nguồn không được trích", "testing")
        self.wait(lambda: len(dialog.lists()[1]) == 1, dialog.lists)
        dialog.press("Thêm")
        self.wait(lambda: len(dialog.lists()[0]) == 2)
        dialog.press("Áp dụng")
        self.wait(lambda: "Testing at sea" in self.text(), self.text)
        self.assertNotIn("người bán hàng", self.text())

    def test_unlinking_asks_first(self):
        self.insert(self.document, cite(ANH))
        dialog = self.open_window("cite-unlink", UNLINK)
        dialog.press("Thôi")
        self.assertEqual(len(self.cites()), 1)
        dialog = self.open_window("cite-unlink", UNLINK)
        dialog.press("Bỏ liên kết")
        self.wait(lambda: self.document.getReferenceMarks().getElementNames() == ())
        self.assertIn("[1]", self.text())


if __name__ == "__main__":
    unittest.main()
