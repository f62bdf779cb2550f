"""A source is found and cited with the keyboard alone."""
import json
import os
import tempfile
import unittest

import desktop
from desktop import until
import support

ITEMS = [
    {"id": "a", "type": "book", "title": "Đò ngang sông Hậu", "author": [{"family": "Nguyễn", "given": "Thị Ánh"}],
     "issued": {"date-parts": [[2003]]}, "publisher": "Phù Sa", "publisher-place": "Cần Thơ", "language": "vi"},
    {"id": "b", "type": "article-journal", "title": "Chợ nổi trên sông", "author": [{"family": "Trần", "given": "Văn Én"}],
     "issued": {"date-parts": [[2011]]}, "container-title": "Tạp chí Chợ", "volume": "2", "page": "4-9", "language": "vi"},
]


class CitationsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.screen = desktop.Screen()
        cls.office = support.new_office()
        try:
            cls.office.install()
            cls.office.start(headless=False)
            cls.office.new("org.soat.SourceLibrary").add(json.dumps(ITEMS), "skip")
        except BaseException:
            cls.tearDownClass()
            raise

    @classmethod
    def tearDownClass(cls):
        desktop.end(cls.office, cls.screen)

    def setUp(self):
        self.writer = desktop.WriterWindow(self.office, paragraphs=["Câu thứ nhất.", "Câu thứ hai."])
        self.addCleanup(self.writer.close)
        self.writer.controller.getViewCursor().gotoEnd(False)

    def picture(self, name):
        if os.environ.get("SOAT_GUI_PICTURES"):
            self.screen.save(os.path.join(os.environ["SOAT_GUI_PICTURES"], name + ".png"))

    def dialog(self, title):
        def with_keyboard():
            dialog = support.Dialog.find(self.office, title, patience=0.1)
            return dialog if dialog and support.active_window(self.office) == dialog.window else None
        found = until(with_keyboard)
        if not found:
            self.screen.save("/tmp/soat-gui-failure.png")
        self.assertIsNotNone(found, "%s (see /tmp/soat-gui-failure.png); the office said: %s" % (title, self.office.log()[-1000:]))
        return found

    def text(self):
        return self.writer.document.Text.getString()

    def test_a_citation_is_inserted_and_edited_by_keyboard(self):
        self.screen.key("ctrl+alt+i")
        dialog = self.dialog("Chèn trích dẫn")
        self.screen.type("do ngang")
        self.assertTrue(until(lambda: "Đò ngang" in "".join(dialog.items()) and "Chợ nổi" not in "".join(dialog.items())), dialog.items())
        self.screen.key("Return")
        self.assertTrue(until(lambda: "[1]" in dialog.text()), dialog.text())
        self.picture("cite")
        self.screen.key("alt+o")
        self.screen.key("Tab")
        self.screen.type("24")
        self.assertTrue(until(lambda: "[1, tr. 24]" in dialog.text()), dialog.text())
        self.screen.key("Return")
        self.assertTrue(until(lambda: self.text().endswith("Câu thứ hai.[1, tr. 24]")), self.text())
        self.screen.type(" tiep")
        self.assertTrue(until(lambda: self.text().endswith("[1, tr. 24] tiep")), self.text())

        cursor = self.writer.controller.getViewCursor()
        cursor.goLeft(len(" tiep") + 3, False)
        self.screen.key("ctrl+alt+i")
        dialog = self.dialog("Sửa trích dẫn")
        self.screen.type("cho noi")
        self.assertTrue(until(lambda: "Chợ nổi" in "".join(dialog.items())), dialog.items())
        self.screen.key("Return")
        self.assertTrue(until(lambda: "2]" in dialog.text()), dialog.text())
        self.picture("cite-edit")
        self.screen.key("Return")
        self.assertTrue(until(lambda: "2]" in self.text()), self.text())

    def test_only_what_the_document_cites_is_exported(self):
        citations = self.office.new("org.soat.Citations")
        citations.insertAt(self.writer.document, self.writer.document.Text.getEnd(), json.dumps([{"itemData": ITEMS[0]}]))
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "nguon.json")
            for button, titles in (("Chỉ những nguồn ấy", {"Đò ngang sông Hậu"}),
                                   ("Mọi nguồn đang tìm thấy trong thư viện", {one["title"] for one in ITEMS})):
                frame = self.writer.controller.getFrame()
                self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-library", "_self", 0, ())
                library = self.dialog("Thư viện nguồn")
                self.assertTrue(until(lambda: len(library.lists()[0]) == 2))
                library.press("Xuất tệp…")
                question = self.dialog("Soát")
                self.assertIn("có 1 nguồn", question.text())
                question.press(button)
                self.screen.save_as(file)
                self.assertTrue(until(lambda: os.path.exists(file)))
                self.assertTrue(until(lambda: "Đã xuất %d nguồn" % len(titles) in library.text()), library.text())
                with open(file, encoding="utf-8") as out:
                    self.assertEqual({one["title"] for one in json.load(out)}, titles)
                os.remove(file)
                self.picture("library-%d" % len(titles))
                library.press("Đóng")

    def test_a_reference_is_copied_and_pasted(self):
        frame = self.writer.controller.getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-library", "_self", 0, ())
        library = self.dialog("Thư viện nguồn")
        self.screen.type("do ngang")
        self.assertTrue(until(lambda: len(library.lists()[0]) == 1))
        self.screen.key("alt+k")
        self.assertTrue(until(lambda: "Đã chép mục tham khảo" in library.text()), library.text())
        self.screen.key("Escape")
        self.assertTrue(until(lambda: not support.Dialog.find(self.office, "Thư viện nguồn", patience=0.05)))
        self.writer.front()
        self.screen.key("ctrl+v")
        self.assertTrue(until(lambda: self.text().endswith("Câu thứ hai.Nguyễn Thị Ánh (2003), Đò ngang sông Hậu, Phù Sa, Cần Thơ.")), self.text())
        self.picture("pasted")

    def test_every_window_opens_and_closes_by_keyboard(self):
        for name, title in (("cite-library", "Thư viện nguồn"), ("cite-add", "Thêm từ câu trích dẫn hoặc địa chỉ web"), ("cite-settings", "Kiểu trích dẫn"),
                            ("cite-lists", "Nguồn trong danh mục"), ("cite-unlink", "Bỏ liên kết trích dẫn")):
            frame = self.writer.controller.getFrame()
            self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:" + name, "_self", 0, ())
            self.dialog(title)
            self.screen.still()
            self.picture(name)
            if name == "cite-library":
                self.screen.key("alt+m")
                self.dialog("Nguồn")
                self.screen.still()
                self.picture("source")
                self.screen.key("Escape")
                self.assertTrue(until(lambda: not support.Dialog.find(self.office, "Nguồn", patience=0.05)))
            self.screen.key("Escape")
            self.assertTrue(until(lambda: not support.Dialog.find(self.office, title, patience=0.05)), title)


if __name__ == "__main__":
    unittest.main()
