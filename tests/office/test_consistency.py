"""The window that lists what a document writes in several ways, and writes one of them everywhere."""
import time
import unittest

import support
from support import Dialog

COMMAND = "vnd.org.soat:consistency"
TITLE = "Thống nhất cách viết"
UNDO = "Soát: thống nhất cách viết"
NAMES = ("Tỉnh Đắk Lắk trồng cà phê.", "Hàng từ tỉnh Đắc Lắc rất tốt.", "Đắk Lắk có nhiều rẫy.")


class ConsistencyTest(support.OfficeTest):
    def open(self, *paragraphs, recording=False):
        document = self.new_document(*paragraphs, hidden=False)
        document.RecordChanges = recording
        document.getUndoManager().clear()
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, COMMAND, "_self", 0, ())
        window = support.until(lambda: Dialog.find(self.office, TITLE, patience=0.1))
        return document, window

    def until(self, condition):
        self.assertTrue(support.until(condition, 30), condition)

    def paragraphs(self, document):
        return document.Text.getString().split("\n")

    def test_names_are_listed_and_written_in_the_chosen_way_in_one_undo_step(self):
        document, window = self.open(*NAMES)
        self.until(lambda: window.lists()[0] == ["Tên riêng: Đắk Lắk · Đắc Lắc"])
        self.assertEqual(window.lists()[1], ["Đắk Lắk  (2 chỗ)", "Đắc Lắc  (1 chỗ)"])
        window.press("Đổi 1 chỗ sang cách này")
        self.until(lambda: self.paragraphs(document)[1] == "Hàng từ tỉnh Đắk Lắk rất tốt.")
        self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), (UNDO,))
        self.until(lambda: "Đã đổi 1 chỗ." in window.text() and window.lists()[0] == [])
        time.sleep(1.5)  # the window has heard of its own change
        self.assertIn("Đã đổi 1 chỗ.", window.text())
        document.getUndoManager().undo()
        self.assertEqual(tuple(self.paragraphs(document)), NAMES)
        self.until(lambda: len(window.lists()[0]) == 1)  # it follows the document

    def test_the_rarer_way_may_be_chosen(self):
        document, window = self.open(*NAMES)
        self.until(lambda: len(window.lists()[0]) == 1)
        window.choose("Đắc Lắc  (1 chỗ)")
        window.press("Đổi 2 chỗ sang cách này")
        self.until(lambda: "Đắk" not in document.Text.getString())

    def test_formatting_stays(self):
        document, window = self.open("Ngày 2/9/2024 họp.", "Ngày 3/9/2024 họp.", "Ngày 4 tháng 9 năm 2024 nghỉ.")
        search = document.createSearchDescriptor()
        search.SearchString = "tháng"
        document.findFirst(search).CharWeight = 150.0
        self.until(lambda: window.lists()[0] == ["Ngày tháng năm: 2/9/2024 · 4 tháng 9 năm 2024"])
        window.choose("4 tháng 9 năm 2024  (1 chỗ)")
        window.press("Đổi 2 chỗ sang cách này")
        self.until(lambda: document.Text.getString().startswith("Ngày 2 tháng 9 năm 2024 họp.\nNgày 3 tháng 9 năm 2024 họp."))
        bold = document.findFirst(search)
        weights = []
        while bold is not None:
            weights.append(bold.CharWeight)
            bold = document.findNext(bold.getEnd(), search)
        self.assertEqual(weights, [100.0, 100.0, 150.0])

    def test_changes_are_recorded_as_whole_words(self):
        document, window = self.open(*NAMES, recording=True)
        self.until(lambda: len(window.lists()[0]) == 1)
        window.press("Đổi 1 chỗ sang cách này")
        self.until(lambda: document.Redlines.createEnumeration().hasMoreElements())

    def test_the_next_place_is_selected(self):
        document, window = self.open(*NAMES)
        self.until(lambda: len(window.lists()[0]) == 1)
        window.choose("Đắc Lắc  (1 chỗ)")
        first = document.Text.createTextCursor()
        first.goRight(4, True)
        first.CharWeight = 150.0
        time.sleep(1.5)  # an edit that leaves the words leaves what was chosen
        window.press("Chỗ kế tiếp")
        self.until(lambda: document.getCurrentController().getSelection().getByIndex(0).getString() == "Đắc Lắc")

    def test_an_abbreviation_without_explanation_can_only_be_gone_to(self):
        document, window = self.open("Theo HĐND xã thì được.", "Sau đó HĐND họp.")
        self.until(lambda: window.lists()[0] == ["Viết tắt không có giải thích: HĐND"])
        self.assertFalse(window.buttons()["Đổi 0 chỗ sang cách này"])
        self.assertTrue(window.buttons()["Chỗ kế tiếp"])

    def test_protected_places_are_left_and_told_of(self):
        document, window = self.open(*NAMES)
        section = document.createInstance("com.sun.star.text.TextSection")
        cursor = document.Text.createTextCursor()
        cursor.gotoNextParagraph(False)
        cursor.gotoEndOfParagraph(True)
        self.until(lambda: len(window.lists()[0]) == 1)

        def protect():  # before the window has heard of it
            document.Text.insertTextContent(cursor, section, True)
            section.IsProtected = True
            window.press("Đổi 1 chỗ sang cách này", wait=False)
        support.on_main_thread(self.office, protect)
        self.until(lambda: "Giữ nguyên 1 chỗ" in window.text())
        self.assertIn("Đắc Lắc", document.Text.getString())

    def test_a_consistent_document_says_so(self):
        _, window = self.open("Mọi chữ trong dòng này đều đúng.")
        self.until(lambda: "Không thấy" in window.text())

    def test_the_document_may_be_closed_under_it(self):
        document, _ = self.open(*NAMES * 200)
        self._documents.remove(document)
        document.setModified(False)
        document.close(True)
        self.until(lambda: Dialog.find(self.office, TITLE, patience=0.01) is None)


if __name__ == "__main__":
    unittest.main()
