"""Documents that are closed while a command is at work on them."""
import json
import os
import time
import unittest

import support
from citation_support import ANH, IEEE, UT, cite
from support import Dialog, ReviewPanel
from test_legacy_fonts import SENTENCE, tcvn3

# How long a command may work before its document is closed: from not at all to nearly done.
MOMENTS = (0, 0.02, 0.06, 0.15, 0.4)

# A document of one paragraph.
FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
  <office:automatic-styles>
    <style:style style:name="P1" style:family="paragraph"><style:text-properties fo:language="vi" fo:country="VN"/></style:style>
    <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
  </office:automatic-styles>
  <office:body><office:text><text:p text:style-name="P1">%s</text:p></office:text></office:body>
</office:document>
"""


class ClosingTest(support.OfficeTest):
    def tearDown(self):
        for title in ("Soát", "Soát tài liệu", "Thống nhất kiểu bỏ dấu", "Thêm dấu tiếng Việt", "Chuyển phông cũ sang Unicode"):
            self.until(lambda: self.is_gone(title))
        super().tearDown()

    def is_gone(self, title):
        """Windows close by and by with their documents."""
        try:
            dialog = Dialog.find(self.office, title, patience=0.01)
            if dialog:
                dialog.press("Đóng")
            return dialog is None
        except Exception as error:  # it has just been closed
            if type(error).__name__.endswith("DisposedException") or isinstance(error, StopIteration):
                return False
            raise

    def open(self, *paragraphs, locale=None, font=None):
        document = self.office.new_document(*paragraphs, hidden=False)
        cursor = document.Text.createTextCursor()
        cursor.gotoEnd(True)
        if locale:
            cursor.CharLocale = self.office.locale(locale)
        if font:
            cursor.CharFontName = font
        return document

    def close(self, document, moment):
        time.sleep(moment)
        document.setModified(False)
        document.close(True)

    def send(self, document, command):
        url = self.office.struct("com.sun.star.util.URL", Complete="vnd.org.soat:" + command)
        document.getCurrentController().getFrame().queryDispatch(url, "_self", 0).dispatch(url, ())

    def until(self, condition, patience=60):
        end = time.monotonic() + patience
        while not condition() and time.monotonic() < end:
            time.sleep(0.1)
        self.assertTrue(condition())

    def review(self, document, said):
        self.send(document, "check")

        def shown():
            panel = ReviewPanel.find(self.office, document, patience=0.01)
            return panel if panel is not None and said in panel.text() else None
        self.until(shown)
        return ReviewPanel.find(self.office, document)

    def assert_alive(self):
        """The office does what it did."""
        document = self.new_document("Mùa nứơc lên.", hidden=False)
        frame = document.getCurrentController().getFrame()
        self.assertEqual(self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:check", "_self", 0, ()).Result, 1)

    def test_check(self):
        for moment in MOMENTS:
            document = self.open(*["Mùa nứơc lên ở thôn %d." % n for n in range(600)])
            self.send(document, "check")
            self.close(document, moment)
        self.assert_alive()

    def test_check_while_the_panel_tells_how_far_it_is(self):
        """On the main thread, as the user closes: if to show that took turns of the main loop, the panel would end within one."""
        for _ in range(6):
            document = self.open(*["Mùa nứơc lên ở thôn %d." % n for n in range(600)])
            panel = self.review(document, "Còn 600")

            def close_while_it_checks():
                if "%" not in panel.status():
                    return False
                document.setModified(False)
                document.close(True)
                return True

            def check_and_close():
                if "Còn" in panel.status():  # of the check before, or it was too quick
                    panel.press("Soát", wait=False)
                return support.on_main_thread(self.office, close_while_it_checks)

            self.assertTrue(any(check_and_close() for _ in range(1000)))
        self.assert_alive()

    def test_restore(self):
        for moment in MOMENTS:
            document = self.open(*["Mua nuoc len o thon %d, ba con ra dong gat lua." % n for n in range(600)])
            document.getCurrentController().select(document.Text)
            self.send(document, "restore")
            self.close(document, moment)
        self.assert_alive()

    def test_convert_fonts(self):
        for moment in MOMENTS:
            document = self.open(*[tcvn3(SENTENCE)] * 400, font=".VnTime")
            document.getCurrentController().getViewCursor().gotoStart(False)
            self.send(document, "convert-fonts")
            self.close(document, moment)
        self.assert_alive()

    def test_fix_all(self):
        for moment in MOMENTS:
            document = self.open(*["Mùa nứơc lên ở thôn %d." % n for n in range(300)])
            self.review(document, "Còn 300").press("Sửa N chỗ giống thế này", wait=False)
            self.close(document, moment)
        self.assert_alive()

    def test_fix_sure(self):
        title = "Sửa mọi chỗ chắc chắn"
        for moment in MOMENTS:
            document = self.open(*["Mùa nứơc lên ở thôn %d." % n for n in range(300)])
            self.review(document, "Còn 300").press(title + " (N)…")
            Dialog.find(self.office, title).press("Sửa 300 chỗ")
            self.close(document, moment)
        document = self.open("Mùa nứơc lên.")
        self.review(document, "Còn 1").press(title + " (N)…")
        self.assertIsNotNone(Dialog.find(self.office, title))
        self.close(document, 0)  # its window goes with it
        self.until(lambda: Dialog.find(self.office, title, patience=0.01) is None)
        self.assert_alive()

    def test_tone_style(self):
        for moment in MOMENTS:
            document = self.open(*["Hoà bình ở thôn %d, sức khỏe tốt." % n for n in range(300)])
            document.getCurrentController().getViewCursor().gotoStart(False)
            self.send(document, "unify-tones")
            question = Dialog.find(self.office, "Soát")
            self.assertIn("300", question.text())
            question.press(next(name for name in question.buttons() if name.startswith("Kiểu mới")))
            self.close(document, moment)
        for moment in MOMENTS:  # before or while it is asked
            document = self.open(*["Hoà bình ở thôn %d, sức khỏe tốt." % n for n in range(300)])
            self.send(document, "unify-tones")
            self.close(document, moment)
        self.assert_alive()

    def test_restoring_a_document(self):
        title, bare = "Thêm dấu cả tài liệu", "Hom nay troi dep, chung toi di hop o thon %d."
        for moment in MOMENTS:  # while it restores
            document = self.open(*[bare % n for n in range(300)])
            self.send(document, "restore-document")
            window = Dialog.find(self.office, title)
            window.press(next(name for name in window.buttons() if name.startswith("Thêm dấu 300")))
            self.close(document, moment)
            self.until(lambda: self.is_gone(title))
        for moment in MOMENTS:  # before or while it is shown
            document = self.open(*[bare % n for n in range(300)])
            self.send(document, "restore-document")
            self.close(document, moment)
            self.until(lambda: Dialog.find(self.office, title, patience=0.01) is None)
        self.assert_alive()

    def test_comments(self):
        for command in ("comment", "remove-comments"):
            for moment in MOMENTS:
                document = self.open(*["Mùa nứơc lên ở thôn %d." % n for n in range(60)])
                self.send(document, "comment")
                if command != "comment":
                    self.until(lambda: Dialog.find(self.office, "Soát tài liệu", patience=0.01))
                    self.send(document, command)
                self.close(document, moment)
        self.assert_alive()

    def test_consistency(self):
        for moment in MOMENTS:
            document = self.open(*["Ngày 3/5/2020 và ngày 03-05-2020 ở thôn %d, UBND xã và Ủy ban nhân dân." % n for n in range(300)])
            self.send(document, "consistency")
            self.close(document, moment)
        self.until(lambda: Dialog.find(self.office, "Thống nhất cách viết", patience=0.01) is None)
        self.assert_alive()

    def test_mark_as_vietnamese(self):
        for moment in MOMENTS:
            document = self.open(*["Bà con ở thôn %d ra đồng gặt lúa mùa." % n for n in range(300)], locale="en-US")
            self.review(document, "300").press("Đặt tiếng Việt và soát", wait=False)
            self.close(document, moment)
        self.assert_alive()

    def test_undoing_under_review(self):
        for moment in MOMENTS:
            document = self.open(*["Mùa nứơc lên ở thôn %d." % n for n in range(300)])
            dialog = self.review(document, "Còn 300")
            dialog.press("Sửa N chỗ giống thế này")
            self.until(lambda: "Đã sửa" in dialog.text())
            document.getUndoManager().undo()
            self.close(document, moment)
        self.assert_alive()

    def test_ignore(self):
        for button in ("Bỏ qua chỗ này", "Luôn bỏ qua chữ này"):
            for moment in MOMENTS:
                document = self.open(*["Mùa trừơng lên ở thôn %d, %d." % (n, 1000 * moment) for n in range(300)])
                self.review(document, "«").press(button, wait=False)
                self.close(document, moment)
                frame = self.new_document("Một.", hidden=False).getCurrentController().getFrame()
                self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:reset-ignored", "_self", 0, ())
                question = Dialog.find(self.office, "Soát", patience=2)
                if question:  # else the document was gone before anything was ignored
                    question.press("Xóa danh sách")
        self.assert_alive()

    def test_while_what_was_pressed_reads_a_paragraph_of_many_pieces(self):
        path = os.path.join(self.office.profile, "nhieu manh.fodt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(FLAT % ("Mùa trừơng lên. " + 'lúa <text:span text:style-name="T1">mùa</text:span> ' * 800))
        for moment in MOMENTS:
            document = self.office.load(path, hidden=False)
            self.review(document, "«").press("Bỏ qua chỗ này", wait=False)
            self.close(document, moment)
        self.assert_alive()

    def test_citations(self):
        service = self.office.new("org.soat.Citations")
        for moment in MOMENTS:
            document = self.open(*["Một câu ở thôn %d." % n for n in range(200)])
            service.setStyle(document, IEEE, "vi-VN", "text")
            place = document.Text.createTextCursor()
            for work in (UT, ANH):
                place.goRight(30, False)
                service.insertAt(document, place, json.dumps([cite(work)]))
            for command in ("cite-refresh", "cite-bibliography"):
                self.send(document, command)
            self.close(document, moment)
        for moment in MOMENTS:
            document = self.open(*["Một câu ở thôn %d." % n for n in range(200)])
            service.beginInsert(document, document.Text.getStart(), json.dumps([cite(UT)]))
            self.close(document, moment)
        self.assert_alive()


if __name__ == "__main__":
    unittest.main()
