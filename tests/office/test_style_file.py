"""A style's file that changes, and breaks, under documents that use it."""
import json
import os
import unittest

import support
from citation_support import ANH, SMITH, UT, cite
from support import Dialog

STYLE = "http://soat.invalid/styles/own"


def style(text):
    return ('<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>Riêng</title><id>%s</id></info>'
            '<citation><layout><text value="%s "/><text variable="title"/></layout></citation></style>' % (STYLE, text))


class StyleFileTest(support.OfficeTest):
    def setUp(self):
        super().setUp()
        folder = os.path.join(self.office.profile, "user", "soat", "styles")
        os.makedirs(folder, exist_ok=True)
        self.file = os.path.join(folder, "kiểu riêng.csl")
        self.addCleanup(lambda: os.path.exists(self.file) and os.remove(self.file))
        self.write(style("theo"))
        self.service = self.office.new("org.soat.Citations")
        self.document = self.new_document("Một câu. ", "Hai câu. ", "Ba câu. ", hidden=False)
        self.service.setStyle(self.document, STYLE, "vi-VN", "text")
        for work in (ANH, UT, SMITH):
            self.service.insertAt(self.document, self.document.Text.getEnd(), json.dumps([cite(work)]))
        self.addCleanup(self.close_notices)

    def write(self, text):
        with open(self.file, "w", encoding="utf-8") as f:
            f.write(text)

    def close_notices(self):
        while dialog := Dialog.find(self.office, "Trích dẫn", patience=0.01):
            dialog.press("Đóng")
            support.until(lambda: Dialog.find(self.office, "Trích dẫn", patience=0.01) is not dialog, patience=0.2)

    def texts(self):
        return [one["text"] for one in json.loads(self.service.list(self.document))["citations"]]

    def refresh(self):
        frame = self.document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-refresh", "_self", 0, ())
        support.on_main_thread(self.office, lambda: None)  # the command has begun
        self.assertTrue(support.until(lambda: not self.service.isBusy(self.document)))

    def notice(self, patience=20):
        dialog = Dialog.find(self.office, "Trích dẫn", patience=patience)
        if dialog is None:
            return None
        text = dialog.text()
        self.close_notices()
        return text

    def test_a_changed_style_is_used_by_the_next_refresh(self):
        self.write(style("xem"))
        self.refresh()
        self.assertTrue(support.until(lambda: all(text.startswith("xem ") for text in self.texts())), self.texts())
        self.assertIsNone(self.notice(patience=0.1))

    def test_a_broken_style_is_told_once_and_citations_stay(self):
        before = self.texts()
        self.write("<style")
        self.refresh()
        told = self.notice()
        self.assertIn("kiểu riêng.csl", told)
        self.assertIn("như trước khi tệp thay đổi", told)
        self.assertEqual(self.texts(), before)
        self.refresh()
        self.assertIsNone(self.notice(patience=0.1))
        self.write(style("xem"))
        self.refresh()
        self.assertTrue(support.until(lambda: all(text.startswith("xem ") for text in self.texts())), self.texts())

    def test_a_style_that_is_gone_is_told_when_the_document_follows_a_deletion(self):
        os.remove(self.file)
        marks = self.document.getReferenceMarks()
        marks.getByName(marks.getElementNames()[0]).getAnchor().setString("")
        self.assertIn("kiểu riêng.csl", self.notice())
        self.assertEqual(len(self.texts()), 2)
        self.assertTrue(all(text.startswith("theo ") for text in self.texts()), self.texts())


if __name__ == "__main__":
    unittest.main()
